"""Masked copies: what a person had filled in one copy is proposed in the others, where it lies there.

Only proposed: a person still reviews every frame. A picture is laid on its copy by the points they share, or, where the
hashes of the two whole pictures agree, corner on corner; a film is shifted by the seconds between the two.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice

from tawthiq.record.collect import masked
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.masking.places import Place, moved, places_of
from tawthiq.record.collect.masking.proposal import Proposal
from tawthiq.record.collect.models import harm, masks
from tawthiq.record.compare import models
from tawthiq.record.compare.aligning import lay
from tawthiq.record.compare.around import same_root
from tawthiq.record.compare.copy import Copy, Unit
from tawthiq.record.compare.overlay import to_b
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UNREADABLE_NOW

MAX_COPIES = 10
"""Copies with a reviewed mask that are laid on the item; laying two pictures takes half a second."""


def proposing(reader: Reader, item: Item, begin_s: float, seconds: float) -> Generator[int, None, Proposal]:
    """As `masked.proposing`, with the places that people had filled in copies of the item."""
    return masked.proposing(reader, item, begin_s, seconds, places_from_copies(reader, item))


def places_from_copies(reader: Reader, item: Item) -> list[Place]:
    """What was filled in sure copies of an item, as it lies in the item; a copy that cannot be laid gives nothing."""
    links = models.get_copies(reader, item.id)
    found: list[Place] = []
    for other, filled in islice(_masked(reader, item.id), MAX_COPIES):
        between = [copy for copy in links if other in copy.pair]
        found += (
            in_film(filled, between, item.id)
            if item.kind is ItemKind.VIDEO
            else _in_picture(reader, filled, between, other, item)
        )
    return found


def _masked(reader: Reader, item_id: str) -> Iterator[tuple[str, list[Place]]]:
    """The sure copies of an item that a person masked, in order of their ids, with what was filled."""
    for other in sorted(same_root(reader, item_id) - {item_id}):
        if filled := _filled(reader, other):
            yield other, filled


def _filled(reader: Reader, item_id: str) -> list[Place]:
    """The places of the newest mask of an item that anybody reviewed."""
    if harm.get_seal(reader, item_id).closed:
        return []
    for proposal in reversed(masks.get_proposals_of(reader, item_id)):
        if reviews := masks.get_reviews(reader, proposal.id):
            return list(places_of(proposal, reviews))
    return []


def _in_picture(reader: Reader, filled: list[Place], between: Iterable[Copy], other: str, item: Item) -> list[Place]:
    try:
        way = lay(reader, other, item.id).way
    except UNREADABLE_NOW:
        return []
    if way is not None:
        return moved(filled, lambda spot: to_b(way, spot))
    return filled if any(_corner_on_corner(copy) for copy in between) else []


def _corner_on_corner(copy: Copy) -> bool:
    facts = dict(copy.evidence.facts)
    whole = facts.get("asked_part") == facts.get("filed_part") == "whole"
    return copy.unit is Unit.DISTANCE_BITS and whole and facts.get("turn") == "none"


def in_film(filled: list[Place], between: Iterable[Copy], item_id: str) -> list[Place]:
    """Places of another film as they lie in this one: second s of the film that asked is s + offset in the other."""
    for copy in between:
        facts = dict(copy.evidence.facts)
        offset = facts.get("offset_s")
        if copy.unit is Unit.N_FRAMES and facts.get("turn") == "none" and isinstance(offset, int | float):
            return moved(filled, lambda spot: spot, -offset if facts.get("asked") == item_id else offset)
    return []
