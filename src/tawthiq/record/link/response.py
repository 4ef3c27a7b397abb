"""Response: what was done about a violation or for a child, without the detail of case management."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.terms import vocabulary
from tawthiq.terms.errors import ImpossibleDate
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Response:
    """`subject_id`: a violation or an act; `kind`, `to`, `status`: codes of vocabularies `response`,

    `organisation_kind` (empty when nobody is addressed), `response_status`. Names, notes and places of a referral
    stay with those who refer.
    """

    id: str
    subject_id: str
    kind: str
    to: str = ""
    status: str = "planned"
    due_on: date | None = None
    done_on: date | None = None

    def __post_init__(self) -> None:
        vocabulary.load("response").term(self.kind, where="kind")
        vocabulary.load("response_status").term(self.status, where="status")
        if self.to:
            vocabulary.load("organisation_kind").term(self.to, where="to")
        if (self.done_on is not None) is not (self.status == "done"):
            raise ImpossibleDate(
                "a day of completion goes with status done", where="done_on", do="give both or neither"
            )

    def content(self) -> Json:
        """What the ledger signs."""
        days = [day.isoformat() if day else "" for day in (self.due_on, self.done_on)]
        return [self.id, self.subject_id, self.kind, self.to, self.status, *days]
