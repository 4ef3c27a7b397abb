"""The sum over all graphs at each number unseen, on a grid that refines itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.decomposable.chordal import Codes, Graphs
from tawthiq.report.estimate.decomposable.marginal import Marginals

FloatArray = npt.NDArray[np.float64]

NEGLIGIBLE_LOG = 60.0
"""A graph whose best weight is e^-60 of the best cannot change a double; it is skipped."""

RELEVANT_LOG = 30.0
SPLINE_TOLERANCE = 1e-5
MAX_HALVINGS = 14
MAX_POINTS = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Weights of numbers unseen. `unseen`: points; `weight`: sums to one; each point stands for `width` integers."""

    unseen: FloatArray
    weight: FloatArray
    width: FloatArray
    edge_mass: float


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """log of the sum over graphs, at points."""

    unseen: FloatArray
    log_sum: FloatArray


@compiled
def log_sums(above: Codes, below: Codes, factors: FloatArray, base: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(log of the sum over graphs at each point, each graph's highest log weight)."""
    n_graphs, n_points = len(above), base.size
    best = np.full(n_graphs, -np.inf)
    row = np.empty(n_points)
    stride = max(1, n_points // 12)
    for g in range(n_graphs):
        for i in range(0, n_points, stride):
            value = base[i]
            for k in range(above.shape[1]):
                value += factors[above[g, k], i] - factors[below[g, k], i]
            best[g] = max(best[g], value)
    top = best.max()
    total = np.zeros(n_points)
    for g in range(n_graphs):
        if best[g] < top - NEGLIGIBLE_LOG:
            continue
        row[:] = base
        for k in range(above.shape[1]):
            if above[g, k] != 0:
                row += factors[above[g, k]]
            if below[g, k] != 0:
                row -= factors[below[g, k]]
        for i in range(n_points):
            total[i] += np.exp(row[i] - top)
            best[g] = max(best[g], row[i])
    return np.log(np.maximum(total, 1e-300)) + top, best


def evaluate(graphs: Graphs, table: Marginals, unseen: FloatArray) -> FloatArray:
    """log of the sum over all graphs at these numbers unseen."""
    return log_sums(graphs.above, graphs.below, table.factors(unseen), table.base(unseen))[0]


def refined(graphs: Graphs, table: Marginals, first: int, last: int) -> Nodes:
    """Nodes between first and last, halved wherever a spline through them would still be off where mass lies."""
    unseen = _geometric(first, last)
    log_sum = evaluate(graphs, table, unseen)
    settled = np.zeros(unseen.size - 1, dtype=np.bool_)
    for _ in range(MAX_HALVINGS):
        open_ = ~settled & _carries_mass(unseen, log_sum)
        at = np.flatnonzero(open_)
        middle = np.floor(np.sqrt((unseen[at] + 1) * (unseen[at + 1] + 1)) - 1)
        at, middle = at[middle > unseen[at]], middle[middle > unseen[at]]
        if middle.size == 0:
            break
        guess = _spline(Nodes(unseen, log_sum))(np.log(middle + 1))
        found = evaluate(graphs, table, middle)
        settled[at] = np.abs(guess - found) < SPLINE_TOLERANCE
        settled = np.insert(settled, at + 1, settled[at])
        unseen, log_sum = np.insert(unseen, at + 1, middle), np.insert(log_sum, at + 1, found)
    return Nodes(unseen, log_sum)


def posterior(nodes: Nodes, first: int, last: int) -> Posterior:
    """The nodes spread over every integer from first to last; over bins of integers when there are too many."""
    edges = _bin_edges(first, last)
    width = np.diff(edges)
    unseen = edges[:-1] + (width + 1) / 2
    log_weight = _spline(nodes)(np.log(unseen + 1)) + np.log(width)
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    return Posterior(unseen, weight, width, edge_mass=float(weight[unseen > 0.9 * last].sum()))


def _geometric(first: int, last: int) -> FloatArray:
    small = np.arange(first, min(first + 8, last) + 1)
    n_large = max(8, int(np.log((last + 1) / (small[-1] + 1)) / 0.12))
    large = np.unique(np.round(np.geomspace(small[-1] + 1, last + 1, n_large)) - 1)
    return np.unique(np.concatenate([small, large, [last]])).astype(np.float64)


def _carries_mass(unseen: FloatArray, log_sum: FloatArray) -> npt.NDArray[np.bool_]:
    """Intervals between neighbouring nodes that hold a whole number, with weight worth the trouble at an end."""
    mass = log_sum + np.log(unseen + 1)
    highest = np.maximum(mass[:-1], mass[1:])
    return np.asarray((np.diff(unseen) > 1) & (highest > highest.max() - RELEVANT_LOG))


def _spline(nodes: Nodes) -> CubicSpline:
    return CubicSpline(np.log(nodes.unseen + 1), nodes.log_sum)


def _bin_edges(first: int, last: int) -> FloatArray:
    """Edges e such that bin i holds the integers e[i]+1 .. e[i+1]."""
    if last - first < MAX_POINTS:
        return np.arange(first - 1, last + 1, dtype=np.float64)
    fine = np.round(np.geomspace(1, last - first + 1, MAX_POINTS)) + first - 1
    return np.unique(np.concatenate([[first - 1], fine]))
