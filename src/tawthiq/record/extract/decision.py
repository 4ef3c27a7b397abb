"""Decision: what a person said of a machine's statement; the machine's version stays beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.record.extract.statement import Statement
from tawthiq.terms.errors import Conflict, MissingField
from tawthiq.terms.identity import Json


class Verdict(StrEnum):
    """The three things a person can say."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EDITED = "edited"


class Status(StrEnum):
    """Where a statement stands."""

    CANDIDATE = "candidate"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Decision:
    """`replacement`: id of the corrected statement when EDITED; `ticked`: doubts the person accepted with open eyes;

    `seconds`: how long the card was open, never used to judge a person.
    """

    statement_id: str
    verdict: Verdict
    by: str
    at: datetime
    ticked: tuple[str, ...] = ()
    replacement: str = ""
    reason: str = ""
    seconds: int = 0

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "statement": self.statement_id,
            "verdict": self.verdict.value,
            "by": self.by,
            "at": self.at.isoformat(),
            "ticked": list(self.ticked),
            "replacement": self.replacement,
            "reason": self.reason,
        }


def check_decision(statement: Statement, decision: Decision) -> None:
    """Raise MissingField when a doubt was not ticked, or an edit brings no replacement; Conflict for a stray one."""
    if decision.verdict is Verdict.CONFIRMED:
        missing = [tick for tick in statement.needs_tick if tick not in decision.ticked]
        if missing:
            raise MissingField(
                "accepting this needs a tick of its own",
                where=", ".join(missing),
                do="read the statement in its text, then tick what is implied or missing",
            )
    if (decision.verdict is Verdict.EDITED) != bool(decision.replacement):
        raise Conflict("an edit brings a replacement, and nothing else does", where=statement.id)


def check_standing(
    statement: Statement, before: Sequence[Decision], replacement: Status, seen: int | None = None
) -> None:
    """Raise Conflict where a decision would fall beside those before it.

    `before`: the decisions on the statement, oldest first; `replacement`: where its corrected version stands;
    `seen`: how many of them the person saw, None where nobody looked at a page.
    """
    if seen is not None and seen != len(before):
        raise Conflict("somebody decided on it meanwhile", where=statement.id, do="look at how it stands now")
    if status_from(list(before)) is Status.EDITED and replacement is not Status.REJECTED:
        raise Conflict(
            "a corrected version stands in its place", where=before[-1].replacement, do="decide on that version"
        )


def people_behind(decisions: Iterable[Decision], writer: str = "") -> frozenset[str]:
    """Who said that a statement stands, since it was last turned down. `writer`: who wrote it, if a person did."""
    behind = frozenset({writer} - {""})
    for decision in decisions:
        behind = behind | {decision.by} if decision.verdict is Verdict.CONFIRMED else frozenset()
    return behind


def status_from(decisions: list[Decision]) -> Status:
    """Where the latest decision leaves the statement."""
    return Status(decisions[-1].verdict.value) if decisions else Status.CANDIDATE
