"""Which overlaps of lists surprise: fitted against seen, pair by pair."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.special import pdtr, pdtrc

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.cells import all_counts, all_patterns
from tawthiq.report.estimate.loglinear.model import Fitted, fit

MAX_DENSE_LISTS = 10
SURPRISE = 0.01


@dataclass(frozen=True, slots=True)
class Overlap:
    """Children on both lists: seen, expected under independence, probability of a count at least so far off."""

    first: str
    second: str
    seen: int
    expected: float
    p: float


def overlaps_against_independence(table: CaptureTable) -> tuple[Overlap, ...]:
    """Every pair under the fit of independent lists; empty when there is no such fit or too many lists."""
    if not 3 <= table.n_lists <= MAX_DENSE_LISTS:
        return ()
    x, counts = all_patterns(table.n_lists), all_counts(table)
    fitted = fit(x, counts, frozenset())
    if not isinstance(fitted, Fitted):
        return ()
    found = []
    for a, b in combinations(range(table.n_lists), 2):
        both = (x[:, a] & x[:, b]) == 1
        seen, expected = int(counts[both].sum()), float(fitted.means[both].sum())
        found.append(Overlap(table.lists[a], table.lists[b], seen, expected, _two_sided(seen, expected)))
    return tuple(found)


def independence_surprises(table: CaptureTable) -> list[str]:
    """Plain words for pairs whose overlap independence does not explain, after Bonferroni over the pairs."""
    every = overlaps_against_independence(table)
    strange = [pair for pair in every if pair.p < SURPRISE / len(every)]
    more = [f"{pair.first}+{pair.second}" for pair in strange if pair.seen > pair.expected]
    fewer = [f"{pair.first}+{pair.second}" for pair in strange if pair.seen <= pair.expected]
    words = [f"share more children than independent lists would: {', '.join(more)}"] if more else []
    if fewer:
        words.append(f"share fewer children than independent lists would: {', '.join(fewer)}")
    return words


def _two_sided(seen: int, expected: float) -> float:
    at_most = float(pdtr(seen, expected))
    at_least = float(pdtrc(seen - 1, expected)) if seen > 0 else 1.0
    return float(np.clip(2 * min(at_most, at_least), 0.0, 1.0))
