"""The sheets of a form's export, CSV or workbook: a header each, its rows as text."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.record.collect.acts_table import (
    DELIMITERS,
    HEAD_BYTES,
    NOT_COMPUTED,
    cell_text,
    clean_text,
)
from tawthiq.record.collect.csv_rows import Lines, numbered_rows
from tawthiq.record.collect.encoding import decoded_lines, text_encoding
from tawthiq.terms.errors import EmptyInput, UnreadableInput

TITLE_CHARS = 31
"""Spreadsheet programs cut the name of a sheet there."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """`title`: empty for CSV; `rows`: (row from 1 as a person counts, its cells), read once, no empty ones."""

    title: str
    header: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[str]]] = field(repr=False)


def open_sheets(source: BinaryIO) -> tuple[FormSheet, ...]:
    """Every sheet that has a header; raises EmptyInput, UnreadableInput."""
    head = source.read(HEAD_BYTES)
    source.seek(0)
    found = _of_workbook(source) if head.startswith(b"PK") else _of_csv(source, head)
    if not found:
        raise EmptyInput("no sheet with a header", do="check the export")
    return found


def _of_csv(source: BinaryIO, head: bytes) -> tuple[FormSheet, ...]:
    lines = decoded_lines(source, text_encoding(source, head))
    first = list(islice(lines, 1))
    most = max(DELIMITERS, key=lambda mark: len(next(csv.reader(first, delimiter=mark), [])))
    return _sheets([("", numbered_rows(Lines(chain(first, lines)), most))])


def _of_workbook(source: BinaryIO) -> tuple[FormSheet, ...]:
    try:
        # A copy, since a workbook closes nothing and its rows are read after this returns.
        book = load_workbook(io.BytesIO(source.read()), read_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as reason:
        raise UnreadableInput(f"the workbook does not open: {type(reason).__name__}", do="save it as .xlsx") from reason
    return _sheets([(sheet.title, _numbered(sheet)) for sheet in book.worksheets])


def _numbered(sheet: object) -> Iterator[tuple[int, Sequence[str]]]:
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)  # type: ignore[attr-defined]  # openpyxl's reader
    for number, row in rows:
        yield number, [NOT_COMPUTED if (text := cell_text(value)).startswith("=") else text for value in row]


def _sheets(named: list[tuple[str, Iterator[tuple[int, Sequence[str]]]]]) -> tuple[FormSheet, ...]:
    opened = []
    for title, rows in named:
        _, header = next(rows, (0, ()))
        names = tuple(clean_text(cell) for cell in header)
        while names and not names[-1]:
            names = names[:-1]
        if names:
            opened.append(FormSheet(title, names, _not_empty(rows)))
    return tuple(opened)


def _not_empty(rows: Iterator[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    for number, row in rows:
        cells = [clean_text(cell) for cell in row]
        if any(cells):
            yield number, cells
