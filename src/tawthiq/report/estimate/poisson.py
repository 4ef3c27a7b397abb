"""Maximum likelihood of a Poisson log-linear model, compiled: thousands of small fits for a bootstrap.

Sums are written out: a compiled matrix product or solver would cost ten seconds of compilation at the first run.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled

FloatArray = npt.NDArray[np.float64]

MAX_STEPS = 60
TOLERANCE = 1e-10
RIDGE = 1e-12


@compiled
def fit(design: FloatArray, counts: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray, float, bool]:
    """Newton's method with halved steps.

    `design`: cells x terms, first column ones. `counts`: cells. `weights`: 1 for cells in the model, 0 for cells
    left out (structural zeros). Returns coefficients, fitted means, log-likelihood without the factorial term,
    whether it converged. The log-likelihood is concave, so the step from any start is uphill.
    """
    n_cells, n_terms = design.shape
    beta, trial, step = np.zeros(n_terms), np.zeros(n_terms), np.zeros(n_terms)
    mu, trial_mu = np.empty(n_cells), np.empty(n_cells)
    n_children, n_kept = 0.0, 0.0
    for cell in range(n_cells):
        n_children += counts[cell] * weights[cell]
        n_kept += weights[cell]
    beta[0] = np.log(n_children / n_kept)
    value = _means(design, beta, counts, weights, mu)
    information = np.zeros((n_terms, n_terms))
    for _ in range(MAX_STEPS):
        steepest = _newton(design, counts, weights, mu, information, step)
        scale, improved, trial_value, longest = 1.0, False, value, 0.0
        for _half in range(30):
            longest = 0.0
            for a in range(n_terms):
                trial[a] = beta[a] + scale * step[a]
                longest = max(longest, abs(scale * step[a]))
            trial_value = _means(design, trial, counts, weights, trial_mu)
            if trial_value >= value:
                improved = True
                break
            scale *= 0.5
        if not improved:
            return beta, mu, value, steepest < 1e-5 * (1.0 + n_children)
        gain = trial_value - value
        beta[:], mu[:] = trial, trial_mu
        value = trial_value
        if gain < TOLERANCE * (1.0 + abs(value)) and longest < 1e-8:
            return beta, mu, value, True
    return beta, mu, value, False


@compiled
def _means(design: FloatArray, beta: FloatArray, counts: FloatArray, weights: FloatArray, mu: FloatArray) -> float:
    """Fill `mu` with fitted means; returns the log-likelihood."""
    total = 0.0
    for cell in range(mu.size):
        linear = 0.0
        for a in range(beta.size):
            linear += design[cell, a] * beta[a]
        linear = min(linear, 50.0)
        mu[cell] = np.exp(linear)
        if weights[cell] > 0:
            total += weights[cell] * (counts[cell] * max(linear, -690.0) - mu[cell])
    return total


@compiled
def _newton(
    design: FloatArray,
    counts: FloatArray,
    weights: FloatArray,
    mu: FloatArray,
    information: FloatArray,
    step: FloatArray,
) -> float:
    """Fill `step` with the Newton step, by Cholesky's decomposition; returns the largest entry of the gradient."""
    n_cells, n_terms = design.shape
    information[:, :] = 0.0
    step[:] = 0.0
    for cell in range(n_cells):
        if weights[cell] > 0:
            scaled, away = mu[cell] * weights[cell], weights[cell] * (counts[cell] - mu[cell])
            for a in range(n_terms):
                if design[cell, a] != 0.0:
                    step[a] += away * design[cell, a]
                    for b in range(a + 1):
                        information[a, b] += scaled * design[cell, a] * design[cell, b]
    steepest = 0.0
    for a in range(n_terms):
        steepest = max(steepest, abs(step[a]))
    for a in range(n_terms):
        for b in range(a + 1):
            left = information[a, b]
            for c in range(b):
                left -= information[a, c] * information[b, c]
            if a == b:
                information[a, a] = np.sqrt(max(left, RIDGE))
            else:
                information[a, b] = left / information[b, b]
    for a in range(n_terms):
        for c in range(a):
            step[a] -= information[a, c] * step[c]
        step[a] /= information[a, a]
    for a in range(n_terms - 1, -1, -1):
        for c in range(a + 1, n_terms):
            step[a] -= information[c, a] * step[c]
        step[a] /= information[a, a]
    return steepest


def intercept_variance(design: FloatArray, mu: FloatArray, weights: FloatArray) -> float:
    """Variance of the first coefficient: the inverse of Fisher's information."""
    information = (design * (mu * weights)[:, None]).T @ design
    return float(np.linalg.inv(information)[0, 0])
