"""How well two grey pictures agree where one lies on the other, and how much of a picture some points span."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.media import opencv

Grey = NDArray[np.uint8]

CELL = 24
"""Side of the cells compared, in pixels of the second picture."""
ALIKE = 0.7
"""Correlation from which a cell looks alike; recompression and contrast leave it above."""
MIN_TEXTURE = 3.0
"""Cells flatter than this standard deviation say nothing."""


def agreement(a: Grey, b: Grey, transform: NDArray[np.float64]) -> float:
    """Share of the textured cells that look alike once a is laid on b (0 when no cell can be compared).

    Cells are compared by correlation after a slight blur, so that brightness, contrast and noise do not count. Two
    views of one scene from two places agree in few cells, since no single transform fits near and far things.
    """
    cv2 = opencv()
    size = (b.shape[1], b.shape[0])
    laid = cv2.warpAffine(a, transform, size, flags=cv2.INTER_AREA)
    covered = cv2.warpAffine(np.full(a.shape, 255, np.uint8), transform, size, flags=cv2.INTER_NEAREST)
    cells_a, cells_b, inside = (_cells(cv2.GaussianBlur(one, (0, 0), 1.5)) for one in (laid, b, covered))
    usable = (inside.min(axis=1) > 250) & (cells_a.std(axis=1) > MIN_TEXTURE) & (cells_b.std(axis=1) > MIN_TEXTURE)
    if not usable.any():
        return 0.0
    return float((_correlation(cells_a[usable], cells_b[usable]) >= ALIKE).mean())


def hull_share(points: NDArray[np.float32], size: tuple[int, int]) -> float:
    """Area of the convex hull of some points as a share of a picture of (width, height)."""
    cv2 = opencv()
    return float(cv2.contourArea(cv2.convexHull(points))) / (size[0] * size[1])


def _cells(grey: Grey) -> NDArray[np.float32]:
    """One row of CELL x CELL values for each whole cell."""
    down, across = grey.shape[0] // CELL, grey.shape[1] // CELL
    cut = grey[: down * CELL, : across * CELL].reshape(down, CELL, across, CELL)
    return cut.swapaxes(1, 2).reshape(-1, CELL * CELL).astype(np.float32)


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    a, b = a - a.mean(axis=1, keepdims=True), b - b.mean(axis=1, keepdims=True)
    return np.asarray((a * b).sum(axis=1) / np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1)))
