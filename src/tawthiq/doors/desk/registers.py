"""Registers: a table of acts brought in by form, what it would change shown before anything is kept."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.accounts import own_names
from tawthiq.doors.desk.desk_form import DeskForm
from tawthiq.doors.desk.incidents import tallied
from tawthiq.doors.desk.page import form_page, page
from tawthiq.record.collect.acts_table import read_acts
from tawthiq.record.collect.acts_table import template as columns
from tawthiq.record.collect.encoding import CODE_PAGES
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.item import Channel
from tawthiq.record.link.particulars.form import every_field
from tawthiq.record.link.register import MORE_COLUMNS
from tawthiq.record.verify import register as registers
from tawthiq.record.verify.brought import Report
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, Conflict, TawthiqError

MOST_BYTES = 5_000_000
"""What a page reads while somebody waits; larger registers are for `tawthiq case import`."""
SHOWN_ROWS = 200


class RegisterForm(DeskForm):
    """The file, and the register whose keys it carries."""

    file = forms.FileField(label=_("File"), help_text=_("CSV or XLSX, with the columns of the template."))
    register = forms.CharField(
        label=_("Name of the register"),
        max_length=60,
        initial="register",
        help_text=_("Its keys are its own: the same key under the same name is the same thing."),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding of a CSV that is not UTF-8"),
        choices=[("", _("UTF-8, or a workbook")), *((name, name) for name in CODE_PAGES)],
        required=False,
        help_text=_("What a spreadsheet program may write: 1252 Western, 1256 Arabic. Never guessed."),
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


@page(Action.CASE_IMPORT, methods=("GET", "POST"))
def import_register(reader: Reader, request: HttpRequest) -> HttpResponse:
    """First what it would change, then, for the very same bytes, the import."""
    template = "desk/register_import.html"
    if request.method == "GET":
        return render(request, template, {"form": RegisterForm()})
    form = RegisterForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, template, {"form": form}, status=400)
    try:
        return render(request, template, {"form": form, **_read(reader, form, keep="keep" in request.POST)})
    except TawthiqError as error:
        return form_page(request, template, {"form": form}, error)


def _read(reader: Reader, form: RegisterForm, *, keep: bool) -> dict[str, object]:
    uploaded: UploadedFile[bytes] = form.cleaned_data["file"]
    name, data = uploaded.name or "register.csv", _bytes_of(uploaded)
    mark = hashlib.sha256(data).hexdigest()
    opens = partial(read_acts, more=MORE_COLUMNS, encoding=form.cleaned_data["encoding"])
    names = own_names(reader.actor.id)
    reading = registers.Register(form.cleaned_data["register"], datetime.now(UTC), names, opens)
    if not keep:
        report = registers.dry_run(reader, BytesIO(data), reading)
        return {"report": report, "mark": mark, "file_name": name, "kept": False, **_lists(report)}
    if form.cleaned_data["shown"] != mark:
        raise Conflict(
            "this is not the file whose changes were shown", where="file", do="look at what this one would change first"
        )
    report = registers.import_register(reader.actor, BytesIO(data), Arrival(name, Channel.REGISTER), reading)
    return {"report": report, "file_name": name, "kept": True, **_lists(report)}


def _bytes_of(uploaded: UploadedFile[bytes]) -> bytes:
    if (uploaded.size or 0) > MOST_BYTES:
        raise BadInput(
            "too large to be read while you wait", where="file", do="use tawthiq case import, or cut it in parts"
        )
    return bytes(uploaded.read())


def _lists(report: Report) -> dict[str, object]:
    return {
        "becomes": [(kind, {word.value: n for word, n in counts.items()}) for kind, counts in report.becomes.items()],
        "quarantined": report.quarantined[:SHOWN_ROWS],
        "changes": report.changes[:SHOWN_ROWS],
        "mismatches": [(one.key, tallied(found.field), found) for one, found in report.mismatches[:SHOWN_ROWS]],
        "signals": sorted((field, what, n) for (field, what), n in report.signals.items()),
    }


@page(Action.CASE_IMPORT)
def template(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """An empty register: the columns that are always read, or every one that can be."""
    more = [spec.name for spec in every_field()] if request.GET.get("all") else []
    answer = HttpResponse(columns(more), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="acts.csv"'
    return answer


urls: list[URLPattern] = [
    path("registers/import/", import_register, name="register_import"),
    path("registers/template/", template, name="register_template"),
]
