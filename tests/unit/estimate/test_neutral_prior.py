"""Promises of the neutral prior: exact for one kind of child, no claim about the unseen of its own."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from tawthiq import estimate
from tawthiq.report.estimate.latent.density import gradient, log_size_prior, probabilities
from tawthiq.report.estimate.latent.neutral import neutral_power
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses

SPARSE = estimate.from_text("ABCD", "0001:14 0010:11 0100:20 1000:17 1100:2 0110:1 0011:2 1001:3 0111:1")
"""Invented: 71 children, ten of them on two lists or three."""


def log_posterior(size: np.ndarray, table: estimate.CaptureTable, power: float) -> np.ndarray:
    """Of N for one kind of child, list probabilities summed out, without constants."""
    n, totals = table.n_observed, np.diag(table.overlaps())
    value = gammaln(size + 1) - gammaln(size - n + 1) + gammaln(size + power) - gammaln(size + 1)
    return np.asarray(value + sum(betaln(k + 1, size - k + 1) for k in totals))


@pytest.mark.parametrize("neutral", [False, True])
def test_draws_for_one_kind_of_child_follow_the_closed_form(neutral: bool) -> None:
    plan = Plan(n_classes=1, n_chains=4, target_ess=2000, warm_up=(100, 150, 200), neutral=neutral)
    found = estimate.estimate_one(SPARSE, LatentClasses(plan), estimate.Run(seed=5))
    assert isinstance(found, estimate.Estimate)
    size = np.arange(71.0, 21 * 71 + 1)
    logs = log_posterior(size, SPARSE, neutral_power(4) if neutral else 0.0)
    weights = np.exp(logs - logs.max())
    cumulative = np.cumsum(weights / weights.sum())
    low, middle, high = (size[np.searchsorted(cumulative, q)] for q in (0.025, 0.5, 0.975))
    assert found.median == pytest.approx(middle, rel=0.03)
    assert found.interval.low == pytest.approx(low, rel=0.04)
    assert found.interval.high == pytest.approx(high, rel=0.06)


@pytest.mark.parametrize("lists", ["ABC", "ABCDEF"])
def test_the_tail_depends_on_recaptures_and_not_on_how_many_lists_there_are(lists: str) -> None:
    """Twenty children on one list each, three on the first two: whatever lists stand empty beside them."""
    j = len(lists)
    alone = "".join(f"{'0' * k}1{'0' * (j - k - 1)}:20 " for k in range(j))
    table = estimate.from_text(lists, f"{alone} 11{'0' * (j - 2)}:3")
    ends = log_posterior(np.array([1e7, 1e8]), table, neutral_power(j))
    assert (ends[1] - ends[0]) / np.log(10) == pytest.approx(-(3 + 1.5), abs=1e-3)


def test_the_gradient_knows_the_prior_of_n() -> None:
    counts, patterns = SPARSE.counts().astype(np.float64), SPARSE.patterns().astype(np.uint8)
    state, out = np.random.default_rng(3).normal(size=4 * 2 + 1), np.empty(9)
    seen, missed, joint, cell = np.empty((4, 2)), np.empty((4, 2)), np.empty((10, 2)), np.empty(10)

    def prior(at: np.ndarray) -> float:
        probabilities(at, patterns, seen, missed, joint, cell)
        return float(log_size_prior(cell[-1], 3.5))

    def slope(power: float) -> np.ndarray:
        probabilities(state, patterns, seen, missed, joint, cell)
        gradient(state, 0.7, patterns, counts, seen, joint, cell, out, power)
        return out.copy()

    numeric = [(prior(state + step) - prior(state - step)) / 2e-6 for step in 1e-6 * np.eye(state.size)]
    assert slope(3.5) - slope(0.0) == pytest.approx(numeric, abs=1e-5)


def test_the_published_prior_stays_the_default() -> None:
    assert Plan().power(5) == 0
    published, neutral = estimate.METHODS["lcm"], estimate.METHODS["lcm-neutral"]
    assert isinstance(published, LatentClasses) and published.plan == Plan()
    assert isinstance(neutral, LatentClasses) and neutral.plan == Plan(neutral=True)
