"""Independence: how many separate roots the knowledge of a case has; pure.

Tellings are not counted, roots are: a repost, a syndicated copy, two outlets that quote one organisation lead to one
root. Who stays unnamed at the end of a chain is never counted as independent of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

UNNAMED = "unnamed"
"""A chain end that the text does not name."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement relied on, with the source it came by.

    `item_id`: where it stands; `chain_end`: whose words it gives, folded, empty when the item speaks for itself,
    UNNAMED when it names nobody; `publisher`: who put the item out, folded, empty when not known; `kind`: code of
    vocabulary `source_kind`.
    """

    statement_id: str
    source_id: str
    kind: str
    item_id: str = ""
    chain_end: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The sources relied on, brought back to roots.

    `roots`: root -> statements that lead to it; `unnamed`: statements whose end is not named; `kinds`: source kinds.
    """

    roots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unnamed: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def n_independent(self) -> int:
        """How many roots differ; the unnamed add nothing."""
        return len(self.roots)


def find_grounds(
    tellings: Sequence[Telling], derives_from: Mapping[str, Iterable[str]], root_of_item: Mapping[str, str]
) -> Grounds:
    """Roots of the tellings.

    `derives_from`: source -> the sources whose knowledge it repeats; `root_of_item`: item -> the item it is a copy of
    (itself when of none). Tellings join one root when they share an item root, a chain end, or a first source.
    """
    join = _Join()
    named = [telling for telling in tellings if telling.chain_end != UNNAMED]
    for telling in named:
        marks = _marks(telling, derives_from, root_of_item)
        for mark in marks:
            join.together(telling.statement_id, mark)
    roots: dict[str, list[str]] = {}
    for telling in named:
        roots.setdefault(join.top(telling.statement_id), []).append(telling.statement_id)
    return Grounds(
        {min(members): tuple(sorted(set(members))) for members in roots.values()},
        tuple(sorted({telling.statement_id for telling in tellings if telling.chain_end == UNNAMED})),
        tuple(sorted({telling.kind for telling in tellings})),
    )


def _marks(
    telling: Telling, derives_from: Mapping[str, Iterable[str]], root_of_item: Mapping[str, str]
) -> Iterable[str]:
    for first in first_sources(telling.source_id, derives_from):
        yield f"source:{first}"
    if telling.chain_end:
        yield f"end:{telling.chain_end}"
    elif telling.item_id:
        yield f"item:{root_of_item.get(telling.item_id, telling.item_id)}"
        if telling.publisher:
            yield f"end:{telling.publisher}"


def first_sources(source_id: str, derives_from: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The sources at the beginning of `derives_from`; a ring of sources that quote one another is one."""
    seen: set[str] = set()
    ends: set[str] = set()
    queue = [source_id]
    while queue:
        current = queue.pop()
        if current in seen:
            continue
        seen.add(current)
        parents = [parent for parent in derives_from.get(current, ()) if parent != current]
        if not parents:
            ends.add(current)
        queue += parents
    return frozenset(ends or {min(seen)})


class _Join:
    """Union-find over marks."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def top(self, mark: str) -> str:
        self._parent.setdefault(mark, mark)
        while self._parent[mark] != mark:
            self._parent[mark] = self._parent[self._parent[mark]]
            mark = self._parent[mark]
        return mark

    def together(self, one: str, other: str) -> None:
        self._parent[self.top(one)] = self.top(other)
