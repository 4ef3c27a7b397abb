"""Aligning: two kept pictures laid on each other when a person asks; decoded in the child, never a sealed one."""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.rendering import original
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.features import SIDE
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.overlay import overlay
from tawthiq.record.compare.scene import SceneMatch, judge_scenes, match_scene, sight
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two pictures (`a`, `b`: pixels of at most 800 a side) and the way to lay a on b, None where none was found."""

    a: Rgb
    b: Rgb
    way: SceneMatch | None

    def drawing(self, *, blurred: bool) -> bytes:
        """The overlay as a PNG."""
        return overlay(self.a, self.b, self.way, blurred=blurred)


def lay(reader: Reader, item_a: str, item_b: str) -> Laid:
    """Lay one on the other by the points they share; without OpenCV no way is found.

    Raises NotFound, NotPermitted (sealed), BadInput for what is no picture, UnreadableInput, IntegrityBroken.
    """
    a, b = (_rgb(reader, item_id) for item_id in (item_a, item_b))
    try:
        return Laid(a, b, match_scene(sight(a), sight(b)))
    except BadInput:
        return Laid(a, b, None)


def find_scene(reader: Reader, item_a: str, item_b: str) -> Copy | None:
    """Compare two pictures by their points and keep the link; None where nothing can be said, least of all "unique".

    Raises as `lay`, and BadInput where OpenCV is not installed.
    """
    reader.require(Action.COPY_JUDGE)
    a, b = (_rgb(reader, item_id) for item_id in (item_a, item_b))
    copy = judge_scenes(item_a, sight(a), item_b, sight(b))
    if copy is not None:
        with Work(reader.actor, Action.COPY_JUDGE) as work:
            models.put_copies(work, [copy])
    return copy


def _rgb(reader: Reader, item_id: str) -> Rgb:
    item: Item = collect.get_item(reader, item_id)
    harm.require_open(reader, item_id)
    if item.kind is not ItemKind.IMAGE:
        raise BadInput("only pictures can be laid on each other", where=item_id)
    with pool.worker() as worker, original(reader, item) as source:
        return pixels_of(worker, source, SIDE).rgb
