"""Money: an amount in the currency it was paid or promised in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tawthiq.terms.errors import UnknownCode


class Per(StrEnum):
    """The time that an amount is paid for."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "u"


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` in `currency` (ISO 4217, three letters), `per` a time."""

    amount: Decimal
    currency: str
    per: Per = Per.UNKNOWN

    def __post_init__(self) -> None:
        if len(self.currency) != 3 or not self.currency.isalpha() or not self.currency.isupper():
            raise UnknownCode(f"{self.currency!r} is not an ISO 4217 currency code", do="use three capital letters")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A value in another currency: derived, never the thing that was paid.

    `rate`: units of `into` for one unit of `original.currency`; `on`: the day of the rate;
    `origin`: who converted (a rate table, or the newspaper that printed it).
    """

    original: Money
    into: str
    rate: Decimal
    on: date
    origin: str

    @property
    def value(self) -> Money:
        """The converted amount, unrounded, with the original's `per`."""
        return Money(self.original.amount * self.rate, self.into, self.original.per)
