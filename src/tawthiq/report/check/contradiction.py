"""Contradiction: quoted figures that cannot all be right together, whatever the record holds; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from tawthiq.report.check.agree import agreement, rounding, same_number
from tawthiq.report.check.claim import ALL, Claim, Known
from tawthiq.report.check.scope import Told, differences, may_be_same, surely_same
from tawthiq.report.check.sources import same_source
from tawthiq.terms.quantity import Comparator, QuantityKind


class Clash(StrEnum):
    """What cannot stand together."""

    SHARE_AND_COUNT = "share_and_count"
    SUM_OF_SEXES = "sum_of_sexes"
    SUM_OF_PARTIES = "sum_of_parties"
    PART_ABOVE_WHOLE = "part_above_whole"
    SHARES_ABOVE_WHOLE = "shares_above_whole"
    TWO_VALUES = "two_values"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`claims`: the quoted figures that clash; `total`: the whole that they are parts of, quoted or known;

    `needs`: lowest to highest that the found number would have to be; `found`: what was quoted, or adds up, instead;
    `denominator`: for a share and a count, the wholes, lowest to highest, that would carry both.
    """

    clash: Clash
    claims: tuple[Claim, ...]
    total: Claim | Known | None
    needs: tuple[Fraction, Fraction]
    found: Fraction
    denominator: tuple[Fraction, Fraction] | None = None


def contradictions(claims: Sequence[Claim], known: Sequence[Known]) -> list[Contradiction]:
    """Every set of quoted figures of one source that cannot stand together.

    What nobody tells is given the benefit of the doubt: sums are drawn over equal scopes only, and a share is laid
    on a whole only where somebody published the share of that whole, or the item itself quotes the whole.
    """
    counts = [one for one in claims if _is_exact_count(one)]
    found = [*_shares_and_counts(claims, counts, known), *_sums(counts), *_parts(counts)]
    return [*found, *_shares_over_100(claims), *_two_values(counts)]


def _is_exact_count(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.kind is QuantityKind.COUNT and quantity.comparator is Comparator.EXACT and quantity.low is not None


def _one_voice(one: Claim, other: Claim) -> bool:
    return one.source == other.source or same_source(one.source, other.source)


def _values(claims: Iterable[Claim]) -> list[Fraction]:
    return [claim.quantity.low or Fraction(0) for claim in claims]


# ---- a share and a count -------------------------------------------------------------------------------------------


def _shares_and_counts(
    claims: Sequence[Claim], counts: Sequence[Claim], known: Sequence[Known]
) -> Iterator[Contradiction]:
    for share in claims:
        for count in counts:
            if _pair(share, count):
                wholes: tuple[Claim | Known, ...] = (
                    *_published_wholes(share, known),
                    *_quoted_wholes(share, count, counts),
                )
                yield from _first(_against(share, count, whole) for whole in wholes)


def _pair(share: Claim, count: Claim) -> bool:
    """A share and a count of the same condition, which nothing in the words sets apart."""
    same_thing = share.measure.of == count.measure.of != ALL and share.scope.population == count.scope.population
    is_share = share.measure.kind is QuantityKind.PERCENT and bool(share.quantity.low)
    return is_share and same_thing and _one_voice(share, count) and may_be_same(share.scope, count.scope)


def _published_wholes(share: Claim, known: Sequence[Known]) -> Iterator[Known]:
    """Totals that the publisher of this very share gave for the same scope: cited, or in the scope that is quoted."""
    published = [one for one in known if one.source and same_number(agreement(share, one))]
    near = [
        one for one in published if same_source(share.source, one.source) or not differences(share.scope, one.scope)
    ]
    for one in sorted(near, key=lambda one: (not same_source(share.source, one.source), one.id)):
        for total in known:
            if _is_total(total) and total.source == one.source and surely_same(one.scope, total.scope):
                yield total


def _is_total(total: Claim | Known) -> bool:
    measure = total.measure
    return measure.of == ALL and measure.kind is QuantityKind.COUNT and total.scope.population in ("child", "incident")


def _quoted_wholes(share: Claim, count: Claim, counts: Sequence[Claim]) -> Iterator[Claim]:
    """Totals that the item quotes from the same source, where neither share nor count is told of something else.

    A total of one party is no whole for figures that name none.
    """
    for total in counts:
        fits = _is_total(total) and all(_one_voice(total, one) for one in (share, count))
        if fits and all(_lies_on(one, total) for one in (share, count)):
            yield total


def _lies_on(part: Claim, whole: Claim) -> bool:
    mine, theirs = part.scope.parties, whole.scope.parties
    parties = mine.codes == theirs.codes or not theirs.codes or mine.told is not Told.STATED
    one_party = len(theirs.codes) == 1 and mine.codes != theirs.codes
    heading = not part.scope.violations or part.scope.violations == whole.scope.violations
    return parties and not one_party and heading and may_be_same(part.scope, whole.scope)


def _against(share: Claim, count: Claim, total: Claim | Known) -> Contradiction | None:
    low, high = bounds(share)
    whole, n = total.quantity.low, count.quantity.low
    if whole is None or n is None or not low or total is count:
        return None
    needs = (low * whole / 100, high * whole / 100)
    if needs[0] - 1 < n < needs[1] + 1:
        return None
    denominator = (n * 100 / high, n * 100 / low)
    return Contradiction(Clash.SHARE_AND_COUNT, (share, count), total, needs, n, denominator)


def _first(found: Iterable[Contradiction | None]) -> Iterator[Contradiction]:
    """The first whole decides: laid on a known whole that carries both, a share clashes with nothing."""
    yield from (one for one in list(found)[:1] if one is not None)


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
            return low - rounding(claim), low + rounding(claim)


# ---- sums ----------------------------------------------------------------------------------------------------------


def _sums(counts: Sequence[Claim]) -> Iterator[Contradiction]:
    for total in filter(_is_total, counts):
        whole = total.quantity.low or Fraction(0)
        for clash, parts in ((Clash.SUM_OF_SEXES, _sexes(total, counts)), (Clash.SUM_OF_PARTIES, _of(total, counts))):
            together = sum(_values(parts), Fraction(0))
            if together > whole or (together < whole and _is_closed(clash, total, parts)):
                yield Contradiction(clash, (total, *parts), total, (whole, whole), together)


def _sexes(total: Claim, counts: Sequence[Claim]) -> list[Claim]:
    """The boys and the girls of a total, when each is quoted once."""
    beside = [one for one in counts if one.measure.of == ALL and _one_voice(one, total)]
    same = [one for one in beside if surely_same(one.scope, total.scope)]
    boys, girls = ([one for one in same if one.scope.population == sex] for sex in ("boy", "girl"))
    return [*boys, *girls] if len(boys) == len(girls) == 1 else []


def _is_closed(clash: Clash, total: Claim, parts: Sequence[Claim]) -> bool:
    """Boys and girls of one sentence leave nobody out; across sentences some may be of unknown sex."""
    return clash is Clash.SUM_OF_SEXES and bool(parts) and {one.statement_id for one in parts} == {total.statement_id}


def _of(total: Claim, counts: Sequence[Claim]) -> list[Claim]:
    """The counts of single parties behind a total of all of them, each party once."""
    if len(total.scope.parties.codes) == 1 or total.scope.population not in ("child", "incident"):
        return []
    parts: dict[frozenset[str], Claim] = {}
    for one in counts:
        single = len(one.scope.parties.codes) == 1 and one.scope.parties.told is not Told.NOT_STATED
        if single and _is_total(one) and _one_voice(one, total) and _same_but_party(one, total):
            parts.setdefault(one.scope.parties.codes, one)
    return list(parts.values()) if len(parts) > 1 else []


def _same_but_party(one: Claim, other: Claim) -> bool:
    mine, theirs = ((c.scope.place.codes, c.scope.period.when, c.scope.violations) for c in (one, other))
    return mine == theirs


def _parts(counts: Sequence[Claim]) -> Iterator[Contradiction]:
    """A count under a condition, or of one sex, above the count of all in the very same scope."""
    for total in filter(_is_total, counts):
        whole = total.quantity.low or Fraction(0)
        for part in counts:
            smaller = part.measure.of != ALL or part.scope.population in ("boy", "girl")
            n = part.quantity.low or Fraction(0)
            if smaller and n > whole and _one_voice(part, total) and surely_same(part.scope, total.scope):
                yield Contradiction(Clash.PART_ABOVE_WHOLE, (part, total), total, (Fraction(0), whole), n)


def _shares_over_100(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    shares = [one for one in claims if one.measure.kind is QuantityKind.PERCENT and one.quantity.low is not None]
    for boys, girls in combinations(shares, 2):
        if {boys.measure.of, girls.measure.of} != {"boys", "girls"} or not _one_voice(boys, girls):
            continue
        least = sum((bounds(one)[0] for one in (boys, girls)), Fraction(0))
        if least > 100 and surely_same(boys.scope, girls.scope):
            together = sum(_values((boys, girls)), Fraction(0))
            yield Contradiction(Clash.SHARES_ABOVE_WHOLE, (boys, girls), None, (Fraction(0), Fraction(100)), together)


# ---- one figure told twice -----------------------------------------------------------------------------------------


def _two_values(counts: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two totals of one named source, for one stated party, place, year: they cannot both be the total."""
    for one, other in combinations(counts, 2):
        if one.quantity.low == other.quantity.low or one.statement_id == other.statement_id:
            continue
        same = one.measure == other.measure and one.scope.population == other.scope.population
        if same and one.source and _one_voice(one, other) and _all_stated(one) and surely_same(one.scope, other.scope):
            low = one.quantity.low or Fraction(0)
            yield Contradiction(Clash.TWO_VALUES, (one, other), None, (low, low), other.quantity.low or Fraction(0))


def _all_stated(claim: Claim) -> bool:
    """True when the words name all three, and the time is a reporting period and not the day of one event."""
    scope = claim.scope
    when = scope.period.when
    whole = when is not None and when.first is not None and when.last is not None and (when.last - when.first).days > 27
    told = all(part.told is Told.STATED for part in (scope.parties, scope.place, scope.period))
    return whole and told and bool(scope.parties.codes) and bool(scope.place.codes) and claim.verified_by_source
