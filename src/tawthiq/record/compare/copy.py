"""The copy: two items that seem to carry the same thing, with what supports it.

A copy is a claim about two items, never about what they show. The words shown are *same picture*, *same scene*,
*possible*; that nothing was found is never shown as "unique", since every method here misses some copies.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, Kind, is_id, make_id


class CopyKind(StrEnum):
    """How alike two items are said to be."""

    EXACT = "exact"
    NEAR_TEXT = "near_text"
    SAME_PICTURE = "same_picture"
    SAME_SCENE = "same_scene"
    POSSIBLE = "possible"

    @property
    def joins_alone(self) -> bool:
        """True when the two count as one source until a person says otherwise.

        Two people may photograph one scene and both be witnesses, so the same scene joins nothing by itself.
        """
        return self in (CopyKind.EXACT, CopyKind.NEAR_TEXT, CopyKind.SAME_PICTURE)

    @property
    def word(self) -> str:
        """The word shown to a person."""
        return self.value.replace("_", " ")


class Unit(StrEnum):
    """What the value of a copy counts; with distances less is more alike, with the others more is."""

    DISTANCE_BITS = "distance_bits"
    N_INLIERS = "n_inliers"
    N_FRAMES = "n_frames"
    CONTAINMENT = "containment"
    SHA256_EQUAL = "sha256_equal"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a person can look at: the method, its version, and facts such as offsets or coordinates (no text)."""

    method: str
    version: str
    facts: tuple[tuple[str, Json], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two item ids in order, how alike, by what measure. Make it with `copy_of`, which puts the ids in order."""

    item_a: str
    item_b: str
    kind: CopyKind
    value: float
    unit: Unit
    evidence: Evidence

    def __post_init__(self) -> None:
        if not (is_id(self.item_a, Kind.ITEM) and is_id(self.item_b, Kind.ITEM)):
            raise BadInput("a copy joins two items", do="give two item ids")
        if self.item_a >= self.item_b:
            raise BadInput("the items of a copy are two, and in order", where=self.item_a, do="use copy_of")
        if not (math.isfinite(self.value) and self.value >= 0):
            raise BadInput("the value of a copy is a number from zero up", where=self.item_a)

    @property
    def id(self) -> str:
        """Names the claim: same items, kind, measure and method, same id; the drawing is not part of it."""
        claim: Json = [self.item_a, self.item_b, self.kind, self.value, self.unit]
        return make_id(Kind.COPY, [claim, self.evidence.method, self.evidence.version])

    @property
    def pair(self) -> tuple[str, str]:
        """The two item ids, the smaller first."""
        return (self.item_a, self.item_b)


def in_order(one: str, other: str) -> tuple[str, str]:
    """The two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


def copy_of(one: str, other: str, kind: CopyKind, value: float, unit: Unit, evidence: Evidence) -> Copy:
    """The copy that joins two items, in whichever order they come; raises BadInput for an item and itself."""
    first, second = in_order(one, other)
    return Copy(first, second, kind, value, unit, evidence)


def same_bytes(one: str, other: str, sha256: str) -> Copy:
    """Two items whose stored bytes have one SHA-256."""
    return copy_of(one, other, CopyKind.EXACT, 1, Unit.SHA256_EQUAL, Evidence("sha256", "1", (("sha256", sha256),)))
