"""Bands: a 256-bit hash cut into chunks, so that near hashes share one: for tables on one machine, for joins on many.

Multi-index hashing (Norouzi, Punjani, Fleet 2012): a hash is cut into 16 chunks of 16 bits. Hashes that differ in at
most 31 bits have a chunk that differs in at most one (16 x 2 = 32), so looking up each chunk and its 16 neighbours
misses nothing.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
"""n x 4: the 32 bytes of each hash as little-endian words."""

CHUNKS, CHUNK_BITS = 16, 16
VALUES = 1 << CHUNK_BITS
MAX_FLIPS = 3
"""Most bits flipped in a chunk when probing; wider radii are searched row by row."""


def flips_for(radius_bits: int) -> int:
    """In how many bits a chunk of two hashes differs at most, in the one that differs least."""
    return radius_bits // CHUNKS


def chunk_values(words: Words, chunk: int) -> NDArray[np.uint16]:
    """The value of one chunk in each row."""
    shift = np.uint64(CHUNK_BITS * (chunk % 4))
    return (words[:, chunk // 4] >> shift).astype(np.uint16)


@cache
def masks(n_flips: int) -> NDArray[np.uint64]:
    """All 16-bit values with at most `n_flips` bits set, the one without bits first."""
    sets = (bits for many in range(n_flips + 1) for bits in combinations(range(CHUNK_BITS), many))
    return np.array([sum(1 << bit for bit in bits) for bits in sets], np.uint64)
