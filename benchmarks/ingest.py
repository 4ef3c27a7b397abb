"""`item add` beside the raw rate of the hash, pictures with PDQ beside decoding alone, in the same run.

    python benchmarks/ingest.py [--gib 1] [--rounds 5] [--memory-gib 4] [--pictures 1000] [--folder /tmp]

Bars: 70 % of one core's SHA-256 rate at 1 GiB, which is said of the clock (a rate is bytes a second: kept, synced,
in the log, beside hashing alone) and of the processor; memory grows by less than 64 MiB at 4 GiB, beside adding a file
of one kilobyte; 10,000 pictures with PDQ at 80 % of the rate of decoding alone. Beside them what a careful person
would do by hand: `sha256sum`, `cp`, `sync`. The least of some rounds counts, each way once a round, the file in the
system's cache for all. Files are full of random bytes, not sparse; twice --memory-gib of disk must be free.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.record.compare.isolated_pixels import pixels_of_many
from tawthiq.record.compare.picture import look_at
from tawthiq.record.compare.pixels import Pixels

GIB = 1024**3
PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds and peak memory (MiB) of a command."""

    cpu_s: float
    peak_mib: float


def write_random(path: Path, n_bytes: int) -> None:
    """A file of random bytes, written and on the disk."""
    with path.open("wb") as target:
        for _ in range(n_bytes // PIECE_BYTES):
            target.write(os.urandom(PIECE_BYTES))
        target.flush()
        os.fsync(target.fileno())


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock and of the processor."""

    wall_s: float
    cpu_s: float

    def beside(self, raw: Took) -> str:
        """Both shares of a raw rate."""
        return f"{raw.wall_s / self.wall_s:.0%} of its rate by the clock, {raw.cpu_s / self.cpu_s:.0%} of its CPU"


def took(act: Callable[[], object]) -> Took:
    """One act, its children counted."""
    wall, cpu = time.perf_counter(), cpu_now_s()
    act()
    return Took(time.perf_counter() - wall, cpu_now_s() - cpu)


def least(rounds: list[Took]) -> Took:
    """The least of each: what others did on the machine meanwhile only adds."""
    return Took(min(one.wall_s for one in rounds), min(one.cpu_s for one in rounds))


def hashed(path: Path) -> None:
    """Hash a file and nothing else."""
    with path.open("rb") as source:
        hashlib.file_digest(source, "sha256")


def by_hand(path: Path) -> None:
    """What a careful person does: the sum, a copy, to the disk."""
    copy = path.with_suffix(".copy")
    for words in (["sha256sum", path], ["cp", "--reflink=never", path, copy], ["sync", copy]):
        subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
    copy.unlink()


def added(home: Path, path: Path) -> Spent:
    """`tawthiq item add` of one file, in a process of its own whose end is waited for."""
    command = [sys.executable, "-m", "tawthiq", "item", "add", "--home", str(home), str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"item add ended with {status}")
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def speed_of(top: Path, n_bytes: int, n_rounds: int) -> None:
    """What `item add` does with a large file, in this process, beside the hash alone on the same bytes."""
    from tawthiq.doors.cli.session import open_session

    actor = open_session(top / "home", "")
    from tawthiq.record.collect.intake import Arrival, add_files

    ways: dict[str, list[Took]] = {"SHA-256 alone": [], "kept as an item": [], "sha256sum, cp, sync": []}
    large = top / "large.bin"
    for _ in range(n_rounds):
        write_random(large, n_bytes)
        ways["SHA-256 alone"].append(took(lambda: hashed(large)))
        ways["kept as an item"].append(took(lambda: add_files(actor, [large], Arrival(""))))
        ways["sha256sum, cp, sync"].append(took(lambda: by_hand(large)))
        for kept in (top / "home" / "vault" / "objects").glob("*/*/*"):
            kept.unlink()
    raw = least(ways["SHA-256 alone"])
    print(f"{n_bytes / GIB:.1f} GiB, the least of {n_rounds} rounds")
    for name, rounds in ways.items():
        best = least(rounds)
        print(f"  {name:<20} {best.wall_s:5.2f} s wall {best.cpu_s:5.2f} s CPU: {best.beside(raw)}")
    print("  bar: kept at 70 % of the rate of SHA-256 alone")


def memory_of(top: Path, n_bytes: int) -> None:
    """Peak memory of the command for a large file, beside the same command for a kilobyte."""
    small, large, home = top / "small.bin", top / "large.bin", top / "home"
    small.write_bytes(os.urandom(1024))
    added(home, small)
    small.write_bytes(os.urandom(1024))
    start = added(home, small)
    write_random(large, n_bytes)
    whole = added(home, large)
    grown = whole.peak_mib - start.peak_mib
    print(f"{n_bytes / GIB:.1f} GiB: peak memory {whole.peak_mib:.0f} MiB, {grown:+.1f} MiB to a kilobyte (bar 64)")
    print(f"  whole command {whole.cpu_s:.2f} s CPU, of it the start {start.cpu_s:.2f} s")


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
    """Pixels of as many pictures, decoded and shrunk in the child."""
    wanted: Iterator[bytes] = (sources[number % len(sources)] for number in range(n_pictures))
    yield from (one for one in pixels_of_many(worker, wanted) if isinstance(one, Pixels))


def cpu_now_s() -> float:
    """Processor seconds of this process; those of a child count once it has ended."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def picture_rate(sources: list[bytes], n_pictures: int, *, with_pdq: bool) -> float:
    """Pictures a processor second, the child's seconds counted."""
    began, worker = cpu_now_s(), Worker()
    for one in decoded(worker, sources, n_pictures):
        if with_pdq:
            look_at(one)
    worker.close()
    return n_pictures / (cpu_now_s() - began)


def pictures_in(n_pictures: int) -> None:
    """Decoding and hashing beside decoding alone."""
    sources = pictures()
    picture_rate(sources, 64, with_pdq=True)
    alone, hashing = (picture_rate(sources, n_pictures, with_pdq=which) for which in (False, True))
    print(f"{n_pictures} pictures: decoded and shrunk {alone:.0f} a CPU second; with eight hashes {hashing:.0f}")
    print(f"  share of the rate of decoding alone: {hashing / alone:.0%} (bar 80 %)")


def main() -> int:
    """Measure all, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gib", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory-gib", type=float, default=4.0)
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-", dir=asked.folder) as name:
        if asked.gib:
            speed_of(Path(name), int(asked.gib * GIB), asked.rounds)
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-", dir=asked.folder) as name:
        if asked.memory_gib:
            memory_of(Path(name), int(asked.memory_gib * GIB))
    if asked.pictures:
        pictures_in(asked.pictures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
