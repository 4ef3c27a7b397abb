"""The tables as one XLSX workbook: plain cells, no formulas, nothing hidden."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import xlsxwriter

from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.comma_separated import meanings
from tawthiq.report.publish.exporters.flat import Value, header, inert, lines

Grid: TypeAlias = Sequence[Sequence[Value]]


class Workbook:
    """`tables.LANG.xlsx`, one sheet for each table, code book last."""

    NAME = "xlsx"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The file of one language."""
        target = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(target, options) as book:
            book.set_properties({"title": document.title, "created": document.frozen_at.replace(tzinfo=None)})
            bold = book.add_format({"bold": True})
            for table in document.tables:
                _sheet(book, document, table.slug[:31], [header(table), *lines(table)], bold)
            for grid in document.grids:
                _sheet(book, document, grid.slug, [grid.columns, *grid.rows], bold)
            _sheet(book, document, "codebook", meanings(document), bold)
        return {f"tables.{document.language}.xlsx": target.getvalue()}


def _sheet(
    book: xlsxwriter.Workbook, document: Document, name: str, rows: Sequence[Sequence[Value]], bold: object
) -> None:
    sheet = book.add_worksheet(name)
    if document.direction == "rtl":
        sheet.right_to_left()
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, [inert(cell) for cell in row], bold if place == 0 else None)
    sheet.freeze_panes(1, 0)
    sheet.autofit()
