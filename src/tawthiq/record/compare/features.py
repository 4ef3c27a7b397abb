"""Points of a picture that can be recognised in another one: SIFT (Lowe 2004), root-normalised (Arandjelovic 2012)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.media import opencv
from tawthiq.record.compare.pixels import shrink

SIDE = 800
"""Longest side in pixels for finding points."""
MAX_POINTS = 1500
CONTRAST = 0.02
"""Below OpenCV's 0.04, so that hazy and dim pictures keep enough points."""
RATIO = 0.8
"""A match counts when the second best is at least this much farther (Lowe's ratio)."""

Points = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Points (n x 2, pixels of the shrunk picture), descriptors (n x 128, unit length), and the shrunk grey picture.

    `poses` (n x 3): the direction of each point in degrees, its size in pixels, how strongly it stands out.
    """

    points: Points
    descriptors: NDArray[np.float32]
    grey: NDArray[np.uint8]
    poses: NDArray[np.float32]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the shrunk picture."""
        return self.grey.shape[1], self.grey.shape[0]


def find_features(rgb: Rgb, *, mirrored: bool = False) -> Features:
    """The points of a picture, or of its mirror image (SIFT knows turned pictures, but not mirrored ones)."""
    cv2 = opencv()
    grey = cv2.cvtColor(np.ascontiguousarray(shrink(rgb, SIDE)), cv2.COLOR_RGB2GRAY)
    grey = np.ascontiguousarray(grey[:, ::-1]) if mirrored else grey
    found, raw = cv2.SIFT_create(MAX_POINTS, contrastThreshold=CONTRAST).detectAndCompute(grey, None)
    if raw is None:
        none = (np.zeros((0, wide), np.float32) for wide in (2, 128, 3))
        return Features(next(none), next(none), grey, next(none))
    rooted = np.sqrt(raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-9))
    points = np.array([one.pt for one in found], np.float32)
    poses = np.array([(one.angle, one.size, one.response) for one in found], np.float32)
    return Features(points, rooted.astype(np.float32), grey, poses)


def matched(a: Features, b: Features) -> tuple[Points, Points]:
    """Points of the two pictures that choose each other, one to one, and clearly before the second best."""
    if min(len(a.points), len(b.points)) < 2:
        return a.points[:0], b.points[:0]
    alike = a.descriptors @ b.descriptors.T
    rows = np.arange(len(a.points))
    best = alike.argmax(axis=1)
    mutual = alike.argmax(axis=0)[best] == rows
    nearest = _apart(alike[rows, best])
    alike[rows, best] = -1
    clear = nearest < RATIO * _apart(alike.max(axis=1))
    kept = mutual & clear
    return a.points[rows[kept]], b.points[best[kept]]


def _apart(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """Euclidean distance of unit vectors from their inner product."""
    return np.asarray(np.sqrt(np.maximum(0, 2 - 2 * alike)))
