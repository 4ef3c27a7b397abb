"""Finding scenes: a picture is set beside others by the points they share, through crops, captions, screenshots.

Laying one picture on another takes milliseconds, so in a large record a picture is laid on those whose filed points
agree best with its own, and on those whose hashes are nearest; the outcome says on how many of how many.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import filed, filed_points, models
from tawthiq.record.compare.candidates import LIMITS, Limits
from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.features import SIDE, Features, find_features
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.picture import Look
from tawthiq.record.compare.scene import METHOD, Sighted, judge_scenes
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UNREADABLE_NOW

VERSION = 1002
REMEMBERED = 128
"""Pictures whose points are held while the step runs; about a megabyte each."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One picture on others: item -> the copy, or None where no way was found. `n_all`: how many could be asked.

    `as_of`: what had been compared by then.
    """

    ways: Mapping[str, Copy | None]
    n_all: int
    as_of: int

    @property
    def copies(self) -> list[Copy]:
        """What was found."""
        return [copy for copy in self.ways.values() if copy]


def read_asked(reader: Reader, item_id: str) -> Sighted:
    """The points of a picture that asks. Raises BadInput where OpenCV is missing, or the picture cannot be read."""
    rgb = _rgb(collect.get_bytes(reader, item_id))
    plain = find_features(rgb)
    _hold(item_id, plain)
    return Sighted(plain, find_features(rgb, mirrored=True))


def read_points(reader: Reader, item_id: str) -> Features | None:
    """What is filed of a picture; None where it is too flat to be laid on another. Raises as `read_asked`."""
    look = models.get_look(reader, item_id)
    return find_features(_rgb(collect.get_bytes(reader, item_id))) if look and look.upright else None


def find_scenes(
    reader: Reader,
    item_id: str,
    look: Look,
    asked: Sighted,
    known: Mapping[str, Copy | None],
    limits: Limits = LIMITS,
) -> Searched:
    """Lay a picture on those worth it, but those it is `known` to lie on or not; each pair is asked by the later.

    What is known stays, also where the record grew in the meantime and fewer of it are worth laying.
    """
    as_of, n_all = models.last_compared(reader), models.count_compared(reader, VERSION)
    whole = n_all <= limits.whole
    chosen = _all_before(reader, item_id) if whole else _worth_laying(reader, item_id, look, asked, limits)
    fresh = [item for item in chosen if item not in known]
    ways = {other: judge_scenes(item_id, asked, other, theirs) for other, theirs in _sights(reader, fresh)}
    return Searched({**known, **ways}, n_all, as_of)


def _all_before(reader: Reader, item_id: str) -> list[str]:
    return sorted(models.get_compared(reader, VERSION) - _told(reader, item_id))


def _worth_laying(reader: Reader, item_id: str, look: Look, asked: Sighted, limits: Limits) -> list[str]:
    told = _told(reader, item_id)
    at_most = limits.spare + len(told)
    by_points = filed_points.alike([asked.plain, asked.mirror], at_most)
    by_hash = filed.nearest(reader, look, at_most)
    before = models.get_compared_of(reader, {*by_points, *by_hash}, VERSION) - told
    first = [item for item in by_points if item in before][: limits.by_points]
    then = [item for item in by_hash if item in before][: limits.by_hash]
    return list(dict.fromkeys([*first, *then]))


def _told(reader: Reader, item_id: str) -> set[str]:
    """The item, and those of which it is known how they lie: their hashes, or an earlier version, said so."""
    copies = models.get_copies(reader, item_id)
    known = (copy for copy in copies if copy.kind is CopyKind.SAME_PICTURE or copy.evidence.method == METHOD)
    return {item for copy in known for item in copy.pair} | {item_id}


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
    features = _held.pop(item_id, None) or find_features(_rgb(collect.get_bytes(reader, item_id)))
    _hold(item_id, features)
    return features


def _hold(item_id: str, features: Features) -> None:
    _held[item_id] = features
    while len(_held) > REMEMBERED:
        _held.popitem(last=False)


_held: OrderedDict[str, Features] = OrderedDict()
"""Item, which its bytes name, -> its points; the last one used stands last."""


def _rgb(data: bytes) -> Rgb:
    with pool.worker() as worker:
        return pixels_of(worker, data, SIDE).rgb
