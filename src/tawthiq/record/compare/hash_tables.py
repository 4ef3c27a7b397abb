"""Hash tables: kept hashes as two Parquet files, for a search beyond one machine; no picture, no name goes along."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tawthiq.record.compare.picture import Look

FILED, ASKED = "filed.parquet", "asked.parquet"
ROWS_TOGETHER = 10_000
_PLAIN = [("item", pa.string()), ("kept", pa.int64()), ("hash", pa.binary()), ("quality", pa.int32())]
_TURNED = [*_PLAIN, ("part", pa.string()), ("turn", pa.string())]


def write_tables(looks: Iterable[tuple[str, Look]], folder: Path) -> tuple[int, int]:
    """Write both tables of looks in the order in which they were kept; returns how many hashes are filed, and asked."""
    folder.mkdir(parents=True, exist_ok=True)
    filed, asked = _Table(folder / FILED, _PLAIN), _Table(folder / ASKED, _TURNED)
    for kept, (item, look) in enumerate(looks):
        filed.put({"item": item, "kept": kept, "hash": pdq.bits, "quality": pdq.quality} for pdq in look.upright)
        asked.put(
            {"item": item, "kept": kept, "hash": pdq.bits, "quality": pdq.quality, "part": part, "turn": turn.value}
            for part, turn, pdq in look.asked
        )
    return filed.close(), asked.close()


class _Table:
    """A Parquet file that is written some rows at a time."""

    def __init__(self, path: Path, columns: list[tuple[str, Any]]) -> None:
        self._schema = pa.schema(columns)
        self._file = pq.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, object]] = []
        self._n_rows = 0

    def put(self, rows: Iterable[dict[str, object]]) -> None:
        self._rows += rows
        if len(self._rows) >= ROWS_TOGETHER:
            self._flush()

    def close(self) -> int:
        self._flush()
        self._file.close()
        return self._n_rows

    def _flush(self) -> None:
        self._file.write_table(pa.Table.from_pylist(self._rows, self._schema))
        self._n_rows += len(self._rows)
        self._rows = []
