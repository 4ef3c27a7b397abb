"""Promises of the panel, sensitivity, combination, known-size check, simulation, exported draws."""

from __future__ import annotations

import io

import numpy as np
import pyarrow.parquet as pq
import pytest
from scipy.stats import t as student

from as_json import mapping, number
from tawthiq import estimate
from tawthiq.report.estimate.estimate import Draws
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.published import published
from tawthiq.terms.errors import BadInput

RUN = estimate.Run(seed=3)


def made(
    method: str,
    low: float,
    median: float,
    high: float,
    *,
    n: int = 500,
    draws: Draws | None = None,
    bound: bool = False,
) -> estimate.Estimate:
    return estimate.Estimate(
        method=method, n_observed=n, n_lists=3, median=median, mean=None, interval=estimate.Interval(low, high),
        assumption="", table_hash="", draws=draws, lower_bound=bound,
    )  # fmt: skip


def normal(mean: float, sd: float, seed: int) -> estimate.Estimate:
    values = np.random.default_rng(seed).normal(mean, sd, (2, 4_000))
    low, median, high = np.quantile(values, [0.025, 0.5, 0.975])
    return made("dga", low, median, high, draws=Draws(values))


INDEPENDENT = estimate.from_text("ABC", "001:140 010:140 100:140 011:60 101:60 110:60 111:26")


def test_methods_that_agree_raise_no_warning() -> None:
    found = estimate.panel(INDEPENDENT, [made("one", 700, 800, 900), made("two", 720, 810, 930)])
    assert found.agrees
    assert found.widest() == (700, 930)


def test_methods_that_disagree_are_said_to_disagree() -> None:
    found = estimate.panel(INDEPENDENT, [made("one", 700, 750, 800), made("two", 900, 1_000, 1_100)])
    assert any("one and two disagree" in warning for warning in found.warnings)


def test_an_answer_below_a_lower_bound_is_named() -> None:
    found = estimate.panel(INDEPENDENT, [made("low", 600, 650, 700), made("chao", 800, 900, 1_000, bound=True)])
    assert any("below the lower bound of chao" in warning for warning in found.warnings)


def test_a_lower_bound_is_no_end_of_the_range() -> None:
    found = estimate.panel(INDEPENDENT, [made("one", 700, 800, 900), made("chao", 100, 700, 800, bound=True)])
    assert found.widest() == (700, 900)


def test_families_thrown_together_weigh_the_same_however_many_methods_they_have() -> None:
    low, high = (Draws(np.full((1, 10), value)) for value in (700.0, 900.0))
    two = [made(name, 700, 700, 700, draws=low) for name in ("lcm", "lcm-neutral")]
    found = estimate.together([*two, made("dga", 900, 900, 900, draws=high)])
    assert found == estimate.Interval(700, 900)
    rare = made("dga", 700, 700, 900, draws=Draws(np.repeat([700.0, 900.0], [19, 1])[None, :]))
    assert estimate.together([*two, rare]) == estimate.Interval(700, 700)


def test_one_family_or_a_lower_bound_beside_it_is_not_thrown_together() -> None:
    alone = [made("lcm", 700, 700, 700, draws=Draws(np.full((1, 10), 700.0))), made("chao", 600, 650, 700, bound=True)]
    assert estimate.together(alone) is None


def test_two_ways_to_take_two_lists_are_one_opinion() -> None:
    draws = Draws(np.full((1, 10), 700.0))
    both = [made(name, 700, 700, 700, draws=draws) for name in ("chapman", "lincoln-petersen")]
    assert estimate.together(both) is None


def test_a_refusal_in_the_panel_is_named_with_its_reason() -> None:
    refused = estimate.Refused("dga", 500, (estimate.Ground(estimate.Reason.PRIOR_DECIDES, "only the prior speaks"),))
    found = estimate.panel(INDEPENDENT, [refused])
    assert found.widest() is None
    assert "dga gives no answer: only the prior speaks" in found.warnings


def test_kosovo_methods_disagree_and_the_panel_says_so() -> None:
    kosovo = published("kosovo")
    found = estimate.panel(kosovo, estimate.estimate_all(kosovo, ["dga", "loglinear-average", "chao"], RUN))
    assert any("share more children than independent lists would" in warning for warning in found.warnings)


def test_leaving_a_list_out_moves_the_answer_or_not() -> None:
    my5 = published("my5")
    whole = estimate.estimate_one(my5, Dga(), RUN)
    variants = estimate.leave_one_out(my5, Dga(), RUN)
    assert [variant.change for variant in variants] == [f"without {name}" for name in "ABCDE"]
    assert isinstance(whole, estimate.Estimate)


def test_merging_lists_moves_the_british_answer() -> None:
    six, five = published("UKdat"), published("UKdat_5")
    merged = six.merged("PF", "NCA")
    assert merged.n_observed == five.n_observed
    whole, part = (estimate.estimate_one(table, Dga(), RUN) for table in (six, merged))
    assert isinstance(whole, estimate.Estimate)
    assert isinstance(part, estimate.Estimate)
    assert round(part.median) == pytest.approx(22_990, rel=0.01)
    assert part.median > 1.5 * whole.median


def test_strata_are_summed_draw_by_draw() -> None:
    total = estimate.combine([normal(1_000, 30, 1), normal(2_000, 40, 2)], estimate.Over.STRATUM)
    assert isinstance(total, estimate.Estimate)
    assert total.median == pytest.approx(3_000, rel=0.002)
    assert total.interval.high - total.interval.low == pytest.approx(2 * 1.96 * 50, rel=0.05)
    assert total.n_observed == 1_000


def test_shares_of_strata_sum_to_one_in_every_draw() -> None:
    shares = estimate.shares_of_total([normal(1_000, 30, 1), normal(2_000, 40, 2)])
    assert shares.sum(axis=1) == pytest.approx(1)
    assert np.median(shares[:, 0]) == pytest.approx(1 / 3, rel=0.01)


def test_linkage_draws_are_pooled_and_their_part_of_the_doubt_is_said() -> None:
    same = estimate.combine([normal(1_000, 30, k) for k in range(10)], estimate.Over.LINKAGE)
    apart = estimate.combine([normal(1_000 + 60 * k, 30, k) for k in range(10)], estimate.Over.LINKAGE)
    assert isinstance(same, estimate.Estimate)
    assert isinstance(apart, estimate.Estimate)
    assert number(same.diagnostics["share_between"]) < 0.01
    expected = 60**2 * 8.25 / (60**2 * 8.25 + 30**2)
    assert apart.diagnostics["share_between"] == pytest.approx(expected, rel=0.03)


def test_weights_of_linkage_draws_count() -> None:
    heavy = estimate.combine([normal(1_000, 5, 1), normal(2_000, 5, 2)], estimate.Over.LINKAGE, weights=[9, 1])
    assert isinstance(heavy, estimate.Estimate)
    assert heavy.mean == pytest.approx(1_100, rel=0.02)


def test_one_refused_part_refuses_the_total() -> None:
    refused = estimate.Refused("dga", 5, (estimate.Ground(estimate.Reason.NO_OVERLAP, "none"),))
    total = estimate.combine([normal(1_000, 30, 1), refused], estimate.Over.STRATUM)
    assert isinstance(total, estimate.Refused)
    assert total.reasons == (estimate.Reason.PART_REFUSED,)


def test_a_method_without_draws_cannot_be_combined() -> None:
    with pytest.raises(BadInput):
        estimate.combine([made("chao", 600, 700, 800)] * 2, estimate.Over.STRATUM)


def test_rubin_with_equal_imputations_divides_by_nothing() -> None:
    one = normal(1_000, 30, 1)
    point, interval = estimate.rubin_log([one, one, one])
    assert point == pytest.approx(1_000, rel=0.01)
    assert interval.low < 1_000 < interval.high


def test_rubin_widens_with_the_spread_of_imputations() -> None:
    narrow = estimate.rubin_log([normal(1_000, 30, k) for k in range(5)])[1]
    wide = estimate.rubin_log([normal(1_000 + 100 * k, 30, k) for k in range(5)])[1]
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def drawn(*unseen: float, n: int = 100) -> estimate.Estimate:
    values = np.array([unseen]) + n
    return made("dga", float(values.min()), float(np.median(values)), float(values.max()), n=n, draws=Draws(values))


def test_rubin_by_hand() -> None:
    """log unseen 1 or 3, then 2 or 4: W = 1, B = 1/2, T = 1.75, df = (1 + 1 / 1.5)^2 = 2.78, centre 2.5."""
    e = np.e
    point, interval = estimate.rubin_log([drawn(e, e**3), drawn(e**2, e**4)])
    half = student.ppf(0.975, (1 + 1 / 1.5) ** 2) * 1.75**0.5
    assert point == pytest.approx(100 + (e + e**2 + e**3 + e**4) / 4, rel=1e-3)
    assert interval.low == pytest.approx(100 + np.exp(2.5 - half), rel=1e-3)
    assert interval.high == pytest.approx(100 + np.exp(2.5 + half), rel=1e-3)


def test_strata_by_hand() -> None:
    """20 or 40 unseen in one, 10 in the other: the total is 230 or 250, each half of the time."""
    total = estimate.combine([drawn(20, 40), drawn(10, 10)], estimate.Over.STRATUM)
    assert isinstance(total, estimate.Estimate)
    assert total.n_observed == 200
    assert (total.interval.low, total.interval.high) == (230, 250)
    assert total.mean == pytest.approx(240)


def test_linkage_draws_by_hand() -> None:
    """110 or 130 under one linkage, 150 or 170 under the other: variance 100 within, 400 between."""
    both = estimate.combine([drawn(10, 30), drawn(50, 70)], estimate.Over.LINKAGE)
    assert isinstance(both, estimate.Estimate)
    assert both.diagnostics["share_between"] == pytest.approx(0.8, abs=1e-3)
    assert both.mean == pytest.approx(140, rel=0.01)


def test_lists_of_known_size_are_estimated_from_the_others() -> None:
    known = estimate.against_known_sizes(published("kosovo"), Dga(), RUN)
    assert [(entry.name, entry.size) for entry in known] == [
        ("EXH", 1_910),
        ("ABA", 1_528),
        ("OSCE", 1_786),
        ("HRW", 685),
    ]
    assert {entry.covered for entry in known} <= {True, False, None}


def test_an_invented_world_is_covered_by_a_method_whose_assumption_holds() -> None:
    rng = np.random.default_rng(11)
    covered = 0
    for _ in range(20):
        truth = estimate.simulate(estimate.WORLDS["independent"], rng)
        outcome = Dga().fit(truth.table, RUN)
        covered += isinstance(outcome, estimate.Estimate) and outcome.interval.holds(truth.n_children)
    assert covered >= 16


def test_children_on_no_list_are_not_in_the_table() -> None:
    table = estimate.tabulate(np.array([[1, 0], [0, 0], [1, 1]]))
    assert table.n_observed == 2


def test_draws_go_to_parquet_with_what_made_them() -> None:
    (outcome,) = estimate.estimate_all(published("my3"), ["dga"], RUN)
    assert isinstance(outcome, estimate.Estimate)
    table = pq.read_table(io.BytesIO(estimate.draws_parquet(outcome)))
    assert table.column_names == ["chain", "draw", "n", "weight"]
    assert sum(table["weight"].to_pylist()) == pytest.approx(1)
    assert published("my3").hash().encode() in table.schema.metadata[b"tawthiq"]


def test_the_document_holds_all_that_is_needed_to_run_again() -> None:
    my3 = published("my3")
    outcomes = estimate.estimate_all(my3, ["dga"], RUN)
    found = estimate.reproduction(my3, RUN, outcomes)
    assert set(found) == {"table", "seed", "level", "versions", "bit_generator", "outcomes", "together"}
    assert mapping(found["table"])["hash"] == my3.hash()
