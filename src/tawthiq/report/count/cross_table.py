"""Cross table: a figure of two dimensions laid out in rows and columns, its margins counted, never added up; pure."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.report.count.figure import Figure
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column. `of_which`: it repeats others and is never added. `total`: counted over the other dimension."""

    code: str
    of_which: bool
    total: int


@dataclass(frozen=True, slots=True)
class CrossTable:
    """`cells`: a line for each row, in the order of the columns. `total`: of the figure."""

    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[int, ...], ...]
    total: int


def cross(both: Figure, by_row: Figure, by_column: Figure) -> CrossTable:
    """Three figures of one question: told apart by rows and columns, by the rows alone, by the columns alone.

    The margins are figures of their own: a child in two cells counts once in a margin, so no margin is a sum.
    Raises BadInput when the three do not belong together.
    """
    if both.spec.by != by_row.spec.by + by_column.spec.by or len({one.size for one in (both, by_row, by_column)}) > 1:
        raise BadInput("the three figures do not belong together", where="by", do="count them over one record")
    rows, columns = _headings(by_row), _headings(by_column)
    values = {(*row.cell, row.of_which): row.value for row in both.rows}
    cells = tuple(
        tuple(values.get((row.code, column.code, row.of_which or column.of_which), 0) for column in columns)
        for row in rows
    )
    return CrossTable(rows, columns, cells, both.value)


def _headings(figure: Figure) -> tuple[Heading, ...]:
    return tuple(Heading(row.cell[0], row.of_which, row.value) for row in figure.rows)
