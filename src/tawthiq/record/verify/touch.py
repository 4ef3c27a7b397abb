"""Touch: one act of somebody on a counted thing, as far as a figure can feel it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tawthiq.terms.identity import Json


class Deed(StrEnum):
    """What was done: first recorded, a coded field changed, a decision, a child found to be another record."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    ASSESSED = "assessed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A coded field of `thing` before and after; never an account, a name or a key."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Touch:
    """`seq`: line of the ledger; `thing`: the row that changed, the subject's own or one above it; `by`: actor id

    (`ext_` for a body outside); `at`: UTC; `status`, `stage`, `policy`, `body`, `decided_on`, `reason`: of a decision.
    """

    subject_id: str
    seq: int
    thing: str
    deed: Deed
    by: str
    at: datetime
    changes: tuple[FieldChange, ...] = ()
    status: str = ""
    stage: str = ""
    policy: str = ""
    body: str = ""
    decided_on: date | None = None
    reason: str = ""

    def to_json(self) -> dict[str, Json]:
        """As printed; empty fields of a decision are left out."""
        document: dict[str, Json] = {
            "ledger_line": self.seq,
            "deed": self.deed.value,
            "thing": self.thing,
            "by": self.by,
            "at": self.at.isoformat(),
        }
        if self.changes:
            document["changes"] = [{"field": one.field, "was": one.before, "is": one.after} for one in self.changes]
        told: dict[str, Json] = {name: getattr(self, name) for name in ("status", "stage", "policy", "body", "reason")}
        if self.decided_on:
            told["decided_on"] = self.decided_on.isoformat()
        return document | {name: value for name, value in told.items() if value}
