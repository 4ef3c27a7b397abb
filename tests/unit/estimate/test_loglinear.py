"""Promises of the log-linear models: SparseMSE's figures, its checks, an interval that pays for the choice."""

from __future__ import annotations

import numpy as np
import pytest

from tawthiq import estimate
from tawthiq.report.estimate.cells import FloatArray, all_counts, all_patterns
from tawthiq.report.estimate.loglinear.bootstrap import bca
from tawthiq.report.estimate.loglinear.model import Fitted, fit
from tawthiq.report.estimate.loglinear.search import bic_weights, stepwise, visited
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.methods.two_lists import lincoln_petersen
from tawthiq.report.estimate.published import published


@pytest.mark.parametrize(
    ("name", "main", "chosen", "pairs"),
    [
        ("kosovo", 7395, 14342, "ABA:OSCE EXH:ABA EXH:HRW EXH:OSCE OSCE:HRW"),
        ("my5", 638, 610, "A:B C:E"),
        ("my3", 764, 731, "B:C"),
        ("UKdat_5", 13444, 11313, 6),
        ("UKdat", 12214, 11418, 7),
        ("Ned_5", 52924, 121522, 5),
        ("Ned", 52823, 111139, 6),
        ("NewOrl_5", 1034, 1034, ""),
        ("NewOrl", 997, 1184, "D:E"),
        ("Western", 2007, 2483, "A:E"),
        ("Artificial_3", 539, 539, ""),
        ("HIV", 11125, 11125, ""),
    ],
)
def test_points_and_pairs_are_those_of_sparsemse(name: str, main: int, chosen: int, pairs: str | int) -> None:
    table = published(name)
    x, counts = all_patterns(table.n_lists), all_counts(table)
    start, end = fit(x, counts, frozenset()), stepwise(x, counts)
    assert isinstance(start, Fitted)
    assert isinstance(end, Fitted)
    assert round(table.n_observed + start.unseen) == main
    assert round(table.n_observed + end.unseen) == chosen
    named = sorted(f"{table.lists[a]}:{table.lists[b]}" for a, b in end.pairs)
    if isinstance(pairs, str):
        assert named == pairs.split()
    else:
        assert pairs == sum(table.overlaps()[pair] > 0 for pair in end.pairs)


@pytest.mark.parametrize(
    ("pairs", "code", "reasons"),
    [
        ((("A", "B"), ("A", "C"), ("B", "C")), 2, {estimate.Reason.NOT_IDENTIFIABLE}),
        ((("A", "B"),), 1, {estimate.Reason.NO_FINITE_MAXIMUM}),
        ((("A", "B"), ("A", "C")), 1, {estimate.Reason.NO_FINITE_MAXIMUM}),
        ((("A", "C"), ("B", "C")), 0, set()),
    ],
)
def test_models_without_an_answer_are_refused(
    pairs: tuple[tuple[str, str], ...], code: int, reasons: set[estimate.Reason]
) -> None:
    method = LogLinear(rule=Rule.FIXED, pairs=pairs, n_replicates=20)
    table = published("Artificial_3")
    assert method.check(table) == code
    outcome = method.fit(table, estimate.Run())
    assert (set(outcome.reasons) if isinstance(outcome, estimate.Refused) else set()) == reasons


def test_the_interval_pays_for_the_choice_of_pairs() -> None:
    """The Wald interval of the chosen model is 12 541 to 16 540; resampling with choice is not narrower by much."""
    outcome = LogLinear(n_replicates=150).fit(published("kosovo"), estimate.Run(seed=4))
    assert isinstance(outcome, estimate.Estimate)
    assert 11_800 < outcome.interval.low < 13_200
    assert 15_500 < outcome.interval.high < 17_500


def test_the_same_seed_gives_the_same_interval() -> None:
    one, two = (LogLinear(n_replicates=40).fit(published("my3"), estimate.Run(seed=9)) for _ in range(2))
    assert isinstance(one, estimate.Estimate)
    assert isinstance(two, estimate.Estimate)
    assert one.interval == two.interval


def test_more_children_with_the_same_shares_scale_the_point() -> None:
    kosovo = published("kosovo")
    tenfold = estimate.from_counts(kosovo.lists, {pattern: 10 * count for pattern, count in kosovo.cells})
    one, ten = (fit(all_patterns(4), all_counts(table), frozenset({(0, 1)})) for table in (kosovo, tenfold))
    assert isinstance(one, Fitted)
    assert isinstance(ten, Fitted)
    assert ten.unseen == pytest.approx(10 * one.unseen)


def test_model_weights_sum_to_one_with_the_best_bic_on_top() -> None:
    table = published("kosovo")
    models = visited(all_patterns(4), all_counts(table))
    assert isinstance(models, list)
    weights = bic_weights(models, table.n_observed)
    assert weights.sum() == pytest.approx(1)
    assert models[int(np.argmax(weights))].bic(4400) == min(model.bic(4400) for model in models)


def test_the_average_is_between_its_models() -> None:
    outcome = LogLinear(rule=Rule.AVERAGE).fit(published("UKdat_5"), estimate.Run())
    assert isinstance(outcome, estimate.Estimate)
    assert 9_000 < outcome.interval.low < outcome.median < outcome.interval.high < 20_000


def test_resampled_totals_spread_with_the_chance_of_being_on_a_list() -> None:
    """Two lists of 500 that share 250 of 1,000: a quarter of Seber's variance is how many are seen at all."""

    def total(again: FloatArray) -> float:
        return float((again[0] + again[2]) * (again[1] + again[2]) / again[2])

    value, variance = lincoln_petersen(500, 500, 250)
    found = bca(np.full(3, 250.0), total, value, (0.025, 0.975), np.random.default_rng(1), 3_000, lambda _: None)
    assert found.replicates.std() == pytest.approx(variance**0.5, rel=0.06)


def test_the_average_spreads_with_the_chance_of_being_on_a_list() -> None:
    table = estimate.from_text("ABC", "001:140 010:140 100:140 011:60 101:60 110:60 111:26")
    fitted = fit(all_patterns(3), all_counts(table), frozenset())
    found = estimate.estimate_one(table, LogLinear(rule=Rule.AVERAGE), estimate.Run(seed=1))
    assert isinstance(fitted, Fitted)
    assert isinstance(found, estimate.Estimate)
    narrow = 2 * 1.96 * fitted.unseen * fitted.log_se
    assert found.interval.high - found.interval.low > 1.05 * narrow
