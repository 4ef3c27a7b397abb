"""Point kernels: the loops over filed points, compiled: who is like a point that asks, and which pictures agree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.hamming_kernels import ones
from tawthiq.record.compare.machine import compiled

Numbers = NDArray[np.int64]


@compiled
def _first_at(codes: NDArray[np.uint64], low: np.uint64) -> int:
    """The first row whose word is not below `low`."""
    begin, end = 0, len(codes)
    while begin < end:
        middle = (begin + end) // 2
        if codes[middle] < low:
            begin = middle + 1
        else:
            end = middle
    return begin


@compiled
def like(
    codes: NDArray[np.uint64],
    marks: NDArray[np.uint32],
    asked: NDArray[np.uint64],
    asked_marks: NDArray[np.uint32],
    keys: NDArray[np.uint64],
    shift: int,
    within: int,
    crowd: int,
    found: Numbers,
) -> int:
    """Rows (picture, turn, scale, number of the asking point) of the filed points under its keys and within the bits.

    Counts beyond the room in `found`. A key that more than `crowd` points share says nothing.
    """
    total, by = 0, np.uint64(shift)
    for number in range(len(asked)):
        for probe in range(keys.shape[1]):
            key = keys[number, probe]
            begin = _first_at(codes, key << by)
            end = begin
            while end < len(codes) and codes[end] >> by == key and end - begin <= crowd:
                end += 1
            if end - begin > crowd:
                continue
            for row in range(begin, end):
                if np.int64(ones(codes[row] ^ asked[number])) > within:
                    continue
                if total < len(found):
                    mark, mine = np.int64(marks[row]), np.int64(asked_marks[number])
                    found[total, 0] = mark >> 12
                    found[total, 1] = ((mine >> 6) - ((mark >> 6) & 63)) & 63
                    found[total, 2] = (mine & 63) - (mark & 63) + 64
                    found[total, 3] = number
                total += 1
    return total


@compiled
def agreeing(hits: Numbers, weights: NDArray[np.float64], n_pictures: int) -> NDArray[np.float64]:
    """For each picture the weight of the asking points that agree on one turn and one scale; two at least, or zero.

    `hits`: as `like` finds them, in order of picture and asking point. Turns are held in sixteenths, scales in half
    octaves, each hit in its cell and in the nearest neighbours, since cells have edges.
    """
    best = np.zeros(n_pictures, np.float64)
    sums, last, many = np.zeros((16, 32)), np.full((16, 32), -1, np.int64), np.zeros((16, 32), np.int64)
    begin = 0
    while begin < len(hits):
        end, picture = begin, hits[begin, 0]
        sums[:], last[:], many[:] = 0, -1, 0
        while end < len(hits) and hits[end, 0] == picture:
            turn, scale, number = hits[end, 1], hits[end, 2], hits[end, 3]
            turn_side = 1 if turn % 4 >= 2 else -1
            scale_side = 1 if scale % 4 >= 2 else -1
            for at in range(4):
                one = (turn // 4 + (at & 1) * turn_side) % 16
                other = min(31, max(0, scale // 4 + (at >> 1) * scale_side))
                if last[one, other] != number:
                    last[one, other] = number
                    many[one, other] += 1
                    sums[one, other] += weights[number]
                    if many[one, other] > 1 and sums[one, other] > best[picture]:
                        best[picture] = sums[one, other]
            end += 1
        begin = end
    return best
