"""Subjects: what can be assessed, with the version that is current, its makers, its incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawthiq.record.link.models.tables import ActRow, IncidentRow, Judged, ViolationRow
from tawthiq.record.verify.assessment import Facts
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import digest
from tawthiq.terms.violation import Unit, violation_type


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

    incident for all it holds, which may be nothing yet. Raises NotFound.
    """
    wanted = list(dict.fromkeys(ids))
    acts = {row.thing: row for row in _acts_of(wanted)}
    violations = {row.thing: row for row in _violations_of(wanted, acts.values())}
    empty = [one for one in wanted if one not in acts and one not in violations]
    above = [row.above for row in violations.values()]
    incidents = {row.thing: row for row in _current(IncidentRow, [*above, *empty])}
    known = {*acts, *violations, *incidents}
    for one in wanted:
        if one not in known:
            raise NotFound("no such thing to assess", where=one, do="give an act, a violation or an incident")
    versions: dict[type[Judged], dict[str, _Version]] = {ActRow: acts, ViolationRow: violations, IncidentRow: incidents}
    makers = _makers({model: list(held.values()) for model, held in versions.items()})
    alone = [row for row in violations.values() if violation_type(row.said).unit is Unit.INCIDENT]
    pairs: list[tuple[_Version | None, _Version]] = [(act, violations[act.above]) for act in acts.values()]
    pairs += [(None, row) for row in alone]
    return [_subject(act, row, incidents[row.above], makers) for act, row in pairs]


@dataclass(frozen=True, slots=True)
class _Version:
    """The columns of a current row that a subject is made of; `above`: its violation, or its incident, or nothing.

    `said`: the type of a violation, the situation of an incident.
    """

    thing: str
    digest: str
    facts_since: int
    created_by: str
    written_by: str
    happened_on: str
    first_day: date | None
    above: str = ""
    said: str = ""


_COMMON = ("thing", "digest", "facts_since", "created_by", "written_by", "happened_on", "first_day")
_COLUMNS: dict[type[Judged], tuple[str, ...]] = {
    ActRow: (*_COMMON, "violation_id"),
    ViolationRow: (*_COMMON, "incident_id", "type"),
    IncidentRow: (*_COMMON, "duplicate_of", "situation"),
}


def _subject(
    act: _Version | None, violation: _Version, incident: _Version, makers: dict[str, frozenset[str]]
) -> Subject:
    chain = [row for row in (act, violation, incident) if row is not None]
    teller = next((row for row in chain if row.happened_on), incident)
    marks = digest([row.digest for row in reversed(chain)])
    facts = Facts(incident.facts_since, violation.facts_since, act.facts_since if act else -1, marks)
    return Subject(
        act.thing if act else violation.thing,
        violation.thing,
        incident.thing,
        violation.said,
        incident.said,
        facts,
        makers[chain[0].thing].union(*(makers[row.thing] for row in chain[1:])),
        teller.first_day,
    )


def _acts_of(ids: Sequence[str]) -> list[_Version]:
    inside = [*_by("vio", ids), *(row.thing for row in _current(ViolationRow, _by("inc", ids), "incident_id"))]
    return [*_current(ActRow, _by("act", ids)), *_current(ActRow, inside, "violation_id")]


def _violations_of(ids: Sequence[str], acts: Iterable[_Version]) -> list[_Version]:
    wanted = {*_by("vio", ids), *(row.above for row in acts)}
    return [*_current(ViolationRow, list(wanted)), *_current(ViolationRow, _by("inc", ids), "incident_id")]


def _by(kind: str, ids: Sequence[str]) -> list[str]:
    return [one for one in ids if one.startswith(kind)]


def _current(model: type[Judged], values: Sequence[str], column: str = "thing") -> list[_Version]:
    if not values:
        return []
    rows = as_of(model._default_manager.filter(**{f"{column}__among": list(dict.fromkeys(values))}))
    return [_Version(*row) for row in rows.values_list(*_COLUMNS[model])]


def _makers(rows: Mapping[type[Judged], Sequence[_Version]]) -> dict[str, frozenset[str]]:
    """Who made or edited each thing; most have one version by one person."""
    alone = {row.created_by: frozenset({row.created_by}) for group in rows.values() for row in group}
    found: dict[str, frozenset[str]] = {}
    for model, group in rows.items():
        for row in group:
            one = alone[row.created_by]
            found[row.thing] = one if row.written_by == row.created_by else one | {row.written_by}
        earlier = model._default_manager.filter(thing__among=[row.thing for row in group], until__isnull=False)
        for thing, actor in earlier.values_list("thing", "written_by"):
            found[thing] |= {actor}
    return found
