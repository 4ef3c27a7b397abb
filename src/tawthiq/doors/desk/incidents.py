"""Incident: the page of one, with its violations, acts and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import get_language, gettext

from tawthiq.doors.desk.field_form import told
from tawthiq.doors.desk.page import page
from tawthiq.doors.desk.standings import Stood, standings_of, trail_of
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.act import Act
from tawthiq.record.link.models import read as link
from tawthiq.record.link.paid import conversion_of
from tawthiq.record.link.particulars.form import particulars_of
from tawthiq.record.link.particulars.spec import Level
from tawthiq.record.link.source import Source
from tawthiq.record.link.tally import Mismatch, mismatches
from tawthiq.record.link.violation import Violation
from tawthiq.record.verify.standing import Standing
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.event import Event
from tawthiq.safe.work import Reader
from tawthiq.terms import vocabulary
from tawthiq.terms.money import Conversion
from tawthiq.terms.violation import Unit, violation_type


@dataclass(frozen=True, slots=True)
class Rest:
    """What a violation or act rests on: a statement, whose knowledge it is."""

    statement: Statement | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class ActShown:
    """An act with what it rests on, and where it stands where it is counted itself."""

    act: Act
    rests: list[Rest]
    standing: Standing | None
    told: list[tuple[str, str]]

    @property
    def converted(self) -> Conversion | None:
        """Its pay in another currency, as somebody worked it out."""
        return conversion_of(self.act)

    @property
    def n_statements(self) -> int:
        """How many statements support it, each once, whoever they come by."""
        return len({rest.statement.id for rest in self.rests if rest.statement})


@dataclass(frozen=True, slots=True)
class ViolationShown:
    """A violation with its acts; `standing` where the violation is counted itself."""

    violation: Violation
    acts: list[ActShown]
    rests: list[Rest]
    standing: Standing | None
    told: list[tuple[str, str]]

    @property
    def of_children(self) -> bool:
        """True where acts against children are counted; else the violation itself is."""
        return violation_type(self.violation.type).unit is Unit.CHILD

    @property
    def mismatches(self) -> list[tuple[str, Mismatch]]:
        """(what was tallied, how it differs) of every number that the acts contradict: a finding, whoever is right."""
        found = mismatches(self.violation, [one.act for one in self.acts])
        return [(tallied(one.field), one) for one in found]


def tallied(field: str) -> str:
    """What a claimed number counts, in the reader's language."""
    if field == "n_claimed":
        return gettext("Number somebody gives")
    return vocabulary.load("field").label(field, (get_language() or "en").split("-")[0])


@page(Action.CASE_READ)
def incident(reader: Reader, request: HttpRequest, incident_id: str) -> HttpResponse:
    """One incident."""
    one = link.get_incident(reader, incident_id)
    stood = standings_of(reader, [incident_id])[incident_id]
    shown = shown_violations(reader, incident_id, stood)
    context = {
        "incident": one,
        "types": types_of(shown),
        "told": told(one.particulars, particulars_of("", Level.INCIDENT)),
        "violations": shown,
        "trail": trail_of(stood),
        "waits": any(case.waits for case in stood),
        "events": _events(reader, incident_id),
    }
    return render(request, "desk/incident.html", context)


def _events(reader: Reader, incident_id: str) -> list[Event]:
    """The lines of the ledger about an incident; of one that came in with others, the line of its batch."""
    own = list(ledger.events_of(incident_id))
    return own or list(ledger.lines_at([link.get_version(reader, incident_id).since]).values())


def types_of(shown: Iterable[ViolationShown]) -> list[str]:
    """The types of violation that a title names, each once."""
    return list(dict.fromkeys(one.violation.type for one in shown))


def shown_violations(reader: Reader, incident_id: str, stood: Iterable[Stood]) -> list[ViolationShown]:
    """The violations of an incident with their acts, all that they rest on, where each stands."""
    where = {one.subject.id: one.standing for one in stood}
    acts = [(violation, link.get_acts(reader, violation.id)) for violation in link.get_violations(reader, incident_id)]
    rests = rests_of(reader, [violation.id for violation, _ in acts] + [act.id for _, some in acts for act in some])
    return [_shown(violation, some, rests, where) for violation, some in acts]


def _shown(
    violation: Violation, acts: Iterable[Act], rests: Mapping[str, list[Rest]], where: Mapping[str, Standing]
) -> ViolationShown:
    of_act, of_violation = (particulars_of(violation.type, level) for level in (Level.ACT, Level.VIOLATION))
    shown = [ActShown(act, rests.get(act.id, []), where.get(act.id), told(act.particulars, of_act)) for act in acts]
    own = told(violation.particulars, of_violation)
    return ViolationShown(violation, shown, rests.get(violation.id, []), where.get(violation.id), own)


def rests_of(reader: Reader, subject_ids: list[str]) -> dict[str, list[Rest]]:
    """violation or act -> what it rests on."""
    support = link.get_support(reader, subject_ids)
    sources = link.get_sources(reader, {one.source_id for one in support})
    statements = {one.id: one for one in extract.get_statements(reader, {one.statement_id for one in support})}
    found: dict[str, list[Rest]] = {}
    for one in support:
        rest = Rest(statements.get(one.statement_id), sources.get(one.source_id))
        found.setdefault(one.subject_id, []).append(rest)
    return found


urls: list[URLPattern] = [
    path("incidents/<str:incident_id>/", incident, name="incident"),
]
