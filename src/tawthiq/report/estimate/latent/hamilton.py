"""Hamiltonian steps on list probabilities with class shares, classes plus unseen summed out; compiled."""

from __future__ import annotations

import numpy as np

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.latent.density import (
    ByteArray,
    FloatArray,
    gradient,
    log_likelihood,
    log_prior,
    log_size_prior,
    probabilities,
)


@compiled
def propose(
    rng: np.random.Generator,
    state: FloatArray,
    alpha: float,
    power: float,
    patterns: ByteArray,
    counts: FloatArray,
    scale: FloatArray,
    step: float,
    n_steps: int,
    trial: FloatArray,
    seen: FloatArray,
    missed: FloatArray,
    joint: FloatArray,
    cell: FloatArray,
) -> float:
    """Leapfrog from `state` into `trial`; returns the acceptance probability (0-1).

    `scale`: step per coordinate relative to `step`, fixed while draws are kept. `power`: of N in its prior
    (`log_size_prior`). Work arrays belong to `trial` on return.
    """
    n_lists, n_classes = seen.shape
    probabilities(state, patterns, seen, missed, joint, cell)
    start = log_likelihood(cell, counts) + log_prior(state, alpha, n_lists, n_classes) + log_size_prior(cell[-1], power)
    slope = np.empty(state.size)
    gradient(state, alpha, patterns, counts, seen, joint, cell, slope, power)
    speed = np.empty(state.size)
    energy = 0.0
    for d in range(state.size):
        speed[d] = rng.standard_normal()
        energy += speed[d] * speed[d]
        trial[d] = state[d]
    for _ in range(n_steps):
        for d in range(state.size):
            speed[d] += 0.5 * step * scale[d] * slope[d]
            trial[d] += step * scale[d] * speed[d]
        probabilities(trial, patterns, seen, missed, joint, cell)
        gradient(trial, alpha, patterns, counts, seen, joint, cell, slope, power)
        for d in range(state.size):
            speed[d] += 0.5 * step * scale[d] * slope[d]
    end = log_likelihood(cell, counts) + log_prior(trial, alpha, n_lists, n_classes) + log_size_prior(cell[-1], power)
    for d in range(state.size):
        energy -= speed[d] * speed[d]
    change = end - start + 0.5 * energy
    return float(np.exp(min(0.0, change))) if np.isfinite(change) else 0.0
