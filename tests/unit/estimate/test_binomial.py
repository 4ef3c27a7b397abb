"""Promises of our binomial draws: exact for few trials, for many, for rare successes."""

from __future__ import annotations

import numpy as np
import pytest
from numba import njit
from scipy.stats import binom, chisquare

from tawthiq.report.estimate.latent.binomial import binomial

N_DRAWS = 60_000


@njit(cache=True)
def drawn(rng: np.random.Generator, n: int, p: float, n_draws: int) -> np.ndarray:
    values = np.empty(n_draws, dtype=np.int64)
    for i in range(n_draws):
        values[i] = binomial(rng, n, p)
    return values


@pytest.mark.parametrize(
    ("n", "p"),
    [(1, 0.3), (7, 0.5), (25, 0.39), (25, 0.41), (40, 0.93), (500, 0.02), (500, 0.021), (10**6, 3e-6), (10**9, 0.2)],
)
def test_draws_are_spread_as_the_law_says(n: int, p: float) -> None:
    values = drawn(np.random.default_rng(n), n, p, N_DRAWS)
    edges = np.unique(binom.ppf(np.linspace(0.02, 0.98, 25), n, p))
    chance = np.diff(np.concatenate([[0.0], binom.cdf(edges, n, p), [1.0]]))
    seen = np.bincount(np.searchsorted(edges, values), minlength=edges.size + 1)
    used = chance > 0
    assert seen[~used].sum() == 0
    assert chisquare(seen[used], chance[used] / chance.sum() * N_DRAWS).pvalue > 1e-4


def test_certain_ends_draw_no_chance() -> None:
    rng = np.random.default_rng(1)
    assert [binomial(rng, 5, 0.0), binomial(rng, 5, 1.0), binomial(rng, 0, 0.5)] == [0, 5, 0]
