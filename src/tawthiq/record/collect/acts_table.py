"""The flat table of acts, CSV or workbook: its columns, its template, its rows as they stand."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain, islice
from typing import BinaryIO, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.record.collect.csv_rows import Lines, numbered_rows
from tawthiq.record.collect.encoding import decoded_lines, text_encoding
from tawthiq.terms.errors import BadInput, EmptyInput, MissingField, UnreadableInput

COLUMNS = (
    "incident_id",
    "violation",
    "act_id",
    "child_id",
    "sex",
    "age_min",
    "age_max",
    "group_boys",
    "group_girls",
    "group_unknown",
    "roles",
    "armed",
    "party",
    "attribution",
    "recruited_or_used",
    "occurred_from",
    "occurred_to",
    "situation",
    "admin1",
    "pay_amount",
    "pay_currency",
    "pay_per",
    "status",
    "verified_on",
    "verified_by",
    "policy",
    "source_kinds",
    "released_on",
)
"""Columns that are always read; the two of REQUIRED must be there, any other that is missing is unknown."""

_ON_ONE_LINE = frozenset(COLUMNS)
"""Columns whose cells are names, codes, numbers: a break of line or a hard space in one is a mark of its program."""

REQUIRED = ("incident_id", "violation")
HEAD_BYTES = 64 * 1024
HEADER_ROWS = 20
"""The row of names stands among these; what precedes it is a title."""

NOT_COMPUTED = "#VALUE!"
"""Stands for a formula that no spreadsheet program has computed."""

_FORMULA = re.compile(rb"<f[ >]")
DELIMITERS = ",;\t|"
_UNSEEN = " \t\r\n\u00a0\u200b\u200e\u200f\u2060\ufeff"
_OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1")
_Cells: TypeAlias = "tuple[int, Sequence[str]]"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row. `number` counts lines from 1 as a person sees them; `cells`: column -> text, trimmed, not empty.

    `surplus`: the row has more cells than the table has columns, so nothing in it can be trusted. `fault`: why it
    cannot go in, found before its cells were read; `sheet`: where it stands, empty for the table's own.
    """

    number: int
    cells: dict[str, str]
    surplus: bool = False
    fault: BadInput | None = None
    sheet: str = ""

    def __post_init__(self) -> None:
        if not "".join(self.cells.values()).isprintable():
            object.__setattr__(self, "cells", {name: _one_line(name, text) for name, text in self.cells.items()})


def _one_line(name: str, text: str) -> str:
    return " ".join(text.split()) if name in _ON_ONE_LINE and not text.isprintable() else text


@dataclass(frozen=True, slots=True)
class ActsTable:
    """`sheet`: empty for CSV; `ignored`: columns that mean nothing here; `rows`: read once, as they are asked for.

    `signals`: (column or sheet, what a person should look at).
    """

    sheet: str
    columns: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: Iterator[RawRow] = field(repr=False)
    signals: tuple[tuple[str, str], ...] = ()


def template(more: Iterable[str] = ()) -> str:
    """An empty table with every column, as CSV with a byte order mark, which spreadsheets need for Arabic.

    `more`: columns beside those that are always read.
    """
    return "\ufeff" + ",".join(dict.fromkeys((*COLUMNS, *more))) + "\r\n"


def read_acts(source: BinaryIO, more: Iterable[str] = (), encoding: str = "") -> ActsTable:
    """Open a table of acts; `more`: further columns that mean something to the caller.

    `encoding`: of a text that is neither UTF-8 nor UTF-16, as somebody told it. Raises EmptyInput, UnreadableInput,
    MissingField (no such table) before the first row.
    """
    meant = frozenset((*COLUMNS, *more))
    head = source.read(HEAD_BYTES)
    source.seek(0)
    if not head.strip():
        raise EmptyInput("the file is empty", do="check the export")
    if head.startswith(b"PK"):
        return _workbook(source, meant)
    if head.startswith(_OLD_WORKBOOK):
        raise UnreadableInput("a workbook of before 2007", do="open it in a spreadsheet program, save it as .xlsx")
    encoding = text_encoding(source, head, encoding)
    lines = decoded_lines(source, encoding)
    first = list(islice(lines, HEADER_ROWS))
    rows = numbered_rows(Lines(chain(first, lines)), _delimiter(first))
    return _table("", rows, meant)


def _delimiter(lines: Sequence[str]) -> str:
    """The one that takes the header apart, else the one of which the first line has most."""
    for mark in DELIMITERS:
        if any(set(REQUIRED) <= {_name(cell) for cell in row} for row in csv.reader(lines, delimiter=mark)):
            return mark
    return max(DELIMITERS, key=lines[0].count if lines else "".count)


def _workbook(source: BinaryIO, meant: frozenset[str]) -> ActsTable:
    try:
        book = load_workbook(source, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as reason:
        raise UnreadableInput(f"the workbook does not open: {type(reason).__name__}", do="save it as .xlsx") from reason
    tables = [sheet for sheet in book.worksheets if _has_header(sheet.iter_rows(max_row=HEADER_ROWS, values_only=True))]
    if not tables:
        raise _no_table(REQUIRED)
    if len(tables) > 1:
        raise BadInput(
            f"{len(tables)} sheets are tables of acts",
            where="workbook",
            do="put all acts on one sheet",
        )
    (chosen,) = tables
    found = _computed(source, chosen.title, _from_first(chosen)) if _has_formulas(source) else _from_first(chosen)
    table = _table(chosen.title, found, meant)
    beside = tuple(f"sheet {sheet.title}" for sheet in book.worksheets if sheet is not chosen)
    return replace(table, ignored=(*table.ignored, *beside))


def _has_header(rows: Iterable[Sequence[object]]) -> bool:
    return any(set(REQUIRED) <= {_name(cell_text(value)) for value in row} for row in rows)


def _from_first(sheet: object) -> Iterator[_Cells]:
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)  # type: ignore[attr-defined]  # openpyxl's reader
    yield from ((number, [cell_text(value) for value in row]) for number, row in rows)


def _has_formulas(source: BinaryIO) -> bool:
    with zipfile.ZipFile(source) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(_holds_formula(parts, name) for name in sheets)


def _holds_formula(parts: zipfile.ZipFile, name: str) -> bool:
    with parts.open(name) as sheet:
        before = b""
        while part := sheet.read(1 << 20):
            if _FORMULA.search(before + part):
                return True
            before = part[-2:]
    return False


def _computed(source: BinaryIO, title: str, rows: Iterator[_Cells]) -> Iterator[_Cells]:
    """Values of formulas; one that was never computed is an error, not an empty cell."""
    formulas = _from_first(load_workbook(source, read_only=True, data_only=False)[title])
    for (number, values), (_, told) in zip(rows, formulas, strict=True):
        pairs = zip(values, told, strict=False)
        yield number, [NOT_COMPUTED if not value and text.startswith("=") else value for value, text in pairs]


def cell_text(value: object) -> str:
    """A value of a workbook as text: a day as 2014-07-03, a truth as y or n, a whole number without its zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "y" if value else "n"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _table(sheet: str, rows: Iterator[_Cells], meant: frozenset[str]) -> ActsTable:
    number, header = _header(rows)
    names = tuple(_name(cell) for cell in header)
    if repeated := sorted({name for name in names if name in meant and names.count(name) > 1}):
        raise BadInput(f"column {repeated[0]} stands twice", where=f"row {number}", do="keep one of the two")
    ignored = tuple(cell for cell, name in zip(header, names, strict=True) if name and name not in meant)
    return ActsTable(sheet, tuple(name for name in names if name in meant), ignored, _rows(names, rows, meant))


def _header(rows: Iterator[_Cells]) -> _Cells:
    """The row of names, which a title or empty rows may precede; raises MissingField."""
    first = list(islice(rows, 1))
    for number, row in chain(first, islice(rows, HEADER_ROWS - 1)):
        if set(REQUIRED) <= {_name(cell) for cell in row}:
            return number, row
    names = {_name(cell) for cell in first[0][1]} if first else set()
    raise _no_table([name for name in REQUIRED if name not in names])


def _rows(names: Sequence[str], rows: Iterable[_Cells], meant: frozenset[str]) -> Iterator[RawRow]:
    known = [(place, name) for place, name in enumerate(names) if name in meant]
    for number, row in rows:
        n_cells = len(row)
        cells = {name: text for place, name in known if place < n_cells and (text := row[place].strip())}
        if not "".join(cells.values()).isprintable():
            cells = {name: clean for name, text in cells.items() if (clean := clean_text(text))}
        surplus = n_cells > len(names) and any(cell.strip() for cell in row[len(names) :])
        if cells or surplus:
            yield RawRow(number, cells, surplus)


def clean_text(cell: str) -> str:
    """Without spaces and marks of no width at its ends, and without the zeros that no database keeps."""
    plain = cell.strip()
    return plain if plain.isprintable() else plain.replace("\0", "").strip(_UNSEEN)


def _name(cell: str) -> str:
    return re.sub(r"[\s_-]+", "_", clean_text(cell).casefold()).strip("_*")


def _no_table(missing: Sequence[str]) -> MissingField:
    return MissingField(
        f"the table lacks {', '.join(missing)}", where="row 1", do="start from the template: tawthiq case template"
    )
