"""Promises of the latent-class sampler: R's published rows, refusals that say where the modes lie. Exactness of its
kernels stands in `test_exact_kernels`."""

from __future__ import annotations

import numpy as np
import pytest

from tawthiq import estimate
from tawthiq.report.estimate.latent.chain import Kernel
from tawthiq.report.estimate.latent.density import gradient, log_likelihood, log_prior, probabilities
from tawthiq.report.estimate.latent.gibbs import alpha_given_sizes, draw_alpha, draw_unseen
from tawthiq.report.estimate.latent.modes import explain, in_words, valleys, without_numbers
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.published import published


def test_the_gradient_is_the_slope_of_the_density() -> None:
    rng = np.random.default_rng(3)
    table = published("my3")
    patterns, counts = table.patterns().astype(np.uint8), table.counts().astype(float)
    state, n_classes = rng.normal(size=3 * 4 + 3), 4
    seen, missed, joint, cell = np.empty((3, 4)), np.empty((3, 4)), np.empty((8, 4)), np.empty(8)

    def value(at: np.ndarray) -> float:
        probabilities(at, patterns, seen, missed, joint, cell)
        return float(log_likelihood(cell, counts) + log_prior(at, 0.7, 3, n_classes))

    slope = np.empty(state.size)
    value(state)
    gradient(state, 0.7, patterns, counts, seen, joint, cell, slope)
    for d in range(state.size):
        nudge = np.eye(state.size)[d] * 1e-5
        assert slope[d] == pytest.approx((value(state + nudge) - value(state - nudge)) / 2e-5, rel=1e-4, abs=1e-4)


def test_a_number_unseen_beyond_the_bound_is_never_drawn() -> None:
    rng = np.random.default_rng(1)
    draws = [draw_unseen(rng, 50.0, 0.99, 1000.0) for _ in range(200)]
    assert set(draws) == {-1.0}


@pytest.mark.parametrize(
    ("name", "median", "low", "high"),
    [("NewOrl_5", 833, 570, 1_372)],
)
def test_answers_are_those_of_lcmcr(name: str, median: int, low: int, high: int) -> None:
    outcome = LatentClasses(Plan(n_chains=4, max_batches=3)).fit(published(name), estimate.Run(seed=5))
    assert isinstance(outcome, estimate.Estimate)
    assert outcome.median == pytest.approx(median, rel=0.02)
    assert outcome.interval.low == pytest.approx(low, rel=0.04)
    assert outcome.interval.high == pytest.approx(high, rel=0.06)


def test_the_same_seed_gives_the_same_bytes() -> None:
    quick = LatentClasses(Plan(n_chains=2, warm_up=(50, 50), batch=500, max_batches=1, n_ladders=0, target_ess=10))
    one, two = (quick.fit(published("my3"), estimate.Run(seed=8)) for _ in range(2))
    if isinstance(one, estimate.Estimate) and isinstance(two, estimate.Estimate):
        assert one.draws is not None
        assert two.draws is not None
        assert one.draws.values.tobytes() == two.draws.values.tobytes()
    assert type(one) is type(two)
    assert estimate.to_json(one) == estimate.to_json(two)


def test_chains_in_different_modes_are_refused() -> None:
    """A short plain run of the Dutch table sits in two modes; without a ladder there is no answer to give."""
    short = LatentClasses(Plan(n_chains=8, warm_up=(150, 150), batch=250, max_batches=1, n_ladders=0))
    outcome = short.fit(published("Ned_5"), estimate.Run(seed=1))
    assert isinstance(outcome, estimate.Refused)
    assert estimate.Reason.CHAINS_DISAGREE in outcome.reasons
    assert "2 answers fit" in outcome.grounds[0].detail
    assert len(outcome.modes) == 2


def test_modes_of_a_refusal_say_where_each_chain_was_but_no_number_of_children() -> None:
    rng = np.random.default_rng(4)
    low, high = rng.normal(40_000, 2_000, 2_000), rng.normal(130_000, 5_000, 2_000)
    unseen = np.array([low, high, np.concatenate([low[:500], high[:1_500]])])
    words = in_words(unseen, n_observed=8_000)
    assert "about 6 times the children seen (100%, 0%, 25% of the draws of each chain)" in words
    assert "about 17 times the children seen (0%, 100%, 75% of the draws of each chain)" in words
    told = without_numbers(explain(unseen, (), 8_000, 5))
    assert [sorted(mode) for mode in told if isinstance(mode, dict)] == [["chains", "classes"]] * 2
    assert in_words(low[None, :], n_observed=8_000) == ""


def test_draws_at_the_bound_are_refused() -> None:
    tight = LatentClasses(Plan(n_chains=4, max_ratio=1.0, max_batches=2, n_ladders=0, target_ess=400))
    outcome = tight.fit(published("HIV"), estimate.Run(seed=1))
    assert isinstance(outcome, estimate.Refused)
    assert estimate.Reason.PILED_AT_BOUND in outcome.reasons


def test_cancelling_leaves_no_half_result() -> None:
    class Cancelled(Exception):
        pass

    def cancel(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        LatentClasses(Plan(n_chains=1, warm_up=(10, 10))).fit(published("my3"), estimate.Run(progress=cancel))


def test_two_heaps_are_seen_as_two_modes() -> None:
    rng = np.random.default_rng(2)
    heaps = np.concatenate([rng.normal(40_000, 3_000, 3_000), rng.normal(140_000, 9_000, 1_000)])
    assert len(valleys(heaps)) == 1
    assert 48_000 < valleys(heaps)[0] < 120_000
    assert len(valleys(rng.normal(10_000, 1_000, 4_000))) == 0


def test_given_many_children_one_sweep_is_enough() -> None:
    plan = Plan()
    assert (plan.short(published("my5")).n_sweeps, plan.short(published("kosovo")).n_sweeps) == (2, 1)


def test_the_concentrations_prior_is_a_setting() -> None:
    """A prior that knows the concentration (4, to half a percent) leaves nothing for the data to say."""
    rng = np.random.default_rng(3)
    prior = np.array([40_000.0, 10_000.0])
    drawn_alphas = [draw_alpha(rng, np.zeros(3), 1, 2, prior) for _ in range(200)]
    assert np.mean(drawn_alphas) == pytest.approx(4.0, rel=0.01)
    sizes = np.array([3.0, 5.0])
    alphas = [1.0]
    for _ in range(400):
        alphas.append(alpha_given_sizes(rng, alphas[-1], sizes, prior))
    assert np.mean(alphas[100:]) == pytest.approx(4.0, rel=0.02)


def test_a_gibbs_sweep_is_always_part_of_the_kernel() -> None:
    with pytest.raises(ValueError, match="Gibbs"):
        Kernel(n_sweeps=0)
