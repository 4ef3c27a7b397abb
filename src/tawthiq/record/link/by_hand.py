"""Cases made by a person, from confirmed statements or without any; one Work for a whole case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.record.link.act import Act
from tawthiq.record.link.child import Child
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read, write
from tawthiq.record.link.offered import tally_of
from tawthiq.record.link.paid import check_paid
from tawthiq.record.link.particulars.check import check
from tawthiq.record.link.particulars.particulars import Particulars
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.source import Source, Support
from tawthiq.record.link.violation import UNIDENTIFIED, Attributed, Attribution, Violation
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, writes
from tawthiq.terms.errors import BadInput, Conflict, ImpossibleDate, NotFound
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.registry import load_gazetteer
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.when import When

_CASE = Action.CASE_WRITE


@dataclass(frozen=True, slots=True)
class Prefill:
    """What statements offer for a form; a person looks at each before anything is made.

    `n_claimed`: a tally that the statement claims, never a count of ours.
    """

    situation: str
    admin1: str
    place: str
    happened_on: When | None
    violation: str
    attribution: Attribution
    n_claimed: int | None
    statement_ids: tuple[str, ...]


def prefill(reader: Reader, statement_ids: Sequence[str]) -> Prefill:
    """What these confirmed statements say; the first that says a thing stands. Raises Conflict for unconfirmed ones."""
    statements = _confirmed(reader, statement_ids)
    place = next((one.code for statement in statements for one in statement.places if one.code), "")
    lineage = list(load_gazetteer().lineage(place))
    parties = next((statement.parties for statement in statements if statement.parties), ())
    codes = tuple(sorted({party.code for party in parties if party.code and not party.group}))
    kinds = [one.code for statement in statements for one in statement.violations if one.code != "unspecified"]
    violation = kinds[0] if kinds else ""
    tallies = (tally_of(statement, violation) for statement in statements)
    return Prefill(
        situation=lineage[-1].country if lineage else "",
        admin1=next((one.code for one in lineage if one.precision.value == "adm1"), ""),
        place=place,
        happened_on=next((one.act_period.when for one in statements if isinstance(one.act_period, StatedTime)), None),
        violation=violation,
        attribution=_attribution(codes),
        n_claimed=next((n for n in tallies if n is not None), None),
        statement_ids=tuple(statement_ids),
    )


def _attribution(codes: tuple[str, ...]) -> Attribution:
    if not codes:
        return UNIDENTIFIED
    return Attribution(Attributed.SOLE if len(codes) == 1 else Attributed.JOINT, codes)


@writes(_CASE)
def make_incident(work: Work, incident: Incident, statement_ids: Sequence[str] = ()) -> Incident:
    """Record an incident (an empty id is minted). Raises Conflict for unconfirmed statements, ImpossibleDate,

    BadInput or UnknownCode for a field that does not stand.
    """
    _confirmed(work, statement_ids)
    _check_day(work, incident.happened_on)
    _check_particulars(work, "", Level.INCIDENT, incident.particulars)
    made = incident if incident.id else replace(incident, id=mint_id(Kind.INCIDENT))
    write.put_incident(work, made)
    return made


@writes(_CASE)
def make_violation(
    work: Work, violation: Violation, statement_ids: Sequence[str] = (), source: Source | None = None
) -> Violation:
    """Record a violation of an incident that is there; without a time of its own it takes the incident's.

    Raises UnknownCode (type, field), NotFound (incident), Conflict (unconfirmed statement), ImpossibleDate, BadInput.
    """
    violation_type(violation.type, where="violation")
    _check_particulars(work, violation.type, Level.VIOLATION, violation.particulars)
    incident = read.get_incident(work, violation.incident_id)
    when = violation.happened_on or incident.happened_on
    _check_day(work, when)
    made = replace(violation, id=violation.id or mint_id(Kind.VIOLATION), happened_on=when)
    write.put_violation(work, made)
    support(work, made.id, statement_ids, source)
    return made


@writes(_CASE)
def make_act(work: Work, act: Act, statement_ids: Sequence[str] = (), source: Source | None = None) -> Act:
    """Record an act against a child or a group; without a time of its own it takes the violation's.

    A child that is not in the record is made. Raises BadInput for a violation counted in incidents or a field that
    does not stand, NotFound, Conflict, ImpossibleDate.
    """
    violation = read.get_violation(work, act.violation_id)
    if violation_type(violation.type).unit is Unit.INCIDENT:
        raise BadInput(f"{violation.type} is counted in incidents", where="violation", do="record no act for it")
    _check_particulars(work, violation.type, Level.ACT, act.particulars)
    check_paid(act)
    when = act.happened_on or violation.happened_on
    _check_day(work, when)
    made = replace(act, id=act.id or mint_id(Kind.ACT), happened_on=when)
    if made.child_id and not read.has_child(work, made.child_id):
        write.put_child(work, Child(made.child_id, made.sex))
    write.put_act(work, made)
    support(work, made.id, statement_ids, source)
    return made


@writes(_CASE)
def support(work: Work, subject_id: str, statement_ids: Sequence[str], source: Source | None = None) -> int:
    """Say that confirmed statements of a source support a violation or an act; how many are new.

    `source`: whose knowledge it is; None is a source of kind `other` that nobody has named.
    """
    _confirmed(work, statement_ids)
    if not statement_ids:
        return 0
    whose = source or Source("other")
    write.put_source(work, whose)
    return write.put_supports(work, [Support(subject_id, one, whose.id) for one in statement_ids])


@writes(_CASE)
def merge_children(work: Work, duplicate_id: str, child_id: str) -> Child:
    """Say that two records are one child; both stay, and `same_as` is taken back by superseding it."""
    if duplicate_id == child_id:
        raise Conflict("a child is not merged with itself", where=child_id)
    kept = read.get_child(work, child_id)
    if kept.same_as:
        raise Conflict("that record was itself found to be another", where=child_id, do="merge with the other")
    merged = replace(read.get_child(work, duplicate_id), same_as=child_id)
    write.put_child(work, merged)
    return merged


@writes(_CASE)
def part_children(work: Work, child_id: str) -> Child:
    """Take a merge back."""
    parted = replace(read.get_child(work, child_id), same_as="")
    write.put_child(work, parted)
    return parted


def _confirmed(reader: Reader, statement_ids: Sequence[str]) -> list[Statement]:
    statements = extract.get_statements(reader, statement_ids)
    status = extract.get_status(reader, statement_ids)
    by_id = {one.id: one for one in statements}
    for one in statement_ids:
        if one not in by_id:
            raise NotFound("no such statement", where=one, do="copy its id from its page, stm_ and what follows")
        if status.get(one) is not Status.CONFIRMED:
            raise Conflict("nobody has confirmed this statement", where=one, do="read it in its text and confirm it")
    return [by_id[one] for one in statement_ids]


def _check_day(work: Work, when: When | None) -> None:
    today = work.at.astimezone(UTC).date()
    if when is not None and when.surely_after(today):
        raise ImpossibleDate(
            f"{when.text} lies after the day it is recorded ({today})", where="happened_on", do="correct the date"
        )


def _check_particulars(work: Work, type_code: str, level: Level, told: Particulars) -> None:
    check(type_code, level, told, known_on=work.at.astimezone(UTC).date())
