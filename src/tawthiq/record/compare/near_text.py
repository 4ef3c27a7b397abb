"""Near-identical texts: which items repeat each other's words.

Fingerprints only propose; each proposal is then compared exactly. Reports are often written on a template, so two
texts that differ in a number are never joined alone: they may tell of two incidents, and a person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tawthiq.record.compare.changes import Change, changes_between
from tawthiq.record.compare.copy import Copy, CopyKind, Evidence, Unit, copy_of, in_order
from tawthiq.record.compare.fingerprints import Hashes, keys, shingles
from tawthiq.record.compare.words import Word, words
from tawthiq.terms.identity import Json

MIN_WORDS = 8
"""Shorter texts are too common ("breaking news") to say that one repeats the other."""
NEAR_JACCARD = 0.6
NEAR_CONTAINMENT = 0.9
POSSIBLE_CONTAINMENT = 0.5
CROWD = 50
"""A key shared by more texts than this (a signature line) is compared with its first CROWD texts only."""
METHOD, VERSION = "shingles", "2"
COMPARED_VERSION = 3
"""What the step notes of a text it went through (below 1000); up with VERSION, then every text is judged again."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A text ready to compare: item id, folded words with their places, shingles in order, keys to file it under."""

    item: str
    words: tuple[Word, ...]
    shingles: Hashes
    keys: frozenset[int]

    @property
    def long_enough(self) -> bool:
        """True when there are enough words to say anything."""
        return len(self.words) >= MIN_WORDS


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shared shingles of two texts: as a share of their union, and of the shorter of the two (0 to 1)."""

    jaccard: float
    containment: float


def read_text(item: str, text: str) -> Text:
    """Cut, fold and fingerprint a text once; the rest works on this."""
    cut = words(text)
    runs = shingles([word.folded for word in cut])
    return Text(item, cut, runs, keys(runs) if len(cut) >= MIN_WORDS else frozenset())


def overlap(a: Text, b: Text) -> Overlap:
    """Exact share of common shingles."""
    mine, yours = np.unique(a.shingles), np.unique(b.shingles)
    if not (mine.size and yours.size):
        return Overlap(0.0, 0.0)
    shared = np.intersect1d(mine, yours, assume_unique=True).size
    return Overlap(shared / (mine.size + yours.size - shared), shared / min(mine.size, yours.size))


def judge(a: Text, b: Text) -> Copy | None:
    """The copy that joins two texts, or None when they are too short or share too little."""
    if not (a.long_enough and b.long_enough):
        return None
    shared = overlap(a, b)
    if shared.containment < POSSIBLE_CONTAINMENT:
        return None
    first, second = (a, b) if a.item < b.item else (b, a)
    changes = changes_between(first.words, second.words)
    return copy_of(a.item, b.item, _kind(shared, changes), shared.containment, Unit.CONTAINMENT, _why(shared, changes))


def near_texts(texts: Iterable[Text], asked: Container[str] | None = None) -> tuple[Copy, ...]:
    """All copies among texts that share a key, in order of their items; only those of the texts `asked` about."""
    by_item = {text.item: text for text in texts}
    pairs = sorted(candidates(by_item))
    wanted = (pair for pair in pairs if asked is None or pair[0] in asked or pair[1] in asked)
    found = (judge(by_item[one], by_item[other]) for one, other in wanted)
    return tuple(copy for copy in found if copy)


def candidates(by_item: Mapping[str, Text]) -> set[tuple[str, str]]:
    """Pairs of item ids that share at least one key."""
    filed: dict[int, list[str]] = defaultdict(list)
    for item in sorted(by_item):
        for key in by_item[item].keys:
            filed[key].append(item)
    return {pair for together in filed.values() for pair in _pairs(together)}


def _pairs(together: Sequence[str]) -> Iterator[tuple[str, str]]:
    crowd, rest = together[:CROWD], together[CROWD:]
    yield from combinations(crowd, 2)
    yield from (in_order(one, other) for one in rest for other in crowd)


def _kind(shared: Overlap, changes: Sequence[Change]) -> CopyKind:
    near = shared.jaccard >= NEAR_JACCARD or shared.containment >= NEAR_CONTAINMENT
    return CopyKind.NEAR_TEXT if near and not _figure_altered(changes) else CopyKind.POSSIBLE


def _figure_altered(changes: Sequence[Change]) -> bool:
    return any(
        change.touches_number and change.a_start < change.a_end and change.b_start < change.b_end for change in changes
    )


def _why(shared: Overlap, changes: Sequence[Change]) -> Evidence:
    segments: list[Json] = [[c.kind.value, c.a_start, c.a_end, c.b_start, c.b_end, c.touches_number] for c in changes]
    shares: tuple[tuple[str, Json], ...] = (("jaccard", shared.jaccard), ("containment", shared.containment))
    return Evidence(METHOD, VERSION, (*shares, ("changes", segments)))
