"""An index of the points of pictures that finds those which share some with a picture that asks; safe against crashes.

Pictures lie in groups, each with its words in order; a new picture makes a group, and groups of like size are joined,
so that there are few of them (as in a log-structured merge tree). It is derived: when it is lost or broken the step
files every picture again. What it finds is worth laying, no more: the scene says whether two pictures show the same.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.index_files import (
    Manifest,
    one_writer,
    open_arrays,
    put_arrays,
    put_manifest,
    read_manifest,
)
from tawthiq.record.compare.point_kernels import agreeing, like
from tawthiq.record.compare.points import KEY_BITS, VERSION, WORD_BITS, Asking, Codes, Marks, Worded
from tawthiq.terms.errors import IntegrityBroken

FORM = f"tawthiq point index {VERSION}"
WITHIN_BITS = 9
"""Words of one point in two copies differ in three bits at the median, in nine at the 95th percentile."""
CROWD = 2000
MARK_BITS = 12
ID_BYTES = 30


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Pictures and their points: `items` (ids), `codes` in order, `marks` (number of the picture << 12 | mark)."""

    items: NDArray[np.bytes_]
    codes: Codes
    marks: Marks


@dataclass(frozen=True, slots=True)
class Room:
    """What one group may hold: 56,000 pictures in 0.2 GB; a mark numbers no more pictures than a million."""

    points: int = 1 << 24
    pictures: int = 1 << 20

    def holds(self, groups: Sequence[Group]) -> bool:
        """Whether these may be one group."""
        n_points, n_pictures = sum(len(one.codes) for one in groups), sum(len(one.items) for one in groups)
        return n_points <= self.points and n_pictures <= self.pictures


ROOM = Room()


class PointIndex:
    """Groups of pictures in one folder; opens what the last complete write left."""

    def __init__(self, folder: Path, room: Room = ROOM) -> None:
        self._folder, self._room = folder, room
        self._load_current()

    def __len__(self) -> int:
        return sum(len(group.items) for group in self._groups)

    def __contains__(self, item_id: str) -> bool:
        wanted = item_id.encode()
        return any(bool((group.items == wanted).any()) for group in self._groups)

    @property
    def items(self) -> set[str]:
        """Every picture in it."""
        return {item.decode(errors="replace") for group in self._groups for item in group.items.tolist()}

    def add(self, found: Mapping[str, Worded]) -> None:
        """File pictures, each once; on return they are on the disk."""
        with one_writer(self._folder):
            self._load_current()
            fresh = {item_id: points for item_id, points in found.items() if item_id not in self}
            for part in _parts(fresh, self._room):
                self._write(part)

    def agreeing(self, asks: Sequence[Asking], at_most: int) -> list[str]:
        """Pictures that share points with the one that asks (as it is, mirrored), the most alike first, then by id."""
        best: dict[str, float] = {}
        for asking in asks:
            for item, weight in self._weights(asking):
                best[item] = max(weight, best.get(item, 0.0))
        return sorted(best, key=lambda item: (-best[item], item))[:at_most]

    def _weights(self, asking: Asking) -> list[tuple[str, float]]:
        """A point that is like many others says little: its weight is one by the root of their number."""
        firsts = np.cumsum([0, *(len(group.items) for group in self._groups)])
        found = [_like(group, asking) for group in self._groups]
        for hits, first in zip(found, firsts.tolist(), strict=False):
            hits[:, 0] += first
        hits = np.concatenate([np.zeros((0, 4), np.int64), *found])
        hits = hits[np.lexsort((hits[:, 3], hits[:, 0]))]
        many = np.bincount(hits[:, 3], minlength=len(asking.worded))
        weights = agreeing(hits, 1 / np.sqrt(np.maximum(many, 1)), int(firsts[-1]))
        return [(self._item(int(at), firsts), float(weights[at])) for at in np.flatnonzero(weights)]

    def _item(self, number: int, firsts: NDArray[np.int64]) -> str:
        at = int(np.searchsorted(firsts, number, side="right")) - 1
        return bytes(self._groups[at].items[number - int(firsts[at])]).decode(errors="replace")

    def _load_current(self) -> None:
        """A writer may sweep old files away between reading the manifest and opening them: then read it again."""
        manifest = read_manifest(self._folder, FORM)
        try:
            self._groups = [_group(open_arrays(self._folder, group)) for group in manifest.groups]
            self._manifest = manifest
        except IntegrityBroken:
            if read_manifest(self._folder, FORM).generation == manifest.generation:
                raise
            self._load_current()

    def _write(self, fresh: Group) -> None:
        """Join the last groups with the new one while they hold no more points than it has by then."""
        kept = len(self._groups)
        while kept and self._fits(self._groups[kept - 1], fresh):
            kept -= 1
            fresh = _joined([self._groups[kept], fresh])
        generation = self._manifest.generation + 1
        put = put_arrays(self._folder, f"g{generation}", (fresh.items, fresh.codes, fresh.marks))
        put_manifest(self._folder, Manifest(generation, (*self._manifest.groups[:kept], put)), FORM)
        self._load_current()

    def _fits(self, last: Group, fresh: Group) -> bool:
        return len(last.items) <= len(fresh.items) and self._room.holds([last, fresh])


def opened(folder: Path) -> PointIndex:
    """The index of a folder; one of another version, or a broken one, is thrown away."""
    try:
        return PointIndex(folder)
    except IntegrityBroken:
        shutil.rmtree(folder, ignore_errors=True)
        return PointIndex(folder)


def _like(group: Group, asking: Asking) -> NDArray[np.int64]:
    room = 4 * len(asking.worded)
    told = (group.codes, group.marks, asking.worded.codes, asking.worded.marks, asking.keys)
    while True:
        found = np.empty((room, 4), np.int64)
        total = like(*told, WORD_BITS - KEY_BITS, WITHIN_BITS, CROWD, found)
        if total <= room:
            return _sound(found[:total], group)
        room = total


def _sound(hits: NDArray[np.int64], group: Group) -> NDArray[np.int64]:
    """Hits that name pictures of the group: no bounds are looked at where they are counted."""
    if len(hits) and hits[:, 0].max() >= len(group.items):
        raise IntegrityBroken("the index of points names a picture that it does not hold", do="run the step again")
    return hits


def _group(arrays: tuple[NDArray[np.generic], ...]) -> Group:
    items, codes, marks = arrays
    return Group(cast("NDArray[np.bytes_]", items), cast(Codes, codes), cast(Marks, marks))


def _parts(found: Mapping[str, Worded], room: Room) -> Iterator[Group]:
    """The pictures as groups, so many together as one group may hold."""
    together: list[Group] = []
    for item_id, points in found.items():
        alone = Group(np.array([item_id.encode()], f"S{ID_BYTES}"), points.codes, points.marks)
        if together and not room.holds([*together, alone]):
            yield _joined(together)
            together = []
        together.append(alone)
    if together:
        yield _joined(together)


def _joined(groups: Sequence[Group]) -> Group:
    codes = np.concatenate([group.codes for group in groups])
    firsts = np.cumsum([0, *(len(group.items) for group in groups)])
    marks = [group.marks + np.uint32(first << MARK_BITS) for group, first in zip(groups, firsts.tolist(), strict=False)]
    order = np.argsort(codes, kind="stable")
    return Group(np.concatenate([group.items for group in groups]), codes[order], np.concatenate(marks)[order])
