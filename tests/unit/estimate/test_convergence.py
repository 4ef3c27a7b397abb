"""Promises of R-hat with effective draws: known chains give known values."""

from __future__ import annotations

import numpy as np
import pytest

from tawthiq.report.estimate.convergence import agreement, ess, ess_bulk, rhat


def autoregressive(rho: float, n_chains: int, n_draws: int, seed: int = 5) -> np.ndarray:
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((n_chains, n_draws)) * np.sqrt(1 - rho**2)
    chains = np.empty((n_chains, n_draws))
    chains[:, 0] = rng.standard_normal(n_chains)
    for t in range(1, n_draws):
        chains[:, t] = rho * chains[:, t - 1] + noise[:, t]
    return chains


def test_independent_draws_are_all_effective() -> None:
    draws = np.random.default_rng(1).standard_normal((4, 2_000))
    found = agreement(draws)
    assert found.rhat < 1.005
    assert found.ess_bulk == pytest.approx(8_000, rel=0.1)
    assert found.grounds() == ()


@pytest.mark.parametrize("rho", [0.5, 0.9])
def test_correlated_draws_count_as_theory_says(rho: float) -> None:
    chains = autoregressive(rho, 4, 40_000)
    assert ess_bulk(chains) == pytest.approx(160_000 * (1 - rho) / (1 + rho), rel=0.1)


def test_chains_in_different_places_do_not_agree() -> None:
    draws = np.random.default_rng(2).standard_normal((4, 500)) + np.array([[0], [0], [0], [3]])
    assert rhat(draws) > 1.3


def test_chains_of_different_spread_do_not_agree() -> None:
    draws = np.random.default_rng(3).standard_normal((4, 500)) * np.array([[1], [1], [1], [5]])
    assert rhat(draws) > 1.05


def test_a_drifting_chain_does_not_agree_with_itself() -> None:
    assert rhat(np.linspace(0, 1, 1_000)[None, :]) > 1.5


def test_heavy_tails_do_not_break_it() -> None:
    assert agreement(np.random.default_rng(4).standard_cauchy((4, 1_000))).rhat < 1.01


def test_a_constant_agrees() -> None:
    assert rhat(np.ones((2, 100))) == 1.0
    assert ess(np.ones((2, 100))) == 200
