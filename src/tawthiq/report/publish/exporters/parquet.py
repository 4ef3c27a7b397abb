"""The tables as Parquet files, one each."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.flat import header, lines
from tawthiq.report.publish.grid import Grid
from tawthiq.report.publish.table import Table

_NUMBERS = frozenset({"value", "numerator", "denominator", "unknown", "percent"})


class Parquet:
    """`tables/NN-what.LANG.parquet`; title, basis, unit, figure stand in the schema's metadata."""

    NAME = "parquet"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The files of one language."""
        tables = {f"tables/{table.slug}.{document.language}.parquet": _bytes(table) for table in document.tables}
        return tables | {f"tables/{grid.slug}.{document.language}.parquet": _of_grid(grid) for grid in document.grids}


def _bytes(table: Table) -> bytes:
    names = header(table)
    facts = {"title": table.title, "basis": table.basis, "unit": table.unit, "figure": table.figure_id}
    schema = pa.schema([(name, pa.int64() if name in _NUMBERS else pa.string()) for name in names], metadata=facts)
    return _written(schema, lines(table))


def _of_grid(grid: Grid) -> bytes:
    whole = [any(type(row[place]) is int for row in grid.rows) for place in range(len(grid.columns))]
    types = [pa.int64() if one else pa.string() for one in whole]
    facts = {"title": grid.title, "kind": grid.kind, "note": " ".join(grid.notes)}
    return _written(pa.schema(list(zip(grid.columns, types, strict=True)), metadata=facts), grid.rows)


def _written(schema: pa.Schema, rows: Sequence[Sequence[object]]) -> bytes:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    target = io.BytesIO()
    made = pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )
    pq.write_table(made, target, compression="zstd")
    return target.getvalue()
