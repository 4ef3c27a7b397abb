"""Numbers keep how they were stated; shares keep what they are shares of."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import fractions, quantities, shares, tried
from tawthiq.terms.errors import UnknownDenominator
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind, Share


def _count(comparator: Comparator, low: int) -> Quantity:
    return Quantity(QuantityKind.COUNT, comparator, Fraction(low))


@tried
@given(fractions, fractions)
def test_more_than_and_at_most_never_agree(stated: Fraction, value: Fraction) -> None:
    more = Quantity(QuantityKind.COUNT, Comparator.MORE_THAN, stated)
    at_most = Quantity(QuantityKind.COUNT, Comparator.AT_MOST, stated)
    assert more.admits(value) != at_most.admits(value)


@tried
@given(fractions, fractions)
def test_less_than_and_at_least_never_agree(stated: Fraction, value: Fraction) -> None:
    less = Quantity(QuantityKind.COUNT, Comparator.LESS_THAN, stated)
    at_least = Quantity(QuantityKind.COUNT, Comparator.AT_LEAST, stated)
    assert less.admits(value) != at_least.admits(value)


@tried
@given(quantities())
def test_a_number_does_not_contradict_itself(stated: Quantity) -> None:
    itself = {Comparator.EXACT, Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOUT, Comparator.RANGE}
    if stated.low is not None and stated.comparator in itself:
        assert stated.admits(stated.low)
    if stated.high is not None:
        assert stated.admits(stated.high)


@tried
@given(quantities(), fractions)
def test_what_states_no_number_contradicts_none(stated: Quantity, value: Fraction) -> None:
    if stated.low is None or stated.comparator in (Comparator.VAGUE, Comparator.UNKNOWN):
        assert stated.admits(value)


def test_almost_a_fifth_lies_below_a_fifth() -> None:
    fifth = Quantity(QuantityKind.FRACTION, Comparator.ALMOST, Fraction(20), unit="percent")
    assert fifth.admits(Fraction(19))
    assert not fifth.admits(Fraction(20))
    assert not fifth.admits(Share(17, 278).percent)


def test_a_printed_77_percent_admits_213_to_215_of_278() -> None:
    printed = Quantity(QuantityKind.PERCENT, Comparator.EXACT, Fraction(77), unit="percent")
    half = Fraction(1, 2)
    admitted = [n for n in range(279) if printed.admits(Share(n, 278).percent, half)]
    assert admitted == [213, 214, 215]
    assert Share(53, 69).rounded() == 77


def test_a_range_needs_both_ends_in_order() -> None:
    with pytest.raises(ValueError, match="low to high"):
        Quantity(QuantityKind.COUNT, Comparator.RANGE, Fraction(5), Fraction(3))
    with pytest.raises(ValueError, match="only then"):
        Quantity(QuantityKind.COUNT, Comparator.EXACT, Fraction(3), Fraction(5))


@tried
@given(shares())
def test_a_share_lies_between_nothing_and_the_whole(share: Share) -> None:
    low, high = share.percent_range
    assert 0 <= low == share.percent <= high <= 100


@tried
@given(shares())
def test_a_share_and_its_rest_are_the_whole(share: Share) -> None:
    rest = Share(share.denominator - share.numerator - share.unknown, share.denominator, share.unknown)
    assert share.percent + rest.percent_range[1] == 100


@tried
@given(shares())
def test_rounding_is_never_off_by_more_than_half(share: Share) -> None:
    assert abs(share.rounded() - share.percent) <= Fraction(1, 2)


@tried
@given(shares(), st.integers(0, 100))
def test_deciding_the_unknown_stays_inside_the_range(share: Share, per_cent: int) -> None:
    decided = Share(share.numerator + share.unknown * per_cent // 100, share.denominator)
    assert share.percent_range[0] <= decided.percent <= share.percent_range[1]


def test_halves_round_up_as_printed_reports_do() -> None:
    assert Share(1, 200).rounded() == 1
    assert Share(5, 200).rounded() == 3


@pytest.mark.parametrize("whole", [0, -3])
def test_a_share_of_nothing_is_refused(whole: int) -> None:
    with pytest.raises(UnknownDenominator):
        Share(0, whole)


@pytest.mark.parametrize(("part", "unknown"), [(-1, 0), (11, 0), (6, 5), (0, -1)])
def test_parts_larger_than_the_whole_are_refused(part: int, unknown: int) -> None:
    with pytest.raises(ValueError, match="parts of the denominator"):
        Share(part, 10, unknown)
