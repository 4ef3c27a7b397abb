"""Ages are ranges of whole years; what the range does not decide stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import ages, tried
from tawthiq.terms import vocabulary
from tawthiq.terms.age import Age, exact_age, parse_age
from tawthiq.terms.errors import BadInput
from tawthiq.terms.truth import Truth


@tried
@given(ages)
def test_what_is_written_reads_back_equal(age: Age) -> None:
    assert parse_age(age.text) == age


@tried
@given(ages, st.integers(0, 17))
def test_no_child_of_the_range_contradicts_the_answer(age: Age, years: int) -> None:
    inside = (age.min_years or 0) <= years and (age.max_years is None or years <= age.max_years)
    if inside and age.under_15 is not Truth.UNKNOWN:
        assert age.under_15 is exact_age(years).under_15


@tried
@given(ages, st.integers(0, 17))
def test_a_band_holds_every_age_of_the_range(age: Age, years: int) -> None:
    inside = (age.min_years or 0) <= years and (age.max_years is None or years <= age.max_years)
    if inside and age.band != "u":
        assert age.band == exact_age(years).band


@tried
@given(ages)
def test_whoever_may_be_18_is_in_no_band(age: Age) -> None:
    assert not (age.under_18_unproven and age.band != "u")


@tried
@given(st.integers(0, 17))
def test_every_exact_age_of_a_child_has_a_band_and_an_answer(years: int) -> None:
    age = exact_age(years)
    assert age.band != "u"
    assert (age.under_15 is Truth.YES) == (years < 15)
    assert not age.under_18_unproven


def test_a_group_of_14_to_18_gives_no_answer_on_15() -> None:
    age = Age(14, 18)
    assert age.under_15 is Truth.UNKNOWN
    assert age.under_18_unproven
    assert age.band == "u"


def test_a_group_of_14_to_17_is_surely_of_children() -> None:
    assert Age(14, 17).under_18 is Truth.YES
    assert Age(14, 17).band == "u"


def test_somebody_of_18_is_refused() -> None:
    with pytest.raises(BadInput):
        exact_age(18)
    with pytest.raises(BadInput):
        Age(18, None)


def test_an_age_not_known_is_not_below_15() -> None:
    assert Age().under_15 is Truth.UNKNOWN
    assert Age(max_years=14).under_15 is Truth.YES
    assert Age(min_years=15).under_15 is Truth.NO


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (12, 10), (3, 121)])
def test_an_impossible_age_is_refused(low: int, high: int) -> None:
    with pytest.raises(BadInput):
        Age(low, high)


@pytest.mark.parametrize("text", ["ten", "10.5", "10-12-14", "٣", "-", "~~"])
def test_what_is_no_age_is_refused_or_unknown(text: str) -> None:
    if text == "-":
        assert parse_age(text) == Age()
        return
    with pytest.raises(BadInput):
        parse_age(text)


def test_the_bands_meet_and_do_not_straddle_15_or_18() -> None:
    bands = [term.more for term in vocabulary.load("age_band").terms.values() if "from" in term.more]
    assert [band["from"] for band in bands] == [0, *(band["to"] + 1 for band in bands[:-1])]
    assert bands[-1]["to"] == 17
    assert 15 in [band["from"] for band in bands]
