"""Agree: whether two numbers can be the same number, whatever they are about; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from tawthiq.report.check.claim import AGE, PAY, YOUNGEST, Claim, Known
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind


class Way(StrEnum):
    """How a quoted number agrees with a known one."""

    SAME = "same"
    ROUNDED = "rounded"
    COMPARATOR_CHANGED = "comparator_changed"
    BOUND_HOLDS = "bound_holds"
    UNKNOWN_LEFT_OUT = "unknown_left_out"


ROUNDED_WITHIN = Fraction(2, 100)
"""A count with noughts at its end, printed without "about", may stand for one that is this much apart; a guess."""
IN_WORDS_WITHIN = Fraction(1)
"""Percentage points that a fraction in words ("a third") may be off; a guess."""

_GUESSED = (Comparator.ABOUT, Comparator.ALMOST)
_BOUNDED = (Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.RANGE)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The values a quantity allows, from `low` to `high`; None is no end; `low_open`, `high_open`: end left out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def holds(self, other: _Stretch) -> bool:
        """True when every value of the other is one of this."""
        return _above(other.low, self.low, other.low_open, self.low_open) and _above(
            _minus(other.high), _minus(self.high), other.high_open, self.high_open
        )


def comparable(claim: Claim, known: Known) -> bool:
    """True when the two measure the same sort of thing in the same unit, and both are numbers."""
    mine, theirs = claim.quantity, known.quantity
    if claim.measure != known.measure or mine.low is None or theirs.low is None:
        return False
    return mine.kind is not QuantityKind.MONEY or not mine.unit or not theirs.unit or mine.unit == theirs.unit


def agreement(claim: Claim, known: Known) -> Way | None:
    """How the two numbers agree; None when they do not, or cannot be compared."""
    if not comparable(claim, known) or not _same_rate(claim.quantity, known.quantity):
        return None
    if is_extreme(claim):
        return _extreme(claim.quantity, known.quantity)
    if known.numerator is not None and known.denominator:
        return _of_counted(claim, known)
    return _of_printed(claim, _as_point(claim, known.quantity))


def same_number(way: Way | None) -> bool:
    """True when the two are one number, and the known one does not merely lie within a bound that was quoted."""
    return way is not None and way is not Way.BOUND_HOLDS


def is_extreme(claim: Claim) -> bool:
    """ "Up to 400 dollars", "as young as 10": the bound is itself what was measured."""
    comparator = claim.quantity.comparator
    if claim.measure.of == YOUNGEST:
        return comparator in (Comparator.AT_LEAST, Comparator.EXACT)
    return claim.measure.of == PAY and comparator in (Comparator.AT_MOST, Comparator.EXACT)


def rounding(claim: Claim) -> Fraction:
    """Half a unit of the last place printed, in per cent; nothing else is rounded unless its words say so."""
    quantity = claim.quantity
    if quantity.kind is not QuantityKind.PERCENT or quantity.low is None:
        return Fraction(0)
    if claim.in_words:
        return IN_WORDS_WITHIN
    places = next((n for n in range(3) if (quantity.low * 10**n).denominator == 1), 3)
    return Fraction(1, 2 * 10**places)


def _as_point(claim: Claim, theirs: Quantity) -> Quantity:
    """The highest pay known is what somebody was paid, so that it bears out "more than" anything below it."""
    is_highest = claim.measure.of == PAY and theirs.comparator is Comparator.AT_MOST
    return replace(theirs, comparator=Comparator.EXACT) if is_highest else theirs


def _same_rate(mine: Quantity, theirs: Quantity) -> bool:
    return not mine.per or not theirs.per or mine.per == theirs.per


def _extreme(mine: Quantity, theirs: Quantity) -> Way | None:
    """The highest pay or the youngest age: two of them are one only when they are equal."""
    if mine.low is None or theirs.low is None:
        return None
    if theirs.comparator is Comparator.RANGE:
        return Way.BOUND_HOLDS if theirs.low <= mine.low <= (theirs.high or theirs.low) else None
    if mine.low != theirs.low:
        return None
    dropped = mine.comparator is Comparator.EXACT and theirs.comparator is not Comparator.EXACT
    return Way.COMPARATOR_CHANGED if dropped else Way.SAME


def _of_counted(claim: Claim, known: Known) -> Way | None:
    """A share that was counted: of all, or of those of whom it is known."""
    whole, part = known.denominator or 0, known.numerator or 0
    way = _of_value(claim, Fraction(100 * part, whole))
    if way is not None or not 0 < known.n_unknown < whole:
        return way
    of_known = _of_value(claim, Fraction(100 * part, whole - known.n_unknown))
    return Way.UNKNOWN_LEFT_OUT if of_known is not None else None


def _of_value(claim: Claim, value: Fraction) -> Way | None:
    mine = claim.quantity
    if mine.admits(value, rounding(claim)):
        if mine.comparator in _BOUNDED:
            return Way.BOUND_HOLDS
        return Way.ROUNDED if mine.comparator in _GUESSED else Way.SAME
    return None


def _of_printed(claim: Claim, theirs: Quantity) -> Way | None:
    mine = claim.quantity
    if (mine.comparator, mine.low, mine.high) == (theirs.comparator, theirs.low, theirs.high):
        return Way.SAME
    inside = _stretch(mine, rounding(claim)).holds(_stretch(theirs, Fraction(0)))
    if mine.low == theirs.low and mine.high == theirs.high and not inside:
        return Way.COMPARATOR_CHANGED
    if inside:
        if mine.comparator in _BOUNDED:
            return Way.BOUND_HOLDS
        return Way.SAME if mine.low == theirs.low or mine.kind is QuantityKind.PERCENT else Way.ROUNDED
    return Way.ROUNDED if _rounds_to(mine, theirs) else None


def _rounds_to(mine: Quantity, theirs: Quantity) -> bool:
    """280 for 278: the noughts at its end are as many places as were rounded away, and it is not far off."""
    exact = mine.comparator is Comparator.EXACT and theirs.comparator is Comparator.EXACT
    if not exact or mine.kind is not QuantityKind.COUNT or not mine.low or theirs.low is None:
        return False
    step = next((10**n for n in range(9, 0, -1) if mine.low % 10**n == 0), 0)
    apart = abs(mine.low - theirs.low)
    return bool(step) and 2 * apart <= step and apart <= mine.low * ROUNDED_WITHIN


def _stretch(quantity: Quantity, within: Fraction) -> _Stretch:
    low = quantity.low or Fraction(0)
    match quantity.comparator:
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return _Stretch(low, None, low_open=quantity.comparator is Comparator.MORE_THAN)
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return _Stretch(None, low, high_open=quantity.comparator is Comparator.LESS_THAN)
        case Comparator.ABOUT:
            return _Stretch(low - abs(low) / 10, low + abs(low) / 10)
        case Comparator.ALMOST:
            return _Stretch(low - abs(low) / 10, low, high_open=True)
        case Comparator.RANGE:
            return _Stretch(low, quantity.high)
        case _:
            return _Stretch(low - within, low + within)


def _above(mine: Fraction | None, theirs: Fraction | None, mine_open: bool, theirs_open: bool) -> bool:
    """True when a lower end lies at or above another, an open end above a closed one of the same value."""
    if theirs is None:
        return True
    return mine is not None and (mine > theirs or (mine == theirs and (mine_open or not theirs_open)))


def _minus(value: Fraction | None) -> Fraction | None:
    return None if value is None else -value


def beyond(claim: Claim, known: Known) -> bool:
    """True when the quoted number goes further than the known one: more children, higher pay, a younger child.

    What was verified is the least there was, so that a number beyond it is not thereby wrong.
    """
    mine, theirs = claim.quantity, known.quantity
    if mine.low is None or theirs.low is None or claim.measure.of == AGE:
        return False
    if claim.measure.of == YOUNGEST:
        return mine.low < theirs.low
    if mine.kind not in (QuantityKind.COUNT, QuantityKind.MONEY):
        return False
    reach = _stretch(mine, Fraction(0)).high
    return reach is None or reach > (theirs.high or theirs.low)


def unknowns_allow(claim: Claim, known: Known) -> bool:
    """True when a counted share could still become the quoted one, once those not known are decided."""
    if known.numerator is None or not known.denominator or not known.n_unknown or claim.quantity.low is None:
        return False
    low = Fraction(100 * known.numerator, known.denominator)
    high = Fraction(100 * (known.numerator + known.n_unknown), known.denominator)
    mine = _stretch(claim.quantity, rounding(claim))
    return (mine.high is None or mine.high >= low) and (mine.low is None or mine.low <= high)
