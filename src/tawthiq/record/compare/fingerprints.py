"""Fingerprints of a text: small numbers that two copies of it are likely to share.

Two families, both deterministic on every machine:
MinHash bands (Broder 1997) meet when two whole texts share much of their shingles, wherever the edits lie;
winnowed shingles (Schleimer, Wilkerson, Aiken 2003) meet whenever one text quotes
`WINDOW + SHINGLE_WORDS - 1` words of the other in a row, however much longer one of them is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 4
WINDOW = 4
BANDS = 32
ROWS = 2

Hashes = NDArray[np.uint64]


def shingles(folded: Sequence[str]) -> Hashes:
    """One 64-bit number for each run of SHINGLE_WORDS words, in order; a shorter text is one shingle."""
    width = min(SHINGLE_WORDS, len(folded))
    if not width:
        return np.zeros(0, np.uint64)
    runs = ("\x1f".join(folded[at : at + width]) for at in range(len(folded) - width + 1))
    return np.array([hash64(run.encode()) for run in runs], np.uint64)


def hash64(raw: bytes) -> int:
    """The first 8 bytes of BLAKE2b, little end first: the same on every machine and run."""
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "little")


def keys(in_order: Hashes) -> frozenset[int]:
    """The keys to file a text under; texts that share a key are worth an exact comparison."""
    if not in_order.size:
        return frozenset()
    return frozenset(_bands(np.unique(in_order))) | frozenset(winnow(in_order))


def minhash(distinct: Hashes) -> Hashes:
    """The BANDS x ROWS smallest values under as many seeded multiply-add permutations of 64-bit numbers."""
    mixed: Hashes = distinct[:, None] * _FACTORS[None, :] + _SHIFTS[None, :]
    mixed ^= mixed >> np.uint64(29)
    return np.asarray((mixed * _STIR).min(axis=0), np.uint64)


def winnow(in_order: Hashes) -> set[int]:
    """The smallest hash of each WINDOW of shingles in a row."""
    if in_order.size <= WINDOW:
        return {int(in_order.min())}
    return {int(low) for low in np.lib.stride_tricks.sliding_window_view(in_order, WINDOW).min(axis=1)}


def _bands(distinct: Hashes) -> list[int]:
    rows = minhash(distinct).reshape(BANDS, ROWS)
    return [hash64(bytes([number]) + row.tobytes()) for number, row in enumerate(rows)]


def _seeded(name: str, count: int) -> Hashes:
    return np.array([hash64(f"tawthiq minhash {name} {n}".encode()) for n in range(count)], np.uint64)


_FACTORS = _seeded("factor", BANDS * ROWS) | np.uint64(1)
_SHIFTS = _seeded("shift", BANDS * ROWS)
_STIR = np.uint64(0x9E3779B97F4A7C15)
