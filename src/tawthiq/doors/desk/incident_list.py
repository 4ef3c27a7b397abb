"""The list of incidents: narrowed by facets and words, each value with how many it would leave, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.page import before_of, page
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read as link
from tawthiq.record.verify.catalogue import EMPTY, FACETS, NOT_KNOWN, Asked, Card
from tawthiq.record.verify.models.catalogue import Found, find_cards
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader

PAGE_ROWS = 50
SHOWN_VALUES, MOST_VALUES = 8, 60
MOST_TEXT = 200

TITLES: Mapping[str, Promise] = {
    "situation": _("Situation"),
    "violation": _("Violation"),
    "standing": _("Standing"),
    "party": _("Party"),
    "year": _("Year"),
    "admin1": _("First-level division"),
    "file": _("File"),
}
FEW = ("standing", "file")
"""Facets of few values, shown in their own order, whichever is most."""
STANDINGS = ("verified", "pending", "under_review", "new", "screened", "not_verifiable", "out_of_scope",
             "did_not_occur", "duplicate", EMPTY)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet. `n`: incidents that fit with it; `query`: of the address that chooses it, or lets go."""

    code: str
    n: int
    chosen: bool
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as the page shows it. `rest`: values behind a fold; `n_left_out`: those that are not shown at all."""

    name: str
    title: Promise
    shown: tuple[Value, ...]
    rest: tuple[Value, ...]
    n_left_out: int

    @property
    def is_open(self) -> bool:
        """True where something is chosen behind the fold."""
        return any(value.chosen for value in self.rest)


@dataclass(frozen=True, slots=True)
class Row:
    """An incident of the list with its card."""

    incident: Incident
    card: Card


def asked_of(said: QueryDict) -> Asked:
    """What an address asks for; what it names besides facets and words is left alone."""
    chosen = {facet: tuple(dict.fromkeys(v for v in said.getlist(facet) if v)) for facet in FACETS}
    return Asked({facet: values for facet, values in chosen.items() if values}, said.get("q", "")[:MOST_TEXT])


@page(Action.CASE_READ)
def incidents(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Incidents that fit, newest first, and what they could be narrowed by."""
    asked = asked_of(request.GET)
    found = find_cards(reader, asked, limit=PAGE_ROWS, before=before_of(request))
    base = query_of(asked)
    context = {
        "rows": rows_of(reader, found),
        "found": found,
        "before": found.before,
        "query": f"{base}&" if base else "",
        "text": asked.text,
        "chosen": list(_chosen(asked)),
        "facets": list(facets_of(asked, found)),
        "narrowed": bool(asked.chosen or asked.words),
    }
    part = "desk/incidents_found.html" if request.headers.get("HX-Request") else "desk/incidents.html"
    answer = render(request, part, context)
    answer["Vary"] = "HX-Request"
    return answer


def rows_of(reader: Reader, found: Found) -> list[Row]:
    """The incidents of a page, in its order."""
    ids = [card.thing for card in found.cards]
    kept = link.get_current(reader, incidents=ids, violations=[], children=[], acts=[]).incidents
    return [Row(kept[card.thing], card) for card in found.cards if card.thing in kept]


def facets_of(asked: Asked, found: Found) -> Iterator[Facet]:
    """The facets that leave a choice."""
    for name in FACETS:
        values = list(_values(name, asked, found.counts.get(name, {})))
        if len(values) < 2 and name not in asked.chosen:
            continue
        shown, rest = values[:SHOWN_VALUES], values[SHOWN_VALUES:MOST_VALUES]
        yield Facet(name, TITLES[name], tuple(shown), tuple(rest), max(len(values) - MOST_VALUES, 0))


def _values(facet: str, asked: Asked, counts: Mapping[str, int]) -> Iterator[Value]:
    chosen = asked.chosen.get(facet, ())
    left = {code: n for code, n in counts.items() if n or code in chosen}
    left |= {code: 0 for code in chosen if code not in left}
    for code in sorted(left, key=lambda one: _order(facet, one, left[one])):
        yield Value(code, left[code], code in chosen, query_of(_toggled(asked, facet, code)))


def _order(facet: str, code: str, n: int) -> tuple[int, int, str]:
    if facet == "year":
        return (0, -int(code), code) if code.isdecimal() else (1, 0, code)
    if facet in FEW:
        return (0, STANDINGS.index(code) if code in STANDINGS else 0, code)
    return (int(code == NOT_KNOWN), -n, code)


def _toggled(asked: Asked, facet: str, code: str) -> Asked:
    held = asked.chosen.get(facet, ())
    values = tuple(one for one in held if one != code) if code in held else (*held, code)
    rest = {name: kept for name, kept in asked.chosen.items() if name != facet}
    return Asked({**rest, **({facet: values} if values else {})}, asked.text)


def query_of(asked: Asked) -> str:
    """The query of an address that asks for this, in one order whatever was chosen first, so that it can be shared."""
    said = QueryDict(mutable=True)
    if asked.text:
        said["q"] = asked.text
    for facet in FACETS:
        if facet in asked.chosen:
            said.setlist(facet, sorted(asked.chosen[facet]))
    return said.urlencode()


def _chosen(asked: Asked) -> Iterator[tuple[str, str]]:
    for facet, values in asked.chosen.items():
        yield from ((facet, value) for value in values)


urls: list[URLPattern] = [path("incidents/", incidents, name="incidents")]
