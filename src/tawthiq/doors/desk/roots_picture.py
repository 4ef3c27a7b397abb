"""Roots picture: where the lines between what was told and its independent roots run; pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROW, BOX, LEFT, RIGHT, WIDTH = 44, 34, 250, 400, 640
"""In units of the picture: height of a row, of a box in it; where the lines begin and end; the whole width."""


@dataclass(frozen=True, slots=True)
class TellingBox:
    """One telling. `y`: middle of its box; `label`: its source; `root`: number of its root, 0 for the unnamed."""

    label: str
    y: int
    root: int


@dataclass(frozen=True, slots=True)
class RootDot:
    """One root. `y`: its middle; `n_tellings`: how many lead to it."""

    number: int
    label: str
    y: int
    n_tellings: int


@dataclass(frozen=True, slots=True)
class Line:
    """From a telling to its root."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture, told left to right; `mirrored` turns the places for a page read from the right."""

    boxes: tuple[TellingBox, ...]
    roots: tuple[RootDot, ...]
    mirrored: bool = False

    @property
    def width(self) -> int:
        """In units of the picture."""
        return WIDTH

    @property
    def height(self) -> int:
        """In units of the picture."""
        return max(len(self.boxes), len(self.roots), 1) * ROW

    @property
    def lines(self) -> tuple[Line, ...]:
        """One for each telling whose root is known."""
        at = {root.number: root.y for root in self.roots}
        return tuple(Line(self._x(LEFT), one.y, self._x(RIGHT), at[one.root]) for one in self.boxes if one.root)

    @property
    def box_x(self) -> int:
        """Where the boxes of tellings begin."""
        return self._x(LEFT) if self.mirrored else 1

    @property
    def box_width(self) -> int:
        """Of the box of a telling."""
        return LEFT - 1

    @property
    def box_height(self) -> int:
        """Of the box of a telling."""
        return BOX

    @property
    def dot_x(self) -> int:
        """The middle of the dots of roots."""
        return self._x(RIGHT + 10)

    @property
    def telling_text_x(self) -> int:
        """Where the words of a telling begin, in the direction of reading."""
        return self._x(10)

    @property
    def root_text_x(self) -> int:
        """Where the words of a root begin, in the direction of reading."""
        return self._x(RIGHT + 30)

    def _x(self, x: int) -> int:
        return WIDTH - x if self.mirrored else x


def picture_of(groups: Sequence[tuple[str, Sequence[str]]], unnamed: Sequence[str], *, mirrored: bool) -> Picture:
    """The picture of (root's words, the words of its tellings) in order, then the tellings that name nobody.

    A root stands level with the middle of its tellings, so that what collapses into it is seen to.
    """
    boxes: list[TellingBox] = []
    roots: list[RootDot] = []
    for number, (label, tellings) in enumerate(groups, start=1):
        ys = [_middle(len(boxes) + place) for place in range(len(tellings))]
        boxes += [TellingBox(words, y, number) for words, y in zip(tellings, ys, strict=True)]
        roots.append(RootDot(number, label, sum(ys) // len(ys), len(ys)))
    boxes += [TellingBox(words, _middle(len(boxes) + place), 0) for place, words in enumerate(unnamed)]
    return Picture(tuple(boxes), tuple(roots), mirrored)


def _middle(row: int) -> int:
    return row * ROW + ROW // 2
