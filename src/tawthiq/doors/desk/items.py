"""Items: the list of what is kept, the page of one item, the way in for a new one."""

from __future__ import annotations

import base64
import io

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from tawthiq.doors.desk.page import before_of, form_page, go, page
from tawthiq.doors.desk.pictures import blurred, sharp
from tawthiq.doors.desk.texts import document_of, marks_of
from tawthiq.doors.desk.highlight import passages_of
from tawthiq.doors.desk.words import choices
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.compare import models as compare
from tawthiq.record.extract import models as extract
from tawthiq.safe.access import Action, may, Allowed
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import TawthiqError

PAGE_ROWS = 50
TEXT_KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)


@page(Action.ITEM_READ)
def items(reader: Reader, request: HttpRequest) -> HttpResponse:
    """What is kept, newest first, by kind."""
    kind = request.GET.get("kind", "")
    found = collect.find_items(reader, kind=kind, limit=PAGE_ROWS, before=before_of(request))
    receipts = collect.get_receipts_of(reader, [item.id for _seq, item in found])
    context = {
        "rows": [(item, receipts.get(item.id)) for _seq, item in found],
        "before": found[-1][0] if len(found) == PAGE_ROWS else None,
        "kind": kind,
        "kinds": choices("item_kind"),
        "query": f"kind={kind}&" if kind in {code for code, _word in choices("item_kind")} else "",
    }
    return render(request, "desk/items.html", context)


@page(Action.ITEM_READ)
def item(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """One item: its text with its statements, its hash worked out again now, how it came, what happened to it."""
    return render(request, "desk/item.html", _about(reader, collect.get_item(reader, item_id)))


def _about(reader: Reader, kept: Item) -> dict[str, object]:
    intact = reader.vault.check(kept.sha256)
    text = kept.kind in TEXT_KINDS and kept.state is ItemState.READABLE and intact
    document = document_of(reader, kept) if text else None
    marks = marks_of(reader, kept.id) if document else []
    return {
        "item": kept,
        "intact": intact,
        "receipts": collect.get_receipts(reader, kept.id),
        "custody": collect.get_custody(reader, kept.id),
        "quarantine": collect.get_quarantine(reader, kept.id),
        "copies": compare.get_copies(reader, kept.id),
        "document": document,
        "passages": passages_of(document, marks) if document else [],
        "n_statements": len(marks),
        "picture": blurred(reader.vault.get(kept.sha256)) if kept.kind is ItemKind.IMAGE and intact else "",
        "rows": extract.find_statements(reader, item_id=kept.id, limit=PAGE_ROWS) if kept.kind is ItemKind.TABLE else [],
    }


@never_cache
@page(Action.ITEM_REVEAL, methods=("POST",))
def reveal(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """The picture of an item without blur, in this one answer; the reason goes into the ledger."""
    with Work(reader.actor, Action.ITEM_REVEAL, thing=item_id, purpose=reader.purpose) as work:
        data = collect.reveal_item(work, item_id)
    kept = collect.get_item(reader, item_id)
    return render(request, "desk/item.html", {**_about(reader, kept), "revealed": sharp(data)})
