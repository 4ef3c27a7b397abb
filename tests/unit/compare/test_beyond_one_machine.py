"""The search as a Spark job finds the pairs that the index finds, no more and no fewer."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tawthiq.record.compare.beyond_one_machine import near_pairs, spark_session
from tawthiq.record.compare.hamming_index import HammingIndex
from tawthiq.record.compare.hash_tables import ASKED, FILED, write_tables
from tawthiq.record.compare.pdq import Turn
from tawthiq.record.compare.picture import look_at
from tawthiq.record.compare.pixels import Pixels
from tawthiq.terms.errors import BadInput
from unit.compare.drawn import shapes

Row = tuple[str, int, bytes, int, str, str]
"""Item, place, hash, quality, part, turn."""


def flipped(one: bytes, bits: set[int]) -> bytes:
    return (int.from_bytes(one) ^ sum(1 << bit for bit in bits)).to_bytes(32)


def sample(count: int) -> list[Row]:
    """Each third item is another one with 0 to 40 bits changed; each tenth is too flat to speak."""
    rng = np.random.default_rng(29)
    hashes = [one.tobytes() for one in rng.integers(0, 256, (count, 32), dtype=np.uint8)]
    for number in range(2, count, 3):
        bits = set(rng.choice(256, number % 41, replace=False).tolist())
        hashes[number] = flipped(hashes[int(rng.integers(0, number))], bits)
    return [
        (f"item-{number:05}", number, one, 40 if number % 10 == 9 else 90, "whole", "none")
        for number, one in enumerate(hashes)
    ]


def put(path: Path, rows: list[Row], names: tuple[str, ...]) -> Path:
    pq.write_table(pa.table({name: [row[at] for row in rows] for at, name in enumerate(names)}), path)
    return path


def by_the_index(folder: Path, asked: list[Row], filed: list[Row]) -> set[tuple[str, str, int]]:
    speaks = [row for row in filed if row[3] >= 50]
    index = HammingIndex(folder)
    index.add([row[2] for row in speaks])
    best: dict[tuple[str, str], int] = {}
    for item, kept, one, quality, *_ in asked:
        for distance, at in index.within(one) if quality >= 50 else ():
            if kept > speaks[at][1]:
                pair = item, speaks[at][0]
                best[pair] = min(distance, best.get(pair, 256))
    return {(*pair, distance) for pair, distance in best.items()}


def test_a_spark_job_finds_the_pairs_that_the_index_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("java") is None and os.environ.get("CI") != "true":
        pytest.skip("no Java here (apt-get install default-jre-headless)")
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", "--master local[2] pyspark-shell")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # short lives compile little
    filed = sample(600)
    mirrored = [(item, kept, flipped(one, set(range(0, 256, 2))), quality, "whole", "flip_x")
                for item, kept, one, quality, *_ in filed]  # fmt: skip
    crossing = [(item, kept, filed[kept - 300][2], quality, "inner", "rotate_90")
                for item, kept, _, quality, *_ in filed[400:420]]  # fmt: skip
    asked = [*filed, *mirrored, *crossing]
    names = ("item", "kept", "hash", "quality", "part", "turn")
    paths = put(tmp_path / "asked.parquet", asked, names), put(tmp_path / "filed.parquet", filed, names[:4])
    with spark_session() as session:
        assert session.sparkContext.master == "local[2]", "as Spark's own settings say"
        assert session.conf.get("spark.driver.host") == "127.0.0.1", "no port beyond loopback"
        session.conf.set("spark.sql.shuffle.partitions", "2")
        session.conf.set("spark.sql.adaptive.enabled", "false")
        near_pairs(session, *paths, 31, 50).write.parquet(str(tmp_path / "pairs"))
    found = pq.read_table(tmp_path / "pairs").to_pylist()
    truth = by_the_index(tmp_path / "index", asked, filed)
    assert {(one["asked"], one["filed"], one["distance_bits"]) for one in found} == truth
    assert len(found) == len(truth) > 100
    assert any((one["part"], one["turn"]) == ("inner", "rotate_90") for one in found)


def test_a_radius_without_bands_is_refused() -> None:
    with pytest.raises(BadInput):
        near_pairs(None, "asked", "filed", 64, 50)


def test_the_tables_hold_what_is_filed_and_every_turn_that_asks(tmp_path: Path) -> None:
    framed = np.pad(shapes(2), ((40, 40), (60, 60), (0, 0)), constant_values=255)
    looks = [(f"item-{n}", look_at(Pixels(rgb, (640, 480), ""))) for n, rgb in enumerate((shapes(1), framed))]
    assert write_tables(looks, tmp_path) == (3, 24)
    filed, asked = (pq.read_table(tmp_path / name).to_pylist() for name in (FILED, ASKED))
    assert [(row["item"], row["kept"], row["hash"]) for row in filed] == [
        (item, kept, pdq.bits) for kept, (item, look) in enumerate(looks) for pdq in look.upright
    ]
    assert {(row["part"], row["turn"]) for row in asked} == {
        (part, t.value) for part in ("whole", "inner") for t in Turn
    }
