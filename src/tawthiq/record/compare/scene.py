"""Same scene: two pictures laid on each other by points they share, through crops, captions, screenshots, turns.

The usual recipe links 3 in 100 unrelated pairs, because repeated texture collapses onto one spot or one line. Four
gates stop that: matches one to one, a sane scale, inliers in distinct cells of both pictures, and spread out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit, copy_of
from tawthiq.record.compare.features import Features, Points, find_features, matched
from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.media import opencv
from tawthiq.record.compare.overlap import agreement, hull_share
from tawthiq.terms.identity import Json

METHOD, VERSION = "sift-ransac", "1"
MIN_CELLS = 8
CELL_PX = 8
SCALES = (0.2, 5.0)
REPROJECTION_PX = 4.0
MIN_SPREAD_PX = 6.0
"""Least standard deviation of the inliers across their main direction."""
MIN_HULL_SHARE = 0.04
"""Inliers in a smaller part of both pictures may be a shared logo: possible, no more."""
SAME_PICTURE_AGREEMENT = 0.8
"""Share of laid-over cells that look alike from which the pixels themselves are the same."""


@dataclass(frozen=True, slots=True)
class Sighted:
    """The points of a picture, and those of its mirror image for asking."""

    plain: Features
    mirror: Features


@dataclass(frozen=True, slots=True, eq=False)
class SceneMatch:
    """How to lay picture a on picture b.

    `transform` (2 x 3) takes shrunk pixels of a, mirrored first if `mirrored`, to those of b; `inliers_a` and
    `inliers_b` (n x 2, 0 to 1 of width and height of the pictures as they are shown) are the points to draw. `sizes`:
    width and height of the shrunk a and b.
    """

    transform: NDArray[np.float64]
    inliers_a: Points
    inliers_b: Points
    mirrored: bool
    hull_share: float
    agreement: float
    sizes: tuple[tuple[int, int], tuple[int, int]]

    @property
    def n_inliers(self) -> int:
        """Points that agree with the transform."""
        return len(self.inliers_a)

    @property
    def kind(self) -> CopyKind:
        """Same picture when the pixels agree, same scene when only the points do, possible on a small patch."""
        if self.hull_share < MIN_HULL_SHARE:
            return CopyKind.POSSIBLE
        return CopyKind.SAME_PICTURE if self.agreement >= SAME_PICTURE_AGREEMENT else CopyKind.SAME_SCENE


def sight(rgb: Rgb) -> Sighted:
    """What the scene comparison needs of a picture; about 0.1 s."""
    return Sighted(find_features(rgb), find_features(rgb, mirrored=True))


def match_scene(a: Sighted, b: Sighted) -> SceneMatch | None:
    """The better of the plain and the mirrored way to lay a on b, or None when neither passes the gates."""
    ways = [_lay(a.plain, b.plain, mirrored=False), _lay(a.mirror, b.plain, mirrored=True)]
    return max((way for way in ways if way), key=lambda way: way.n_inliers, default=None)


def judge_scenes(asked_item: str, asked: Sighted, filed_item: str, filed: Sighted) -> Copy | None:
    """The copy that joins two pictures by their scene; None says nothing about them, least of all "unique"."""
    way = match_scene(asked, filed)
    if way is None:
        return None
    facts: tuple[tuple[str, Json], ...] = (
        ("asked", asked_item),
        ("mirrored", way.mirrored),
        ("hull_share", way.hull_share),
        ("agreement", way.agreement),
        ("inliers_asked", _rounded(way.inliers_a)),
        ("inliers_filed", _rounded(way.inliers_b)),
        ("transform", _rounded(way.transform)),
    )
    evidence = Evidence(METHOD, VERSION, facts)
    return copy_of(asked_item, filed_item, way.kind, way.n_inliers, Unit.N_INLIERS, evidence)


def _lay(a: Features, b: Features, *, mirrored: bool) -> SceneMatch | None:
    cv2 = opencv()
    mine, yours = matched(a, b)
    if len(mine) < MIN_CELLS:
        return None
    transform, inside = cv2.estimateAffinePartial2D(
        mine, yours, method=cv2.RANSAC, ransacReprojThreshold=REPROJECTION_PX, maxIters=3000, confidence=0.999
    )
    if transform is None:
        return None
    kept = inside.ravel().astype(bool)
    mine, yours = mine[kept], yours[kept]
    if not _passes(transform, mine, yours):
        return None
    share = max(hull_share(mine, a.size), hull_share(yours, b.size))
    agrees = agreement(a.grey, b.grey, transform)
    return SceneMatch(
        transform, _shown(mine, a.size, mirrored), _shown(yours, b.size), mirrored, share, agrees, (a.size, b.size)
    )


def _passes(transform: NDArray[np.float64], mine: Points, yours: Points) -> bool:
    scale = float(np.hypot(transform[0, 0], transform[1, 0]))
    sane = SCALES[0] <= scale <= SCALES[1]
    return (
        sane and min(_cells(mine), _cells(yours)) >= MIN_CELLS and min(_spread(mine), _spread(yours)) >= MIN_SPREAD_PX
    )


def _cells(points: Points) -> int:
    return len(np.unique(points // CELL_PX, axis=0))


def _spread(points: Points) -> float:
    """Standard deviation across the main direction, in pixels: near zero for points on a line."""
    return float(np.sqrt(max(0.0, np.linalg.eigvalsh(np.cov(points.T))[0])))


def _shown(points: Points, size: tuple[int, int], mirrored: bool = False) -> Points:
    shares = points / np.array(size, np.float32)
    if mirrored:
        shares[:, 0] = 1 - shares[:, 0]
    return np.asarray(shares, np.float32)


def _rounded(numbers: NDArray[np.floating]) -> Json:
    return [[round(float(number), 4) for number in row] for row in numbers]
