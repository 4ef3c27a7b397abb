"""Chains on a ladder of thinner tables that exchange states; compiled.

Level 0 holds the table itself, higher levels hold the same table with fewer children, so that flatter posteriors let
states travel between modes (parallel tempering, neighbours exchanged by turns: Syed, Bouchard-Cote, Deligiannidis
& Doucet 2022). Counts stay whole, so every level has its exact data augmentation.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.latent.density import ByteArray, FloatArray, log_likelihood, probabilities
from tawthiq.report.estimate.latent.gibbs import draw_alpha, draw_unseen, sweep
from tawthiq.report.estimate.latent.hamilton import propose
from tawthiq.report.estimate.latent.labels import exchange

IntArray = npt.NDArray[np.int64]

TARGET = 0.8


@compiled
def advance(
    rng: np.random.Generator,
    patterns: ByteArray,
    counts: FloatArray,
    caps: FloatArray,
    states: FloatArray,
    alphas: FloatArray,
    prior: FloatArray,
    unseen: FloatArray,
    scales: FloatArray,
    steps: FloatArray,
    n_leaps: int,
    n_sweeps: int,
    n_exchanges: int,
    n_iterations: int,
    adapting: bool,
    kept_unseen: FloatArray,
    kept_p: FloatArray,
    totals: FloatArray,
    squares: FloatArray,
    refused: FloatArray,
    accepted: FloatArray,
    turn: int,
) -> None:
    """Run all levels for `n_iterations`, in place.

    Shapes, with T levels, M cells, D coordinates: counts T x M; caps, alphas, unseen, steps, accepted T; states,
    scales, totals, squares T x D; refused T - 1. `prior`: shape, rate of the concentration's Gamma, then the power of N
    (`density.log_size_prior`). `kept_unseen`, `kept_p`: level 0 after each iteration. `n_leaps` leapfrogs per
    Hamiltonian move (0: none), `n_sweeps` Gibbs sweeps, `n_exchanges` label swaps per iteration. While `adapting`,
    steps move towards an acceptance of TARGET; draws made then are thrown away.
    """
    n_levels, size = states.shape
    n_cells, n_lists = patterns.shape
    n_classes = (size + 1) // (n_lists + 1)
    seen, missed = np.empty((n_lists, n_classes)), np.empty((n_lists, n_classes))
    joint, cell = np.empty((n_cells + 1, n_classes)), np.empty(n_cells + 1)
    cells = np.empty((n_levels, n_cells + 1))
    trial, power = np.empty(size), float(prior[2])
    for iteration in range(n_iterations):
        for t in range(n_levels):
            n_here = counts[t].sum() + power
            if n_leaps > 0:
                jitter = steps[t] * (0.6 + 0.5 * rng.random())
                chance = propose(
                    rng, states[t], float(alphas[t]), power, patterns, counts[t], scales[t], jitter, n_leaps, trial,
                    seen, missed, joint, cell,
                )  # fmt: skip
                accepted[t] += chance
                if adapting:
                    gain = 2.0 / np.sqrt(10.0 + turn + iteration)
                    steps[t] = min(max(steps[t] * np.exp(gain * (chance - TARGET)), 1e-4), 3.0)
                if rng.random() < chance:
                    drawn = draw_unseen(rng, n_here, float(cell[n_cells]), float(caps[t]))
                    if drawn >= 0:
                        unseen[t] = drawn
                        states[t] = trial
            for _ in range(n_sweeps):
                probabilities(states[t], patterns, seen, missed, joint, cell)
                drawn = draw_unseen(rng, n_here, float(cell[n_cells]), float(caps[t]))
                if drawn >= 0:
                    unseen[t] = drawn
                alphas[t] = sweep(
                    rng, states[t], float(alphas[t]), float(unseen[t]), patterns, counts[t], joint, cell, prior
                )
                alphas[t] = draw_alpha(rng, states[t], n_lists, n_classes, prior)
            for _ in range(n_exchanges):
                exchange(rng, states[t], float(alphas[t]), n_lists, n_classes)
            alphas[t] = draw_alpha(rng, states[t], n_lists, n_classes, prior)
            probabilities(states[t], patterns, seen, missed, joint, cells[t])
            for d in range(size):
                totals[t, d] += states[t, d]
                squares[t, d] += states[t, d] * states[t, d]
        for t in range((turn + iteration) % 2, n_levels - 1, 2):
            _swap(rng, t, counts, caps, cells, states, alphas, unseen, refused, power)
        drawn = draw_unseen(rng, counts[0].sum() + power, cells[0, n_cells], caps[0])
        if drawn >= 0:
            unseen[0] = drawn
        kept_unseen[iteration] = unseen[0]
        kept_p[iteration] = cells[0, n_cells]


@compiled
def _swap(
    rng: np.random.Generator,
    t: int,
    counts: FloatArray,
    caps: FloatArray,
    cells: FloatArray,
    states: FloatArray,
    alphas: FloatArray,
    unseen: FloatArray,
    refused: FloatArray,
    power: float,
) -> None:
    """Metropolis exchange of levels t, t + 1, unseen summed out; undone when a redrawn number lies beyond its cap."""
    n_cells = counts.shape[1]
    here = log_likelihood(cells[t], counts[t]) + log_likelihood(cells[t + 1], counts[t + 1])
    there = log_likelihood(cells[t + 1], counts[t]) + log_likelihood(cells[t], counts[t + 1])
    chance = np.exp(min(0.0, there - here))
    refused[t] += 1 - chance
    if rng.random() >= chance:
        return
    low = draw_unseen(rng, counts[t].sum() + power, cells[t + 1, n_cells], caps[t])
    high = draw_unseen(rng, counts[t + 1].sum() + power, cells[t, n_cells], caps[t + 1])
    if low < 0 or high < 0:
        return
    unseen[t], unseen[t + 1] = low, high
    alphas[t], alphas[t + 1] = alphas[t + 1], alphas[t]
    for d in range(states.shape[1]):
        states[t, d], states[t + 1, d] = states[t + 1, d], states[t, d]
    for m in range(n_cells + 1):
        cells[t, m], cells[t + 1, m] = cells[t + 1, m], cells[t, m]
