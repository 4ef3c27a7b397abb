"""Flat: a table as lines of plain columns, for every export that is a grid."""

from __future__ import annotations

from tawthiq.report.publish.table import Row, Table

Value = int | str | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def header(table: Table) -> list[str]:
    """Names of the columns: a code and a label for each direction, then the numbers."""
    directions = [name for one in table.directions for name in (one.code, f"{one.code}_label")]
    return [*directions, "row", "status", "value", "unit", "numerator", "denominator", "unknown", "percent"]


def lines(table: Table) -> list[list[Value]]:
    """One list for each row, the total last; hidden and refused numbers are None, `status` says why."""
    return [_line(table, row) for row in table.lines()]


def _line(table: Table, row: Row) -> list[Value]:
    cells: list[Value] = []
    for place in range(len(table.directions)):
        cells += [row.codes[place], row.labels[place]] if row.codes else ["", row.labels[0] if place == 0 else ""]
    kind = "of_which" if row.of_which else "part" if row.codes else "total"
    share, part = row.share, table.percent_of(row)
    told: list[Value] = [share.numerator, share.denominator, share.unknown] if share else [None, None, None]
    return [*cells, kind, row.state.value, row.value, table.unit, *told, part if isinstance(part, int) else None]


def inert(value: Value) -> Value:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
