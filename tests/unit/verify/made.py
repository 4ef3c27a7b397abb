"""Invented cases for the tests of verify: no child in them exists."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import write
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Work
from tawthiq.terms.identity import Kind, make_id, mint_id
from tawthiq.terms.when import on_day

DAY = date(2014, 7, 3)
NOW = datetime(2015, 3, 1, tzinfo=UTC)


def actor(*roles: Role) -> Actor:
    """A fresh actor with these roles."""
    return Actor(mint_id(Kind.ACTOR), frozenset(roles))


def named(kind: Kind, name: str) -> str:
    """The id of an invented thing."""
    return make_id(kind, name)


def incident(name: str = "one") -> Incident:
    return Incident(named(Kind.INCIDENT, name), "SY", on_day(DAY), admin1="SY02", key=name)


def violation(name: str = "one", kind: str = "recruitment_use", party: str = "SY.ISIL") -> Violation:
    sole = Attribution(Attributed.SOLE, (party,))
    return Violation(named(Kind.VIOLATION, name), named(Kind.INCIDENT, name), kind, sole, key=name)


def act(name: str = "one", armed: Armed = Armed.Y) -> Act:
    return Act(
        named(Kind.ACT, name),
        named(Kind.VIOLATION, name),
        child_id=named(Kind.CHILD, name),
        sex=Sex.M,
        age=AgeRange(14, 15),
        armed=armed,
        key=name,
    )


def put_case(maker: Actor, name: str = "one", kind: str = "recruitment_use") -> str:
    """Record an invented incident with one violation (and one act where it counts children); the subject's id."""
    with Work(maker, Action.CASE_WRITE, at=NOW) as work:
        write.put_incident(work, incident(name))
        write.put_violation(work, violation(name, kind))
        if kind in ("attack_school", "denial_access"):
            return named(Kind.VIOLATION, name)
        write.put_child(work, Child(named(Kind.CHILD, name), Sex.M, key=name))
        write.put_act(work, act(name))
    return named(Kind.ACT, name)
