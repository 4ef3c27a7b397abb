"""A new estimate: choose a question to the register or a kept table, look at its lists, ask methods in a job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.estimate_form import AskForm, QuestionForm
from tawthiq.doors.desk.estimate_overlaps import overlaps_of
from tawthiq.doors.desk.estimate_words import dimension_of
from tawthiq.doors.desk.page import form_page, go, page
from tawthiq.doors.jobs.estimating import origin_of
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import ItemKind
from tawthiq.report.estimate.asking import LEAST_LISTS
from tawthiq.report.estimate.step import may_hold_tables, tables_of
from tawthiq.safe.access import Action, Allowed, may
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import TawthiqError

TEMPLATE = "desk/estimate_new.html"
MAX_TABLES = 30


@page(Action.ESTIMATE_MAKE)
def new(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The choice of a question or a table; once made, its lists and the form that asks methods about them."""
    asked = any(request.GET.get(name) for name in ("situation", "item"))
    form = QuestionForm(request.GET if request.GET.get("situation") else None)
    context: dict[str, object] = {"question": form, "kept_tables": _kept_tables(reader)}
    if not asked or (form.is_bound and not form.is_valid()):
        return render(request, TEMPLATE, context, status=400 if form.is_bound else 200)
    try:
        return render(request, TEMPLATE, {**context, **_lists(reader, _source(form, request.GET))})
    except TawthiqError as error:
        return form_page(request, TEMPLATE, context, error)


@page(Action.ESTIMATE_MAKE, methods=("POST",))
def ask_new(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Ask the chosen methods about the chosen lists in the background."""
    question = QuestionForm(request.POST if request.POST.get("situation") else None)
    context: dict[str, object] = {"question": question, "kept_tables": _kept_tables(reader)}
    if question.is_bound and not question.is_valid():
        return render(request, TEMPLATE, context, status=400)
    try:
        source = _source(question, request.POST)
        shown = _lists(reader, source, request.POST)
    except TawthiqError as error:
        return form_page(request, TEMPLATE, context, error)
    form = shown["form"]
    if not isinstance(form, AskForm) or not form.is_valid():
        return render(request, TEMPLATE, {**context, **shown}, status=400)
    return go("job", enqueue(reader.actor, "estimate", {**source, **form.options()}))


def _source(question: QuestionForm, said: QueryDict) -> dict[str, Any]:
    """What the job is told of where the tables come from."""
    if not question.is_bound:
        return {"item": said.get("item", "")}
    return {"question": question.spec().content(), "by_kind": question.cleaned_data["lists_are"] == "kind"}


def _lists(reader: Reader, source: Mapping[str, Any], said: QueryDict | None = None) -> dict[str, object]:
    origin = origin_of(reader, source)
    return {
        "tables": [(table, overlaps_of(table)) for table in origin.tables],
        "made_from": origin.made_from,
        "alone": origin.tables[0].n_lists < LEAST_LISTS,
        "item": origin.item_id,
        "form": AskForm(origin, said),
        "dimension": dimension_of(origin.made_from),
    }


def _kept_tables(reader: Reader) -> list[tuple[str, str]]:
    """(id, name it came with) of the newest kept tables that are capture histories; none for those who may not read
    what was collected."""
    if not isinstance(may(reader.actor, Action.ITEM_READ), Allowed):
        return []
    found = [item for _, item in collect.find_items(reader, kind=ItemKind.TABLE, limit=MAX_TABLES)]
    histories = [item.id for item in found if may_hold_tables(item) and tables_of(reader, item)]
    receipts = collect.get_receipts_of(reader, histories)
    return [(one, receipts[one].original_name if one in receipts else one) for one in histories]


urls: list[URLPattern] = [
    path("estimates/new/", new, name="estimate_new"),
    path("estimates/new/ask/", ask_new, name="estimate_new_ask"),
]
