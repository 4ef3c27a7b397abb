"""Filed points: the points of kept pictures in an index in the cache of the home; lost, they are filed again.

A picture is filed before the Work that notes that it was compared, so whatever was compared is in the index, unless the
cache was emptied since: `missing` says what.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tawthiq.record.compare import point_index
from tawthiq.record.compare.features import Features
from tawthiq.record.compare.points import NO_POINTS, to_ask, to_file
from tawthiq.safe.home import current_home


def file(item_id: str, features: Features | None) -> None:
    """File the points of a picture, once; None for a picture that is laid on none."""
    _index().add(item_id, to_file(features) if features else NO_POINTS)


def alike(ways: Sequence[Features], at_most: int) -> list[str]:
    """The pictures that share most points with one that asks, as it is or mirrored, the most alike first."""
    return _index().agreeing([to_ask(features) for features in ways], at_most)


def missing(item_ids: set[str]) -> set[str]:
    """Those that are not filed."""
    return item_ids - _index().items


def _index() -> point_index.PointIndex:
    return point_index.opened(_place())


def _place() -> Path:
    return current_home().root / "cache" / "points"
