"""Ledger: the newest events, and whether the whole log still verifies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.page import before_of, page
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader

PAGE_ROWS = 100


@page(Action.LEDGER_READ)
def events(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """The newest events, newest first; of one thing, all of them."""
    thing = request.GET.get("thing", "")
    found = list(ledger.events_of(thing))[::-1] if thing else ledger.latest(PAGE_ROWS, before_of(request))
    more = found[-1].seq if not thing and len(found) == PAGE_ROWS else None
    context = {"events": found, "head": ledger.head(), "before": more, "thing": thing, "query": ""}
    return render(request, "desk/ledger.html", context)


@page(Action.LEDGER_READ, methods=("POST",))
def verify(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """Every line hashed again, the root worked out from them and set beside the stated one."""
    head = ledger.head()
    faults = ledger.faults(ledger.stored_lines(), head)
    return render(request, "desk/ledger_verified.html", {"head": head, "faults": faults})


@page(Action.LEDGER_READ)
def line(_reader: Reader, request: HttpRequest, seq: int) -> HttpResponse:
    """One event, with the proof that it is in the log."""
    proof = ledger.proof_of(seq)
    event = ledger.latest(1, seq + 1)[0]
    return render(request, "desk/ledger_line.html", {"event": event, "proof": proof})


urls: list[URLPattern] = [
    path("ledger/", events, name="ledger"),
    path("ledger/verify/", verify, name="ledger_verify"),
    path("ledger/<int:seq>/", line, name="ledger_line"),
]
