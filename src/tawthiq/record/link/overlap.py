"""Overlap: that a group and another act tell of the same children, so that nobody is counted twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, Kind, make_id


class OverlapKind(StrEnum):
    """Codes of vocabulary `overlap`; NONE takes an earlier word back."""

    MEMBER = "member"
    SAME_GROUP = "same_group"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Overlap:
    """`group_act`: act against a group. MEMBER: the child of `other_act` belongs to the group; SAME_GROUP: the group

    of `other_act` is the same one, told again.
    """

    group_act: str
    other_act: str
    kind: OverlapKind

    def __post_init__(self) -> None:
        if self.group_act == self.other_act:
            raise BadInput("an act does not overlap with itself", where="other_act", do="name another act")

    @property
    def id(self) -> str:
        """One pair is one thing, whatever is said of it."""
        return make_id(Kind.GROUP, ["overlap", self.group_act, self.other_act])

    def content(self) -> Json:
        """What the ledger signs."""
        return [self.group_act, self.other_act, self.kind.value]
