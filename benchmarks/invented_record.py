"""Invented record: acts against children who do not exist, in any number; Django is set up by who imports this."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.group import Group
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models.tables import ActRow, IncidentRow, ViolationRow
from tawthiq.record.link.models.write import put_acts, put_incidents, put_violations
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.record.verify.assessment import Assessment, Stage, Status
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.models.tables import AssessmentRow
from tawthiq.record.verify.models.write import put_assessments
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.long_run import batch_done, long_run
from tawthiq.safe.work import Work
from tawthiq.terms.identity import Kind, make_id
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import in_month

SEED, BATCH_ROWS = 20140101, 5000
PARTIES = ("isil", "fsa", "nusra", "ypg", "sy_government")
COLLECTOR = Actor(make_id(Kind.ACTOR, "collector"), frozenset({Role.COLLECTOR}))
VERIFIER = Actor(make_id(Kind.ACTOR, "verifier"), frozenset({Role.VERIFIER}))
AT = datetime(2015, 1, 20, tzinfo=UTC)


RECRUITMENT = ("recruitment_use",)
EVERY_KIND = (
    *("recruitment_use", "killing", "maiming", "killing", "maiming", "sexual_violence", "abduction"),
    *("attack_school", "attack_hospital", "denial_access", "deprivation_liberty", "military_use"),
)


def fill(n_acts: int, n_waiting: int = 0, kinds: tuple[str, ...] = RECRUITMENT) -> None:
    """Invented violations against invented children, one in twenty by two parties together, one in ten in 2013.

    Each act has an incident of its own; the last `n_waiting` wait for their verification. `kinds` take turns; where
    there are several, acts have ages, arms, roles too, and one in fifty counts a group.
    """
    chance = random.Random(SEED)
    with long_run():
        for start in range(0, n_acts, BATCH_ROWS):
            _batch(range(start, min(start + BATCH_ROWS, n_acts)), chance, kinds, n_acts - n_waiting)
            batch_done()


_IDS = ("thing", "violation_id", "incident_id", "child_id", "assessment_id")


def multiply(n_copies: int) -> None:
    """Copy every incident, violation, act and decision so many times inside the database, each under ids of its own.

    A million rows are made in the time that the log would take for a twentieth of them; what is copied is in no line
    of the log, so nothing but counting may be measured on it.
    """
    models = (IncidentRow, ViolationRow, ActRow, AssessmentRow)
    with Work(COLLECTOR, Action.CASE_WRITE, at=AT), connection.cursor() as cursor:
        restore = _bare(cursor, [model._meta.db_table for model in models])
        for model in models:
            fields = [one.column for one in model._meta.concrete_fields if one.column and not one.primary_key]
            quoted = [connection.ops.quote_name(name) for name in fields]
            last = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
            for copy in range(n_copies):
                told = [
                    f"CASE {name} WHEN '' THEN '' ELSE SUBSTR({name}, 1, 26) || '{copy:04}' END"
                    if field in _IDS
                    else name
                    for field, name in zip(fields, quoted, strict=True)
                ]
                table = model._meta.db_table
                into = f"INSERT INTO {table} ({', '.join(quoted)})"
                cursor.execute(f"{into} SELECT {', '.join(told)} FROM {table} WHERE id <= {last}")
        for statement in restore:
            cursor.execute(statement)


def _bare(cursor: Any, tables: list[str]) -> list[str]:
    """Take indexes, and what watches inserted decisions, away; the statements that put them back.

    An index is built at its end in a tenth of the time, and what is copied was watched when it first came in.
    """
    watched = AssessmentRow._meta.db_table
    marks = ", ".join(f"'{table}'" for table in tables)
    if connection.vendor == "postgresql":
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        cursor.execute(f"ALTER TABLE {watched} DISABLE TRIGGER USER")
        found = "SELECT 'INDEX', indexname, indexdef FROM pg_indexes WHERE tablename IN ({}) AND indexname NOT IN ({})"
        cursor.execute(found.format(marks, "SELECT conname FROM pg_constraint"))
    else:
        found = "SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ({}) AND sql IS NOT NULL AND ({})"
        which = f"type = 'index' OR (type = 'trigger' AND tbl_name = '{watched}')"
        cursor.execute(found.format(marks, which))
    taken = cursor.fetchall()
    for kind, name, _ in taken:
        cursor.execute(f"DROP {kind} {connection.ops.quote_name(name)}")
    back = [sql for _, _, sql in taken]
    return [*back, f"ALTER TABLE {watched} ENABLE TRIGGER USER"] if connection.vendor == "postgresql" else back


def _batch(numbers: range, chance: random.Random, kinds: tuple[str, ...], n_assessed: int) -> None:
    with Work(COLLECTOR, Action.CASE_WRITE, at=AT) as work:
        put_incidents(work, [_incident(number, chance) for number in numbers])
        violations = [_violation(number, chance, kinds[number % len(kinds)]) for number in numbers]
        put_violations(work, violations)
        acts = [
            _act(number, chance, rich=len(kinds) > 1)
            for number, violation in zip(numbers, violations, strict=True)
            if violation_type(violation.type).unit is Unit.CHILD
        ]
        put_acts(work, acts)
    with Work(VERIFIER, Action.ASSESS, at=AT) as work:
        told = violations[: max(n_assessed - numbers.start, 0)]
        subjects = get_subjects(work, [violation.id for violation in told])
        put_assessments(work, [_assessed(subject.id, subject.facts) for subject in subjects], subjects)


def _id(kind: Kind, number: int) -> str:
    return make_id(kind, ["benchmark", number])


def _incident(number: int, chance: random.Random) -> Incident:
    year = 2013 if chance.random() < 0.1 else 2014
    place = f"SY{chance.randrange(1, 15):02}"
    when = in_month(year, chance.randrange(1, 11))
    return Incident(_id(Kind.INCIDENT, number), "SY", when, admin1=place, public_account="Invented.")


def _violation(number: int, chance: random.Random, kind: str) -> Violation:
    parties = tuple(sorted(chance.sample(PARTIES, 2 if chance.random() < 0.05 else 1)))
    how = Attributed.SOLE if len(parties) == 1 else Attributed.JOINT
    incident = _id(Kind.INCIDENT, number)
    return Violation(_id(Kind.VIOLATION, number), incident, kind, Attribution(how, parties))


def _act(number: int, chance: random.Random, *, rich: bool) -> Act:
    child = _id(Kind.CHILD, number - 1 if chance.random() < 0.02 else number)
    act, violation = _id(Kind.ACT, number), _id(Kind.VIOLATION, number)
    if not rich:
        return Act(act, violation, child, sex=Sex("f" if number % 40 == 0 else "m"))
    low = chance.randrange(4, 17)
    age = AgeRange(low, low + chance.randrange(3)) if chance.random() < 0.8 else AgeRange()
    if chance.random() < 0.02:
        return Act(act, violation, group=Group(chance.randrange(4), chance.randrange(4), 1), age=age)
    roles = chance.choice(((), ("fighter",), ("cook",)))
    return Act(
        act, violation, child, sex=Sex(chance.choice("mmmfu")), age=age, armed=Armed(chance.choice("ynu")), roles=roles
    )


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
