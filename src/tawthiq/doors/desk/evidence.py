"""Evidence: what a case rests on, each telling under the independent root that it leads back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import get_language, get_language_bidi

from tawthiq.doors.desk.page import page
from tawthiq.doors.desk.roots_picture import Picture, picture_of
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Receipt
from tawthiq.record.extract import chain
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.record.link.source import Source
from tawthiq.record.verify.grounds import grounds_together
from tawthiq.record.verify.independence import Grounds
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms import vocabulary

MOST_TELLINGS = 40
"""More than a person takes in at a glance; the picture is left out and the list is shown alone."""
LABEL_CHARS = 30


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement relied on, whose knowledge it is, how the item it stands in came."""

    statement: Statement
    sources: tuple[Source, ...]
    receipt: Receipt | None

    @property
    def name(self) -> str:
        """Who tells it: its sources, each by name or by kind; else the publisher."""
        if self.sources:
            return " · ".join(one.name or label("source_kind", one.kind) for one in self.sources)
        return self.receipt.publisher or self.receipt.original_name if self.receipt else self.statement.id


@dataclass(frozen=True, slots=True)
class Root:
    """One independent root with the tellings that lead to it."""

    number: int
    name: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """`roots`: independent of one another; `unnamed`: tellings that name nobody and add nothing."""

    roots: tuple[Root, ...]
    unnamed: tuple[Telling, ...]
    picture: Picture | None

    @property
    def n_tellings(self) -> int:
        """How many statements are relied on."""
        return sum(len(root.tellings) for root in self.roots) + len(self.unnamed)


def evidence_of(reader: Reader, subjects: Sequence[Subject]) -> Evidence:
    """All that these cases rest on, taken together."""
    found = grounds_together(reader, subjects)
    tellings = _tellings(reader, [one for told in found.roots.values() for one in told] + list(found.unnamed), subjects)
    roots = tuple(_roots(found, tellings))
    unnamed = tuple(tellings[one] for one in found.unnamed)
    return Evidence(roots, unnamed, _picture(roots, unnamed))


def _tellings(reader: Reader, statement_ids: Sequence[str], subjects: Sequence[Subject]) -> dict[str, Telling]:
    statements = {one.id: one for one in extract.get_statements(reader, statement_ids)}
    support = link.get_support(reader, {*(one.id for one in subjects), *(one.violation_id for one in subjects)})
    sources = link.get_sources(reader, {one.source_id for one in support})
    source_of: dict[str, dict[str, Source]] = {}
    for one in support:
        if one.source_id in sources:
            source_of.setdefault(one.statement_id, {})[one.source_id] = sources[one.source_id]
    receipts = collect.get_receipts_of(reader, sorted({one.item_id for one in statements.values()}))
    return {
        key: Telling(one, tuple(source_of.get(key, {}).values()), receipts.get(one.item_id))
        for key, one in statements.items()
    }


def _roots(found: Grounds, tellings: dict[str, Telling]) -> Iterable[Root]:
    for number, told in enumerate(found.roots.values(), start=1):
        group = tuple(tellings[one] for one in told)
        yield Root(number, _root_name(group), group)


def label(name: str, code: str) -> str:
    """The label of a vocabulary's code in the reader's language."""
    return vocabulary.load(name).label(code, (get_language() or "en").split("-")[0])


def _root_name(group: Sequence[Telling]) -> str:
    """Whose words the tellings give, where they name one; else who tells it first."""
    spoken = [one.statement.speaker for one in group if one.statement.speaker not in (chain.DOCUMENT, chain.UNNAMED)]
    return spoken[0] if spoken else group[0].name


def _picture(roots: Sequence[Root], unnamed: Sequence[Telling]) -> Picture | None:
    groups = [(_cut(root.name), [_cut(one.name) for one in root.tellings]) for root in roots]
    if not 0 < sum(len(told) for _name, told in groups) + len(unnamed) <= MOST_TELLINGS:
        return None
    return picture_of(groups, [_cut(one.name) for one in unnamed], mirrored=get_language_bidi())


def _cut(words: str) -> str:
    return words if len(words) <= LABEL_CHARS else words[: LABEL_CHARS - 1] + "…"


@page(Action.CASE_READ)
def evidence(reader: Reader, request: HttpRequest, incident_id: str) -> HttpResponse:
    """What an incident rests on; a part of its page, asked for after the page is there."""
    context = {
        "incident": link.get_incident(reader, incident_id),
        "evidence": evidence_of(reader, get_subjects(reader, [incident_id])),
    }
    part = "desk/evidence.html" if request.headers.get("HX-Request") else "desk/evidence_page.html"
    return render(request, part, context)


urls: list[URLPattern] = [path("incidents/<str:incident_id>/evidence/", evidence, name="evidence")]
