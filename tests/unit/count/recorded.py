"""A small invented record in the database: children's acts that two people verified."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models.write import put_acts, put_incidents, put_violations
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.write import put_assessments
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.when import parse_when

AT = datetime(2015, 1, 20, 9, 0, tzinfo=UTC)


def put_register(
    collector: Actor, first: int, n_acts: int, *, party: str = "isil", when: str = "2014-05", key: str = ""
) -> list[str]:
    """Invented recruitment of `n_acts` children numbered from `first`, verified by nobody yet; ids of the acts.

    `key`: of a register, in which the incident then stands.
    """
    numbers = range(first, first + n_acts)
    attribution = Attribution(Attributed.SOLE, (party,))
    told = parse_when(when) if when else None
    incidents = [Incident(_id(Kind.INCIDENT, n), "SY", told, admin1="SY07", key=key and f"{key}:{n}") for n in numbers]
    violations = [
        Violation(_id(Kind.VIOLATION, n), _id(Kind.INCIDENT, n), "recruitment_use", attribution) for n in numbers
    ]
    acts = [
        Act(
            _id(Kind.ACT, n),
            _id(Kind.VIOLATION, n),
            _id(Kind.CHILD, n),
            sex=Sex.F if n % 10 == 0 else Sex.M,
            age=AgeRange(15, 15),
            armed=Armed.Y,
        )
        for n in numbers
    ]
    with Work(collector, Action.CASE_WRITE, at=AT) as work:
        put_incidents(work, incidents)
        put_violations(work, violations)
        put_acts(work, acts)
    return [act.id for act in acts]


def verify(signer: Actor, act_ids: list[str], *, on: date = date(2014, 11, 5), outcome: str = "verified") -> None:
    """A final decision on each act, by one signer who made none of them."""
    with Work(signer, Action.ASSESS, at=AT) as work:
        subjects = get_subjects(Reader(signer), act_ids)
        decided = [
            Assessment(
                subject_id=subject.id,
                facts=subject.facts,
                occurrence=Status(outcome),
                policy="provisional@1",
                body="Invented Monitoring Group",
                stage=Stage.FINAL,
                by=signer.id,
                at=AT,
                decided_on=on,
                attribution=Status.VERIFIED,
                age=Status.VERIFIED,
                reasons="invented for a test",
            )
            for subject in subjects
        ]
        put_assessments(work, decided, subjects)


def _id(kind: Kind, number: int) -> str:
    return make_id(kind, ["invented", number])
