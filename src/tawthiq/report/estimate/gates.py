"""What a capture table must show before any method may run, with what to warn of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.refusal import Ground, Reason

SMALL_OVERLAP = 5
"""A pair of lists that share fewer children says little of how they depend; our proposal, not from literature."""

MAX_NAMED = 12
"""Pairs named in a warning; nobody reads the 190 pairs of twenty lists."""

COPY_MIN = 10
"""Identical or contained lists of fewer children may be chance; our proposal."""

MIN_RECAPTURED = 3
"""Fewer children seen twice in the whole table carry no answer; our proposal."""

MIN_PRECISION = 0.8
"""Below this share of true links among links, or of found links among true ones, overlaps mean nothing; ours."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the linkage is: share of links that are right, share of right links that were found (0-1)."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Checked:
    """What was seen before fitting: grounds that stop every method, warnings that do not."""

    grounds: tuple[Ground, ...]
    warnings: tuple[str, ...]


def check(table: CaptureTable, quality: Quality | None = None) -> Checked:
    """The gates of every method; lists without a child must have been left out (`without_empty`)."""
    grounds = [*_recaptures(table), *_copied_lists(table), *_quality(quality)]
    warnings = [*_small_overlaps(table), *_contained(table)]
    return Checked(tuple(grounds), tuple(warnings))


def _recaptures(table: CaptureTable) -> list[Ground]:
    if table.n_lists < 2:
        return [Ground(Reason.TOO_FEW_LISTS, "one list says nothing of who is missing from it")]
    again = int(table.captured_times()[2:].sum())
    if again == 0:
        return [Ground(Reason.NO_OVERLAP, "no child is on two lists")]
    if again < MIN_RECAPTURED:
        return [Ground(Reason.TOO_FEW_OVERLAPS, f"fewer than {MIN_RECAPTURED} children are on two lists or more")]
    return []


def _copied_lists(table: CaptureTable) -> list[Ground]:
    x, totals = table.patterns(), np.diag(table.overlaps())
    return [
        Ground(Reason.LISTS_NOT_INDEPENDENT, f"{table.lists[a]} and {table.lists[b]} hold exactly the same children")
        for a, b in combinations(range(table.n_lists), 2)
        if totals[a] >= COPY_MIN and np.array_equal(x[:, a], x[:, b])
    ]


def _quality(quality: Quality | None) -> list[Ground]:
    if quality is None or min(quality.precision, quality.recall) >= MIN_PRECISION:
        return []
    detail = f"matching precision or recall below {MIN_PRECISION}: missed matches inflate, false ones deflate"
    return [Ground(Reason.MATCHING_TOO_POOR, detail)]


def _small_overlaps(table: CaptureTable) -> list[str]:
    overlaps = table.overlaps()
    thin = [
        f"{table.lists[a]}+{table.lists[b]}"
        for a, b in combinations(range(table.n_lists), 2)
        if overlaps[a, b] < SMALL_OVERLAP
    ]
    more = f" and {len(thin) - MAX_NAMED} more pairs" if len(thin) > MAX_NAMED else ""
    return [f"fewer than {SMALL_OVERLAP} children shared by: {', '.join(thin[:MAX_NAMED])}{more}"] if thin else []


def _contained(table: CaptureTable) -> list[str]:
    overlaps = table.overlaps()
    totals = np.diag(overlaps)
    return [
        f"every child of {table.lists[a]} is on {table.lists[b]}: was one list built from the other?"
        for a in range(table.n_lists)
        for b in range(table.n_lists)
        if a != b and COPY_MIN <= totals[a] < totals[b] and overlaps[a, b] == totals[a]
    ]
