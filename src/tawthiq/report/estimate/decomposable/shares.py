"""How the posterior is shared out among graphs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.decomposable.averaging import Posterior, log_sums
from tawthiq.report.estimate.decomposable.chordal import Codes, Graphs, pairs
from tawthiq.report.estimate.decomposable.marginal import Marginals

FloatArray = npt.NDArray[np.float64]

N_POINTS = 150


@dataclass(frozen=True, slots=True)
class Shares:
    """Posterior weight (0-1) of the best graph, its edges as pairs of list positions, weight of the saturated one."""

    top: float
    top_edges: tuple[tuple[int, int], ...]
    saturated: float


def shares(graphs: Graphs, table: Marginals, found: Posterior) -> Shares:
    """Each graph's weight, averaged over points that split the posterior of the unseen into equal parts."""
    cumulative = np.cumsum(found.weight)
    at = np.searchsorted(cumulative, (np.arange(N_POINTS) + 0.5) / N_POINTS * cumulative[-1])
    points, times = np.unique(at, return_counts=True)
    unseen = found.unseen[points]
    factors, base = table.factors(unseen), table.base(unseen)
    log_total, _ = log_sums(graphs.above, graphs.below, factors, base)
    weight = _weights(graphs.above, graphs.below, factors, base - log_total + np.log(times / N_POINTS))
    best = int(np.argmax(weight))
    edges = int(graphs.edges[best])
    named = tuple((int(a), int(b)) for e, (a, b) in enumerate(pairs(graphs.n_lists)) if edges >> e & 1)
    return Shares(float(weight[best]), named, float(weight[graphs.saturated()]))


@compiled
def _weights(above: Codes, below: Codes, factors: FloatArray, base: FloatArray) -> FloatArray:
    n_graphs, n_points = len(above), base.size
    weight = np.empty(n_graphs)
    row = np.empty(n_points)
    for g in range(n_graphs):
        row[:] = base
        for k in range(above.shape[1]):
            if above[g, k] != 0:
                row += factors[above[g, k]]
            if below[g, k] != 0:
                row -= factors[below[g, k]]
        weight[g] = np.exp(row).sum()
    return weight
