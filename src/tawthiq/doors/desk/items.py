"""Items: the list of what is kept, the page of one item, the way in for a new one."""

from __future__ import annotations

from typing import BinaryIO, cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tawthiq import flow
from tawthiq.doors.desk.desk_form import DeskForm
from tawthiq.doors.desk.highlight import passages_of
from tawthiq.doors.desk.marks import marks_of
from tawthiq.doors.desk.material import MATERIAL, material_of
from tawthiq.doors.desk.page import before_of, form_page, go, page
from tawthiq.doors.desk.sentences import spoken
from tawthiq.doors.desk.window import window_on
from tawthiq.doors.desk.words import choices
from tawthiq.doors.extractors import ask_of_item, endpoint_of
from tawthiq.doors.jobs.queue import enqueue
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.intake import Added, Arrival, add_item
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.compare import models as compare
from tawthiq.record.extract import models as extract
from tawthiq.record.extract import step as extract_step
from tawthiq.record.extract.extractors.registry import MODEL
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import EmptyInput, TawthiqError
from tawthiq.terms.outcome import Made, Nothing, Refused
from tawthiq.terms.when import parse_when

PAGE_ROWS = 50
MOST_DIGITS = 12
MOST_BYTES_NOW = 300_000
"""Longer files are read for statements in the background."""
TEXT_KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)


class AddItem(DeskForm):
    """What the bringer of a file says of it."""

    file = forms.FileField(label=_("File"), allow_empty_file=True)
    published_on = forms.CharField(
        label=_("Published on"),
        required=False,
        max_length=40,
        help_text=_("As the source says: 2015-08-08, 2015-08 or 2015. Empty: nobody knows, and no date is guessed."),
    )
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    source_url = forms.CharField(
        label=_("Address it came from"), required=False, max_length=2000, help_text=_("Kept as text, never opened.")
    )
    method = forms.CharField(label=_("How it was captured"), required=False, max_length=200)
    limits = forms.CharField(label=_("What that capture cannot show"), required=False, max_length=500)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))


@page(Action.ITEM_READ)
def items(reader: Reader, request: HttpRequest) -> HttpResponse:
    """What is kept, newest first, by kind."""
    kinds = choices("item_kind")
    kind = request.GET.get("kind", "")
    kind = kind if kind in dict(kinds) else ""
    found = collect.find_items(reader, kind=kind, limit=PAGE_ROWS, before=before_of(request))
    receipts = collect.get_receipts_of(reader, [item.id for _seq, item in found])
    context = {
        "rows": [(item, receipts.get(item.id)) for _seq, item in found],
        "before": found[-1][0] if len(found) == PAGE_ROWS else None,
        "kind": kind,
        "kinds": kinds,
        "query": f"kind={kind}&" if kind else "",
    }
    return render(request, "desk/items.html", context)


@page(Action.ITEM_READ)
def item(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """One item: its text with its statements, its hash worked out again now, how it came, what happened to it."""
    at = request.GET.get("at", "")
    place = int(at) if at.isdecimal() and len(at) < MOST_DIGITS else 0
    return render(request, "desk/item.html", about(reader, collect.get_item(reader, item_id), place))


def about(reader: Reader, kept: Item, at: int = 0) -> dict[str, object]:
    """What the page of an item shows, of a sealed one nothing of its bytes; `at`: the place in a long text."""
    intact = reader.vault.check(kept.sha256)
    return {
        "item": kept,
        "intact": intact,
        "receipts": collect.get_receipts(reader, kept.id),
        "custody": collect.get_custody(reader, kept.id),
        "quarantine": collect.get_quarantine(reader, kept.id),
        "n_copies": len(compare.get_copies(reader, kept.id)),
        **_content(reader, kept, at, intact=intact),
    }


def _content(reader: Reader, kept: Item, at: int, *, intact: bool) -> dict[str, object]:
    """What can be shown of the bytes, by their kind; `at`: the place in a long text, in code points."""
    material = material_of(reader, kept, intact=intact)
    shown: dict[str, object] = {"material": material, "caution_tags": choices("caution_tag")}
    if not intact or material.seal.closed or kept.kind in MATERIAL:
        return shown
    return {**shown, **_words(reader, kept, at)}


def _words(reader: Reader, kept: Item, at: int) -> dict[str, object]:
    if kept.kind is ItemKind.TABLE:
        found = extract.find_statements(reader, item_id=kept.id, limit=PAGE_ROWS)
        return {"table_rows": [statement for _seq, statement in found]}
    if kept.kind not in TEXT_KINDS or kept.state is not ItemState.READABLE:
        return {}
    window = window_on(document_of_item(reader, kept), at)
    marks = marks_of(reader, kept.id, window.document.text, window.span)
    return {
        "document": window.document,
        "window": window,
        "passages": passages_of(window.document, marks.marks, shown=window.span),
        "marks": marks,
        "n_statements": extract.count_of_item(reader, kept.id),
        "first_statement": extract.find_first_undecided(reader, kept.id),
        "proposals": extract.get_proposals(reader, kept.id),
        "has_model": endpoint_of(settings.CONFIGURATION) is not None,
    }


@page(Action.STATEMENT_EXTRACT, methods=("POST",))
def extract_statements(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Read an item for statements; a second reading by the same extractor finds nothing."""
    return read_now(reader, request, collect.get_item(reader, item_id))


def read_now(reader: Reader, request: HttpRequest, kept: Item) -> HttpResponse:
    """Read it for statements, a long text in a job; then on to its page."""
    if kept.n_bytes > MOST_BYTES_NOW:
        return go("job", enqueue(reader.actor, "extract", {"item": kept.id}))
    match flow.run_one(reader.actor, extract_step, kept.id):
        case Made(ids):
            messages.success(
                request, ngettext("%(n)s statement found.", "%(n)s statements found.", len(ids)) % {"n": len(ids)}
            )
        case Nothing(reason):
            messages.info(request, spoken(reason))
        case Refused(error):
            raise error
    return go("item", kept.id)


@page(Action.STATEMENT_EXTRACT, methods=("POST",))
def ask_model(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """Ask the model of the settings about an item; from the desk no text leaves this machine, whatever is allowed."""
    n_new = ask_of_item(reader.actor, item_id, MODEL)
    messages.success(request, ngettext("%(n)s statement found.", "%(n)s statements found.", n_new) % {"n": n_new})
    return go("item", item_id)


@page(Action.ITEM_ADD, methods=("GET", "POST"))
def add(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The form that takes one file in."""
    if request.method == "GET":
        return render(request, "desk/item_add.html", {"form": AddItem()})
    form = AddItem(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "desk/item_add.html", {"form": form}, status=400)
    try:
        added = _take(reader, form)
    except TawthiqError as error:
        return form_page(request, "desk/item_add.html", {"form": form}, error)
    tell_of(request, added)
    return go("item", added.item.id)


def _take(reader: Reader, form: AddItem) -> Added:
    said = form.cleaned_data
    uploaded: UploadedFile[bytes] = said["file"]
    if uploaded.file is None:
        raise EmptyInput("no file came with the form", where="file", do="choose a file")
    published = parse_when(said["published_on"], where="published_on") if said["published_on"] else None
    words = {name: said[name] for name in ("publisher", "source_url", "method", "limits", "note")}
    with Work(reader.actor, Action.ITEM_ADD) as work:
        arrival = Arrival(name=uploaded.name or "upload", published_on=published, **words)
        return add_item(work, cast("BinaryIO", uploaded.file), arrival, settings.CONFIGURATION.max_item_bytes)


def tell_of(request: HttpRequest, added: Added) -> None:
    """Say whether it was here before, and what a person must know of it."""
    if added.new:
        messages.success(request, gettext("It is kept; its hash is in the ledger."))
    else:
        messages.success(request, gettext("These bytes were here already; the arrival is noted."))
    for finding in added.findings:
        messages.warning(request, str(finding))


urls: list[URLPattern] = [
    path("items/", items, name="items"),
    path("items/add/", add, name="item_add"),
    path("items/<str:item_id>/", item, name="item"),
    path("items/<str:item_id>/extract/", extract_statements, name="item_extract"),
    path("items/<str:item_id>/model/", ask_model, name="item_model"),
]
