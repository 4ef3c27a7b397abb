"""Figures: the list, the form that builds one, the page that opens a number down to what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.counted_rows import counted_rows
from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.figure_notes import worded_notes
from tawthiq.doors.desk.page import before_of, form_page, go, page
from tawthiq.doors.desk.words import choices
from tawthiq.report.count import models
from tawthiq.report.count.cross_table import CrossTable, cross
from tawthiq.report.count.dimensions import UNIDENTIFIED
from tawthiq.report.count.figure import Figure, Row
from tawthiq.report.count.share import TooFew, percent
from tawthiq.report.count.spec import Dimension, Spec, parse_spec
from tawthiq.report.count.step import acts_behind, acts_for, build_figure, counted, get_figure
from tawthiq.report.count.wire import total_row
from tawthiq.report.publish.words import label
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotFound, TawthiqError

PAGE_ROWS = 50
PAGE_ACTS = 100


class FigureForm(DeskForm):
    """What to count."""

    situation = forms.ChoiceField(label=_("Situation"))
    period = forms.CharField(
        label=_("Period"), max_length=40, help_text=_("2014, 2014-Q2, 2014-H1, 2014-07 or 2013-11/2014-02")
    )
    violation = forms.MultipleChoiceField(
        label=_("Violations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: the six grave violations."),
    )
    unit = forms.ChoiceField(label=_("Counted in"), required=False, choices=[("", _("as is usual")), *choices("unit")])
    rows = forms.ChoiceField(
        label=_("Rows"), required=False, choices=[("", _("one number, not told apart")), *choices("dimension")]
    )
    columns = forms.ChoiceField(label=_("Columns"), required=False, choices=[("", _("none")), *choices("dimension")])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("situation", "violation"):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = labelled(name, empty=_("Choose one") if name == "situation" else None)

    def spec(self) -> Spec:
        """The spec; raises BadInput, UnknownCode."""
        said = self.cleaned_data
        return parse_spec(
            situation=said["situation"],
            period=said["period"],
            violation=",".join(said["violation"]),
            by=",".join(filter(None, (said["rows"], said["columns"]))),
            unit=said["unit"],
        )


@page(Action.FIGURE_READ)
def figures(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The kept figures, newest first."""
    found = models.find_figures(reader, limit=PAGE_ROWS, before=before_of(request))
    before = found[-1].since if len(found) == PAGE_ROWS else None
    return render(request, "desk/figures.html", {"figures": found, "before": before, "query": ""})


@page(Action.FIGURE_BUILD, methods=("GET", "POST"))
def build(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Choose a table, look at it, keep it as a figure."""
    template = "desk/figure_build.html"
    form = FigureForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return render(request, template, {"form": form}, status=400 if request.method == "POST" else 200)
    try:
        if "preview" in request.POST:
            return render(request, template, {"form": form, **_preview(reader, form.spec())})
        with Work(reader.actor, Action.FIGURE_BUILD) as work:
            built = build_figure(work, form.spec())
    except TawthiqError as error:
        return form_page(request, template, {"form": form}, error)
    return go("figure", built.id)


def _preview(reader: Reader, spec: Spec) -> dict[str, object]:
    """The figure counted over the record of now, kept nowhere; of two dimensions, laid out as a table."""
    acts = acts_for(reader, [spec])
    found = counted(acts, spec)
    shown = {"preview": found, "total": _shown(found, total_row(found)), "rows": _shown_rows(found)}
    if len(spec.by) != len(("rows", "columns")):
        return {**shown, "notes": worded_notes(found)}
    table = cross(found, *(counted(acts, replace(spec, by=(one,))) for one in spec.by))
    return {**shown, "notes": worded_notes(found), "table": _worded(table, spec)}


def _worded(table: CrossTable, spec: Spec) -> dict[str, object]:
    row_name, column_name = spec.by
    lines = zip(table.rows, table.cells, strict=True)
    return {
        "columns": [(one, labels_of((column_name,), (one.code,))[0]) for one in table.columns],
        "rows": [(one, labels_of((row_name,), (one.code,))[0], cells) for one, cells in lines],
        "total": table.total,
    }


def _shown_rows(found: Figure) -> list[RowShown]:
    return [_shown(found, row) for row in found.rows]


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row as it is printed. `opens`: the query that opens what it rests on, empty for a row that repeats others."""

    row: Row
    labels: tuple[str, ...]
    percent: str
    opens: str


@page(Action.FIGURE_READ)
def figure(reader: Reader, request: HttpRequest, figure_id: str) -> HttpResponse:
    """One figure as it was counted and signed; whether it would be counted the same now is asked with a button."""
    return render(request, "desk/figure.html", _about(reader, figure_id))


@page(Action.FIGURE_READ, methods=("POST",))
def recount(reader: Reader, request: HttpRequest, figure_id: str) -> HttpResponse:
    """The figure counted again as of its freeze, now: the same one, or an error in words."""
    return render(request, "desk/figure.html", _about(reader, figure_id) | {"again": get_figure(reader, figure_id)})


def _about(reader: Reader, figure_id: str) -> dict[str, object]:
    found = models.get_as_kept(reader, figure_id)
    return {
        "figure": found,
        "kept": models.get_kept(reader, figure_id),
        "head": ledger.head().size,
        "total": _shown(found, total_row(found)),
        "rows": _shown_rows(found),
        "notes": worded_notes(found),
    }


def _shown(found: Figure, row: Row) -> RowShown:
    opens = "" if row.of_which else urlencode([("cell", code) for code in row.cell])
    return RowShown(row, labels_of(found.spec.by, row.cell), _percent(found, row), opens)


def labels_of(by: tuple[Dimension, ...], cell: tuple[str, ...]) -> tuple[str, ...]:
    """The reader's words for the codes of a cell."""
    language = (get_language() or "en").split("-")[0]
    return tuple(_label(name, code, language) for name, code in zip(by, cell, strict=False))


def _label(name: Dimension, code: str, language: str) -> str:
    """A register may tell a total by party and leave the rest in one row: nobody then said that none was identified."""
    if name is Dimension.PARTY and code == UNIDENTIFIED:
        return gettext("not identified or not broken down")
    return label(name, code, language)


def _percent(found: Figure, row: Row) -> str:
    if row.share is None:
        return ""
    part = percent(row.share, found.spec.min_n)
    return "" if isinstance(part, TooFew) else f"{part}%"


@page(Action.CASE_READ)
def behind(reader: Reader, request: HttpRequest, figure_id: str) -> HttpResponse:
    """The acts (or incident-counted violations) that a figure, or one row of it, rests on."""
    cell = tuple(request.GET.getlist("cell"))
    spec = models.get_kept(reader, figure_id).spec
    if cell and len(cell) != len(spec.by):
        raise NotFound("the figure has no such row", where=figure_id, do="open a row from the figure's page")
    found = acts_behind(reader, figure_id, cell or None)
    late = request.GET.get("late") == "1"
    ids = found.late_ids if late else found.ids
    start = before_of(request) or 0
    context = {
        "figure_id": figure_id,
        "spec": spec,
        "labels": labels_of(spec.by, cell),
        "late": late,
        "n": len(ids),
        "rows": counted_rows(reader, ids[start : start + PAGE_ACTS]),
        "before": start + PAGE_ACTS if start + PAGE_ACTS < len(ids) else None,
        "query": urlencode([("cell", code) for code in cell] + ([("late", "1")] if late else [])) + "&",
    }
    return render(request, "desk/behind.html", context)


urls: list[URLPattern] = [
    path("figures/", figures, name="figures"),
    path("figures/build/", build, name="figure_build"),
    path("figures/<str:figure_id>/", figure, name="figure"),
    path("figures/<str:figure_id>/recount/", recount, name="recount"),
    path("figures/<str:figure_id>/acts/", behind, name="behind"),
]
