"""Invented cases for the tests of verify: no child in them exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract.chain import DOCUMENT, Link
from tawthiq.record.extract.chain import Role as ChainRole
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.models import put_by_hand, put_statements
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import BY_HAND, Origin, Statement, StatementKind
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import write
from tawthiq.record.link.source import Source, Support
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


def statement(item_id: str, quote: str, speaker: str = DOCUMENT) -> Statement:
    """One invented claim of an item."""
    links = [Link(DOCUMENT, ChainRole.PUBLISHER)]
    links += [] if speaker == DOCUMENT else [Link(speaker, ChainRole.ORGANISATION)]
    return Statement(
        item_id=item_id,
        origin=Origin.TEXT,
        span=Span(0, len(quote)),
        quote=quote,
        kind=StatementKind.VIOLATION_CLAIM,
        language="en",
        chain=tuple(links),
        factuality=Factuality.REPORTED,
        extractor="invented@1",
    )


def put_item(maker: Actor, words: bytes, publisher: str = "") -> str:
    """Keep an invented text; its item id."""
    with Work(maker, Action.ITEM_ADD, at=NOW) as work:
        return add_item(work, BytesIO(words), Arrival(f"{len(words)}.txt", publisher=publisher)).item.id


def put_telling(
    maker: Actor,
    subject: str,
    item_id: str,
    *,
    kind: str = "witness",
    name: str = "",
    speaker: str = DOCUMENT,
    by_hand: Actor | None = None,
) -> str:
    """Support a subject with a statement of that item by a source of that kind, read or written by hand; its id."""
    claim = statement(item_id, f"{kind} {name} {speaker}", speaker)
    source = Source(kind, name)
    if by_hand:
        claim = replace(claim, extractor=BY_HAND + by_hand.id)
        with Work(by_hand, Action.STATEMENT_DECIDE, at=NOW) as work:
            put_by_hand(work, claim)
    else:
        with Work(maker, Action.STATEMENT_EXTRACT, at=NOW) as work:
            put_statements(work, [claim])
    with Work(maker, Action.CASE_WRITE, at=NOW) as work:
        write.put_source(work, source)
        write.put_support(work, Support(subject, claim.id, source.id))
    return claim.id
