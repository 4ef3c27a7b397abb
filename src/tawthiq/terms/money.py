"""Money: an amount in the currency it was paid or promised in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tawthiq.terms.errors import BadInput, MissingField, UnknownCode


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
        _check_currency(self.currency)
        if not (self.amount.is_finite() and self.amount >= 0):
            raise BadInput("an amount is a number, not below zero", where="pay_amount", do="correct the amount")


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

    def __post_init__(self) -> None:
        _check_currency(self.into)
        if not (self.rate.is_finite() and self.rate > 0):
            raise BadInput("a rate is a number above zero", where="rate", do="correct the rate")
        if not self.origin:
            raise MissingField("a conversion says whose it is", where="origin", do="name the rate table or the printer")

    @property
    def value(self) -> Money:
        """The converted amount, unrounded, with the original's `per`."""
        return Money(self.original.amount * self.rate, self.into, self.original.per)


def _check_currency(code: str) -> None:
    if re.fullmatch(r"[A-Z]{3}", code) is None:
        raise UnknownCode("not an ISO 4217 currency code", do="use three capital letters, such as USD")
