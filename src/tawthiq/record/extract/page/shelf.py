"""The shelf: findings in text order, fetched by where they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Shelf(Generic[Found]):
    """Findings sorted by `place`, so that a clause of a long text looks only at its own."""

    def __init__(self, found: Sequence[Found], place: Callable[[Found], int]) -> None:
        self._found = sorted(found, key=place)
        self._places = [place(item) for item in self._found]

    def __iter__(self) -> Iterator[Found]:
        return iter(self._found)

    def between(self, low: int, high: int) -> list[Found]:
        """Those whose place lies from `low` to `high` (exclusive), in order."""
        return self._found[bisect_left(self._places, low) : bisect_left(self._places, high)]
