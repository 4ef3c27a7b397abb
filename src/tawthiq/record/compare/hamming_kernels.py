"""The inner loops of the hash index, as machine code."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.bands import CHUNK_BITS, CHUNKS, VALUES, Words
from tawthiq.record.compare.machine import compiled


@compiled
def ones(word: np.uint64) -> np.uint64:
    """Bits set in 64 bits; the compiler knows this form and emits one instruction."""
    word = word - ((word >> np.uint64(1)) & np.uint64(0x5555555555555555))
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (word * np.uint64(0x0101010101010101)) >> np.uint64(56)


@compiled
def _distance(words: Words, row: np.int64, query: Words) -> np.int64:
    return np.int64(
        ones(words[row, 0] ^ query[0])
        + ones(words[row, 1] ^ query[1])
        + ones(words[row, 2] ^ query[2])
        + ones(words[row, 3] ^ query[3])
    )


@compiled
def scan(words: Words, query: Words, radius_bits: int, found: NDArray[np.int64]) -> int:
    """Every row; counts beyond the room in `found` so that the caller can come back with more."""
    total = 0
    for at in range(len(words)):
        row = np.int64(at)
        distance = _distance(words, row, query)
        if distance <= radius_bits:
            if total < len(found):
                found[total, 0], found[total, 1] = row, distance
            total += 1
    return total


@compiled
def _met_before(words: Words, row: np.int64, query: Words, chunk: int, n_flips: int) -> bool:
    """True when an earlier table already led to this row."""
    for earlier in range(chunk):
        shift = np.uint64(CHUNK_BITS * (earlier % 4))
        apart = ((words[row, earlier // 4] ^ query[earlier // 4]) >> shift) & np.uint64(VALUES - 1)
        if np.int64(ones(apart)) <= n_flips:
            return True
    return False


@compiled
def probe(
    words: Words,
    offsets: NDArray[np.uint32],
    low: NDArray[np.uint16],
    high: NDArray[np.uint8],
    query: Words,
    radius_bits: int,
    flips: NDArray[np.uint64],
    n_flips: int,
    found: NDArray[np.int64],
) -> int:
    """Rows that share a chunk, up to the flips, and lie within the radius; each once."""
    total = 0
    for chunk in range(CHUNKS):
        value = (query[chunk // 4] >> np.uint64(CHUNK_BITS * (chunk % 4))) & np.uint64(VALUES - 1)
        for flip in flips:
            near = np.int64(value ^ flip)
            for at in range(offsets[chunk, near], offsets[chunk, near + 1]):
                row = np.int64(low[chunk, at]) | ((np.int64(high[chunk, at >> 1]) >> (4 * (at & 1)) & 15) << 16)
                distance = _distance(words, row, query)
                if distance <= radius_bits and not _met_before(words, row, query, chunk, n_flips):
                    if total < len(found):
                        found[total, 0], found[total, 1] = row, distance
                    total += 1
    return total
