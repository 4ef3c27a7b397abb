"""A sealed run of 256-bit hashes with tables that find all hashes near a query, exactly.

A table holds, for each value of a chunk (see bands), the rows with that value; row numbers of 20 bits lie in 2.5 bytes,
which makes 76 bytes a hash in a full segment, the hash itself included.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.bands import CHUNKS, MAX_FLIPS, VALUES, Words, chunk_values, flips_for, masks
from tawthiq.record.compare.hamming_kernels import probe, scan
from tawthiq.terms.errors import BadInput

MAX_ROWS = 1 << 20
BRUTE_BELOW = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Hashes in the order they were filed, and their tables: rows of value v lie at offsets[chunk, v] and on.

    `low` and `high` are the lower 16 and upper 4 bits of the row numbers, two of the latter in a byte.
    """

    words: Words
    offsets: NDArray[np.uint32]
    low: NDArray[np.uint16]
    high: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.words)


def seal(words: Words) -> Segment:
    """Sort the rows into tables; raises BadInput for more rows than a segment numbers."""
    if len(words) > MAX_ROWS:
        raise BadInput(f"a segment holds at most {MAX_ROWS} hashes", do="cut the run")
    offsets = np.zeros((CHUNKS, VALUES + 1), np.uint32)
    low = np.empty((CHUNKS, len(words)), np.uint16)
    high = np.zeros((CHUNKS, (len(words) + 1) // 2), np.uint8)
    for chunk in range(CHUNKS):
        values = chunk_values(words, chunk)
        rows = np.argsort(values, kind="stable")
        offsets[chunk, 1:] = np.cumsum(np.bincount(values, minlength=VALUES))
        low[chunk] = rows & 0xFFFF
        tops = np.zeros(high.shape[1] * 2, np.uint8)
        tops[: len(rows)] = rows >> 16
        high[chunk] = tops[0::2] | tops[1::2] << 4
    return Segment(words, offsets, low, high)


def within_segment(segment: Segment, query: Words, radius_bits: int) -> NDArray[np.int64]:
    """Rows and distances (n x 2) of all hashes at most `radius_bits` away; exact for every radius."""
    n_flips = flips_for(radius_bits)
    if n_flips > MAX_FLIPS:
        return within_rows(segment.words, query, radius_bits)
    room = 256
    while True:
        found = np.empty((room, 2), np.int64)
        total = probe(*_arrays(segment), query, radius_bits, masks(n_flips), n_flips, found)
        if total <= room:
            return found[:total]
        room = total


def within_rows(words: Words, query: Words, radius_bits: int) -> NDArray[np.int64]:
    """As `within_segment`, by looking at every row."""
    room = 256
    while True:
        found = np.empty((room, 2), np.int64)
        total = scan(words, query, radius_bits, found)
        if total <= room:
            return found[:total]
        room = total


def _arrays(segment: Segment) -> tuple[Words, NDArray[np.uint32], NDArray[np.uint16], NDArray[np.uint8]]:
    return segment.words, segment.offsets, segment.low, segment.high
