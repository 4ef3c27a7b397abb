"""Step compare: items that nobody has compared yet are set beside all others; whose turn it is.

Texts go in batches, since near copies are found through the words they share; pictures go one by one, each beside
all that came before it, first by their hashes, then by the points of the scene; videos by their frames. Scenes and
videos need the libraries of the extra `media`: without them they wait, and `methods_of` says by which methods an item
was compared, so that a missing link is never read as more than it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.compare import find_films, find_scenes, models, turn_films, turn_pictures, turn_scenes, turn_texts
from tawthiq.record.compare.candidates import LIMITS, Limits
from tawthiq.record.compare.media import has_opencv, has_pyav
from tawthiq.record.compare.near_text import COMPARED_VERSION as TEXTS_VERSION
from tawthiq.record.compare.turns import MAX_ITEMS, Put
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Outcome

NAME, VERSION, ACTION = "compare", turn_pictures.VERSION, Action.STATEMENT_EXTRACT
BATCH, SCENE, POINTS = "texts", "scene:", "points"


def todo(reader: Reader, *, batch: int = turn_texts.MAX_BATCH, at_most: int = turn_scenes.MAX_LOST) -> Iterator[str]:
    """As many batches as the texts that wait fill, then each picture, video, and scene that waits, the oldest first.

    Points that were lost come before the scenes, which need them.
    """
    yield from [BATCH] * -(-len(turn_texts.waiting(reader)) // batch)
    compared = models.get_compared(reader, VERSION)
    refused = set(models.get_refused_looks(reader))
    pictures = [item.id for item in _readable(reader, ItemKind.IMAGE) if item.id not in refused]
    yield from (item for item in pictures if item not in compared)
    if has_pyav():
        done = models.get_compared(reader, find_films.VERSION) | set(models.get_refused_films(reader))
        yield from (item.id for item in _readable(reader, ItemKind.VIDEO) if item.id not in done)
    if has_opencv():
        yield from [POINTS] * -(-len(turn_scenes.lost(reader)) // at_most)
        done = models.get_compared(reader, find_scenes.VERSION)
        yield from (f"{SCENE}{item}" for item in pictures if item not in done)


def run(work: Work, one: str) -> Outcome:
    """Compare a batch of texts, or one picture, video, or scene with all before it; keep the copies that are new."""
    return begin(work, one)(work, one)


def begin(
    reader: Reader,
    one: str,
    *,
    batch: int = turn_texts.MAX_BATCH,
    at_most: int = turn_scenes.MAX_LOST,
    limits: Limits = LIMITS,
) -> Put:
    """Do what takes long before a Work opens; what comes back keeps, inside of one, what was found."""
    if one == BATCH:
        return turn_texts.begin(reader, batch)
    if one == POINTS:
        return turn_scenes.begin_lost(reader, at_most)
    if one.startswith(SCENE):
        return turn_scenes.begin(reader, one.removeprefix(SCENE), limits)
    is_film = collect.get_item(reader, one).kind is ItemKind.VIDEO
    return turn_films.begin(reader, one) if is_film else turn_pictures.put


def methods_of(reader: Reader, item: Item) -> dict[str, bool]:
    """Method -> whether this item was compared by it; empty for a kind that nothing compares."""
    wanted = {ItemKind.IMAGE: {"pdq": VERSION, "sift-ransac": find_scenes.VERSION},
              ItemKind.VIDEO: {"vpdq": find_films.VERSION},
              **{kind: {"shingles": TEXTS_VERSION} for kind in turn_texts.KINDS}}  # fmt: skip
    versions = wanted.get(item.kind, {})
    return {name: bool(models.get_compared_of(reader, [item.id], version)) for name, version in versions.items()}


def _readable(reader: Reader, kind: ItemKind) -> list[Item]:
    found = collect.find_items(reader, kind=kind, limit=MAX_ITEMS)
    return [item for _, item in reversed(found) if item.state is ItemState.READABLE]
