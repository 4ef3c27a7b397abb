"""Estimates: the kept ones, the page of one; an interval sentence under assumptions, or a refusal in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm
from tawthiq.doors.desk.estimate_charts import SMALLEST_SHOWN, lists_svg, methods_alt, methods_svg
from tawthiq.doors.desk.estimate_words import interval_sentence, method_word, phrase, reason_words
from tawthiq.doors.desk.page import go, page
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.report.estimate.estimating import ALL, chosen
from tawthiq.report.estimate.kept import Read, read_document, without_small
from tawthiq.report.estimate.models import KeptEstimate, find_estimates, get_estimate
from tawthiq.report.estimate.panel import panel
from tawthiq.report.estimate.refusal import Refused
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, NotFound

PAGE_ROWS = 50
MAX_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Said:
    """One method in words. `sentence` is empty for a refusal, `reasons` for an answer."""

    method: str
    sentence: str
    reasons: tuple[str, ...]
    assumption: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowShown:
    """A kept estimate in the list."""

    kept: KeptEstimate
    table: CaptureTable
    methods: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Children on just this combination of lists."""

    lists: tuple[str, ...]
    n_children: int


@page(Action.ESTIMATE_READ)
def estimates(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The kept estimates, newest first."""
    rows = [_row(kept) for kept in find_estimates(reader, limit=PAGE_ROWS)]
    return render(request, "desk/estimates.html", {"rows": rows, "full": len(rows) == PAGE_ROWS})


@page(Action.ESTIMATE_READ)
def estimate(reader: Reader, request: HttpRequest, estimate_id: str) -> HttpResponse:
    """One kept estimate with what it assumes, what speaks against it, what makes it again."""
    kept = get_estimate(reader, estimate_id)
    read = read_document(kept.document, estimate_id)
    context = {
        "kept": kept,
        "table": read.table,
        "methods": [said_of(one) for one in read.outcomes],
        "answered": bool(read.estimates),
        "doubts": [phrase(one) for one in panel(read.table, read.estimates).warnings],
        "alt": methods_alt(read),
        "document": kept.document,
        **(_overlaps(read.table) if isinstance(may(reader.actor, Action.ESTIMATE_MAKE), Allowed) else {}),
    }
    return render(request, "desk/estimate.html", context)


@page(Action.ESTIMATE_READ)
def chart(reader: Reader, _request: HttpRequest, estimate_id: str, name: str) -> HttpResponse:
    """A chart of a kept estimate as SVG: the methods; the lists, for those who may ask for estimates."""
    read = read_document(get_estimate(reader, estimate_id).document, estimate_id)
    svg = _chart(reader, read, name)
    if not svg:
        raise NotFound("there is no such chart", where=name)
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


def _chart(reader: Reader, read: Read, name: str) -> str:
    if name == "methods":
        return methods_svg(read) if read.estimates else ""
    if name == "lists":
        reader.require(Action.ESTIMATE_MAKE)
        return lists_svg(read.table)
    return ""


class AskForm(DeskForm):
    """Which methods to ask about a table, with which seed."""

    methods = forms.MultipleChoiceField(label=_("Methods"), widget=forms.CheckboxSelectMultiple)
    seed = forms.IntegerField(
        label=_("Seed"), min_value=0, max_value=MAX_SEED, initial=1, help_text=_("The same seed, the same answer.")
    )

    def __init__(self, table: CaptureTable, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = chosen((ALL,), table.without_empty()[0].n_lists)
        if isinstance(field := self.fields["methods"], forms.MultipleChoiceField):
            field.choices = [(one.name, method_word(one.name)) for one in offered]


@page(Action.ESTIMATE_MAKE, methods=("POST",))
def ask(reader: Reader, request: HttpRequest, estimate_id: str) -> HttpResponse:
    """Ask other methods about the same table in the background; the answers are a kept estimate of their own."""
    read = read_document(get_estimate(reader, estimate_id).document, estimate_id)
    form = AskForm(read.table, request.POST)
    if not form.is_valid():
        raise BadInput("choose one method at least, and a whole number as seed", where="methods", do="go back, choose")
    options = {
        "estimate": estimate_id,
        "methods": ",".join(form.cleaned_data["methods"]),
        "seed": form.cleaned_data["seed"],
    }
    return go("job", enqueue(reader.actor, "estimate", options))


def _overlaps(table: CaptureTable) -> dict[str, object]:
    """What may be shown of who is on which lists together, largest first."""
    shown = without_small(table, SMALLEST_SHOWN)
    cells = sorted(shown.cells, key=lambda cell: (-cell[1], cell[0])) if shown else []
    patterns = [
        Pattern(tuple(name for name, on in zip(table.lists, bits, strict=True) if on), count) for bits, count in cells
    ]
    n_hidden = len(table.cells) - len(cells)
    return {
        "may_see_overlaps": True,
        "patterns": patterns,
        "n_hidden": n_hidden,
        "smallest": SMALLEST_SHOWN,
        "form": AskForm(table),
    }


def _row(kept: KeptEstimate) -> RowShown:
    read = read_document(kept.document, kept.id)
    return RowShown(kept, read.table, tuple(said_of(one) for one in read.outcomes))


def said_of(one: Outcome) -> Said:
    """One outcome in words; a refusal has no sentence that holds a number."""
    warnings = tuple(phrase(warning) for warning in one.warnings)
    if isinstance(one, Refused):
        return Said(method_word(one.method), "", tuple(reason_words(ground) for ground in one.grounds), "", warnings)
    return Said(method_word(one.method), interval_sentence(one), (), phrase(one.assumption), warnings)


urls: list[URLPattern] = [
    path("estimates/", estimates, name="estimates"),
    path("estimates/<str:estimate_id>/", estimate, name="estimate"),
    path("estimates/<str:estimate_id>/ask/", ask, name="estimate_ask"),
    path("estimates/<str:estimate_id>/charts/<str:name>/", chart, name="estimate_chart"),
]
