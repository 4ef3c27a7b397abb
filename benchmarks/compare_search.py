"""Search within 31 bits: time, memory and recall beside faiss.

python benchmarks/compare_search.py [--rows 1000000] [--queries 200] [--skip-multihash]
Half of the queries are stored hashes with 0 to 31 bits flipped, half are random. faiss counts below its radius.
Beside the wall clock stands the CPU time of the thread, and how often it was made to wait for a core: on a busy machine
the wall says how busy it was.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import faiss
import numpy as np

from tawthiq.record.compare.hamming_index import HammingIndex

Found = list[set[tuple[int, int]]]


def resident_mb() -> float:
    """Memory of this process now, in millions of bytes; pages of mapped files that were touched count."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def planted(base: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    asked = rng.integers(0, 256, (count, 32), dtype=np.uint8)
    for number in range(0, count, 2):
        bits = np.unpackbits(base[rng.integers(0, len(base))])
        flips = rng.choice(256, int(rng.integers(0, 32)), replace=False)
        bits[flips] ^= 1
        asked[number] = np.packbits(bits)
    return asked


def timed(name: str, queries: np.ndarray, search: Callable[[np.ndarray], set[tuple[int, int]]], note: str) -> Found:
    for query in queries[:5]:
        search(query)
    wall, cpu, found = [], [], []
    waited = resource.getrusage(resource.RUSAGE_SELF).ru_nivcsw
    for query in queries:
        begun, worked = time.perf_counter(), time.thread_time()
        found.append(search(query))
        wall.append(time.perf_counter() - begun)
        cpu.append(time.thread_time() - worked)
    waited = resource.getrusage(resource.RUSAGE_SELF).ru_nivcsw - waited
    figures = "".join(f"{1000 * np.quantile(of, share):9.2f}" for of in (wall, cpu) for share in (0.5, 0.95))
    print(f"{name:34}{figures}{waited:9}   {note}", flush=True)
    return found


def by_faiss(index: object) -> Callable[[np.ndarray], set[tuple[int, int]]]:
    def search(query: np.ndarray) -> set[tuple[int, int]]:
        _, distances, rows = index.range_search(query[None], 32)  # type: ignore[attr-defined]  # faiss ships no types
        return {(int(row), int(distance)) for row, distance in zip(rows, distances, strict=True)}

    return search


def recall(found: Found, truth: Found) -> str:
    wanted = sum(len(one) for one in truth)
    hit = sum(len(one & two) for one, two in zip(found, truth, strict=True))
    return f"recall {hit / wanted:.3f}, sets equal: {found == truth}"


def own_tables(base: np.ndarray, queries: np.ndarray) -> Found:
    with TemporaryDirectory() as folder:
        before = resident_mb()
        index = HammingIndex(Path(folder))
        begun = time.perf_counter()
        index.add_words(np.ascontiguousarray(base).view("<u8").astype(np.uint64, copy=False))
        built = time.perf_counter() - begun
        on_disk = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        note = f"built and on disk in {built:.1f} s, {on_disk:.0f} MB with the hashes"
        found = timed(
            "own tables", queries, lambda one: {(m.row, m.distance_bits) for m in index.within(one.tobytes())}, note
        )
        print(
            f"own tables: {resident_mb() - before:.0f} MB more are resident than before, with every page that was read"
        )
        begun = time.perf_counter()
        index.add([bytes(32)] * 1000)
        print(f"{'own: add 1,000 and flush to disk':34}{1000 * (time.perf_counter() - begun):9.1f}")
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--queries", type=int, default=200)
    asked.add_argument("--skip-multihash", action="store_true")
    told = asked.parse_args()
    faiss.omp_set_num_threads(1)
    rng = np.random.default_rng(11)
    base = rng.integers(0, 256, (told.rows, 32), dtype=np.uint8)
    queries = planted(base, told.queries, rng)
    print(f"{told.rows:,} hashes, {told.queries} queries, one thread, faiss {faiss.__version__}")
    print(f"{'':34}{'wall p50':>9}{'p95, ms':>9}{'cpu p50':>9}{'p95, ms':>9}{'waited':>9}")
    own = own_tables(base, queries)
    flat = faiss.IndexBinaryFlat(256)
    before, begun = resident_mb(), time.perf_counter()
    flat.add(base)
    note = f"built in {time.perf_counter() - begun:.1f} s, {resident_mb() - before:.0f} MB"
    truth = timed("faiss IndexBinaryFlat", queries, by_faiss(flat), note)
    print(f"own against faiss flat: {recall(own, truth)}")
    if not told.skip_multihash:
        peer = faiss.IndexBinaryMultiHash(256, 16, 16)
        peer.nflip = 1
        before, begun = resident_mb(), time.perf_counter()
        peer.add(base)
        note = f"built in {time.perf_counter() - begun:.1f} s, {resident_mb() - before:.0f} MB"
        multi = timed("faiss IndexBinaryMultiHash 16x16", queries, by_faiss(peer), note)
        print(f"faiss multi-hash against flat: {recall(multi, truth)}")


if __name__ == "__main__":
    main()
