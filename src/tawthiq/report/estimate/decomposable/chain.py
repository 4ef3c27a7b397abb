"""A chain over chordal graphs, for more lists than can be enumerated (Madigan & York's MC3)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.decomposable.chordal import eliminate, neighbours, pairs
from tawthiq.report.estimate.decomposable.marginal import Marginals

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

N_CHAINS = 4
N_NODES = 300
REACH = 200
"""The first, coarse grid reaches this many times the observed."""


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Numbers unseen, chains x draws; share at the grid's last tenth."""

    unseen: FloatArray
    edge_mass: float


def sample(data: Marginals, n_lists: int, seed: int, n_draws: int) -> Sampled:
    """Edges are switched one at a time, graphs that are not chordal are not entered.

    The unseen are summed out for each graph, on nodes that a short first chain places where the mass lies; one
    number unseen is then drawn per kept graph.
    """
    streams = np.random.SeedSequence(seed).spawn(N_CHAINS + 1)
    coarse = np.unique(np.round(np.geomspace(1, REACH * data.n_observed, N_NODES)) - 1).astype(np.float64)
    pilot = _chain(data, n_lists, coarse, np.random.default_rng(streams[0]), max(n_draws // 4, 50), 0)
    low, high = pilot.min(), pilot.max()
    dense = np.round(np.linspace(max(0.0, low / 3 - 3), min(2.5 * high + 50, coarse[-1]), N_NODES))
    joined = np.concatenate([np.arange(0, min(30.0, dense[-1])), dense, coarse[coarse > dense[-1]]])
    nodes = np.unique(joined).astype(np.float64)
    full = (1 << (n_lists * (n_lists - 1) // 2)) - 1
    starts = [0, full, 0, full]
    rows = [
        _chain(data, n_lists, nodes, np.random.default_rng(stream), n_draws, start)
        for stream, start in zip(streams[1:], starts, strict=True)
    ]
    unseen = np.array(rows)
    return Sampled(unseen, float((unseen > 0.9 * nodes[-1]).mean()))


def _chain(
    data: Marginals, n_lists: int, nodes: FloatArray, rng: np.random.Generator, n_draws: int, start: int
) -> FloatArray:
    width = np.gradient(nodes)
    factors, base = data.factors(nodes), data.base(nodes) + np.log(width)
    pair = pairs(n_lists)
    burn, thin = n_draws // 5, max(4, len(pair) // 2)
    picked = _walk(factors, base, pair, n_lists, start, rng, burn + n_draws, thin)[burn:]
    return np.asarray(np.maximum(0, nodes[picked] + np.round((rng.random(n_draws) - 0.5) * (width[picked] - 1))))


@compiled
def _walk(
    factors: FloatArray,
    base: FloatArray,
    pair: IntArray,
    n_lists: int,
    start: int,
    rng: np.random.Generator,
    n_draws: int,
    thin: int,
) -> IntArray:
    above, below = np.zeros(n_lists, dtype=np.int64), np.zeros(n_lists, dtype=np.int64)
    edges = np.int64(start)
    eliminate(neighbours(edges, pair, n_lists), above, below)
    row = _row(factors, base, above, below)
    value = _log_sum(row)
    picked = np.empty(n_draws, dtype=np.int64)
    for draw in range(n_draws):
        for _ in range(thin):
            flipped = edges ^ (np.int64(1) << rng.integers(0, len(pair)))
            if not eliminate(neighbours(flipped, pair, n_lists), above, below):
                continue
            trial = _row(factors, base, above, below)
            trial_value = _log_sum(trial)
            if np.log(rng.random()) < trial_value - value:
                edges, row, value = flipped, trial, trial_value
        weight = np.cumsum(np.exp(row - row.max()))
        picked[draw] = min(np.searchsorted(weight, rng.random() * weight[-1]), weight.size - 1)
    return picked


@compiled
def _row(factors: FloatArray, base: FloatArray, above: IntArray, below: IntArray) -> FloatArray:
    row = base.copy()
    for k in range(above.size):
        if above[k] != 0:
            row += factors[above[k]]
        if below[k] != 0:
            row -= factors[below[k]]
    return row


@compiled
def _log_sum(row: FloatArray) -> float:
    top = row.max()
    return float(top + np.log(np.exp(row - top).sum()))
