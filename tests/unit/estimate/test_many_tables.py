"""Promises of one method on many tables: linkage draws, imputations, strata; of intervals widened by known sizes."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from tawthiq import estimate
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.consistency import Known
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.published import published
from tawthiq.terms.errors import BadInput, UnknownCode

RUN = estimate.Run(seed=4)
INDEPENDENT = LogLinear(rule=Rule.FIXED, n_replicates=60)
BASE = "001:60 010:49 011:4 100:247 101:112 110:{} 111:12"


def draw(both: int, number: int, stratum: str = "") -> CaptureTable:
    table = estimate.from_text("ABC", BASE.format(both), stratum=stratum)
    return replace(table, linkage_draw=number)


def made(outcome: estimate.Outcome) -> estimate.Estimate:
    assert isinstance(outcome, estimate.Estimate)
    return outcome


def test_one_table_is_fitted_as_it_is() -> None:
    whole = made(estimate.fit(published("my3"), "dga", run=RUN))
    assert whole.median == made(estimate.estimate_one(published("my3"), Dga(), RUN)).median


def test_the_same_table_many_times_leaves_no_variance_to_the_linkage() -> None:
    same = made(estimate.fit([draw(140, k) for k in range(4)], "dga", run=RUN))
    assert same.diagnostics["share_between"] == pytest.approx(0, abs=1e-3)


def test_linkage_draws_that_differ_show_their_part_of_the_variance() -> None:
    apart = made(estimate.fit([draw(both, k) for k, both in enumerate((90, 140, 190))], INDEPENDENT, run=RUN))
    alone = made(estimate.fit(draw(140, 0), INDEPENDENT, run=RUN))
    assert 0.3 < float(str(apart.diagnostics["share_between"])) < 1
    assert apart.interval.high - apart.interval.low > alone.interval.high - alone.interval.low


def test_a_table_of_weight_zero_is_not_looked_at() -> None:
    empty = estimate.from_text("ABC", "001:60 010:49")
    weighed = made(estimate.fit([draw(140, 0), empty, draw(140, 1)], "dga", weights=[1, 0, 1], run=RUN))
    assert weighed.settings["n_fits"] == 2


def test_strata_with_linkage_draws_are_pooled_within_then_summed() -> None:
    tables = [draw(both, k, side) for side in ("north", "south") for k, both in enumerate((90, 190))]
    total = made(estimate.fit(tables, INDEPENDENT, run=RUN))
    north = made(estimate.fit(tables[:2], INDEPENDENT, run=RUN))
    assert total.median == pytest.approx(2 * north.median, rel=0.05)
    assert 0 < float(str(total.diagnostics["share_between"])) < 1


def test_one_draw_without_an_answer_refuses_the_whole() -> None:
    refused = estimate.fit([draw(140, 0), estimate.from_text("ABC", "001:60 010:49 100:9")], "dga", run=RUN)
    assert isinstance(refused, estimate.Refused)
    assert refused.reasons == (estimate.Reason.PART_REFUSED,)


@pytest.mark.parametrize("weights", [[1.0], [0.0, 0.0], [-1.0, 2.0], [math.nan, 1.0]])
def test_weights_that_do_not_fit_are_refused(weights: list[float]) -> None:
    with pytest.raises(BadInput):
        estimate.fit([draw(140, 0), draw(140, 1)], "dga", weights=weights, run=RUN)


def test_no_table_or_no_such_method_is_an_error() -> None:
    with pytest.raises(BadInput):
        estimate.fit([], "dga")
    with pytest.raises(UnknownCode):
        estimate.fit(draw(140, 0), "guess")


def known(name: str, size: int, median: float, low: float, high: float, *, n: int = 100) -> Known:
    found = estimate.Estimate(
        method="dga", n_observed=n, n_lists=3, median=median, mean=None, interval=estimate.Interval(low, high),
        assumption="", table_hash="",
    )  # fmt: skip
    return Known(name, size, found)


def test_a_method_that_was_right_keeps_its_interval_nearly() -> None:
    right = [known(name, 200, 200, 150, 300) for name in "ABCDEFGH"]
    whole = made(known("", 0, 1_000, 800, 1_300).outcome)
    wider = estimate.widened(whole, right)
    assert isinstance(wider, estimate.Widened)
    assert wider.error == 0
    assert wider.interval.high < 1.3 * whole.interval.high


def test_a_method_that_missed_by_far_says_so_in_its_width() -> None:
    wrong = [known(name, 900, 200, 150, 300) for name in "ABCD"]
    whole = made(known("", 0, 1_000, 800, 1_300).outcome)
    wider = estimate.widened(whole, wrong)
    assert isinstance(wider, estimate.Widened)
    assert wider.interval.low < 300
    assert wider.interval.high > 5_000


def test_two_known_lists_are_too_few_to_widen_by() -> None:
    refused = estimate.widened(
        made(known("", 0, 1_000, 800, 1_300).outcome), [known(name, 200, 200, 150, 300) for name in "AB"]
    )
    assert isinstance(refused, estimate.Refused)
    assert refused.reasons == (estimate.Reason.NOT_CHECKED,)


def test_the_list_asked_for_has_no_part_in_its_own_width() -> None:
    entries = [known(name, 200, 200, 150, 300) for name in "ABC"] + [known("D", 5_000, 200, 150, 300)]
    found = {one.name: wide for one, wide in estimate.held_out(entries)}
    assert isinstance(found["D"], estimate.Widened)
    assert found["D"].error == 0
    assert isinstance(found["A"], estimate.Widened)
    assert found["A"].error > 1
