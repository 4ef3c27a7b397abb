"""Overlaps: what may be shown of which lists share how many children, in words, largest first."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.doors.desk.estimate_charts import SMALLEST_SHOWN
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.kept import without_small


@dataclass(frozen=True, slots=True)
class Pattern:
    """Children on just this combination of lists."""

    lists: tuple[str, ...]
    n_children: int


@dataclass(frozen=True, slots=True)
class Overlaps:
    """One table for those who may ask for estimates. `n_hidden`: combinations left out, with fewer than `smallest`
    children or needed to hide one that has."""

    stratum: str
    patterns: tuple[Pattern, ...]
    n_hidden: int
    smallest: int = SMALLEST_SHOWN


def overlaps_of(table: CaptureTable) -> Overlaps:
    """The combinations of lists that may be shown."""
    shown = without_small(table, SMALLEST_SHOWN)
    cells = sorted(shown.cells, key=lambda cell: (-cell[1], cell[0])) if shown else []
    patterns = tuple(
        Pattern(tuple(name for name, on in zip(table.lists, bits, strict=True) if on), count) for bits, count in cells
    )
    return Overlaps(table.stratum, patterns, len(table.cells) - len(cells))
