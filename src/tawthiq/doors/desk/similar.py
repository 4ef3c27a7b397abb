"""Similar: incidents that may be the one being typed, shown beside the form; a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.page import page
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.likeness import Ground, Sketch, most_alike
from tawthiq.record.link.models import read as link
from tawthiq.record.link.models.near import find_near
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput
from tawthiq.terms.when import When, parse_when


@dataclass(frozen=True, slots=True)
class Alike:
    """A recorded incident, and why it may be the same."""

    incident: Incident
    grounds: tuple[Ground, ...]


@page(Action.CASE_READ, methods=("POST",))
def similar(reader: Reader, request: HttpRequest) -> HttpResponse:
    """What looks like the incident that the fields of the form describe so far."""
    said = request.POST
    new = Sketch(
        said.get("situation", ""),
        _when(said.get("happened_on", "")),
        said.get("admin1", "").strip(),
        frozenset(code for code in said.getlist("type") if code),
        frozenset(said.getlist("parties")),
    )
    return _shown(request, _alike(reader, new), timed=new.happened_on is not None)


@page(Action.CASE_READ, methods=("POST",))
def similar_violation(reader: Reader, request: HttpRequest, incident_id: str) -> HttpResponse:
    """What looks like an incident that gets the violation described by the form."""
    kept, said = link.get_incident(reader, incident_id), request.POST
    when = _when(said.get("happened_on", "")) or kept.happened_on
    types, parties = frozenset(code for code in said.getlist("type") if code), frozenset(said.getlist("parties"))
    new = Sketch(kept.situation, when, kept.admin1, types, parties)
    return _shown(request, _alike(reader, new, but=incident_id), timed=when is not None)


def _shown(request: HttpRequest, alike: list[Alike], *, timed: bool) -> HttpResponse:
    """A part of the form's page; where nothing runs in the page, a page of its own in another tab."""
    part = "desk/similar.html" if request.headers.get("HX-Request") else "desk/similar_page.html"
    return render(request, part, {"alike": alike, "timed": timed})


def _alike(reader: Reader, new: Sketch, but: str = "") -> list[Alike]:
    found = most_alike(new, find_near(reader, new, but))
    ids = [thing for thing, _why in found]
    incidents = link.get_current(reader, incidents=ids, violations=[], children=[], acts=[]).incidents
    return [Alike(incidents[thing], why) for thing, why in found]


def _when(text: str) -> When | None:
    """A time that is half typed is none yet."""
    try:
        return parse_when(text.strip(), where="happened_on") if text.strip() else None
    except BadInput:
        return None


urls: list[URLPattern] = [
    path("similar/", similar, name="similar"),
    path("incidents/<str:incident_id>/similar/", similar_violation, name="similar_violation"),
]
