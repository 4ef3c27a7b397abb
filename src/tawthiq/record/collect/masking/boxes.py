"""Boxes: places in a picture, in pixels; boxes of several passes become one list, fills are held against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json

SAME = 0.3
"""Overlap (intersection over union) from which two boxes are one face."""
INSIDE = 0.7
"""Share of a smaller box from which it lies in a larger one."""
MARGIN = 0.15
"""Share of its width and height by which an accepted box grows on each side: hair, ears, chin."""


@dataclass(frozen=True, slots=True)
class Box:
    """Columns [x0, x1), rows [y0, y1). `score`: 0 to 1 of the detector; 1 where a person drew it."""

    x0: int
    y0: int
    x1: int
    y1: int
    score: float = 1.0

    def __post_init__(self) -> None:
        if not (0 <= self.x0 < self.x1 and 0 <= self.y0 < self.y1):
            raise BadInput("a box has a width and a height, and begins inside the picture", do="give x,y,width,height")

    @property
    def area(self) -> int:
        """In pixels."""
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    def shared(self, other: Box) -> int:
        """Pixels that lie in both."""
        across = min(self.x1, other.x1) - max(self.x0, other.x0)
        down = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0, across) * max(0, down)

    def grown(self, width: int, height: int) -> Box:
        """The box with its margin, inside a picture of that size."""
        dx, dy = round((self.x1 - self.x0) * MARGIN) + 1, round((self.y1 - self.y0) * MARGIN) + 1
        return Box(
            max(0, self.x0 - dx), max(0, self.y0 - dy), min(width, self.x1 + dx), min(height, self.y1 + dy), self.score
        )

    def content(self) -> Json:
        """As the record spells it."""
        return [self.x0, self.y0, self.x1, self.y1, round(self.score, 3)]


def box_from(numbers: Iterable[float]) -> Box:
    """A box from what `content` gave."""
    x0, y0, x1, y1, score = numbers
    return Box(int(x0), int(y0), int(x1), int(y1), float(score))


def merged(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """One box for each place, the surest; in reading order. A small box inside a larger one that is as sure goes."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda one: -one.score):
        if not any(_is_same(box, other) for other in kept):
            kept.append(box)
    return tuple(sorted(kept, key=lambda one: (one.y0, one.x0)))


def _is_same(box: Box, kept: Box) -> bool:
    shared = box.shared(kept)
    return shared > SAME * (box.area + kept.area - shared) or shared > INSIDE * box.area


def is_covered(box: Box, fills: Iterable[Box]) -> bool:
    """Whether solid boxes hide most of it: half of its area, whoever covers it."""
    inside = [fill for fill in fills if fill.shared(box)]
    ends = (end for fill in inside for end in (fill.x0, fill.x1))
    edges = sorted({box.x0, box.x1, *(min(box.x1, max(box.x0, end)) for end in ends)})
    hidden = 0
    for left, right in pairwise(edges):
        rows = sorted((fill.y0, fill.y1) for fill in inside if fill.x0 <= left and right <= fill.x1)
        hidden += (right - left) * _length(rows, box.y0, box.y1)
    return 2 * hidden >= box.area


def _length(rows: Iterable[tuple[int, int]], top: int, bottom: int) -> int:
    """How much of [top, bottom) the intervals cover; they come in order."""
    covered, at = 0, top
    for begin, end in rows:
        covered += max(0, min(end, bottom) - max(begin, at))
        at = max(at, end)
    return covered


def windows(width: int, height: int, side: int, overlap: int) -> Iterator[tuple[int, int, int, int]]:
    """x0, y0, x1, y1 of windows of at most `side` pixels that cover a picture, neighbours sharing `overlap`."""
    for y0 in _starts(height, side, overlap):
        for x0 in _starts(width, side, overlap):
            yield x0, y0, min(width, x0 + side), min(height, y0 + side)


def _starts(length: int, side: int, overlap: int) -> list[int]:
    if length <= side:
        return [0]
    n = -(-(length - overlap) // (side - overlap))
    return [round(step * (length - side) / (n - 1)) for step in range(n)]
