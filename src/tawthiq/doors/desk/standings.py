"""Standings: where the cases of some incidents stand, read at once for pages that show many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read as link
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.catalogue import Card
from tawthiq.record.verify.models import read as verify
from tawthiq.record.verify.models.catalogue import find_waiting_cards
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.record.verify.standing import Standing, standing
from tawthiq.safe.work import Reader


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
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """Some of what waits, newest first. `before`: where to go on, None at the end."""

    rows: tuple[Waiting, ...]
    before: int | None


def find_waiting(reader: Reader, limit: int, before: int | None = None) -> Queue:
    """Incidents that wait for an assessment, newest first."""
    found, on = find_waiting_cards(reader, limit=limit, before=before)
    ids = [card.thing for card in found]
    incidents = link.get_current(reader, incidents=ids, violations=[], children=[], acts=[]).incidents
    stood = standings_of(reader, ids)
    rows = (_waiting(reader.actor.id, incidents[card.thing], stood[card.thing], card) for card in found)
    return Queue(tuple(row for row in rows if row is not None), on)


def _waiting(actor_id: str, incident: Incident, stood: Sequence[Stood], card: Card) -> Waiting | None:
    waits = [one for one in stood if one.waits]
    if not waits:
        return None
    mine = any(actor_id in one.subject.makers for one in waits)
    return Waiting(
        incident, len(waits), any(one.on_this_version for one in waits), mine, tuple(card.codes["violation"])
    )


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
