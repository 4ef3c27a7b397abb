"""Subjects: what can be assessed, with the version that is current, its makers, its incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from django.db import models

from tawthiq.record.link.models.tables import ActRow, IncidentRow, Judged, ViolationRow
from tawthiq.record.verify.assessment import Facts
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import BATCH_ROWS, as_of
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import digest
from tawthiq.terms.violation import Unit, violation_type

ROW = TypeVar("ROW", bound=Judged)

_NEEDED = ("thing", "digest", "facts_since", "created_by", "written_by", "happened_on", "first_day")
_ABOVE: Mapping[type[Judged], tuple[str, ...]] = MappingProxyType(
    {ActRow: ("violation_id",), ViolationRow: ("incident_id", "type"), IncidentRow: ("situation",)}
)
"""The columns that a subject is made of; the others, half of them JSON and days, are not read."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An act, or a violation counted in incidents. `makers`: who created or edited it, its violation or its incident.

    `not_before`: the first day on which it can have happened, None when open.
    """

    id: str
    violation_id: str
    incident_id: str
    type: str
    situation: str
    facts: Facts
    makers: frozenset[str]
    not_before: date | None


@reads(Action.CASE_READ)
def get_subjects(_reader: Reader, ids: Iterable[str]) -> list[Subject]:
    """The subjects of ids of acts, violations or incidents: a violation counted in children stands for its acts, an

    incident for all it holds. Raises NotFound.
    """
    wanted = list(dict.fromkeys(ids))
    acts = {row.thing: row for row in _acts_of(wanted)}
    violations = {row.thing: row for row in _violations_of(wanted, acts.values())}
    incidents = {row.thing: row for row in _current(IncidentRow, [row.incident_id for row in violations.values()])}
    known = {*acts, *violations, *incidents}
    for one in wanted:
        if one not in known:
            raise NotFound("no such thing to assess", where=one, do="give an act, a violation or an incident")
    makers = _makers([*acts.values(), *violations.values(), *incidents.values()])
    alone = [row for row in violations.values() if violation_type(row.type).unit is Unit.INCIDENT]
    pairs: list[tuple[ActRow | None, ViolationRow]] = [(act, violations[act.violation_id]) for act in acts.values()]
    pairs += [(None, row) for row in alone]
    return [_subject(act, row, incidents[row.incident_id], makers) for act, row in pairs]


def _subject(
    act: ActRow | None, violation: ViolationRow, incident: IncidentRow, makers: dict[str, frozenset[str]]
) -> Subject:
    chain: list[Judged] = [row for row in (act, violation, incident) if row is not None]
    teller = next((row for row in chain if getattr(row, "happened_on", "")), incident)
    marks = digest([row.digest for row in reversed(chain)])
    facts = Facts(incident.facts_since, violation.facts_since, act.facts_since if act else -1, marks)
    return Subject(
        act.thing if act else violation.thing,
        violation.thing,
        incident.thing,
        violation.type,
        incident.situation,
        facts,
        frozenset().union(*(makers[row.thing] for row in chain)),
        getattr(teller, "first_day", None),
    )


def _acts_of(ids: Sequence[str]) -> list[ActRow]:
    inside = [*_by("vio", ids), *_things(ViolationRow, "incident_id", _by("inc", ids))]
    return [*_current(ActRow, _by("act", ids)), *_current(ActRow, inside, "violation_id")]


def _violations_of(ids: Sequence[str], acts: Iterable[ActRow]) -> list[ViolationRow]:
    wanted = {*_by("vio", ids), *(row.violation_id for row in acts)}
    return [*_current(ViolationRow, list(wanted)), *_current(ViolationRow, _by("inc", ids), "incident_id")]


def _by(kind: str, ids: Sequence[str]) -> list[str]:
    return [one for one in ids if one.startswith(kind)]


def _current(model: type[ROW], values: Sequence[str], column: str = "thing") -> list[ROW]:
    found: list[ROW] = []
    unique = list(dict.fromkeys(values))
    for start in range(0, len(unique), BATCH_ROWS):
        chosen = {f"{column}__in": unique[start : start + BATCH_ROWS]}
        rows: models.QuerySet[ROW] = model._default_manager.filter(**chosen).only(*_NEEDED, *_ABOVE[model])
        found += as_of(rows)
    return found


def _things(model: type[ROW], column: str, values: Sequence[str]) -> list[str]:
    return [row.thing for row in _current(model, values, column)]


def _makers(rows: Sequence[Judged]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {row.thing: {row.created_by, row.written_by} for row in rows}
    for model in (ActRow, ViolationRow, IncidentRow):
        things = [row.thing for row in rows if isinstance(row, model)]
        for start in range(0, len(things), BATCH_ROWS):
            earlier = model._default_manager.filter(thing__in=things[start : start + BATCH_ROWS], until__isnull=False)
            for thing, actor in earlier.values_list("thing", "written_by"):
                found[thing].add(actor)
    return {thing: frozenset(actors) for thing, actors in found.items()}
