"""The part of a picture inside flat borders, caption bars and the bands of a phone's screen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.jarosz import Rgb, luma

NEAR = 10.0
"""Steps of luma within which a pixel belongs to the background of its line."""
CLEAN_SHARE = 0.95
"""A line of a border shows background on at least this share."""
LETTER_SHARE = 0.1
"""A line through letters still shows background on this share; it belongs to a border only before a clean line."""
LETTER_HEIGHT = 0.12
"""Clean lines farther apart than this share of the side have something else than letters between them."""
LEAST_SHARE = 0.2
"""A picture is never trimmed to less than this share of a side: what is left would say little."""


@dataclass(frozen=True, slots=True)
class Box:
    """Rows [top, bottom) and columns [left, right) of a picture."""

    top: int
    bottom: int
    left: int
    right: int

    def cut(self, rgb: Rgb) -> Rgb:
        """The pixels inside, contiguous."""
        return np.ascontiguousarray(rgb[self.top : self.bottom, self.left : self.right])


def inside_borders(rgb: Rgb) -> Box | None:
    """What lies inside the borders, or None when there are none worth cutting (under 1 % of each side).

    Sides are trimmed by turns until nothing more is cut: a letterboxed screenshot has a band within a band.
    """
    if not any(_is_clean(edge) for edge in (rgb[:1], rgb[-1:], rgb[:, :1], rgb[:, -1:])):
        return None  # most pictures end here, and the brightness of the rest is not needed
    grey = luma(rgb)
    whole = Box(0, grey.shape[0], 0, grey.shape[1])
    box = _tighten(grey, whole)
    cut_rows, cut_columns = whole.bottom - (box.bottom - box.top), whole.right - (box.right - box.left)
    too_small = box.bottom - box.top < LEAST_SHARE * whole.bottom or box.right - box.left < LEAST_SHARE * whole.right
    if too_small or (cut_rows < 0.01 * whole.bottom and cut_columns < 0.01 * whole.right):
        return None
    return box


def _is_clean(edge: Rgb) -> bool:
    """Whether a line of pixels at the edge shows background: without one such line nothing is cut from that side."""
    grey = luma(edge).ravel()
    return bool((np.abs(grey - np.median(grey)) <= NEAR).mean() >= CLEAN_SHARE)


def _tighten(grey: NDArray[np.float32], box: Box) -> Box:
    for _ in range(4):
        view = grey[box.top : box.bottom, box.left : box.right]
        top, bottom = _ends(view)
        view = view[top:bottom]
        left, right = _ends(view.T)
        tighter = Box(box.top + top, box.top + bottom, box.left + left, box.left + right)
        if tighter == box:
            return box
        box = tighter
    return box


def _ends(lines: NDArray[np.float32]) -> tuple[int, int]:
    """First and end of the lines that are not border, from both ends; all of them when every line looks flat."""
    front, back = _border(lines), _border(lines[::-1])
    return (front, len(lines) - back) if front + back < len(lines) else (0, len(lines))


def _border(lines: NDArray[np.float32]) -> int:
    """How many lines from the front are border: up to the last clean line that only lines with letters precede."""
    if not lines.size:
        return 0
    ground = np.median(lines[0])
    if (np.abs(lines[0] - ground) <= NEAR).mean() < CLEAN_SHARE:
        return 0
    share = (np.abs(lines - ground) <= NEAR).mean(axis=1)
    through = share >= LETTER_SHARE
    reach = len(lines) if through.all() else int(np.argmin(through))
    clean = np.flatnonzero(share[:reach] >= CLEAN_SHARE)
    wide = np.flatnonzero(np.diff(clean) > LETTER_HEIGHT * len(lines))
    return int(clean[wide[0]] if wide.size else clean[-1]) + 1
