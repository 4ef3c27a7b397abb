"""Rows of CSV with the line each begins at."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence

from tawthiq.terms.errors import UnreadableInput

MAX_ROW_LINES = 100
"""A row over more lines than this is a quote that nobody closed."""


class Lines:
    """Lines that can be given back, when a quote that nobody closed has taken rows that are not its own."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._ahead: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.taken.append(line)
        return line

    def give_back(self) -> str:
        """All lines taken but the first, which is returned."""
        first, *rest = self.taken
        self._ahead.extendleft(reversed(rest))
        return first


def numbered_rows(lines: Lines, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """(first line from 1, cells) of each row; a quote that nobody closed spoils its own line only.

    Raises UnreadableInput.
    """
    number, width = 1, 0
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.taken.clear()
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as reason:
            raise UnreadableInput(f"no CSV: {reason}", where=f"row {number}", do="check quotes") from reason
        if _took_too_much(lines.taken, len(row), width):
            cells = lines.give_back().strip().replace('"', "").split(delimiter)
            rows = csv.reader(lines, delimiter=delimiter)
            yield number, [*cells[:width], *[""] * (width - len(cells)), "a quote that is not closed"]
            number += 1
            continue
        width = max(width, len(row))
        yield number, row
        number += len(lines.taken)


def _took_too_much(taken: Sequence[str], n_cells: int, width: int) -> bool:
    """True for a row over several lines that is no row of the table, or whose last quote stands open."""
    if len(taken) < 2:
        return False
    return n_cells != width or len(taken) > MAX_ROW_LINES or "".join(taken).count('"') % 2 == 1
