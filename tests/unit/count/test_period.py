"""Each violation has at most one bucket in a period, and is verified in at most one period of a series."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.report.count.period import Bucket, Facts, Standing, Straddle, bucket, verified_masks
from tawthiq.terms.errors import BadInput
from tawthiq.terms.when import When, between, in_month, in_quarter, in_year, not_after, not_before, on_day, parse_when

DAYS = st.dates(date(2012, 1, 1), date(2016, 12, 31))
ENDS = st.tuples(DAYS, st.integers(0, 500)).map(lambda pair: between(pair[0], pair[0] + timedelta(pair[1])))
WHENS = st.none() | DAYS.map(on_day) | ENDS | DAYS.map(not_after) | DAYS.map(not_before)
SERIES = st.sampled_from(
    [
        [in_year(year) for year in range(2010, 2020)],
        [in_quarter(year, quarter) for year in range(2010, 2020) for quarter in range(1, 5)],
        [in_month(year, month) for year in range(2010, 2020) for month in range(1, 13)],
    ]
)
VERIFIED = st.builds(Facts, st.just(Standing.VERIFIED), WHENS, DAYS, st.none() | DAYS)


@given(VERIFIED, SERIES, st.sampled_from(Straddle))
def test_a_verified_violation_is_in_at_most_one_period_of_a_series(
    facts: Facts, series: list[When], straddle: Straddle
) -> None:
    found = [bucket(facts, period, straddle) for period in series]
    assert sum(one is not Bucket.ELSEWHERE for one in found) <= 1


@given(st.lists(VERIFIED, min_size=1, max_size=20), SERIES, st.sampled_from(Straddle))
def test_columns_and_single_cases_fall_into_the_same_buckets(
    cases: list[Facts], series: list[When], straddle: Straddle
) -> None:
    def days(values: list[date | None]) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
        return np.array(values, "datetime64[D]")

    first = days([case.happened_on.first if case.happened_on else None for case in cases])
    last = days([case.happened_on.last if case.happened_on else None for case in cases])
    verified_on, released = days([case.verified_on for case in cases]), days([case.released_on for case in cases])
    for period in series[12:20]:
        masks = verified_masks(first, last, verified_on, released, period, straddle)
        for place, case in enumerate(cases):
            marked = [found for found, mask in masks.items() if mask[place]]
            assert marked == [one for one in [bucket(case, period, straddle)] if one is not Bucket.ELSEWHERE]


def case(when: str, verified_on: date | None, standing: Standing = Standing.VERIFIED) -> Facts:
    return Facts(standing, parse_when(when), verified_on)


def test_late_for_the_quarter_is_current_for_the_year() -> None:
    january = case("2014-01-20", date(2014, 5, 3))
    assert bucket(january, in_quarter(2014, 2)) is Bucket.LATE
    assert bucket(january, in_year(2014)) is Bucket.CURRENT
    assert bucket(january, in_quarter(2014, 1)) is Bucket.ELSEWHERE


def test_what_was_verified_after_the_period_is_late_in_the_next() -> None:
    december = case("2014-12-20", date(2015, 2, 3))
    assert bucket(december, in_year(2014)) is Bucket.ELSEWHERE
    assert bucket(december, in_year(2015)) is Bucket.LATE


@pytest.mark.parametrize(
    ("straddle", "expected"),
    [(Straddle.START, Bucket.LATE), (Straddle.OVERLAP, Bucket.CURRENT), (Straddle.RELEASE, Bucket.CURRENT)],
)
def test_the_policy_decides_what_straddles(straddle: Straddle, expected: Bucket) -> None:
    assert bucket(case("2013-11-01/2014-02-01", date(2014, 3, 1)), in_year(2014), straddle) is expected


def test_unverified_cases_go_by_the_day_of_the_event_and_never_into_verified_buckets() -> None:
    assert bucket(case("2014-03", None, Standing.PENDING), in_year(2014)) is Bucket.PENDING
    assert bucket(case("2014-03", None, Standing.NOT_VERIFIABLE), in_year(2014)) is Bucket.NOT_VERIFIABLE
    assert bucket(case("2013-03", date(2014, 1, 1), Standing.PENDING), in_year(2014)) is Bucket.ELSEWHERE
    assert bucket(case("2014-03", None, Standing.OUT), in_year(2014)) is Bucket.ELSEWHERE


def test_a_case_of_unknown_day_is_told_apart_and_not_guessed() -> None:
    assert bucket(Facts(Standing.VERIFIED, None, date(2014, 5, 1)), in_year(2014)) is Bucket.UNDATED
    assert bucket(case("../2014-06-01", date(2014, 7, 1)), in_year(2014)) is Bucket.UNDATED


def test_a_period_needs_both_ends() -> None:
    with pytest.raises(BadInput):
        bucket(case("2014-03", date(2014, 5, 1)), parse_when("2014-01-01/.."))
