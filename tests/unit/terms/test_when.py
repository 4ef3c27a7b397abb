"""Times keep the precision they were told with."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from strategies import bounded_whens, calendar_whens, tried, whens
from tawthiq.terms.errors import BadInput, ImpossibleDate
from tawthiq.terms.when import Precision, When, between, in_half, in_quarter, in_year, on_day, parse_when


@tried
@given(whens)
def test_what_is_written_reads_back_equal(when: When) -> None:
    assert parse_when(when.text) == when


@tried
@given(whens)
def test_reading_never_changes_a_precision(when: When) -> None:
    again = parse_when(when.text)
    assert (again.precision, again.ends, again.estimated) == (when.precision, when.ends, when.estimated)


@tried
@given(calendar_whens)
def test_a_month_or_year_is_never_spelt_with_a_day(when: When) -> None:
    assert (when.text.count("-") == 2) == (when.precision is Precision.DAY)


@tried
@given(whens)
def test_a_time_lies_within_itself(when: When) -> None:
    assert when.lies_within(when)


@tried
@given(whens, whens)
def test_times_that_contain_each_other_are_the_same_days(one: When, other: When) -> None:
    if one.lies_within(other) and other.lies_within(one):
        assert (one.first, one.last) == (other.first, other.last)


@tried
@given(whens, whens, whens)
def test_lying_within_carries_over(one: When, other: When, third: When) -> None:
    if one.lies_within(other) and other.lies_within(third):
        assert one.lies_within(third)


@tried
@given(whens, whens)
def test_meeting_is_mutual(one: When, other: When) -> None:
    assert one.meets(other) == other.meets(one)


@tried
@given(whens, whens)
def test_what_lies_within_meets(one: When, other: When) -> None:
    if one.lies_within(other):
        assert one.meets(other)


@tried
@given(whens, whens)
def test_two_times_either_meet_or_one_is_surely_before(one: When, other: When) -> None:
    assert one.meets(other) != (one.surely_before(other) or other.surely_before(one))


@tried
@given(bounded_whens)
def test_a_bounded_time_ends_on_or_after_its_beginning(when: When) -> None:
    assert when.first is not None and when.last is not None and when.first <= when.last


def test_the_year_2014_does_not_become_its_first_day() -> None:
    year = parse_when("2014")
    assert (year.text, year.precision) == ("2014", Precision.YEAR)
    assert not year.lies_within(on_day(date(2014, 1, 1)))


def test_a_range_told_in_months_is_spelt_in_months() -> None:
    when = parse_when("2013-11/2014-02")
    assert (when.first, when.last) == (date(2013, 11, 1), date(2014, 2, 28))
    assert when.text == "2013-11/2014-02"
    assert when != between(date(2013, 11, 1), date(2014, 2, 28))


def test_an_end_told_as_a_month_is_spelt_as_a_month() -> None:
    assert parse_when("../2015-08").text == "../2015-08"
    assert parse_when("2014-Q2/..").text == "2014-Q2/.."


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2014-XX", in_year(2014)),
        ("2014-XX-XX", in_year(2014)),
        ("2014-07-XX", parse_when("2014-07")),
        ("2014-34", in_quarter(2014, 2)),
        ("2014-41", in_half(2014, 2)),
    ],
)
def test_the_spellings_of_edtf_are_read(text: str, meaning: When) -> None:
    assert parse_when(text) == meaning


@pytest.mark.parametrize(
    "text", ["2014-02-30", "2014-13", "2014-00", "2014-W54", "0000", "2014-05/2014-02", "9999-W52"]
)
def test_a_day_that_does_not_exist_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(ImpossibleDate) as refusal:
        parse_when(text, where="acts.csv, row 3, occurred_from")
    assert refusal.value.where == "acts.csv, row 3, occurred_from"


@pytest.mark.parametrize("text", ["", "spring", "14-07-03", "2014-7", "2014/07/03", "../..", "/", "2014?", "2014-Q5"])
def test_what_we_cannot_read_is_refused_and_not_guessed(text: str) -> None:
    with pytest.raises(BadInput):
        parse_when(text)


@pytest.mark.parametrize("text", ["٢٠١٤", "۲۰۱۴", "၂၀၁၄"])
def test_digits_of_another_script_are_digits(text: str) -> None:
    assert parse_when(text) == parse_when("2014")


def test_a_time_without_any_end_is_no_time() -> None:
    with pytest.raises(BadInput):
        When(None, None, Precision.RANGE)


def test_days_that_are_not_a_month_cannot_be_called_one() -> None:
    with pytest.raises(BadInput):
        When(date(2014, 7, 3), date(2014, 7, 30), Precision.MONTH)
