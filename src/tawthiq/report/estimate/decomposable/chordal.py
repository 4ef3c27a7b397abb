"""Labelled chordal graphs, each as the subsets of lists whose tables multiply or divide in its likelihood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled

Codes = npt.NDArray[np.int16]
IntArray = npt.NDArray[np.int64]

MAX_EXACT = 7
"""Lists up to which every graph is weighed: 617 675 graphs at seven, 30 888 596 at eight."""


@dataclass(frozen=True, slots=True, eq=False)
class Graphs:
    """All chordal graphs on labelled lists.

    `above`, `below`: graphs x J, codes of subsets (bit k = list k) whose marginal tables stand above or below the
    fraction line, 0 where none: cliques above, separators below. `edges`: bit per pair, in the order of `pairs`.
    """

    n_lists: int
    above: Codes
    below: Codes
    edges: IntArray

    def __len__(self) -> int:
        return len(self.edges)

    def saturated(self) -> int:
        """Position of the graph with every edge."""
        return int(np.argmax(self.edges))


def pairs(n_lists: int) -> IntArray:
    """Pairs of lists in the order in which edges are numbered; pairs x 2."""
    return np.array(list(combinations(range(n_lists), 2)), dtype=np.int64).reshape(-1, 2)


@lru_cache(maxsize=4)
def all_graphs(n_lists: int) -> Graphs:
    """Every chordal graph on 1 to MAX_EXACT labelled lists, in order of `edges`."""
    if not 1 <= n_lists <= MAX_EXACT:
        raise ValueError(f"graphs are enumerated for 1 to {MAX_EXACT} lists")
    above, below, edges = _enumerate(n_lists, pairs(n_lists))
    for part in (above, below, edges):
        part.setflags(write=False)
    return Graphs(n_lists, above, below, edges)


@compiled
def neighbours(edges: int | np.int64, pair: IntArray, n_lists: int) -> IntArray:
    """Bit masks of each list's neighbours."""
    adjacent = np.zeros(n_lists, dtype=np.int64)
    for e in range(len(pair)):
        if (edges >> e) & 1:
            a, b = pair[e, 0], pair[e, 1]
            adjacent[a] |= 1 << b
            adjacent[b] |= 1 << a
    return adjacent


@compiled
def eliminate(adjacent: IntArray, above: IntArray, below: IntArray) -> bool:
    """Fill the subset codes by removing simplicial vertices; False when the graph is not chordal.

    A vertex whose remaining neighbours B form a clique goes: B plus the vertex stands above, B below. Equal codes
    on both sides cancel, which leaves the maximal cliques with the separators.
    """
    n_lists = adjacent.size
    above[:] = 0
    below[:] = 0
    remaining = (1 << n_lists) - 1
    for step in range(n_lists):
        found = -1
        around = 0
        for v in range(n_lists):
            if (remaining >> v) & 1:
                around = adjacent[v] & remaining
                if _is_clique(around, adjacent):
                    found = v
                    break
        if found < 0:
            return False
        above[step] = around | (1 << found)
        below[step] = around
        remaining &= ~(1 << found)
    for i in range(n_lists):
        for k in range(n_lists):
            if above[i] != 0 and above[i] == below[k]:
                above[i] = 0
                below[k] = 0
    return True


@compiled
def _is_clique(members: int, adjacent: IntArray) -> bool:
    for u in range(adjacent.size):  # noqa: SIM110  (a generator does not compile)
        if (members >> u) & 1 and (members & ~adjacent[u]) & ~(1 << u):
            return False
    return True


@compiled
def _enumerate(n_lists: int, pair: IntArray) -> tuple[Codes, Codes, IntArray]:
    n_sets = 1 << len(pair)
    above, below = np.zeros(n_lists, dtype=np.int64), np.zeros(n_lists, dtype=np.int64)
    size = 1024
    all_above = np.zeros((size, n_lists), dtype=np.int16)
    all_below = np.zeros((size, n_lists), dtype=np.int16)
    all_edges = np.zeros(size, dtype=np.int64)
    n_found = 0
    for edges in range(n_sets):
        if not eliminate(neighbours(edges, pair, n_lists), above, below):
            continue
        if n_found == size:
            size *= 2
            all_above = _grown(all_above, size)
            all_below = _grown(all_below, size)
            longer = np.zeros(size, dtype=np.int64)
            longer[:n_found] = all_edges
            all_edges = longer
        all_above[n_found] = above
        all_below[n_found] = below
        all_edges[n_found] = edges
        n_found += 1
    return all_above[:n_found].copy(), all_below[:n_found].copy(), all_edges[:n_found].copy()


@compiled
def _grown(codes: Codes, size: int) -> Codes:
    longer = np.zeros((size, codes.shape[1]), dtype=np.int16)
    longer[: len(codes)] = codes
    return longer
