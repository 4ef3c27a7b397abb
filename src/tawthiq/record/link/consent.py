"""Consent: what a child, a caregiver or a source agreed to, each purpose apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, Kind, make_id


class Purpose(StrEnum):
    """Codes of vocabulary `consent_purpose`."""

    REPORTING = "reporting"
    REFERRAL = "referral"
    RECONTACT = "recontact"


class Answer(StrEnum):
    """Codes of vocabulary `consent_answer`."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class By(StrEnum):
    """Codes of vocabulary `consent_by`."""

    CHILD = "child"
    CAREGIVER = "caregiver"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Consent:
    """What `by` answered for `subject_id` (a child or a source) to one purpose; a later answer supersedes it."""

    subject_id: str
    purpose: Purpose
    by: By
    answer: Answer
    said_on: date | None = None

    def __post_init__(self) -> None:
        of_source = self.subject_id.startswith(f"{Kind.SOURCE.value}_")
        if of_source is not (self.by is By.SOURCE):
            raise BadInput(
                "a source answers for itself, a child or a caregiver for the child",
                where="by",
                do="use source for a source, child or caregiver for a child",
            )

    @property
    def id(self) -> str:
        """One question put to one person is one thing."""
        return make_id(Kind.DECISION, ["consent", self.subject_id, self.purpose.value, self.by.value])

    def content(self) -> Json:
        """What the ledger signs."""
        said_on = self.said_on.isoformat() if self.said_on else ""
        return [self.subject_id, self.purpose.value, self.by.value, self.answer.value, said_on]


def allows(answers: Iterable[Consent], purpose: Purpose) -> bool:
    """Whether a purpose is open: nobody refused or withdrew, and, but for reporting, somebody gave.

    Reporting tells coded facts that identify nobody, so silence does not close it; a no of either person does.
    """
    told = [one.answer for one in answers if one.purpose is purpose]
    if any(answer is not Answer.GIVEN for answer in told):
        return False
    return bool(told) or purpose is Purpose.REPORTING
