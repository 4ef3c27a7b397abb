"""Claim: a figure that an item quotes; known: a figure that the record holds, or that a source published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tawthiq.report.check.scope import Scope
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind


@dataclass(frozen=True, slots=True)
class Measure:
    """What was measured. `violation`: heading of the violation type; `of`: children, armed_or_combat, under_15, pay,

    youngest, ...; `kind`: count, percent, money, age.
    """

    violation: str
    of: str
    kind: QuantityKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One quoted figure. `statement_id`, `quote`: where it stands; `source`: words of the one cited, empty if none.

    `limitation`: the item's own words on why the number is doubtful; `converted`: the teller worked it out from
    another currency; `verified_by_source`: the cited source calls it verified.
    """

    statement_id: str
    quote: str
    quantity: Quantity
    measure: Measure
    scope: Scope
    source: str
    limitation: str = ""
    converted: bool = False
    depicted: bool = False
    denominator_stated: bool = True


class Origin(StrEnum):
    """Whose figure it is; the two are shown apart, and never added."""

    RECORD = "record"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Known:
    """A figure to set beside a claim.

    `id`: figure or statement it opens to; `value`: as counted or as the source printed it; `basis`: words such as
    "verified by BODY under POLICY"; `numerator`, `denominator`, `n_unknown`: for shares that were counted.
    """

    origin: Origin
    id: str
    quantity: Quantity
    measure: Measure
    scope: Scope
    basis: str
    numerator: int | None = None
    denominator: int | None = None
    n_unknown: int = 0


def agrees(claim: Claim, known: Known) -> bool:
    """True when the two numbers can be the same number, whatever they are about."""
    if claim.measure != known.measure:
        return False
    mine, theirs = claim.quantity, known.quantity
    if mine.unit and theirs.unit and mine.kind is QuantityKind.MONEY and mine.unit != theirs.unit:
        return False
    if theirs.low is None or mine.low is None:
        return False
    if theirs.comparator is mine.comparator:
        return theirs.low == mine.low and theirs.high == mine.high
    return mine.admits(theirs.low, _rounding(mine))


def _rounding(quantity: Quantity) -> Fraction:
    """Per cents are printed whole, so half a point either way is the same figure; nothing else is rounded for them."""
    printed_whole = quantity.kind is QuantityKind.PERCENT and quantity.comparator is Comparator.EXACT
    return Fraction(1, 2) if printed_whole else Fraction(0)
