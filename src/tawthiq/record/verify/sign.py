"""Signing: one step of a decision on many cases at once, or not at all; takes, judges, puts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tawthiq.record.link.told import Told
from tawthiq.record.verify.assessment import Assessment, Facts, Origin, Stage, Status, actor_of_register
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.decided import NOT_NAMED, Kept, is_news
from tawthiq.record.verify.four_eyes import Readings, check_four_eyes
from tawthiq.record.verify.grounds import grounds_of
from tawthiq.record.verify.independence import Grounds
from tawthiq.record.verify.models import read, write
from tawthiq.record.verify.models.readings import readings_of
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.record.verify.policy import Case, Policy, check, policy_of
from tawthiq.safe.access import Action
from tawthiq.safe.work import Work, writes
from tawthiq.terms.errors import ImpossibleDate, NotFound

_OPEN = frozenset({Status.NEW, Status.SCREENED, Status.UNDER_REVIEW})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an assessor decides; the actor and the moment come from the Work, the version from the record.

    `attribution`, `age`: None follows `occurrence` where that is verified, else pending. `relied_on`: ids of
    statements or sources, None for all that support the case. `decided_on`: None is the day of the Work (UTC).
    """

    stage: Stage
    occurrence: Status
    policy: str
    body: str
    attribution: Status | None = None
    age: Status | None = None
    relied_on: tuple[str, ...] | None = None
    reliability: str = "F"
    credibility: int = 6
    reasons: str = ""
    decided_on: date | None = None
    origin: Origin = Origin.DESK


@dataclass(frozen=True, slots=True)
class Past:
    """What was done on a case before: its assessments, and who read the statements it rests on."""

    history: Sequence[Assessment]
    readings: Readings


@writes(Action.ASSESS)
def assess(work: Work, subject_ids: Sequence[str], judgement: Judgement) -> list[Assessment]:
    """Take one step on every subject (acts; violations or incidents stand for what they hold), all or none.

    Raises SecondSignature, NotPermitted (the policy refuses), Conflict (stage out of order), MissingField (reasons),
    UnknownCode (policy), ImpossibleDate, NotFound.
    """
    policy = policy_of(judgement.policy)
    subjects = get_subjects(work, subject_ids)
    if not subjects:
        raise NotFound("nothing to assess", where=next(iter(subject_ids), ""), do="record what happened first")
    history = read.get_assessments(work, [subject.id for subject in subjects])
    body = read.get_bodies(work).get(judgement.body)
    grounds = grounds_of(work, subjects, judgement.relied_on)
    readings = readings_of(work, subjects) if judgement.stage is Stage.FINAL else {}
    made = [
        _step(
            work,
            subject,
            judgement,
            Past(history[subject.id], readings.get(subject.id, {})),
            grounds[subject.id],
            policy,
            body,
        )
        for subject in subjects
    ]
    write.put_assessments(work, made, subjects)
    return made


def _step(
    work: Work,
    subject: Subject,
    judgement: Judgement,
    past: Past,
    grounds: Grounds,
    policy: Policy,
    body: Body | None,
) -> Assessment:
    told = tuple(sorted({one for members in grounds.roots.values() for one in members} | set(grounds.unnamed)))
    relied_on = told if judgement.relied_on is None else judgement.relied_on
    trained = body is not None and work.actor.id in body.trained
    assessment = _assessment(subject, judgement, work.actor.id, work.at, relied_on, trained)
    earlier = tuple(one for one in past.history if one.facts.same_as(subject.facts))
    check_days(assessment, subject)
    check_four_eyes(assessment, subject.makers, earlier, past.readings)
    check(policy, Case(assessment, earlier, grounds, body))
    return assessment


def _assessment(
    subject: Subject, judgement: Judgement, by: str, at: datetime, relied_on: tuple[str, ...], trained: bool
) -> Assessment:
    follows = Status.VERIFIED if judgement.occurrence is Status.VERIFIED else Status.PENDING
    return Assessment(
        subject_id=subject.id,
        facts=subject.facts,
        occurrence=judgement.occurrence,
        attribution=judgement.attribution or follows,
        age=judgement.age or follows,
        policy=judgement.policy,
        body=judgement.body,
        stage=judgement.stage,
        by=by,
        at=at,
        decided_on=judgement.decided_on or at.date(),
        relied_on=relied_on,
        reliability=judgement.reliability,
        credibility=judgement.credibility,
        reasons=judgement.reasons,
        origin=judgement.origin,
        trained=trained,
    )


def check_days(assessment: Assessment, subject: Subject, *, where: str = "") -> None:
    """Raise ImpossibleDate for a decision from the future, or one from before the event."""
    place = where or subject.id
    if assessment.decided_on > assessment.at.date():
        raise ImpossibleDate("decided on a day that has not come", where=place, do="correct the day of the decision")
    if subject.not_before is not None and assessment.decided_on < subject.not_before:
        raise ImpossibleDate("decided before it happened", where=place, do="correct the day of the decision")


@writes(Action.CASE_IMPORT)
def transcribe(work: Work, told: Iterable[tuple[Told, str]], kept: Kept) -> list[str]:
    """Keep decisions that a register tells, each by its statement, for the versions that are current now.

    Those it told before stay as they are, and so does what was decided here since. The cases of the new ones.
    """
    wanted = {one.subject_id: (one, statement_id) for one, statement_id in told}
    subjects = {one.id: one for one in get_subjects(work, wanted)}
    fresh = [one for one, (said, _) in wanted.items() if is_news(said, kept, subjects[one].facts)]
    made = [_transcribed(work, *wanted[one], subjects[one].facts) for one in fresh]
    write.put_assessments(work, made, list(subjects.values()))
    return fresh


def _transcribed(work: Work, told: Told, statement_id: str, facts: Facts) -> Assessment:
    status = Status(told.status)
    follows = status if status is Status.VERIFIED else Status.PENDING
    body = told.body or NOT_NAMED
    return Assessment(
        subject_id=told.subject_id,
        facts=facts,
        occurrence=status,
        attribution=follows,
        age=follows,
        policy=told.policy or NOT_NAMED,
        body=body,
        stage=Stage.FOCAL if status in _OPEN else Stage.FINAL,
        by=actor_of_register(body),
        at=work.at,
        decided_on=told.decided_on or work.at.date(),
        entered_by=work.actor.id,
        relied_on=(statement_id,),
        reasons="" if status is Status.VERIFIED else "as the register tells",
        origin=Origin.REGISTER,
    )
