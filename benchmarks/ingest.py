"""Ingest beside the raw rate of the hash and of the decoder, in the same run.

    python benchmarks/ingest.py [GIB] [N_PICTURES]      (default 1 and 1000)

Prints: the share of one core's SHA-256 rate at which a sparse file of GIB goes into a vault, and how much the memory
grew; the share of the rate of decoding alone at which pictures are decoded and hashed (PDQ). Needs as much free disk.
"""

from __future__ import annotations

import hashlib
import io
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.record.compare.isolated_pixels import pixels_of_many
from tawthiq.record.compare.picture import look_at
from tawthiq.record.compare.pixels import Pixels
from tawthiq.safe.vault import Vault

GIB = 1024**3


def pictures(n_kinds: int = 16) -> list[bytes]:
    """Invented photographs of 1.6 megapixels, as JPEG."""
    made = []
    for seed in range(n_kinds):
        small = np.random.default_rng(seed).integers(0, 255, (40, 60, 3), np.uint8)
        out = io.BytesIO()
        Image.fromarray(small).resize((1600, 1000), Image.Resampling.BICUBIC).save(out, "JPEG", quality=85)
        made.append(out.getvalue())
    return made


def decoded(worker: Worker, sources: list[bytes], n_pictures: int) -> Iterator[Pixels]:
    """Pixels of as many pictures, decoded in the child."""
    wanted: Iterator[bytes] = (sources[number % len(sources)] for number in range(n_pictures))
    yield from (one for one in pixels_of_many(worker, wanted) if isinstance(one, Pixels))


def bytes_in(top: Path, n_bytes: int) -> None:
    """A file into the vault beside the hash of the same file."""
    path = top / "large.bin"
    with path.open("wb") as target:
        target.truncate(n_bytes)
    began = time.process_time()
    with path.open("rb") as source:
        hashlib.file_digest(source, "sha256")
    raw_s = time.process_time() - began
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, wall = time.process_time(), time.perf_counter()
    with path.open("rb") as source:
        Vault(top / "vault").put(source)
    ours_s, wall_s = time.process_time() - began, time.perf_counter() - wall
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{n_bytes / GIB:.1f} GiB: SHA-256 {raw_s:.2f} s CPU, into the vault {ours_s:.2f} s CPU, {wall_s:.2f} s wall")
    print(f"share of the raw rate {raw_s / ours_s:.0%}; memory grew by {grown / 1024:.1f} MiB")


def pictures_in(n_pictures: int) -> None:
    """Decoding and hashing beside decoding alone."""
    sources, worker = pictures(), Worker()
    for one in decoded(worker, sources, 20):
        look_at(one)
    began = time.perf_counter()
    n_decoded = sum(1 for _ in decoded(worker, sources, n_pictures))
    alone_s = time.perf_counter() - began
    began = time.perf_counter()
    n_hashed = sum(1 for one in decoded(worker, sources, n_pictures) if look_at(one))
    hashed_s = time.perf_counter() - began
    worker.close()
    print(f"{n_decoded} pictures decoded: {n_decoded / alone_s:.0f}/s; with PDQ {n_hashed / hashed_s:.0f}/s")
    print(f"share of the rate of decoding alone: {alone_s / hashed_s:.0%}")


def main() -> int:
    """Measure both, print."""
    gib = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    n_pictures = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-") as name:
        bytes_in(Path(name), int(gib * GIB))
    pictures_in(n_pictures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
