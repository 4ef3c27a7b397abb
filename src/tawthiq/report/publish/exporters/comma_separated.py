"""Comma-separated tables, each with its code book; HXL-tagged ones beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.flat import Value, header, inert, lines
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Table

BOM = "\ufeff"
"""Written first, so that spreadsheets read Arabic right."""

HASHTAGS: Mapping[str, str] = {
    "party": "#group+party+code",
    "party_label": "#group+party+name",
    "sex": "#indicator+sex+code",
    "sex_label": "#indicator+sex+name",
    "age_band": "#indicator+age+code",
    "age_band_label": "#indicator+age+name",
    "admin1": "#adm1+code",
    "admin1_label": "#adm1+name",
    "violation": "#event+type+code",
    "violation_label": "#event+type+name",
    "heading": "#event+heading+code",
    "heading_label": "#event+heading+name",
    "row": "#meta+row",
    "status": "#status",
    "value": "#affected+verified+num",
    "unit": "#meta+unit",
    "numerator": "#indicator+numerator+num",
    "denominator": "#indicator+denominator+num",
    "unknown": "#indicator+unknown+num",
    "percent": "#indicator+percent+num",
}


class CommaSeparated:
    """`tables/NN-what.LANG.csv`, `.hxl.csv`, and `codebook.LANG.csv`."""

    NAME = "csv"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The files of one language."""
        found = {}
        for table in document.tables:
            stem = f"tables/{table.slug}.{document.language}"
            rows = lines(table)
            found[f"{stem}.csv"] = _bytes([header(table), *rows])
            found[f"{stem}.hxl.csv"] = _bytes(
                [header(table), [hashtag(name) for name in header(table)], *rows], tagged=True
            )
        for grid in document.grids:
            found[f"tables/{grid.slug}.{document.language}.csv"] = _bytes([grid.columns, *grid.rows])
        found[f"tables/codebook.{document.language}.csv"] = _bytes(meanings(document))
        return found


def hashtag(column: str) -> str:
    """The HXL tag of a column; a breakdown without one of its own is an indicator with an attribute."""
    plain = column.removesuffix("_label")
    kind = "name" if column.endswith("_label") else "code"
    return HASHTAGS.get(column, f"#indicator+{plain.replace('_', '')}+{kind}")


def meanings(document: Document) -> list[list[Value]]:
    """The code book of everything that a release prints."""
    return [*codebook(document.tables), *codebook_of_grids(document.grids)]


def codebook(tables: Iterable[Table]) -> list[list[Value]]:
    """What each table counts, and what each code of it means."""
    rows: list[list[Value]] = [["table", "field", "code", "meaning"]]
    for table in tables:
        facts = [
            ("title", table.title),
            ("unit", table.unit_label),
            ("basis", table.basis),
            ("figure", table.figure_id),
        ]
        rows += [[table.slug, field, "", text] for field, text in (*facts, *(("note", note) for note in table.notes))]
        for place, direction in enumerate(table.directions):
            seen = {row.codes[place]: row.labels[place] for row in table.rows if not row.of_which}
            rows += [[table.slug, direction.code, code, label] for code, label in sorted(seen.items())]
    return rows


def codebook_of_grids(grids: Iterable[Grid]) -> list[list[Value]]:
    """What the columns of each grid are called, and what must be known to read it."""
    rows: list[list[Value]] = []
    for grid in grids:
        rows += [[grid.slug, "note", "", note] for note in (grid.title, *grid.notes)]
        rows += [[grid.slug, name, "", text] for name, text in zip(grid.columns, grid.header, strict=True)]
    return rows


def _bytes(rows: Iterable[Iterable[Value]], *, tagged: bool = False) -> bytes:
    """UTF-8 with a byte-order mark; HXL readers want none."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(
        [["" if one is None else inert(one) for one in row] for row in rows]
    )
    return (("" if tagged else BOM) + target.getvalue()).encode()
