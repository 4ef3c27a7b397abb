"""Promises of the latent-class sampler: exact before fast, then R's published rows."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from tawthiq import estimate
from tawthiq.report.estimate.convergence import ess, split
from tawthiq.report.estimate.latent.chain import Chain, Kernel, start
from tawthiq.report.estimate.latent.density import gradient, log_likelihood, log_prior, probabilities
from tawthiq.report.estimate.latent.gibbs import alpha_given_sizes, draw_alpha, draw_unseen
from tawthiq.report.estimate.latent.modes import explain, in_words, valleys, without_numbers
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.published import published

SMALL = "001:6 010:5 100:7 110:2 101:1 111:2"
TINY = "001:1 010:2 100:1 110:1 101:1 111:2"
KERNELS = {
    "gibbs": (Kernel(n_leaps=0, n_sweeps=1, n_exchanges=0), np.ones(1)),
    "gibbs with exchanges": (Kernel(n_leaps=0, n_sweeps=2, n_exchanges=2), np.ones(1)),
    "hamilton with gibbs": (Kernel(n_leaps=8, n_sweeps=1, n_exchanges=2), np.ones(1)),
    "long leaps": (Kernel(n_leaps=32, n_sweeps=2, n_exchanges=2), np.ones(1)),
    "ladder": (Kernel(n_leaps=6, n_sweeps=1, n_exchanges=2), np.array([1.0, 0.9])),
}


def drawn(
    table: estimate.CaptureTable, name: str, n_classes: int, cap: float, n: int = 10_000
) -> tuple[Chain, np.ndarray]:
    kernel, shares = KERNELS[name]
    chain = start(table, n_classes, cap, shares, np.random.default_rng(17), kernel)
    chain.steps[:] = 0.4
    chain.run(1_000, adapting=True)
    return chain, chain.run(n, adapting=False).unseen


def error(values: np.ndarray) -> float:
    return float(values.std() / np.sqrt(ess(split(values[None, :]))))


@pytest.mark.parametrize("name", KERNELS)
def test_one_class_has_its_closed_form(name: str) -> None:
    table = estimate.from_text("ABC", SMALL)
    unseen = np.arange(0, 20 * 23 + 1.0)
    totals = table.overlaps().diagonal()
    log_weight = gammaln(23 + unseen) - gammaln(unseen + 1)
    log_weight += sum(betaln(t + 1, 23 + unseen - t + 1) for t in totals)
    weight = np.exp(log_weight - log_weight.max())
    exact = float((weight * unseen).sum() / weight.sum())
    _, values = drawn(table, name, n_classes=1, cap=20)
    assert abs(values.mean() - exact) < 4.5 * error(values)


def two_classes_by_enumeration(table: estimate.CaptureTable, cap: int) -> float:
    """E[unseen] of the two-class model: every allocation of children to classes, betas in closed form."""
    x, counts = table.patterns(), table.counts()
    n = int(counts.sum())
    alpha, width = quadrature()
    log_choice = lambda total, part: gammaln(total + 1) - gammaln(part + 1) - gammaln(total - part + 1)  # noqa: E731
    total = np.zeros(cap + 1)
    for unseen in range(cap + 1):
        first_unseen = np.arange(unseen + 1.0)
        for split_ in product(*(range(count + 1) for count in counts)):
            first = np.array(split_)
            one, two = first.sum() + first_unseen, n - first.sum() + unseen - first_unseen
            log_p = log_choice(unseen, first_unseen) + log_choice(counts, first).sum()
            for i in range(x.shape[1]):
                hits_one, hits_two = (first * x[:, i]).sum(), ((counts - first) * x[:, i]).sum()
                log_p = log_p + betaln(1 + hits_one, 1 + one - hits_one) + betaln(1 + hits_two, 1 + two - hits_two)
            shares = np.exp(betaln(1 + one[:, None], alpha + two[:, None]) - betaln(1, alpha)) @ width
            total[unseen] += (np.exp(log_p + 30) * shares).sum()
        total[unseen] *= np.exp(gammaln(n + unseen) - gammaln(unseen + 1) - gammaln(n))
    return float((np.arange(cap + 1) * total).sum() / total.sum())


def quadrature() -> tuple[np.ndarray, np.ndarray]:
    log_alpha = np.linspace(-60, 5, 300)
    return np.exp(log_alpha), np.exp(0.25 * log_alpha - 0.25 * np.exp(log_alpha))


@pytest.fixture(scope="module")
def tiny_exact() -> float:
    return two_classes_by_enumeration(estimate.from_text("ABC", TINY), cap=24)


@pytest.mark.parametrize("name", KERNELS)
def test_two_classes_agree_with_full_enumeration(name: str, tiny_exact: float) -> None:
    _, values = drawn(estimate.from_text("ABC", TINY), name, n_classes=2, cap=3)
    assert values.max() <= 24
    assert abs(values.mean() - tiny_exact) < 4.5 * error(values)


@pytest.mark.parametrize("name", ["hamilton with gibbs", "long leaps", "ladder"])
def test_three_classes_agree_with_ten_million_weighted_prior_draws(name: str) -> None:
    """Reference: mean N 37.04, E[p_0] 0.3492 (importance sampling, effective size 278 000)."""
    kernel, shares = KERNELS[name]
    chain = start(estimate.from_text("ABC", SMALL), 3, 20, shares, np.random.default_rng(23), kernel)
    chain.steps[:] = 0.4
    chain.run(1_000, adapting=True)
    block = chain.run(25_000, adapting=False)
    assert abs(block.unseen.mean() + 23 - 37.04) < max(0.15, 4 * error(block.unseen))
    assert abs(block.p_unseen.mean() - 0.3492) < max(0.0015, 4 * error(block.p_unseen))


@pytest.mark.parametrize("name", ["gibbs with exchanges", "hamilton with gibbs", "long leaps"])
def test_geweke_data_drawn_anew_from_each_state_leave_the_prior(name: str) -> None:
    """Parameters from the prior; data from parameters; one step; again: the parameters must stay prior draws."""
    kernel, _ = KERNELS[name]
    rng = np.random.default_rng(29)
    table = estimate.from_text("ABC", "001:3 010:3 011:1 100:3 101:1 110:1 111:1")
    chain = start(table, 2, 1e9, np.ones(1), rng, kernel)
    chain.steps[:], chain.alphas[:] = 0.5, 0.0
    chain.alphas[0] = max(rng.gamma(0.25, 4.0), 1e-12)
    chain.states[0, :6] = rng.logistic(size=6)
    chain.states[0, 6] = stick(rng, chain.alphas[0])
    kept = []
    for _ in range(3_000):
        p = cells(chain)
        chain.counts[0] = rng.multinomial(8, p[:-1] / p[:-1].sum())
        chain.run(1, adapting=False)
        kept.append([np.log(cells(chain)[-1]), chain.states[0, 0], float(chain.states[0, 6] > 0)])
    found = np.array(kept)
    prior = np.array([prior_draw(rng) for _ in range(10_000)])
    for column in range(3):
        noise = np.hypot(error(found[:, column]), prior[:, column].std() / 100)
        assert abs(found[:, column].mean() - prior[:, column].mean()) < 4.5 * noise


def stick(rng: np.random.Generator, alpha: float) -> float:
    """logit of V ~ Beta(1, alpha), from log(1 - V) = log(U) / alpha."""
    log_rest = np.log(rng.random()) / alpha
    return float(np.log(-np.expm1(log_rest)) - log_rest)


def prior_draw(rng: np.random.Generator) -> list[float]:
    v = stick(rng, max(rng.gamma(0.25, 4.0), 1e-12))
    eta = rng.logistic(size=(3, 2))
    missed = np.prod(1 / (1 + np.exp(eta)), axis=0)
    share = 1 / (1 + np.exp(-v))
    return [float(np.log(share * missed[0] + (1 - share) * missed[1])), float(eta[0, 0]), float(v > 0)]


def cells(chain: Chain) -> np.ndarray:
    n_lists, n_classes, n_cells = 3, 2, len(chain.patterns)
    work = np.empty((n_lists, n_classes)), np.empty((n_lists, n_classes)), np.empty((n_cells + 1, n_classes))
    cell = np.empty(n_cells + 1)
    probabilities(chain.states[0], chain.patterns, *work, cell)
    return cell


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
