"""The capture table: how many children are on which combination of lists; counts only, never a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tawthiq.terms.errors import BadInput, EmptyInput
from tawthiq.terms.identity import Json, digest

IntArray = npt.NDArray[np.int64]
Pattern = tuple[int, ...]

MAX_LISTS = 62
"""A pattern fits one 64-bit word; methods have lower limits of their own, and say so by a refusal."""


@dataclass(frozen=True, slots=True)
class CaptureTable:
    """Counts of children by capture pattern.

    `lists`: names in column order. `cells`: (pattern, count) with pattern a tuple of 0/1 in the order of `lists`,
    sorted, each pattern once, count >= 1; the pattern of nobody's list (all zero) is what we estimate and is not
    allowed. `stratum`: label of the subset, empty for the whole. `linkage_draw`: which draw of the linkage
    partitions made the table, None for one thresholded linkage.
    Raises BadInput for a cell that breaks this, EmptyInput when no child is left.
    """

    lists: tuple[str, ...]
    cells: tuple[tuple[Pattern, int], ...]
    stratum: str = ""
    linkage_draw: int | None = None

    def __post_init__(self) -> None:
        _check_lists(self.lists)
        if not self.cells:
            raise EmptyInput("no child is on any list", do="give at least one row with a 1")
        for pattern, count in self.cells:
            _check_cell(pattern, count, len(self.lists))
        patterns = [pattern for pattern, _ in self.cells]
        if patterns != sorted(set(patterns)):
            raise BadInput("patterns must be sorted, each once", do="build the table with from_counts")

    @property
    def n_observed(self) -> int:
        """Children on at least one list."""
        return sum(count for _, count in self.cells)

    @property
    def n_lists(self) -> int:
        return len(self.lists)

    def patterns(self) -> IntArray:
        """Cells x lists, 0/1."""
        return np.array([pattern for pattern, _ in self.cells], dtype=np.int64)

    def counts(self) -> IntArray:
        """Children per cell, in the order of `patterns()`."""
        return np.array([count for _, count in self.cells], dtype=np.int64)

    def overlaps(self) -> IntArray:
        """Lists x lists: children on both; the diagonal holds list totals."""
        x = self.patterns()
        return (x * self.counts()[:, None]).T @ x

    def captured_times(self) -> IntArray:
        """Entry i: children on exactly i lists, i = 0..n_lists (entry 0 is 0, being unseen)."""
        times = self.patterns().sum(axis=1)
        return np.bincount(times, weights=self.counts(), minlength=self.n_lists + 1).astype(np.int64)

    def hash(self) -> str:
        """SHA-256 of what the table says, for reproduction; 64 hex digits."""
        cells: list[Json] = [["".join(map(str, pattern)), count] for pattern, count in self.cells]
        return digest({"lists": list(self.lists), "cells": cells, "stratum": self.stratum})

    def without(self, name: str) -> CaptureTable:
        """The table had this list never existed; children seen only there are no longer seen."""
        k = self.lists.index(name)
        kept: dict[Pattern, int] = {}
        for pattern, count in self.cells:
            rest = pattern[:k] + pattern[k + 1 :]
            if any(rest):
                kept[rest] = kept.get(rest, 0) + count
        return _rebuilt(self, self.lists[:k] + self.lists[k + 1 :], kept)

    def merged(self, first: str, second: str) -> CaptureTable:
        """The table had the two lists been one; its name joins theirs by `|`, in the first one's place."""
        a, b = self.lists.index(first), self.lists.index(second)
        lists = tuple(f"{first}|{second}" if k == a else name for k, name in enumerate(self.lists) if k != b)
        kept: dict[Pattern, int] = {}
        for pattern, count in self.cells:
            either = pattern[a] | pattern[b]
            joined = tuple(either if k == a else seen for k, seen in enumerate(pattern) if k != b)
            kept[joined] = kept.get(joined, 0) + count
        return _rebuilt(self, lists, kept)

    def within(self, name: str) -> CaptureTable:
        """The children of one list, as the other lists see them (for the check against a known size)."""
        k = self.lists.index(name)
        kept = {
            pattern[:k] + pattern[k + 1 :]: count for pattern, count in self.cells if pattern[k] and sum(pattern) > 1
        }
        return _rebuilt(self, self.lists[:k] + self.lists[k + 1 :], kept)

    def without_empty(self) -> tuple[CaptureTable, tuple[str, ...]]:
        """The table on lists with at least one child, with the names that were left out."""
        totals = np.diag(self.overlaps())
        empty = tuple(name for name, total in zip(self.lists, totals, strict=True) if total == 0)
        table = self
        for name in empty:
            table = table.without(name)
        return table, empty


def from_counts(
    lists: Sequence[str], counts: Mapping[Pattern, int], *, stratum: str = "", linkage_draw: int | None = None
) -> CaptureTable:
    """A table from pattern -> count; zero counts are dropped. Raises BadInput, EmptyInput."""
    cells = tuple(sorted((pattern, count) for pattern, count in counts.items() if count != 0))
    return CaptureTable(tuple(lists), cells, stratum, linkage_draw)


def from_text(lists: Sequence[str], cells: str, *, stratum: str = "") -> CaptureTable:
    """A table from the short form of published appendices, `0001:306 0010:936`; BadInput if it is not that form."""
    counts: dict[Pattern, int] = {}
    for part in cells.split():
        bits, _, count = part.partition(":")
        if not (set(bits) <= {"0", "1"} and count.isdigit()):
            raise BadInput("a cell reads PATTERN:COUNT", where=part[:40])
        pattern = tuple(int(bit) for bit in bits)
        counts[pattern] = counts.get(pattern, 0) + int(count)
    return from_counts(lists, counts, stratum=stratum)


def pooled(tables: Iterable[CaptureTable]) -> CaptureTable:
    """The strata as one table; they must hold the same lists in the same order (BadInput otherwise)."""
    every = list(tables)
    if len({table.lists for table in every}) != 1:
        raise BadInput("strata must share their lists", do="give each stratum the same columns")
    counts: dict[Pattern, int] = {}
    for table in every:
        for pattern, count in table.cells:
            counts[pattern] = counts.get(pattern, 0) + count
    return from_counts(every[0].lists, counts)


def _rebuilt(table: CaptureTable, lists: tuple[str, ...], counts: Mapping[Pattern, int]) -> CaptureTable:
    return replace(table, lists=lists, cells=tuple(sorted(counts.items())))


def _check_lists(lists: tuple[str, ...]) -> None:
    if not lists or any(not name.strip() for name in lists):
        raise BadInput("every list needs a name", where=f"lists {lists!r}")
    twice = sorted({name for name in lists if lists.count(name) > 1})
    if twice:
        raise BadInput("two lists have one name", where=f"column {twice[0]}", do="rename or remove one")
    if len(lists) > MAX_LISTS:
        raise BadInput(f"{len(lists)} lists; at most {MAX_LISTS}", do="merge lists of one origin")


def _check_cell(pattern: Pattern, count: int, n_lists: int) -> None:
    where = f"pattern {''.join(map(str, pattern))}"
    if len(pattern) != n_lists or not set(pattern) <= {0, 1}:
        raise BadInput(f"a pattern holds {n_lists} times 0 or 1", where=where)
    if not any(pattern):
        raise BadInput("a child on no list cannot be in the table", where=where, do="remove that row")
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise BadInput("a count is a whole number above zero", where=where)
