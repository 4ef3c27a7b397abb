"""What was reported and is not verified, on a page of its own, in a colour of its own, never beside a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.desk_form import DeskForm, labelled
from tawthiq.doors.desk.page import form_page, page
from tawthiq.record.verify.models.acts import unverified_tally
from tawthiq.record.verify.reported import Reported, reported
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import EVERYWHERE, situation_of
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import TawthiqError
from tawthiq.terms.when import parse_when


class AskedForm(DeskForm):
    """Where and when."""

    situation = forms.ChoiceField(label=_("Situation"))
    period = forms.CharField(
        label=_("Period"), max_length=40, help_text=_("2014, 2014-Q2, 2014-H1, 2014-07 or 2013-11/2014-02")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["situation"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(EVERYWHERE, _("Every situation")), *labelled("situation")]


@dataclass(frozen=True, slots=True)
class OfType:
    """A type of violation with its statuses: units of two types are never added, nor are two statuses."""

    code: str
    unit: str
    rows: tuple[Reported, ...]


@page(Action.CODED_READ)
def unverified(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The form, and what was reported in the period that it asks for."""
    form = AskedForm(request.GET if "period" in request.GET else None)
    context: dict[str, object] = {"form": form}
    if not form.is_bound or not form.is_valid():
        return render(request, "desk/unverified.html", context)
    try:
        code, when = (
            situation_of(form.cleaned_data["situation"]),
            parse_when(form.cleaned_data["period"], where="period"),
        )
        opens, closes = bounds(when)
        cases = unverified_tally(reader, situation=None if code == EVERYWHERE else code)
    except TawthiqError as error:
        return form_page(request, "desk/unverified.html", context, error)
    told = reported(cases, opens, closes)
    context |= {"types": of_types(told), "period": when.text, "situation": code}
    return render(request, "desk/unverified.html", context)


def of_types(told: Sequence[Reported]) -> list[OfType]:
    """What was reported, a type of violation each."""
    codes = dict.fromkeys(one.violation for one in told)
    rows = {code: tuple(one for one in told if one.violation == code) for code in codes}
    return [OfType(code, found[0].unit.value, found) for code, found in rows.items()]


urls: list[URLPattern] = [path("figures/unverified/", unverified, name="unverified")]
