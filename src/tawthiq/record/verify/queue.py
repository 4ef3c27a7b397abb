"""The queue: what waits for a next step, and whether this person may take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.verify.assessment import Assessment, Stage
from tawthiq.record.verify.four_eyes import Readings, why_not_final
from tawthiq.record.verify.grounds import grounds_of
from tawthiq.record.verify.independence import Grounds
from tawthiq.record.verify.models import read
from tawthiq.record.verify.models.readings import readings_of
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.record.verify.models.waiting import find_waiting
from tawthiq.record.verify.policy import Gap, Policy, next_stage, policy_of, source_gaps
from tawthiq.record.verify.sign import Past
from tawthiq.record.verify.standing import Standing, standing
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UnknownCode


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits. `next`: the step to take under `policy`; `why_not`: empty when this actor may take it."""

    subject: Subject
    standing: Standing
    policy: str
    next: Stage
    why_not: str
    grounds: Grounds
    gaps: tuple[Gap, ...]

    @property
    def can_sign(self) -> bool:
        """True when this actor may take the next step."""
        return not self.why_not


def queue(reader: Reader, *, policy: str = "un_mrm@1", situation: str = "", limit: int = 50) -> list[Waiting]:
    """The newest cases without a final decision on their current version.

    A case that was begun under a policy goes on under it; others are shown under `policy`.
    """
    found = find_waiting(reader, situation=situation, limit=limit)
    return look_at(reader, [thing for _place, thing in found], policy=policy)


def look_at(reader: Reader, subject_ids: Sequence[str], *, policy: str = "un_mrm@1") -> list[Waiting]:
    """The state of these cases as this actor sees them: next step, grounds, gaps, why he may not sign."""
    subjects = get_subjects(reader, subject_ids) if subject_ids else []
    history = read.get_assessments(reader, [subject.id for subject in subjects])
    grounds = grounds_of(reader, subjects)
    readings = readings_of(reader, subjects)
    past = {one.id: Past(history[one.id], readings[one.id]) for one in subjects}
    return [_waiting(reader, subject, past[subject.id], grounds[subject.id], policy) for subject in subjects]


def _waiting(reader: Reader, subject: Subject, past: Past, grounds: Grounds, asked: str) -> Waiting:
    earlier = tuple(one for one in past.history if one.facts.same_as(subject.facts))
    policy = _begun(earlier) or policy_of(asked)
    step = next_stage(policy, earlier)
    stands = standing(past.history, subject.facts)
    why_not, missing = _why_not(reader, step, subject, earlier, past.readings), source_gaps(policy, grounds)
    return Waiting(subject, stands, policy.code, step, why_not, grounds, missing)


def _begun(earlier: Sequence[Assessment]) -> Policy | None:
    if not earlier or earlier[-1].stage is Stage.FINAL:
        return None
    try:
        return policy_of(earlier[-1].policy)
    except UnknownCode:
        return None


def _why_not(reader: Reader, step: Stage, subject: Subject, earlier: Sequence[Assessment], readings: Readings) -> str:
    verdict = may(reader.actor, Action.ASSESS)
    if not isinstance(verdict, Allowed):
        return verdict.reason
    return why_not_final(reader.actor.id, subject.makers, earlier, readings) if step is Stage.FINAL else ""
