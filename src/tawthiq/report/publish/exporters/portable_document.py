"""The release as a tagged PDF (PDF/UA-1) by typst, with the fonts that ship with us."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import typst

from tawthiq.report.publish import chart, words
from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.web_page import numbers
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Row, Table

MAX_WIDTH_POINTS = 440
"""Of a picture on an A4 page."""


class PortableDocument:
    """`release.LANG.pdf`."""

    NAME = "pdf"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The file of one language."""
        return {f"release.{document.language}.pdf": compile_pdf(document)}


def compile_pdf(document: Document) -> bytes:
    """The PDF; no day but that of the freeze is in it, so the same document gives the same bytes."""
    with tempfile.TemporaryDirectory() as name, resources.as_file(chart.FONTS) as fonts:
        folder = Path(name)
        template = resources.files(__package__).joinpath("portable_document.typ").read_text(encoding="utf-8")
        (folder / "main.typ").write_text(template, encoding="utf-8")
        (folder / "release.json").write_text(json.dumps(_facts(document, folder), ensure_ascii=False), encoding="utf-8")
        made = typst.compile(
            folder / "main.typ",
            root=folder,
            font_paths=[fonts],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(document.frozen_at.timestamp()),
        )
    if not isinstance(made, bytes):
        raise TypeError("typst made something else than one PDF")
    return made


def _facts(document: Document, folder: Path) -> dict[str, object]:
    language = document.language
    return {
        "title": document.title,
        "language": language,
        "direction": document.direction,
        "fonts": [chart.FONT_FAMILIES[document.direction], *chart.FONT_FAMILIES.values()],
        "day": list(document.frozen_at.timetuple()[:6]),
        "headings": {key: words.say(key, language) for key in ("findings", "tables", "note_tables", "about")},
        "findings": [[[one.text, one.marks] for one in paragraph] for paragraph in document.paragraphs],
        "about": document.about,
        "tables": [_table(table, folder) for table in document.tables],
        "grids": [_grid(grid) for grid in document.grids],
    }


def _grid(grid: Grid) -> dict[str, object]:
    return {
        "title": grid.title,
        "notes": grid.notes,
        "header": grid.header,
        "numeric": [grid.is_number(place) for place in range(len(grid.columns))],
        "rows": [grid.texts(row) for row in grid.rows],
    }


def _table(table: Table, folder: Path) -> dict[str, object]:
    keys = ("value", "percent", "numerator", "denominator", "unknown")
    picture, width = "", 0
    if chart.bars(table):
        picture, image = f"{table.slug}.png", chart.png(table)
        (folder / picture).write_bytes(image)
        width = min(chart.width_points(image), MAX_WIDTH_POINTS)
    return {
        "title": f"{table.number}. {table.title}",
        "basis": table.basis,
        "header": [*(one.label for one in table.directions), *(words.say(key, table.language) for key in keys)],
        "n_labels": len(table.directions) or 1,
        "rows": [_line(table, row) for row in table.lines()],
        "picture": picture,
        "width": width,
        "alt": chart.alternative_text(table),
        "notes": [
            *table.notes,
            words.say("commitment", table.language, figure=table.figure_id, commitment=table.commitment),
        ],
    }


def _line(table: Table, row: Row) -> list[str]:
    n_labels = len(table.directions) or 1
    labels = row.labels if row.codes else (*row.labels, *[""] * (n_labels - 1))
    return [*labels, *numbers(table, row)]
