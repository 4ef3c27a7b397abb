"""Finding scenes: a picture is set beside others by the points they share, through crops, captions, screenshots.

Laying one picture on another takes milliseconds, so in a large record a picture is laid on the CANDIDATES whose hashes
are nearest to its own; the outcome says on how many of how many. Points are found anew and held in memory only: they
would show something of a picture that may have to be sealed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import models
from tawthiq.record.compare.candidates import CANDIDATES, nearest_items
from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.features import SIDE, Features, find_features
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.picture import Look
from tawthiq.record.compare.scene import Sighted, judge_scenes
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UNREADABLE_NOW

VERSION = 1001
REMEMBERED = 128
"""Pictures whose points are held while the step runs; about a megabyte each."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One picture on others: item -> the copy, or None where no way was found. `n_all`: how many could be asked."""

    ways: Mapping[str, Copy | None]
    n_all: int

    @property
    def copies(self) -> list[Copy]:
        """What was found."""
        return [copy for copy in self.ways.values() if copy]


def find_scenes(reader: Reader, item_id: str, look: Look, known: Mapping[str, Copy | None]) -> Searched:
    """Lay a picture on those that are near, but those it is `known` to lie on or not; each pair is asked by the later.

    Raises BadInput where OpenCV is missing, or the picture cannot be read any more.
    """
    before = models.get_compared(reader, VERSION) - {item_id}
    same = _same_already(reader, item_id)
    filed = [(item, bits) for item, bits in models.get_uprights(reader) if item in before and item not in same]
    chosen = nearest_items(look, filed, CANDIDATES)
    ways = {item: known[item] for item in chosen if item in known}
    fresh = [item for item in chosen if item not in known]
    if fresh:
        asked = _asked(reader, item_id)
        ways |= {other: judge_scenes(item_id, asked, other, theirs) for other, theirs in _sights(reader, fresh)}
    return Searched(ways, len({item for item, _ in filed}))


def _same_already(reader: Reader, item_id: str) -> set[str]:
    """Items that their hashes call the same picture: the scene would say no more."""
    copies = models.get_copies(reader, item_id)
    return {item for copy in copies if copy.kind is CopyKind.SAME_PICTURE for item in copy.pair} - {item_id}


def _asked(reader: Reader, item_id: str) -> Sighted:
    rgb = _rgb(collect.get_bytes(reader, item_id))
    return Sighted(find_features(rgb), find_features(rgb, mirrored=True))


def _sights(reader: Reader, item_ids: Iterable[str]) -> Iterable[tuple[str, Sighted]]:
    """What each picture is laid on; one that can no longer be read is left out, as its own turn will say."""
    for item_id in item_ids:
        try:
            plain = _features(reader, item_id)
        except UNREADABLE_NOW:
            continue
        yield item_id, Sighted(plain, plain)


def _features(reader: Reader, item_id: str) -> Features:
    """The points of a picture, found anew unless they are among the last ones used."""
    held = _held.pop(item_id, None) or find_features(_rgb(collect.get_bytes(reader, item_id)))
    _held[item_id] = held
    while len(_held) > REMEMBERED:
        _held.popitem(last=False)
    return held


_held: OrderedDict[str, Features] = OrderedDict()
"""Item, which its bytes name, -> its points; the last one used stands last."""


def _rgb(data: bytes) -> Rgb:
    with pool.worker() as worker:
        return pixels_of(worker, data, SIDE).rgb
