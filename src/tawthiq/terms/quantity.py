"""Quantities: a number as somebody stated it, with its comparator, unit, denominator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tawthiq.terms.errors import UnknownDenominator


class Comparator(StrEnum):
    """How the stated number bounds the true one."""

    EXACT = "="
    MORE_THAN = ">"
    AT_LEAST = ">="
    LESS_THAN = "<"
    AT_MOST = "<="
    ABOUT = "~"
    ALMOST = "~<"
    RANGE = "range"
    VAGUE = "vague"
    UNKNOWN = "unknown"


class QuantityKind(StrEnum):
    """What sort of number was stated."""

    COUNT = "count"
    PERCENT = "percent"
    FRACTION = "fraction"
    AGE = "age"
    MONEY = "money"
    MULTIPLE = "multiple"
    DURATION = "duration"
    VAGUE = "vague"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number.

    `low`: the value, in `unit` (percent is 0-100, a fraction is stored as percent too); None when nothing was
    stated ("hard to estimate", "many"). `high`: upper end, only with comparator RANGE. `per`: "month", "child".
    `of`: words of the denominator, empty when the text names none.
    """

    kind: QuantityKind
    comparator: Comparator
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str = ""
    per: str = ""
    of: str = ""

    def __post_init__(self) -> None:
        if (self.high is not None) != (self.comparator is Comparator.RANGE):
            raise ValueError("high is given with the comparator RANGE, and only then")
        if self.high is not None and (self.low is None or self.high < self.low):
            raise ValueError("a range runs from low to high")

    def admits(self, value: Fraction, tolerance: Fraction = Fraction(0)) -> bool:
        """True when `value` does not contradict this statement.

        ABOUT and ALMOST admit a tenth of the stated value (a guess that the vocabulary page states);
        `tolerance` widens EXACT, for figures printed rounded.
        """
        if self.low is None:
            return True
        match self.comparator:
            case Comparator.EXACT:
                return abs(value - self.low) <= tolerance
            case Comparator.MORE_THAN:
                return value > self.low
            case Comparator.AT_LEAST:
                return value >= self.low
            case Comparator.LESS_THAN:
                return value < self.low
            case Comparator.AT_MOST:
                return value <= self.low
            case Comparator.ABOUT:
                return _near(self.low, value)
            case Comparator.ALMOST:
                return value < self.low and _near(self.low, value)
            case Comparator.RANGE:
                return self.high is not None and self.low <= value <= self.high
            case Comparator.VAGUE | Comparator.UNKNOWN:
                return True


def _near(low: Fraction, value: Fraction) -> bool:
    return abs(value - low) <= abs(low) / 10


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole that keeps both: `numerator` of `denominator`, and how many of the whole are unknown.

    `denominator` counts every one, the unknown included; `unknown` is how many of them could not be decided.
    """

    numerator: int
    denominator: int
    unknown: int = 0

    def __post_init__(self) -> None:
        if self.denominator <= 0:
            raise UnknownDenominator("a share needs a denominator above zero", do="print the count instead")
        if not (0 <= self.numerator and 0 <= self.unknown and self.numerator + self.unknown <= self.denominator):
            raise ValueError("numerator and unknown are parts of the denominator")

    @property
    def percent(self) -> Fraction:
        """0-100, exact; of the whole denominator, the unknown counted as not in the numerator."""
        return Fraction(100 * self.numerator, self.denominator)

    @property
    def percent_range(self) -> tuple[Fraction, Fraction]:
        """What the share could be once every unknown is decided: (none of them, all of them)."""
        return self.percent, Fraction(100 * (self.numerator + self.unknown), self.denominator)

    def rounded(self) -> int:
        """Whole per cent, halves up as printed reports do."""
        return int(self.percent + Fraction(1, 2))
