"""A picture's 64 x 64 luma, as PDQ takes it: two box filters each way (Jarosz's tent), then one pixel in each block.

The sums run in 32-bit floats in the very order of the reference implementation, because bits near the median turn on
the last rounding. Only the samples that are kept are written in the last two passes, which is where the time goes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.machine import compiled

SIDE = 64
BLOCK = 8
"""Rows that run side by side: their sums do not wait for one another."""

Plane = NDArray[np.float32]
Rgb = NDArray[np.uint8]


def downsample(rgb: Rgb) -> Plane:
    """64 x 64 luma (0 to 255) of a picture of rows x columns x 3 bytes; 64 x 64 pictures are not filtered."""
    rows, columns = rgb.shape[:2]
    if rows == SIDE and columns == SIDE:
        return luma(rgb)
    once = _filter_rows(rgb, box_width(columns))
    return _filter_rest(once, box_width(columns), box_width(rows), samples(columns), samples(rows))


def luma(rgb: Rgb) -> Plane:
    """Brightness of each pixel, ITU-R BT.601 weights, rounded to 32 bits once at the end."""
    red, green, blue = (rgb[:, :, band] for band in range(3))
    return np.asarray((red * 0.299 + green * 0.587 + blue * 0.114).astype(np.float32))


def box_width(length: int) -> int:
    """Pixels in each box: half a block, rounded up."""
    return (length + 2 * SIDE - 1) // (2 * SIDE)


def samples(length: int) -> NDArray[np.int64]:
    """The middle pixel of each of the 64 blocks."""
    return ((np.arange(SIDE) + 0.5) * length / SIDE).astype(np.int64)


@compiled
def _filter_rows(rgb: Rgb, width: int) -> Plane:
    """First pass, along the rows, BLOCK rows side by side."""
    rows, columns = rgb.shape[0], rgb.shape[1]
    out = np.empty((rows, columns), np.float32)
    strip = np.empty((columns, BLOCK), np.float32)
    passed = np.empty((columns, BLOCK), np.float32)
    for top in range(0, rows, BLOCK):
        many = min(BLOCK, rows - top)
        for lane in range(BLOCK):
            row = rgb[top + min(lane, many - 1)]
            for at in range(columns):
                strip[at, lane] = np.float32(row[at, 0] * 0.299 + row[at, 1] * 0.587 + row[at, 2] * 0.114)
        _box(strip, passed, width)
        for lane in range(many):
            for at in range(columns):
                out[top + lane, at] = passed[at, lane]
    return out


@compiled
def _filter_rest(
    once: Plane, width: int, height: int, keep_columns: NDArray[np.int64], keep_rows: NDArray[np.int64]
) -> Plane:
    """Down the columns, along the rows again at the kept columns, down those at the kept rows."""
    rows, columns = once.shape
    twice = np.empty_like(once)
    _box(once, twice, height)
    narrow = np.empty((rows, SIDE), np.float32)
    strip = np.empty((columns, BLOCK), np.float32)
    passed = np.empty((columns, BLOCK), np.float32)
    for top in range(0, rows, BLOCK):
        many = min(BLOCK, rows - top)
        for lane in range(BLOCK):
            row = twice[top + min(lane, many - 1)]
            for at in range(columns):
                strip[at, lane] = row[at]
        _box(strip, passed, width)
        for lane in range(many):
            for kept in range(SIDE):
                narrow[top + lane, kept] = passed[keep_columns[kept], lane]
    last = np.empty_like(narrow)
    _box(narrow, last, height)
    return last[keep_rows]


@compiled
def _box(taken: Plane, put: Plane, width: int) -> None:
    """Moving mean of `width` lines down the first axis, fewer at the ends; the second axis runs side by side."""
    length, lanes = taken.shape
    ahead = (width + 2) // 2 - 1
    sums = np.zeros(lanes, np.float32)
    n_inside = 0
    for out in range(-ahead, length):
        enters, leaves = out + ahead, out + ahead - width
        if enters < length:
            for lane in range(lanes):
                sums[lane] += taken[enters, lane]
        if leaves >= 0:
            for lane in range(lanes):
                sums[lane] -= taken[leaves, lane]
        n_inside += (enters < length) - (leaves >= 0)
        if out >= 0:
            share = np.float32(n_inside)
            for lane in range(lanes):
                put[out, lane] = sums[lane] / share
