"""Standings: where the cases of some incidents stand, read at once for pages that show many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read as link
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.models import read as verify
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.record.verify.standing import Standing, standing
from tawthiq.safe.work import Reader

SCAN_ROWS = 100
MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Stood:
    """A subject with its decisions, oldest first, and where they leave it."""

    subject: Subject
    history: tuple[Assessment, ...]
    standing: Standing

    @property
    def waits(self) -> bool:
        """True until a final decision on the current version is taken."""
        return self.standing.stage is not Stage.FINAL

    @property
    def on_this_version(self) -> tuple[Assessment, ...]:
        """The decisions that judged the version that is current."""
        return tuple(one for one in self.history if one.facts.same_as(self.subject.facts))


def standings_of(reader: Reader, incident_ids: Iterable[str]) -> dict[str, list[Stood]]:
    """incident -> what can be assessed in it, with where it stands; empty for an incident that holds nothing."""
    found: dict[str, list[Stood]] = {incident_id: [] for incident_id in incident_ids}
    subjects = get_subjects(reader, list(found))
    history = verify.get_assessments(reader, [subject.id for subject in subjects])
    for subject in subjects:
        taken = tuple(history[subject.id])
        found[subject.incident_id].append(Stood(subject, taken, standing(taken, subject.facts)))
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """An incident that waits. `n_waiting`: subjects without a final decision; `recorded_by_me`: I may not end it."""

    incident: Incident
    n_waiting: int
    begun: bool
    recorded_by_me: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """Some of what waits, newest first. `before`: where to go on, None at the end."""

    rows: tuple[Waiting, ...]
    before: int | None


def find_waiting(reader: Reader, limit: int, before: int | None = None) -> Queue:
    """Incidents that wait for an assessment; looks through at most 400 incidents in a call."""
    rows: list[Waiting] = []
    n_scanned, n_rows = 0, min(2 * limit, SCAN_ROWS)
    while n_scanned < MOST_ROWS:
        scanned = link.find_incidents(reader, limit=n_rows, before=before)
        stood = standings_of(reader, [incident.id for _seq, incident in scanned])
        for seq, incident in scanned:
            if (row := _waiting(reader.actor.id, incident, stood[incident.id])) is not None:
                rows.append(row)
            if len(rows) == limit:
                return Queue(tuple(rows), seq)
        if len(scanned) < n_rows:
            return Queue(tuple(rows), None)
        before = scanned[-1][0]
        n_scanned, n_rows = n_scanned + n_rows, SCAN_ROWS
    return Queue(tuple(rows), before)


def _waiting(actor_id: str, incident: Incident, stood: Sequence[Stood]) -> Waiting | None:
    waits = [one for one in stood if one.waits]
    if not waits:
        return None
    mine = any(actor_id in one.subject.makers for one in waits)
    return Waiting(incident, len(waits), any(one.on_this_version for one in waits), mine)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision as it was taken, on `n` subjects at once."""

    at: datetime
    decided_on: date
    by: str
    body: str
    policy: str
    stage: Stage
    occurrence: Status
    grade: str
    reasons: str
    n: int


def trail_of(stood: Iterable[Stood]) -> list[Decided]:
    """The decisions on an incident, oldest first, those taken together told once."""
    counts: dict[tuple[datetime, date, str, str, str, Stage, Status, str, str], int] = {}
    for one in stood:
        for taken in one.history:
            grade = f"{taken.reliability}{taken.credibility}"
            key = (
                taken.at, taken.decided_on, taken.by, taken.body, taken.policy,
                taken.stage, taken.occurrence, grade, taken.reasons,
            )  # fmt: skip
            counts[key] = counts.get(key, 0) + 1
    return [Decided(*key, n) for key, n in sorted(counts.items(), key=lambda pair: pair[0][0])]
