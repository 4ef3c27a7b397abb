"""The tables as Parquet files, one each."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from tawthiq.report.publish.document import Document
from tawthiq.report.publish.exporters.flat import header, lines
from tawthiq.report.publish.table import Table

_NUMBERS = frozenset({"value", "numerator", "denominator", "unknown", "percent"})


class Parquet:
    """`tables/NN-what.LANG.parquet`; title, basis, unit, figure stand in the schema's metadata."""

    NAME = "parquet"

    def files(self, document: Document) -> Mapping[str, bytes]:
        """The files of one language."""
        return {f"tables/{table.slug}.{document.language}.parquet": _bytes(table) for table in document.tables}


def _bytes(table: Table) -> bytes:
    names = header(table)
    facts = {"title": table.title, "basis": table.basis, "unit": table.unit, "figure": table.figure_id}
    schema = pa.schema([(name, pa.int64() if name in _NUMBERS else pa.string()) for name in names], metadata=facts)
    columns = list(zip(*lines(table), strict=True))
    target = io.BytesIO()
    made = pa.table(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )
    pq.write_table(made, target, compression="zstd")
    return target.getvalue()
