"""Beyond one machine: the exact search for near hashes as a Spark job over Parquet, band by band as the index does it.

Optional: the extra `spark`, and Java 17; everything runs inside of Spark, whose workers need nothing of ours. Two
tables go in, as `tawthiq copies hashes` writes them:

    filed   item (text), kept (whole number), hash (32 bytes), quality (0 to 100): upright, as they lie in the index
    asked   the same of every turn, with part (whole, inner) and turn

One comes out: asked, filed (items), distance_bits, part, turn: the nearest way of each pair within the radius, asked
by the item that was kept later. A hash of a picture too flat to speak is never compared.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tawthiq.record.compare.bands import CHUNK_BITS, CHUNKS, MAX_FLIPS, VALUES, flips_for, masks
from tawthiq.terms.errors import BadInput

# Any: pyspark is an optional extra of half a gigabyte, which the type checker does not read.

WORD_BYTES, CHUNK_BYTES, N_WORDS = 8, CHUNK_BITS // 8, 4


@contextmanager
def spark_session(master: str = "") -> Iterator[Any]:
    """A Spark session, stopped at the end: of `master`, or as Spark's settings say, or all cores of this machine.

    On one machine it opens no port beyond loopback. Raises BadInput where pyspark is missing.
    """
    try:
        pyspark, builder = import_module("pyspark"), import_module("pyspark.sql").SparkSession.builder
    except ImportError as error:
        raise BadInput("Spark is not installed", do="pip install 'tawthiq[spark]', with Java 17") from error
    pyspark.SparkContext._ensure_initialized()  # only then are spark-defaults.conf and the like read
    effective = master or pyspark.SparkConf().get("spark.master", "local[*]")
    told = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.pyspark.python": sys.executable,
    }
    if effective.startswith("local"):
        told |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    for name, value in told.items():
        builder = builder.config(name, value)
    session = builder.master(effective).getOrCreate()
    try:
        session.sparkContext.setLogLevel("ERROR")
        yield session
    finally:
        session.stop()


def near_pairs(session: Any, asked: Path | str, filed: Path | str, radius_bits: int, min_quality: int) -> Any:
    """The table of pairs, not yet worked out. Raises BadInput for a radius beyond which bands say nothing."""
    n_flips = flips_for(radius_bits)
    if not 0 <= n_flips <= MAX_FLIPS:
        most = CHUNKS * (MAX_FLIPS + 1) - 1
        raise BadInput("no bands are made for that radius", where=str(radius_bits), do=f"ask for 0 to {most} bits")
    f = import_module("pyspark.sql.functions")
    mine = _banded(session, asked, min_quality, 0).alias("a")
    yours = _banded(session, filed, min_quality, n_flips).alias("f")  # eight times fewer rows than the turns that ask
    apart = sum((f.bit_count(f.col(f"a.w{at}").bitwiseXOR(f.col(f"f.w{at}"))) for at in range(N_WORDS)), f.lit(0))
    met = mine.join(yours, "band").where("a.kept > f.kept")
    near = met.select(
        f.col("a.item").alias("asked"), f.col("f.item").alias("filed"), apart.alias("distance_bits"), "a.part", "a.turn"
    ).where(f.col("distance_bits") <= radius_bits)
    least = near.groupBy("asked", "filed").agg(f.min(f.struct("distance_bits", "part", "turn")).alias("way"))
    return least.select("asked", "filed", "way.distance_bits", "way.part", "way.turn")


def _banded(session: Any, path: Path | str, min_quality: int, n_flips: int) -> Any:
    """Each hash that speaks, once for each of its bands (chunk x 65,536 + value), with values up to the flips away."""
    f = import_module("pyspark.sql.functions")
    table = session.read.parquet(str(path)).where(f.col("quality") >= min_quality)
    absent = [f.lit("").alias(name) for name in ("part", "turn") if name not in table.columns]
    words = [_number(f, WORD_BYTES, at).alias(f"w{at}") for at in range(N_WORDS)]
    named = [name for name in ("item", "kept", "part", "turn") if name in table.columns]
    values = f.array(*(_number(f, CHUNK_BYTES, at) for at in range(CHUNKS)))
    by_chunk = table.select(*named, *absent, *words, f.posexplode(values).alias("chunk", "value"))
    flips = f.explode(f.array(*(f.lit(int(mask)) for mask in masks(n_flips)))).alias("flip")
    flipped = by_chunk.select("*", flips)
    band = f.col("chunk") * VALUES + f.col("value").bitwiseXOR(f.col("flip"))
    return flipped.select("item", "kept", "part", "turn", *(f"w{at}" for at in range(N_WORDS)), band.alias("band"))


def _number(f: Any, n_bytes: int, at: int) -> Any:
    """Bytes of the hash as a whole number of 64 bits; the base -10 keeps the sign that the highest bit stands for."""
    part = f.hex(f.substring("hash", 1 + at * n_bytes, n_bytes))
    return f.conv(part, 16, -10).cast("long")
