"""Filed points: the points of kept pictures in an index in the cache of the home; lost, they are filed again.

A picture is filed before the Work that notes that it was compared, so whatever was compared is in the index, unless the
cache was emptied since: `missing` says what.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from tawthiq.record.compare import index_files, point_index
from tawthiq.record.compare.features import Features
from tawthiq.record.compare.points import NO_POINTS, to_ask, to_file
from tawthiq.safe.home import current_home
from tawthiq.terms.errors import IntegrityBroken


def file(found: Mapping[str, Features | None]) -> None:
    """File the points of pictures together, each once; None for a picture that is laid on none."""
    _index().add({item_id: to_file(features) if features else NO_POINTS for item_id, features in found.items()})


def alike(ways: Sequence[Features], at_most: int) -> list[str]:
    """The pictures that share most points with one that asks, as it is or mirrored, the most alike first.

    Raises IntegrityBroken, and throws the index away, where it names what it does not hold.
    """
    asks = [to_ask(features) for features in ways]
    try:
        return _index().agreeing(asks, at_most)
    except IntegrityBroken:
        shutil.rmtree(_place(), ignore_errors=True)
        raise


def missing(item_ids: set[str]) -> set[str]:
    """Those that are not filed."""
    return item_ids - _index().items


def check() -> None:
    """Read all that is filed; raises IntegrityBroken where a byte of it changed."""
    index_files.check(_place(), point_index.FORM)


def _index() -> point_index.PointIndex:
    return point_index.opened(_place())


def _place() -> Path:
    return current_home().root / "cache" / "points"
