"""Contradiction: a share and a count of the same children that no one denominator carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tawthiq.report.check.claim import Claim, Known
from tawthiq.report.check.scope import differences
from tawthiq.terms.quantity import Comparator, QuantityKind


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`claims`: the quoted share and the quoted count; `total`: the whole that the share is of;

    `needs`: what the share of that whole would be, lowest to highest; `count`: what was quoted instead;
    `denominator`: the wholes, lowest to highest, that would carry both.
    """

    claims: tuple[Claim, Claim]
    total: Known
    needs: tuple[Fraction, Fraction]
    count: int
    denominator: tuple[Fraction, Fraction]


def contradictions(claims: Sequence[Claim], known: Sequence[Known]) -> list[Contradiction]:
    """Every pair of a share and a count of the same condition, from the same source, that cannot share a whole.

    The whole is the total that the cited source published, or that the record holds, where the share itself is
    published: a share says nothing of a whole that nobody laid it on.
    """
    return [
        found for share in claims for count in claims if _pair(share, count) for found in _against(share, count, known)
    ]


def _pair(share: Claim, count: Claim) -> bool:
    same_thing = share.measure.violation == count.measure.violation and share.measure.of == count.measure.of
    kinds = share.measure.kind is QuantityKind.PERCENT and count.measure.kind is QuantityKind.COUNT
    exact = count.quantity.comparator is Comparator.EXACT and count.quantity.low is not None
    return same_thing and kinds and exact and share.source == count.source and share.quantity.low is not None


def _against(share: Claim, count: Claim, known: Sequence[Known]) -> Iterator[Contradiction]:
    for total in _wholes(share, known):
        low, high = bounds(share)
        whole, n = total.quantity.low, count.quantity.low
        if whole is None or n is None or not low:
            continue
        needs = (low * whole / 100, high * whole / 100)
        if not needs[0] - 1 < n < needs[1] + 1:
            yield Contradiction((share, count), total, needs, int(n), (n * 100 / high, n * 100 / low))
            return


def _wholes(share: Claim, known: Sequence[Known]) -> Iterator[Known]:
    """Totals of children in the very scope in which somebody published this share."""
    published = [one for one in known if one.measure == share.measure and one.quantity.low == share.quantity.low]
    total_of = replace(share.measure, of="children", kind=QuantityKind.COUNT)
    totals = [one for one in known if one.measure == total_of]
    yield from _same_scope(published, totals)


def _same_scope(published: Iterable[Known], totals: Sequence[Known]) -> Iterator[Known]:
    for one in published:
        yield from (total for total in totals if not differences(one.scope, total.scope))


def bounds(claim: Claim) -> tuple[Fraction, Fraction]:
    """The lowest and the highest per cent that the words allow; whole per cents are half a point wide."""
    quantity = claim.quantity
    low = quantity.low or Fraction(0)
    match quantity.comparator:
        case Comparator.ALMOST:
            return low * 9 / 10, low
        case Comparator.ABOUT:
            return low * 9 / 10, low * 11 / 10
        case Comparator.RANGE:
            return low, quantity.high or low
        case Comparator.MORE_THAN | Comparator.AT_LEAST:
            return low, Fraction(100)
        case Comparator.LESS_THAN | Comparator.AT_MOST:
            return Fraction(0), low
        case _:
            return low - Fraction(1, 2), low + Fraction(1, 2)
