"""Caution: what a person must know before opening an item; what nobody has looked at is treated as sensitive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


class Tag(StrEnum):
    """What is seen or heard in it."""

    CHILD_VISIBLE = "child_visible"
    RECOGNISABLE = "recognisable"
    DEAD_OR_INJURED = "dead_or_injured"
    TORTURE = "torture"
    SEXUAL = "sexual"
    DISTRESSING_SOUND = "distressing_sound"


class Sensitivity(StrEnum):
    """How it is treated. UNKNOWN: as sensitive, until somebody has looked."""

    UNKNOWN = "unknown"
    SENSITIVE = "sensitive"
    MILD = "mild"


@dataclass(frozen=True, slots=True)
class Caution:
    """What one person said of an item; a later one of the same item wins."""

    item_id: str
    sensitivity: Sensitivity
    tags: frozenset[Tag]
    actor: str
    decided_at: datetime

    def __post_init__(self) -> None:
        if self.sensitivity is Sensitivity.UNKNOWN:
            raise BadInput("unknown is what stands before anybody says", where=self.item_id, do="say sensitive or mild")
        if self.sensitivity is Sensitivity.MILD and self.tags & HARMFUL:
            raise BadInput("what bears such a tag is sensitive", where=self.item_id, do="say sensitive")

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "sensitivity": self.sensitivity.value,
            "tags": sorted(tag.value for tag in self.tags),
            "actor": self.actor,
            "at": self.decided_at.isoformat(),
        }


HARMFUL = frozenset({Tag.DEAD_OR_INJURED, Tag.TORTURE, Tag.SEXUAL, Tag.DISTRESSING_SOUND})


@dataclass(frozen=True, slots=True)
class Warned:
    """What is shown before opening. `said_of`: the items whose cautions it rests on, the item itself or its copies."""

    sensitivity: Sensitivity
    tags: frozenset[Tag]
    said_of: frozenset[str]

    @property
    def inherited(self) -> bool:
        """Whether anything comes from a copy; then nobody has to look at this one again."""
        return bool(self.said_of)


def standing(cautions: Iterable[Caution]) -> dict[str, Caution]:
    """Item -> what stands of it: the latest word."""
    ordered = sorted(cautions, key=lambda one: one.decided_at)
    return {one.item_id: one for one in ordered}


def warned(item_id: str, said: Mapping[str, Caution]) -> Warned:
    """What is shown of an item, from what stands of it and of its copies (`said`: item -> caution).

    Its own caution wins; without one, it takes every tag of any copy, and is mild only if all that speak say so.
    """
    if item_id in said:
        own = said[item_id]
        return Warned(own.sensitivity, own.tags, frozenset())
    if not said:
        return Warned(Sensitivity.UNKNOWN, frozenset(), frozenset())
    mild = all(one.sensitivity is Sensitivity.MILD for one in said.values())
    tags = frozenset(tag for one in said.values() for tag in one.tags)
    return Warned(Sensitivity.MILD if mild else Sensitivity.SENSITIVE, tags, frozenset(said))
