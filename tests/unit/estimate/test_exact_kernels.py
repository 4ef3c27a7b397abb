"""Promises of every kernel of the latent classes: closed form, enumeration, weighted prior draws, Geweke, truth."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy.special import betaln, gammaln
from scipy.stats import norm, rankdata

from tawthiq import estimate
from tawthiq.report.estimate.convergence import ess, split
from tawthiq.report.estimate.latent.chain import Chain, Kernel, start
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.latent.worlds import Prior, cells_of, chain_over, prior_state, prior_world, set_at_truth

SMALL = "001:6 010:5 100:7 110:2 101:1 111:2"
TINY = "001:1 010:2 100:1 110:1 101:1 111:2"
ONE, LADDER = np.ones(1), np.array([1.0, 0.9])
OF_THE_PLAN = Plan().kernels()
KERNELS = {
    "gibbs": (Kernel(n_leaps=0, n_sweeps=1, n_exchanges=0), ONE),
    "gibbs with exchanges": (Kernel(n_leaps=0, n_sweeps=2, n_exchanges=2), ONE),
    **{name: (kernel, ONE) for name, kernel in OF_THE_PLAN.items()},
    **{f"ladder of {name}": (kernel, LADDER) for name, kernel in OF_THE_PLAN.items()},
}
"""Whatever the plan may choose, alone and on a ladder: a kernel that it learns is tested without a new line here."""


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


def log_choice(total: float | np.ndarray, part: np.ndarray) -> np.ndarray:
    """Logarithm of how many ways there are to choose so many of them."""
    return np.asarray(gammaln(total + 1) - gammaln(part + 1) - gammaln(total - part + 1))


def two_classes_by_enumeration(table: estimate.CaptureTable, cap: int) -> float:
    """E[unseen] of the two-class model: every allocation of children to classes, betas in closed form."""
    x, counts = table.patterns(), table.counts()
    n = int(counts.sum())
    alpha, width = quadrature()
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


@pytest.mark.parametrize("name", KERNELS)
def test_three_classes_agree_with_ten_million_weighted_prior_draws(name: str) -> None:
    """Reference: mean N 37.04, E[p_0] 0.3492 (importance sampling, effective size 278 000)."""
    kernel, shares = KERNELS[name]
    chain = start(estimate.from_text("ABC", SMALL), 3, 20, shares, np.random.default_rng(23), kernel)
    chain.steps[:] = 0.4
    chain.run(1_000, adapting=True)
    block = chain.run(12_000, adapting=False)
    assert abs(block.unseen.mean() + 23 - 37.04) < max(0.15, 4 * error(block.unseen))
    assert abs(block.p_unseen.mean() - 0.3492) < max(0.0015, 4 * error(block.p_unseen))


FLAT = Prior(n_lists=3, n_classes=2, max_ratio=1e9)


@pytest.mark.parametrize("name", KERNELS)
def test_geweke_data_drawn_anew_from_each_state_leave_the_prior(name: str) -> None:
    """Parameters from the prior; data from parameters; one step; again: the parameters must stay prior draws."""
    kernel, shares = KERNELS[name]
    rng = np.random.default_rng(29)
    worlds = [prior_world(rng, 8, FLAT) for _ in shares]
    chain = chain_over(worlds, FLAT, kernel, rng)
    set_at_truth(chain, worlds)
    chain.steps[:] = 0.5
    kept = []
    for _ in range(3_000):
        for level, state in enumerate(chain.states):
            p = cells_of(state, FLAT)
            chain.counts[level] = rng.multinomial(8, p[:-1] / p[:-1].sum())
        chain.run(1, adapting=False)
        kept.append(seen_in(chain.states[0], FLAT))
    found = np.array(kept)
    prior = np.array([seen_in(prior_state(rng, FLAT)[1], FLAT) for _ in range(10_000)])
    for column in range(found.shape[1]):
        noise = np.hypot(error(found[:, column]), prior[:, column].std() / 100)
        assert abs(found[:, column].mean() - prior[:, column].mean()) < 4.5 * noise


def seen_in(state: np.ndarray, prior: Prior) -> list[float]:
    """log p_0, a list's logit in the first class, whether that class holds most."""
    return [float(np.log(cells_of(state, prior)[-1])), state[0], float(state[prior.n_lists * prior.n_classes] > 0)]


@pytest.mark.parametrize("name", KERNELS)
def test_a_chain_that_starts_at_the_truth_stays_at_the_truth(name: str) -> None:
    """The truth of a world drawn from the prior is a draw of its posterior, so over many worlds nothing may drift:
    neither the middle nor the spread of children unseen, p_0, the concentration."""
    kernel, shares = KERNELS[name]
    rng, prior = np.random.default_rng(31), Prior()
    before, after = [], []
    for _ in range(400):
        worlds = [prior_world(rng, n, prior) for n in (30, 24)[: len(shares)]]
        chain = chain_over(worlds, prior, kernel, rng)
        set_at_truth(chain, worlds)
        chain.steps[:] = 0.3
        before.append(told_by(chain))
        chain.run(12, adapting=False)
        after.append(told_by(chain))
    for start_, end in zip(np.transpose(before), np.transpose(after), strict=True):
        scores = norm.ppf(rankdata(np.concatenate([start_, end])) / (2 * len(end) + 1)).reshape(2, -1)
        for moved in (scores[1] - scores[0], scores[1] ** 2 - scores[0] ** 2):
            assert abs(moved.mean()) < 4.5 * moved.std() / np.sqrt(moved.size)


def told_by(chain: Chain) -> list[float]:
    p_unseen = cells_of(chain.states[0], Prior())[-1]
    return [float(np.log1p(chain.unseen[0])), float(np.log(p_unseen)), float(np.log(chain.alphas[0]))]
