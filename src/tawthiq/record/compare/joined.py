"""Groups of items that join one by one, except where two are held apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawthiq.record.compare.copy import in_order


class Joined:
    """Union-find (Tarjan 1975) with pairs held apart: a join that would bring such a pair together is refused."""

    def __init__(self, items: Iterable[str]) -> None:
        self._parent = {item: item for item in items}
        self._members = {item: {item} for item in self._parent}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def hold_apart(self, one: str, other: str) -> None:
        """From now on no join brings the groups of these two together."""
        left, right = self._top(one), self._top(other)
        self._apart[left].add(right)
        self._apart[right].add(left)

    def join(self, one: str, other: str) -> bool:
        """True when the two are in one group afterwards; False when something holds their groups apart."""
        large, small = self._top(one), self._top(other)
        if large == small:
            return True
        if small in self._apart[large]:
            return False
        if len(self._members[large]) < len(self._members[small]):
            large, small = small, large
        self._absorb(large, small)
        return True

    def are_one(self, one: str, other: str) -> bool:
        """True when the two are in one group."""
        return self._top(one) == self._top(other)

    def are_apart(self, one: str, other: str) -> bool:
        """True when the groups of the two are held apart."""
        return self._top(other) in self._apart[self._top(one)]

    def groups_of(self, one: str, other: str) -> tuple[str, str]:
        """A name for the pair of groups of the two, the same for any of their members."""
        return in_order(self._top(one), self._top(other))

    def groups(self) -> list[frozenset[str]]:
        """All groups, each with its members."""
        return [frozenset(members) for members in self._members.values()]

    def _absorb(self, large: str, small: str) -> None:
        self._parent[small] = large
        self._members[large] |= self._members.pop(small)
        for foe in self._apart.pop(small, set()):
            self._apart[foe].discard(small)
            self._apart[foe].add(large)
            self._apart[large].add(foe)

    def _top(self, item: str) -> str:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item
