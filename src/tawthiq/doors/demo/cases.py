"""What the invented team made of it: confirmed statements, cases at each stage, verified acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawthiq.doors.accounts import FOUNDER
from tawthiq.doors.demo.people import actor_called
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.decision import Status as DecisionStatus
from tawthiq.record.link.act import Act, AgeRange, Armed, Sex
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation, prefill
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read as link
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import Attributed, Attribution, Violation
from tawthiq.record.verify.assessment import Stage, Status
from tawthiq.record.verify.body import Body
from tawthiq.record.verify.models.write import put_body
from tawthiq.record.verify.sign import Judgement, assess
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, mint_id

POLICY = "un_mrm@1"
BODY = "the invented task force"
DECIDED_ON = date(2014, 12, 31)
"""The day on which the invented task force decided; a later one would make the acts of 2014 late."""

N_KEPT_OPEN = 3
"""Statements that nobody decides on, so that the first screen has work on it."""


@dataclass(frozen=True, slots=True)
class Invented:
    """One case by hand: a boy or girl of an age, in a role, and how far its verification is."""

    sex: Sex
    age: int
    role: str
    armed: Armed
    stage: Stage | None


CASES = (
    Invented(Sex.M, 14, "fighter", Armed.Y, Stage.FOCAL),
    Invented(Sex.M, 16, "porter", Armed.N, Stage.FOCAL),
    Invented(Sex.F, 15, "cook", Armed.U, None),
)


def make_body() -> None:
    """Configure the invented body: both verifiers are trained, both may act for it; no body of the world is meant."""
    people = tuple(actor_called(name).id for name in ("verifier", "verifier2"))
    with Work(FOUNDER, Action.ACCOUNT_MANAGE) as work:
        put_body(work, Body(BODY, un=True, trained=people, authorised=people))


def confirm_statements(actor: Actor, item_id: str, n_kept_open: int = N_KEPT_OPEN) -> list[str]:
    """Confirm what a text says, but for the last few; a doubt is ticked with open eyes."""
    statements = [statement for _, statement in extract.find_statements(Reader(actor), item_id=item_id)]
    chosen = statements[: len(statements) - n_kept_open]
    with Work(actor, Action.STATEMENT_DECIDE) as work:
        for statement in chosen:
            decision = Decision(statement.id, Verdict.CONFIRMED, actor.id, work.at, statement.needs_tick)
            extract.put_decision(work, decision)
    return [statement.id for statement in chosen]


def confirmed_of(actor: Actor, item_id: str) -> list[str]:
    """The statements of an item that stand confirmed."""
    reader = Reader(actor)
    ids = [statement.id for _, statement in extract.find_statements(reader, item_id=item_id)]
    status = extract.get_status(reader, ids)
    return [one for one in ids if status[one] is DecisionStatus.CONFIRMED]


def make_cases(actor: Actor, statement_ids: list[str]) -> list[str]:
    """Make an incident from confirmed statements, with an act for each invented child; returns the acts."""
    offered = prefill(Reader(actor), statement_ids)
    acts: list[str] = []
    for invented in CASES:
        with Work(actor, Action.CASE_WRITE) as work:
            incident = make_incident(work, Incident("", "SY", offered.happened_on, offered.admin1, offered.place))
            sole = Attribution(Attributed.SOLE, ("nusra",))
            violation = make_violation(work, Violation("", incident.id, "recruitment_use", sole))
            child = mint_id(Kind.CHILD)
            age = AgeRange(invented.age, invented.age)
            act = Act("", violation.id, child, None, invented.sex, age, invented.armed, (invented.role,))
            made = make_act(work, act, offered.statement_ids, Source("witness"))
            make_act(work, made, offered.statement_ids, Source("health_staff", "Harbour clinic (invented)"))
        acts.append(made.id)
    return acts


def verify_register(actor_ids: Iterable[str]) -> None:
    """Two people verify every act of the register: one takes the first steps, another the last."""
    first, second = (actor_called(name) for name in ("verifier", "verifier2"))
    subjects = list(actor_ids)
    for actor, stage in ((first, Stage.FOCAL), (first, Stage.TECHNICAL), (second, Stage.FINAL)):
        _sign(actor, subjects, stage, DECIDED_ON)


def begin_cases(acts: list[str]) -> None:
    """One person takes the first step on some cases; they wait for another."""
    begun = [act for act, invented in zip(acts, CASES, strict=True) if invented.stage is Stage.FOCAL]
    _sign(actor_called("verifier"), begun, Stage.FOCAL)


def register_acts(actor: Actor, keys: Iterable[str]) -> list[str]:
    """The acts of a register by its keys."""
    return sorted(link.find_by_key(Reader(actor), "act", keys).values())


def _sign(actor: Actor, subjects: list[str], stage: Stage, decided_on: date | None = None) -> None:
    judgement = Judgement(stage, Status.VERIFIED, POLICY, BODY, reliability="B", credibility=2, decided_on=decided_on)
    with Work(actor, Action.ASSESS) as work:
        assess(work, subjects, judgement)
