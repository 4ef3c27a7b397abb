"""An index of 256-bit hashes that finds every hash near a query: exact, growing, safe against crashes.

Row k is the k-th hash that was filed; the caller knows which item that was. After a crash the index may hold fewer
rows than the record, never half of one: the caller files the missing ones again from row `len(index)` on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import numpy as np

from tawthiq.record.compare.bands import Words
from tawthiq.record.compare.hamming_segment import (
    BRUTE_BELOW,
    MAX_ROWS,
    Segment,
    seal,
    within_rows,
    within_segment,
)
from tawthiq.record.compare.index_files import (
    Manifest,
    Named,
    one_writer,
    open_arrays,
    put_arrays,
    put_manifest,
    read_manifest,
)
from tawthiq.terms.errors import BadInput, IntegrityBroken

HASH_BYTES = 32
RADIUS_BITS = 31


class Match(NamedTuple):
    """A filed hash near the query. The radius is inclusive: 31 finds what is 31 bits away."""

    distance_bits: int
    row: int


class Nearby(Protocol):
    """What every index of hashes promises, whatever is inside: the same matches in the same order."""

    def __len__(self) -> int: ...

    def within(self, query: bytes, radius_bits: int = RADIUS_BITS) -> tuple[Match, ...]:
        """All matches up to the radius, nearest first, then by row."""
        ...


class HammingIndex:
    """Sealed segments with tables and a tail without, in one folder; opens what the last complete write left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._load_current()

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    def within(self, query: bytes, radius_bits: int = RADIUS_BITS) -> tuple[Match, ...]:
        """All matches up to the radius, nearest first, then by row."""
        words, first, found = as_words([query])[0], 0, list[Match]()
        for part in self._parts:
            near = _within_part(part, words, radius_bits)
            found += [Match(int(distance), first + int(row)) for row, distance in near]
            first += len(part)
        return tuple(sorted(found))

    def words(self) -> list[Words]:
        """Every hash, part by part, in the order of the rows."""
        return [_rows(part) for part in self._parts]

    def add(self, hashes: Sequence[bytes]) -> range:
        """File hashes of 32 bytes and say which rows they got; on return they are on the disk."""
        return self.add_words(as_words(hashes))

    def add_words(self, new: Words) -> range:
        """As `add`, for hashes that are already an array of n x 4 words."""
        with one_writer(self._folder):
            self.refresh()
            first = len(self)
            self._write(new)
            return range(first, len(self))

    def refresh(self) -> None:
        """See what other processes have filed since; cheap when there is nothing new."""
        if read_manifest(self._folder).generation != self._manifest.generation:
            self._load_current()

    def _load_current(self) -> None:
        """A writer may sweep old files away between reading the manifest and opening them: then read it again."""
        manifest = read_manifest(self._folder)
        try:
            self._load(manifest)
        except IntegrityBroken:
            if read_manifest(self._folder).generation == manifest.generation:
                raise
            self._load_current()

    def _load(self, manifest: Manifest) -> None:
        self._manifest = manifest
        self._parts = [_part(open_arrays(self._folder, group)) for group in manifest.groups]

    def _write(self, new: Words) -> None:
        """Full segments stay; what comes after them is joined with the new rows and written again."""
        generation = self._manifest.generation + 1
        kept = self._kept(len(new))
        open_rows = [_rows(part) for part in self._parts[kept:]]
        fresh = list(_cut(np.concatenate([*open_rows, new])))
        groups = tuple(self._put(f"g{generation}-{number}", part) for number, part in enumerate(fresh))
        manifest = Manifest(generation, self._manifest.groups[:kept] + groups)
        put_manifest(self._folder, manifest)
        self._load(manifest)

    def _kept(self, n_new: int) -> int:
        """How many parts stay as they are: sealed ones, unless the tail behind them grows long enough to join."""
        sealed = [part for part in self._parts if isinstance(part, Segment)]
        n_tail = sum(len(part) for part in self._parts[len(sealed) :]) + n_new
        if n_tail < BRUTE_BELOW or not sealed or len(sealed[-1]) == MAX_ROWS:
            return len(sealed)
        return len(sealed) - 1

    def _put(self, stem: str, part: Segment | Words) -> tuple[Named, ...]:
        arrays = (part.words, part.offsets, part.low, part.high) if isinstance(part, Segment) else (part,)
        return put_arrays(self._folder, stem, arrays)


class BruteIndex:
    """Hashes in memory, searched row by row: the measure of every other index, and enough below 50,000."""

    def __init__(self, hashes: Sequence[bytes]) -> None:
        self._words = as_words(hashes)

    def __len__(self) -> int:
        return len(self._words)

    def within(self, query: bytes, radius_bits: int = RADIUS_BITS) -> tuple[Match, ...]:
        """All matches up to the radius, nearest first, then by row."""
        near = within_rows(self._words, as_words([query])[0], radius_bits)
        return tuple(sorted(Match(int(distance), int(row)) for row, distance in near))


def as_words(hashes: Sequence[bytes]) -> Words:
    """Hashes of 32 bytes as n x 4 words; raises BadInput for another length."""
    if any(len(one) != HASH_BYTES for one in hashes):
        raise BadInput("a hash has 32 bytes", do="restore the zeros lost from its front")
    return np.frombuffer(b"".join(hashes), "<u8").astype(np.uint64).reshape(-1, 4)


def _cut(words: Words) -> Iterable[Segment | Words]:
    for first in range(0, len(words), MAX_ROWS):
        run = np.ascontiguousarray(words[first : first + MAX_ROWS])
        yield seal(run) if len(run) >= BRUTE_BELOW else run


def _part(arrays: tuple[np.ndarray, ...]) -> Segment | Words:
    return Segment(*arrays) if len(arrays) > 1 else cast(Words, arrays[0])


def _rows(part: Segment | Words) -> Words:
    return part.words if isinstance(part, Segment) else part


def _within_part(part: Segment | Words, query: Words, radius_bits: int) -> np.ndarray:
    return (
        within_segment(part, query, radius_bits) if isinstance(part, Segment) else within_rows(part, query, radius_bits)
    )
