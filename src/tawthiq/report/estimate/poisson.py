"""Maximum likelihood of a Poisson log-linear model, compiled: thousands of small fits for a bootstrap."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

FloatArray = npt.NDArray[np.float64]

MAX_STEPS = 60
TOLERANCE = 1e-10


@njit(cache=True)
def fit(design: FloatArray, counts: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, float, bool]:
    """Newton's method with halved steps.

    `design`: cells x terms, first column ones. `counts`: cells. `weights`: 1 for cells in the model, 0 for cells
    left out (structural zeros). Returns coefficients, fitted means, log-likelihood without the factorial term,
    whether it converged. The log-likelihood is concave, so the step from any start is uphill.
    """
    n_cells, n_terms = design.shape
    beta = np.zeros(n_terms)
    beta[0] = np.log((counts * weights).sum() / weights.sum())
    mu = np.exp(design @ beta)
    value = _log_likelihood(mu, counts, weights)
    for _ in range(MAX_STEPS):
        gradient = design.T @ (weights * (counts - mu))
        information = np.zeros((n_terms, n_terms))
        for cell in range(n_cells):
            if weights[cell] > 0:
                scaled = mu[cell] * weights[cell]
                for a in range(n_terms):
                    if design[cell, a] != 0.0:
                        for b in range(n_terms):
                            information[a, b] += scaled * design[cell, a] * design[cell, b]
        for a in range(n_terms):
            information[a, a] += 1e-12
        step = np.linalg.solve(information, gradient)
        scale = 1.0
        improved = False
        for _half in range(30):
            trial = beta + scale * step
            trial_mu = np.exp(np.minimum(design @ trial, 50.0))
            trial_value = _log_likelihood(trial_mu, counts, weights)
            if trial_value >= value:
                improved = True
                break
            scale *= 0.5
        if not improved:
            return beta, mu, value, np.abs(gradient).max() < 1e-5 * (1.0 + counts.sum())
        gain = trial_value - value
        beta, mu, value = trial, trial_mu, trial_value
        if gain < TOLERANCE * (1.0 + abs(value)) and np.abs(scale * step).max() < 1e-8:
            return beta, mu, value, True
    return beta, mu, value, False


@njit(cache=True)
def _log_likelihood(mu: FloatArray, counts: FloatArray, weights: FloatArray) -> float:
    total = 0.0
    for cell in range(mu.size):
        if weights[cell] > 0:
            total += weights[cell] * (counts[cell] * np.log(max(mu[cell], 1e-300)) - mu[cell])
    return total


def intercept_variance(design: FloatArray, mu: FloatArray, weights: FloatArray) -> float:
    """Variance of the first coefficient: the inverse of Fisher's information."""
    information = (design * (mu * weights)[:, None]).T @ design
    return float(np.linalg.inv(information)[0, 0])
