"""The flat table of acts, CSV or workbook: its columns, its template, its rows as they stand."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import BinaryIO, Protocol, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.record.collect.importers.text import decode
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

REQUIRED = ("incident_id", "violation")
HEAD_BYTES = 64 * 1024
_Cells: TypeAlias = "tuple[int, Sequence[str]]"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row. `number` counts lines from 1 as a person sees them; `cells`: column -> text, trimmed, not empty.

    `surplus`: the row has more cells than the table has columns, so nothing in it can be trusted.
    """

    number: int
    cells: dict[str, str]
    surplus: bool = False


@dataclass(frozen=True, slots=True)
class ActsTable:
    """`sheet`: empty for CSV; `ignored`: columns that mean nothing here; `rows`: read once, as they are asked for."""

    sheet: str
    columns: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: Iterator[RawRow] = field(repr=False)


def template(more: Iterable[str] = ()) -> str:
    """An empty table with every column, as CSV with a byte order mark, which spreadsheets need for Arabic.

    `more`: columns beside those that are always read.
    """
    return "\ufeff" + ",".join(dict.fromkeys((*COLUMNS, *more))) + "\r\n"


def read_acts(source: BinaryIO, more: Iterable[str] = ()) -> ActsTable:
    """Open a table of acts; `more`: further columns that mean something to the caller.

    Raises EmptyInput, UnreadableInput, MissingField (no such table) before the first row.
    """
    meant = frozenset((*COLUMNS, *more))
    head = source.read(HEAD_BYTES)
    source.seek(0)
    if not head.strip():
        raise EmptyInput("the file is empty", do="check the export")
    if head.startswith(b"PK"):
        return _workbook(source, meant)
    encoding = _encoding(source, head)
    lines = _lines(source, encoding)
    first = next(lines, "")
    rows = csv.reader(chain([first], lines), delimiter=max(",;\t", key=first.count))
    return _table("", _numbered(rows), meant)


def _encoding(source: BinaryIO, head: bytes) -> str:
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    decoder = codecs.getincrementaldecoder(encoding)()
    n_bytes = 0
    try:
        while part := source.read(1 << 20):
            decoder.decode(part)
            n_bytes += len(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        source.seek(0)
        decode(source.read())
        raise UnreadableInput("the text cannot be decoded", do="save it as UTF-8") from None
    source.seek(0)
    return encoding


def _lines(source: BinaryIO, encoding: str) -> Iterator[str]:
    """Decoded lines; the source stays open, whoever stops reading."""
    wrapper = io.TextIOWrapper(source, encoding, newline="")
    try:
        for line in wrapper:  # noqa: UP028  yield from would close the wrapper, and the source with it
            yield line
    finally:
        wrapper.detach()


class _Reader(Protocol):
    """What `csv.reader` gives."""

    @property
    def line_num(self) -> int:
        """Lines read so far."""

    def __next__(self) -> list[str]:
        """The next row."""


def _numbered(rows: _Reader) -> Iterator[_Cells]:
    before = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as reason:
            raise UnreadableInput(f"no CSV: {reason}", where=f"row {before + 1}", do="check quotes") from reason
        yield before + 1, row
        before = rows.line_num


def _workbook(source: BinaryIO, meant: frozenset[str]) -> ActsTable:
    try:
        book = load_workbook(source, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as reason:
        raise UnreadableInput(f"the workbook does not open: {type(reason).__name__}", do="save it as .xlsx") from reason
    for sheet in book.worksheets:
        header = next(sheet.iter_rows(max_row=1, values_only=True), ())
        if set(REQUIRED) <= {_name(_cell(value)) for value in header}:
            found = ((number, [_cell(value) for value in row]) for number, row in _from_first(sheet))
            return _table(sheet.title, found, meant)
    raise _no_table(REQUIRED)


def _from_first(sheet: object) -> Iterator[tuple[int, Sequence[object]]]:
    yield from enumerate(sheet.iter_rows(values_only=True), start=1)  # type: ignore[attr-defined]  # openpyxl's reader


def _cell(value: object) -> str:
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
    _, header = next(rows, (1, ()))
    names = tuple(_name(cell) for cell in header)
    if missing := [name for name in REQUIRED if name not in names]:
        raise _no_table(missing)
    if repeated := sorted({name for name in names if name in meant and names.count(name) > 1}):
        raise BadInput(f"column {repeated[0]} stands twice", where="row 1", do="keep one of the two")
    ignored = tuple(cell for cell, name in zip(header, names, strict=True) if name and name not in meant)
    return ActsTable(sheet, tuple(name for name in names if name in meant), ignored, _rows(names, rows, meant))


def _rows(names: Sequence[str], rows: Iterable[_Cells], meant: frozenset[str]) -> Iterator[RawRow]:
    known = [(place, name) for place, name in enumerate(names) if name in meant]
    for number, row in rows:
        n_cells = len(row)
        cells = {name: text for place, name in known if place < n_cells and (text := row[place].strip())}
        surplus = n_cells > len(names) and any(cell.strip() for cell in row[len(names) :])
        if cells or surplus:
            yield RawRow(number, cells, surplus)


def _name(cell: str) -> str:
    return cell.strip().strip("\ufeff").casefold().replace(" ", "_")


def _no_table(missing: Sequence[str]) -> MissingField:
    return MissingField(
        f"the table lacks {', '.join(missing)}", where="row 1", do="start from the template: tawthiq case template"
    )
