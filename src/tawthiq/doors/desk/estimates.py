"""Estimates: the kept ones, the page of one, several on one axis; an interval under assumptions, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.estimate_charts import drawn_alt, drawn_svg, lists_svg, methods_alt, methods_svg, side_by_side
from tawthiq.doors.desk.estimate_checked import changes_of, checked_of
from tawthiq.doors.desk.estimate_form import AskForm
from tawthiq.doors.desk.estimate_overlaps import overlaps_of
from tawthiq.doors.desk.estimate_words import dimension_of, interval_sentence, method_word, phrase, reason_words
from tawthiq.doors.desk.page import go, page
from tawthiq.doors.jobs.estimating import Origin
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.report.count.spec import spec_from
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.report.estimate.kept import Read, read_document
from tawthiq.report.estimate.models import KeptEstimate, find_estimates, get_draws, get_estimate
from tawthiq.report.estimate.panel import doubts_of
from tawthiq.report.estimate.parquet import PARQUET
from tawthiq.report.estimate.refusal import Refused
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, NotFound

PAGE_ROWS = 50
MAX_COMPARED = 8
LEFT_OUT = "-lists-left-out"
"""Charts of changed tables tell what lists share: for those who may ask for estimates."""


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
    """A kept estimate in the list. `letter` stands for it on a chart of several."""

    kept: KeptEstimate
    table: CaptureTable
    methods: tuple[Said, ...]
    dimension: str = ""
    letter: str = ""


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
        "doubts": [phrase(one) for one in _doubts(kept, read)],
        "alt": methods_alt(read),
        "document": kept.document,
        "pictures": [(name, drawn_alt(name, read)) for name in _drawn(kept.document) if not name.endswith(LEFT_OUT)],
        **_question(kept.document),
        **(_for_makers(kept, read) if _may_make(reader) else {}),
    }
    return render(request, "desk/estimate.html", context)


def _doubts(kept: KeptEstimate, read: Read) -> Sequence[str]:
    """Those that were kept with the answers; worked out for what was kept before they were."""
    told: Sequence[str] | None = kept.document.get("doubts")
    return doubts_of(read.table, read.outcomes) if told is None else told


def _may_make(reader: Reader) -> bool:
    return isinstance(may(reader.actor, Action.ESTIMATE_MAKE), Allowed)


def _drawn(document: Mapping[str, Any]) -> Sequence[str]:
    return list(document.get("charts", {}))


def _question(document: Mapping[str, Any]) -> dict[str, object]:
    """What was asked of the register, for a table that it gave."""
    made_from = document.get("made_from")
    dimension = dimension_of(made_from)
    return {"made_from": made_from, "question": spec_from(made_from["question"]) if made_from else None,
            "dimension": dimension}  # fmt: skip


def _for_makers(kept: KeptEstimate, read: Read) -> dict[str, object]:
    """Overlaps, changed tables, the form: they tell who is on which lists together."""
    return {
        "overlaps": overlaps_of(read.table),
        "checked": checked_of(kept.document),
        "drawn": [(method, method_word(method)) for method in kept.document.get("draws", {})],
        "form": AskForm(Origin((read.table,), kept.item_id, kept.document.get("made_from"))),
    }


@page(Action.ESTIMATE_READ)
def chart(reader: Reader, _request: HttpRequest, estimate_id: str, name: str) -> HttpResponse:
    """A chart of a kept estimate as SVG: the methods, what was drawn with it; what tells of lists, for makers."""
    svg = _chart(reader, get_estimate(reader, estimate_id), name)
    if not svg:
        raise NotFound("there is no such chart", where=name)
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


def _chart(reader: Reader, kept: KeptEstimate, name: str) -> str:
    read = read_document(kept.document, kept.id)
    if name == "methods":
        return methods_svg(read, observed=not kept.document.get("made_from")) if read.estimates else ""
    if name == "lists" or name.endswith(LEFT_OUT):
        reader.require(Action.ESTIMATE_MAKE)
    if name == "lists":
        return lists_svg(read.table)
    spec = kept.document.get("charts", {}).get(name)
    return drawn_svg(spec, changes_of(kept.document)) if spec else ""


@page(Action.ESTIMATE_MAKE)
def draws(reader: Reader, _request: HttpRequest, estimate_id: str, method: str) -> HttpResponse:
    """All draws of one method, to be read by a program."""
    answer = HttpResponse(get_draws(reader, estimate_id, method), content_type=PARQUET)
    answer["Content-Disposition"] = f'attachment; filename="{estimate_id}-{method}-draws.parquet"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@page(Action.ESTIMATE_MAKE, methods=("POST",))
def ask(reader: Reader, request: HttpRequest, estimate_id: str) -> HttpResponse:
    """Ask other methods about the same table in the background; the answers are a kept estimate of their own."""
    kept = get_estimate(reader, estimate_id)
    table = read_document(kept.document, estimate_id).table
    form = AskForm(Origin((table,), kept.item_id, kept.document.get("made_from")), request.POST)
    if not form.is_valid():
        what = "choose two lists and one method at least, and a whole number as seed"
        raise BadInput(what, where="methods", do="go back, choose")
    return go("job", enqueue(reader.actor, "estimate", {"estimate": estimate_id, **form.options()}))


@page(Action.ESTIMATE_READ)
def compare(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Chosen estimates on one axis, each under a letter."""
    chosen = _chosen(reader, request)
    rows = [_row(kept, letter) for letter, kept in chosen]
    context = {"rows": rows, "query": request.GET.urlencode(), "answered": any(_answers(chosen))}
    return render(request, "desk/estimates_compared.html", context)


@page(Action.ESTIMATE_READ)
def compare_chart(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The axis of `compare` as SVG."""
    svg = side_by_side(_answers(_chosen(reader, request)))
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


def _chosen(reader: Reader, request: HttpRequest) -> list[tuple[str, KeptEstimate]]:
    ids = list(dict.fromkeys(request.GET.getlist("estimate")))
    if not 1 < len(ids) <= MAX_COMPARED:
        raise BadInput(f"two to {MAX_COMPARED} estimates stand side by side", where="estimate", do="go back, choose")
    return [(chr(ord("A") + place), get_estimate(reader, one)) for place, one in enumerate(ids)]


def _answers(chosen: Sequence[tuple[str, KeptEstimate]]) -> list[tuple[str, Outcome]]:
    """Every answer with the letter of its estimate."""
    return [(letter, one) for letter, kept in chosen for one in read_document(kept.document, kept.id).estimates]


def _row(kept: KeptEstimate, letter: str = "") -> RowShown:
    read = read_document(kept.document, kept.id)
    said = tuple(said_of(one) for one in read.outcomes)
    return RowShown(kept, read.table, said, dimension_of(kept.document.get("made_from")), letter)


def said_of(one: Outcome) -> Said:
    """One outcome in words; a refusal has no sentence that holds a number."""
    warnings = tuple(phrase(warning) for warning in one.warnings)
    if isinstance(one, Refused):
        return Said(method_word(one.method), "", tuple(reason_words(ground) for ground in one.grounds), "", warnings)
    return Said(method_word(one.method), interval_sentence(one), (), phrase(one.assumption), warnings)


urls: list[URLPattern] = [
    path("estimates/", estimates, name="estimates"),
    path("estimates/compare/", compare, name="estimates_compared"),
    path("estimates/compare/chart/", compare_chart, name="estimates_compared_chart"),
    path("estimates/<str:estimate_id>/", estimate, name="estimate"),
    path("estimates/<str:estimate_id>/ask/", ask, name="estimate_ask"),
    path("estimates/<str:estimate_id>/draws/<str:method>/", draws, name="estimate_draws"),
    path("estimates/<str:estimate_id>/charts/<str:name>/", chart, name="estimate_chart"),
]
