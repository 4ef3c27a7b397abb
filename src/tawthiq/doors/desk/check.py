"""Check: every figure that an item quotes, set beside what the record and the cited sources say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.page import page
from tawthiq.record.collect import models as collect
from tawthiq.report.check.gather import check_item
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader


@page(Action.STATEMENT_READ)
def check(reader: Reader, request: HttpRequest, item_id: str) -> HttpResponse:
    """The check of one item, made now; none of a sealed item, whose words it would quote."""
    receipts = collect.get_receipts(reader, item_id)
    context = {
        "item": collect.get_item(reader, item_id),
        "receipt": receipts[0] if receipts else None,
        "check": check_item(reader, item_id),
    }
    return render(request, "desk/check.html", context)


urls: list[URLPattern] = [path("items/<str:item_id>/check/", check, name="check")]
