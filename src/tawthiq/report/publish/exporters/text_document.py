"""The release as a DOCX, right to left where the language is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tawthiq.report.publish import chart, words
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.web_page import numbers
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Table

_EPOCH = (1980, 1, 1, 0, 0, 0)


class TextDocument:
    """`release.LANG.docx`."""

    NAME = "docx"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The file of one language."""
        made = docx.Document()
        frozen = document.frozen_at.replace(tzinfo=None)
        made.core_properties.title = document.title
        made.core_properties.author = "Tawthiq"
        made.core_properties.created = made.core_properties.modified = frozen
        _fill(made, document)
        target = io.BytesIO()
        made.save(target)
        return {f"release.{document.language}.docx": undated(target.getvalue())}


def undated(archive: bytes) -> bytes:
    """The same zip without the time of day at which each entry was written."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, source.read(name))
    return target.getvalue()


def _fill(made: Docx, document: Document) -> None:
    language, right_to_left = document.language, document.direction == "rtl"
    written: list[Paragraph] = [made.add_heading(document.title, 1)]
    if document.tables:
        written.append(made.add_heading(words.say("findings", language), 2))
    for told in document.paragraphs:
        written.append(made.add_paragraph(" ".join(f"{one.text} {one.marks}".strip() for one in told)))
    if document.tables:
        written.append(made.add_heading(words.say("tables", language), 2))
        written.append(made.add_paragraph(words.say("note_tables", language)))
    for table in document.tables:
        written += _table(made, table, right_to_left=right_to_left)
    for grid in document.grids:
        written += _grid(made, grid, right_to_left=right_to_left)
    written.append(made.add_heading(words.say("about", language), 2))
    written += [made.add_paragraph(line) for line in document.about]
    if right_to_left:
        for paragraph in written:
            _turn(paragraph)


def _grid(made: Docx, grid: Grid, *, right_to_left: bool) -> list[Paragraph]:
    written = [made.add_heading(grid.title, 2), *(made.add_paragraph(note) for note in grid.notes)]
    return written + _lines(made, [list(grid.header), *map(grid.texts, grid.rows)], right_to_left=right_to_left)


def _lines(made: Docx, lines: list[list[str]], *, right_to_left: bool) -> list[Paragraph]:
    """A table of texts, the first line its header; its paragraphs."""
    grid = made.add_table(rows=0, cols=len(lines[0]))
    grid.style = "Table Grid"
    written: list[Paragraph] = []
    for line in lines:
        for cell, text in zip(grid.add_row().cells, line, strict=True):
            cell.text = text
            written += cell.paragraphs
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for paragraph in written[: len(lines[0])]:
        for run in paragraph.runs:
            run.bold = True
    if right_to_left:
        grid._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    return written


def _table(made: Docx, table: Table, *, right_to_left: bool) -> list[Paragraph]:
    written = [made.add_heading(f"{table.number}. {table.title}", 3), made.add_paragraph(table.basis)]
    keys = ("value", "percent", "numerator", "denominator", "unknown")
    directions = [one.label for one in table.directions] or [""]
    lines = [[*directions, *(words.say(key, table.language) for key in keys)]]
    for row in table.lines():
        labels = row.labels if row.codes else (*row.labels, *[""] * (len(directions) - 1))
        lines.append([*labels, *numbers(table, row)])
    written += _lines(made, lines, right_to_left=right_to_left)
    if chart.bars(table):
        picture = made.add_picture(io.BytesIO(chart.png(table)), width=Cm(13))
        picture._inline.docPr.set("descr", chart.alternative_text(table))
    return [*written, *(made.add_paragraph(note) for note in table.notes)]


def _turn(paragraph: Paragraph) -> None:
    """Right to left: the paragraph, and every run of it."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
