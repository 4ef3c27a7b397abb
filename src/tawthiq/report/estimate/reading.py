"""Reading capture histories from CSV text, naming row plus column of whatever cannot be used.

Columns: one per list, holding 0 or 1; optionally `count` (children with this pattern, default 1), `stratum`,
`id` (a key that must not repeat; it is checked, then forgotten). Every other column is taken for a list.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.report.estimate.capture import CaptureTable, Pattern, from_counts
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnreadableInput

COUNT, STRATUM, KEY = "count", "stratum", "id"
MAX_COUNT = 10**9
"""Beyond a thousand million children in one cell the file is wrong."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    pattern: Pattern
    count: int
    stratum: str
    key: str


def parse_csv(text: str, *, name: str = "input") -> tuple[CaptureTable, ...]:
    """The capture tables of a CSV text: one per stratum in order of the label, one in all without that column.

    `name` is how errors call the file. Raises BadInput, MissingField, EmptyInput, UnreadableInput, each with
    file, row (1 is the header) and column.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error as broken:
        raise UnreadableInput(f"not CSV: {broken}", where=name, do="export it as CSV again") from broken
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise EmptyInput("no header", where=f"{name}, row 1", do="name the lists in the first row")
    header = [cell.strip() for cell in rows[0]]
    lists = _lists(header, name)
    parsed = [
        _row(header, cells, i, name) for i, cells in enumerate(rows[1:], start=2) if any(c.strip() for c in cells)
    ]
    if not parsed:
        raise EmptyInput("no rows below the header", where=name, do="give a row per child, or per combination of lists")
    _check_keys(parsed, name)
    return _tables(lists, parsed, STRATUM in header)


def _lists(header: Sequence[str], name: str) -> tuple[str, ...]:
    for column, title in enumerate(header, start=1):
        if not title:
            raise MissingField(
                "a column without a name",
                where=f"{name}, row 1, column {column}",
                do="name the list, or remove the column",
            )
        if header.index(title) != column - 1:
            raise BadInput(
                "two columns have one name", where=f"{name}, row 1, column {title}", do="rename or remove one"
            )
    lists = tuple(title for title in header if title not in {COUNT, STRATUM, KEY})
    if not lists:
        raise MissingField("no column of a list", where=f"{name}, row 1", do="give one 0/1 column per list")
    return lists


def _row(header: Sequence[str], cells: Sequence[str], number: int, name: str) -> _Row:
    where = f"{name}, row {number}"
    if len(cells) != len(header):
        raise BadInput(
            f"{len(cells)} cells under {len(header)} columns", where=where, do="give the row a cell per column"
        )
    values = {title: cell.strip() for title, cell in zip(header, cells, strict=True)}
    for title, value in values.items():
        if not value and title != STRATUM:
            raise MissingField("an empty cell", where=f"{where}, column {title}", do="write 0 or 1; leave nothing out")
    lists = [title for title in header if title not in {COUNT, STRATUM, KEY}]
    pattern = tuple(_bit(values[title], f"{where}, column {title}") for title in lists)
    count = _count(values.get(COUNT, "1"), f"{where}, column {COUNT}")
    if count and not any(pattern):
        raise BadInput("a child on no list", where=where, do="remove the row: the uncounted are what is estimated")
    return _Row(number, pattern, count, values.get(STRATUM, ""), values.get(KEY, ""))


def _bit(value: str, where: str) -> int:
    if value not in {"0", "1"}:
        raise BadInput("a list column holds 0 or 1", where=where, do="1 when the child is on the list, else 0")
    return int(value)


def _count(value: str, where: str) -> int:
    if not (value.isascii() and value.isdigit()):
        raise BadInput(
            "a count is a whole number, zero or more",
            where=where,
            do="count children, each once; no shares, no weights",
        )
    if int(value) > MAX_COUNT:
        raise BadInput(f"a count above {MAX_COUNT}", where=where, do="look at the export again")
    return int(value)


def _check_keys(rows: Sequence[_Row], name: str) -> None:
    first: dict[str, int] = {}
    for row in rows:
        if row.key and row.key in first:
            where = f"{name}, rows {first[row.key]} and {row.number}, column {KEY}"
            raise BadInput("one child on two rows", where=where, do="merge the rows, 1 where either has 1")
        if row.key and row.count > 1:
            raise BadInput(
                "a row with an id counts one child",
                where=f"{name}, row {row.number}, column {COUNT}",
                do="write 1, or leave out the column id",
            )
        first[row.key] = row.number


def _tables(lists: tuple[str, ...], rows: Sequence[_Row], stratified: bool) -> tuple[CaptureTable, ...]:
    labels = sorted({row.stratum for row in rows}) if stratified else [""]
    tables = []
    for label in labels:
        counts: dict[Pattern, int] = {}
        for row in rows:
            if row.stratum == label:
                counts[row.pattern] = counts.get(row.pattern, 0) + row.count
        if any(counts.values()):
            tables.append(from_counts(lists, counts, stratum=label or ("(no stratum given)" if stratified else "")))
    if not tables:
        raise EmptyInput("every count is zero", where=f"column {COUNT}", do="give the rows that count somebody")
    return tuple(tables)
