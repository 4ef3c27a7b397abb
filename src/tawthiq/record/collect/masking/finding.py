"""Finding: where faces may be in one picture, at several sizes; a person takes away the ones too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tawthiq.record.collect.masking.boxes import Box, merged, windows
from tawthiq.record.collect.masking.maps import decoded
from tawthiq.record.collect.pixels import Rgb

THRESHOLD = 0.05
"""Of the network's score, to propose: a tenth of the usual; a box too many costs a glance, a face too few a person.

Chosen on one half of the faces of benchmarks/mask_faces.py; the other half is what its figures are told of.
"""
RECHECK = 0.2
"""To look again at what was masked."""
WINDOW_PX = 1024
OVERLAP_PX = 160
MULTIPLE_PX = 32
"""The network halves its input five times."""


class Finder(Protocol):
    """What gives the maps of a picture."""

    def maps(self, rgb: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """Heat map, sizes, offsets."""


def find_faces(model: Finder, rgb: Rgb, *, twice: bool, threshold: float = THRESHOLD) -> Iterator[tuple[Box, ...]]:
    """The boxes found so far after each window, the last is all; `twice`: also at double size, for small faces."""
    height, width = rgb.shape[:2]
    longest = max(height, width)
    scales = [min(1.0, WINDOW_PX / longest), *([1.0] if longest > WINDOW_PX else []), *([2.0] if twice else [])]
    found: list[Box] = []
    for scale in scales:
        for x0, y0, x1, y1 in windows(width, height, round(WINDOW_PX / scale), round(OVERLAP_PX / scale)):
            found += _in_window(model, rgb[y0:y1, x0:x1], scale, (x0, y0), (width, height), threshold)
            yield merged(found)


def faces_in(model: Finder, rgb: Rgb, *, twice: bool, threshold: float = THRESHOLD) -> tuple[Box, ...]:
    """All boxes at once."""
    *_, last = find_faces(model, rgb, twice=twice, threshold=threshold)
    return last


def _in_window(
    model: Finder, rgb: Rgb, scale: float, at: tuple[int, int], size: tuple[int, int], threshold: float
) -> list[Box]:
    fitted, across, down = _fitted(rgb, scale)
    rows = decoded(*model.maps(fitted), threshold)
    boxes = []
    for x0, y0, x1, y1, score in rows:
        left, top = max(0, int(x0 / across) + at[0]), max(0, int(y0 / down) + at[1])
        right, bottom = (min(size[0], -int(-x1 / across // 1) + at[0]), min(size[1], -int(-y1 / down // 1) + at[1]))
        if right > left and bottom > top:
            boxes.append(Box(left, top, right, bottom, float(score)))
    return boxes


def _fitted(rgb: Rgb, scale: float) -> tuple[Rgb, float, float]:
    """Pixels at that scale, then padded with grey to multiples of 32; and the scales that were really used."""
    height, width = rgb.shape[:2]
    high, wide = max(1, round(height * scale)), max(1, round(width * scale))
    sized = rgb if (high, wide) == (height, width) else np.asarray(_resized(rgb, wide, high))
    padded = np.full((-(-high // MULTIPLE_PX) * MULTIPLE_PX, -(-wide // MULTIPLE_PX) * MULTIPLE_PX, 3), 127, np.uint8)
    padded[:high, :wide] = sized
    return padded, wide / width, high / height


def _resized(rgb: Rgb, wide: int, high: int) -> Image.Image:
    return Image.fromarray(rgb).resize((wide, high), Image.Resampling.BILINEAR)
