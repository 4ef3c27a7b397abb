"""Tables: the header of a CSV file, TSV file or workbook; rows are read by the importer of their form."""

from __future__ import annotations

import csv
import io
import zipfile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.record.collect.plain_text import decode
from tawthiq.terms.errors import BadInput, UnreadableInput


class TableImporter:
    """Reads which columns a table has."""

    name = "table"
    version = 1
    kinds = frozenset({ItemKind.TABLE})

    def inspect(self, data: bytes) -> Inspected:
        """List the columns; whether they mean anything to us is the register importer's word."""
        try:
            columns = _workbook_columns(data) if data.startswith(b"PK") else _text_columns(decode(data))
        except BadInput as finding:
            return Inspected(ItemState.UNDECODABLE, findings=(finding,))
        return Inspected(ItemState.READABLE, account=Account(handled=tuple(columns)))


def _text_columns(text: str) -> list[str]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return next(csv.reader([first], delimiter=delimiter), [])


def _workbook_columns(data: bytes) -> list[str]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as reason:
        raise UnreadableInput(f"the workbook does not open: {type(reason).__name__}", do="save it as .xlsx") from reason
    names: list[str] = []
    for sheet in book.worksheets:
        header = next(sheet.iter_rows(max_row=1, values_only=True), ())
        names += [f"{sheet.title}.{cell}" for cell in header if cell is not None]
    return names
