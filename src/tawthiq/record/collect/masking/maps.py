"""Maps: how the network's heat map, sizes and offsets become rows of boxes; each face once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.collect.masking.boxes import SAME

STRIDE = 4
"""Pixels of the input for each cell of the maps."""


def decoded(
    heat: NDArray[np.float32], sizes: NDArray[np.float32], offsets: NDArray[np.float32], threshold: float
) -> NDArray[np.float64]:
    """Rows of x0, y0, x1, y1, score in pixels of the network's input, best first, each face once."""
    rows, columns = np.nonzero(heat[0] > threshold)
    high, wide = np.exp(sizes[:, rows, columns].astype(np.float64)) * STRIDE
    down, across = offsets[:, rows, columns].astype(np.float64)
    x, y = (columns + across + 0.5) * STRIDE, (rows + down + 0.5) * STRIDE
    found = np.stack([x - wide / 2, y - high / 2, x + wide / 2, y + high / 2, heat[0, rows, columns]], axis=1)
    return found[_once(found)]


def _once(found: NDArray[np.float64]) -> list[int]:
    kept: list[int] = []
    for row in np.argsort(-found[:, 4], kind="stable"):
        if all(_overlap(found[row], found[other]) < SAME for other in kept):
            kept.append(int(row))
    return kept


def _overlap(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0.0, across) * max(0.0, down)
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return float(shared / union) if union > 0 else 0.0
