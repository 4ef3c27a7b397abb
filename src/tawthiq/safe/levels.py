"""Levels: every full subtree of a log held in memory, so that a proof costs its own hashes and no more; pure."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.safe import merkle


class Levels:
    """`levels[h][i]` is the root of the leaves from i * 2^h on, 2^h of them; 64 bytes a leaf in all."""

    def __init__(self, leaves: Sequence[merkle.Hash]) -> None:
        self.size = len(leaves)
        self.levels: list[list[merkle.Hash]] = [list(leaves)]
        while len(below := self.levels[-1]) > 1:
            pairs = zip(below[::2], below[1::2], strict=False)
            self.levels.append([merkle.node_hash(left, right) for left, right in pairs])

    def subtree(self, first: int, last: int) -> merkle.Hash:
        """Root of the leaves from `first` up to, not including, `last`; `first` is where a subtree may begin."""
        size = last - first
        height = size.bit_length() - 1
        if size == 1 << height and first % size == 0:
            return self.levels[height][first >> height]
        middle = first + (1 << height)
        return merkle.node_hash(self.subtree(first, middle), self.subtree(middle, last))

    def root(self, size: int) -> merkle.Hash:
        """The root over the first `size` leaves."""
        return self.subtree(0, size) if size else merkle.EMPTY_ROOT
