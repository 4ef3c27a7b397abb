"""Grid: a plain table beside the figures of a release, such as a trend, printed by every exporter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tawthiq.report.publish import words

Cell: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """`slug`: file name; `columns`: names for programs, `header`: for people, beside them; None: not printed.

    `kind`: trend, restated, listed or estimate; no grid is added to a figure, or to another grid.
    """

    slug: str
    kind: str
    language: str
    title: str
    columns: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]

    def texts(self, row: tuple[Cell, ...]) -> list[str]:
        """A row as people read it; what is not printed is empty."""
        return ["" if cell is None else words.number(cell, self.language) if type(cell) is int else str(cell)
                for cell in row]  # fmt: skip

    def is_number(self, place: int) -> bool:
        """Whether a column holds numbers, or changes in per cent."""
        return self.columns[place].startswith("on_") or any(type(row[place]) is int for row in self.rows)
