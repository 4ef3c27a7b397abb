"""The whole document as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.flat import header, lines
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Table


class JsonDocument:
    """`release.LANG.json`."""

    NAME = "json"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The file of one language."""
        raw = {
            "kind": document.kind,
            "release": document.release_id,
            "language": document.language,
            "title": document.title,
            "frozen_at": document.frozen_at.isoformat(),
            "about": document.about,
            "findings": [{"text": finding.text, "tables": finding.tables} for finding in document.findings],
            "tables": [_table(table) for table in document.tables],
            "beside": [_grid(grid) for grid in document.grids],
        }
        text = json.dumps(raw, ensure_ascii=False, indent=1, sort_keys=True)
        return {f"release.{document.language}.json": text.encode() + b"\n"}


def _grid(grid: Grid) -> dict[str, object]:
    rows = [dict(zip(grid.columns, row, strict=True)) for row in grid.rows]
    return {"kind": grid.kind, "title": grid.title, "notes": grid.notes, "rows": rows}


def _table(table: Table) -> dict[str, object]:
    names = header(table)
    return {
        "number": table.number,
        "title": table.title,
        "figure": table.figure_id,
        "commitment": table.commitment,
        "unit": table.unit,
        "scope": table.scope,
        "basis": table.basis,
        "late": table.late,
        "notes": table.notes,
        "rows": [dict(zip(names, line, strict=True)) for line in lines(table)],
    }
