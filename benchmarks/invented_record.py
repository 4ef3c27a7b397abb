"""Invented record: acts against children who do not exist, in any number; Django is set up by who imports this."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models.write import put_acts, put_incidents, put_violations
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.write import put_assessments
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Work
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.when import in_month

SEED, BATCH_ROWS = 20140101, 5000
PARTIES = ("isil", "fsa", "nusra", "ypg", "sy_government")
COLLECTOR = Actor(make_id(Kind.ACTOR, "collector"), frozenset({Role.COLLECTOR}))
VERIFIER = Actor(make_id(Kind.ACTOR, "verifier"), frozenset({Role.VERIFIER}))
AT = datetime(2015, 1, 20, tzinfo=UTC)


def fill(n_acts: int, n_waiting: int = 0) -> None:
    """Invented recruitment of invented children, one in twenty by two parties together, one in ten in 2013.

    Each act has an incident of its own; the last `n_waiting` wait for their verification.
    """
    chance = random.Random(SEED)
    for start in range(0, n_acts, BATCH_ROWS):
        numbers = range(start, min(start + BATCH_ROWS, n_acts))
        with Work(COLLECTOR, Action.CASE_WRITE, at=AT) as work:
            put_incidents(work, [_incident(number, chance) for number in numbers])
            put_violations(work, [_violation(number, chance) for number in numbers])
            acts = [_act(number, chance) for number in numbers]
            put_acts(work, acts)
        with Work(VERIFIER, Action.ASSESS, at=AT) as work:
            subjects = get_subjects(work, [act.id for act in acts[: max(n_acts - n_waiting - start, 0)]])
            put_assessments(work, [_assessed(subject.id, subject.facts) for subject in subjects], subjects)


def _id(kind: Kind, number: int) -> str:
    return make_id(kind, ["benchmark", number])


def _incident(number: int, chance: random.Random) -> Incident:
    year = 2013 if chance.random() < 0.1 else 2014
    place = f"SY{chance.randrange(1, 15):02}"
    return Incident(_id(Kind.INCIDENT, number), "SY", in_month(year, chance.randrange(1, 11)), admin1=place)


def _violation(number: int, chance: random.Random) -> Violation:
    parties = tuple(sorted(chance.sample(PARTIES, 2 if chance.random() < 0.05 else 1)))
    how = Attributed.SOLE if len(parties) == 1 else Attributed.JOINT
    incident = _id(Kind.INCIDENT, number)
    return Violation(_id(Kind.VIOLATION, number), incident, "recruitment_use", Attribution(how, parties))


def _act(number: int, chance: random.Random) -> Act:
    child = _id(Kind.CHILD, number - 1 if chance.random() < 0.02 else number)
    return Act(_id(Kind.ACT, number), _id(Kind.VIOLATION, number), child, sex=Sex("f" if number % 40 == 0 else "m"))


def _assessed(subject: str, facts: object) -> Assessment:
    verified = Status.VERIFIED
    return Assessment(
        subject_id=subject,
        facts=facts,  # type: ignore[arg-type]  # Facts, as the subject has them
        occurrence=verified,
        policy="provisional@1",
        body="Invented Monitoring Group",
        stage=Stage.FINAL,
        by=VERIFIER.id,
        at=AT,
        decided_on=date(2014, 11, 5),
        attribution=verified,
        age=verified,
        reasons="invented for a benchmark",
    )
