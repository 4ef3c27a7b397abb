"""My work: what waits for this person, and what the record holds, verified and unverified apart."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.drafts import drafts_of
from tawthiq.doors.desk.page import account_of, go, page
from tawthiq.doors.desk.standings import find_waiting
from tawthiq.doors.jobs.models import find_jobs
from tawthiq.doors.models import Preference
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.models.harm import get_waiting_seals
from tawthiq.record.extract import models as extract
from tawthiq.record.verify.models.acts import count_unverified, count_verified, counted_mark
from tawthiq.safe import ledger
from tawthiq.safe.access import OPENED_BY, Action
from tawthiq.safe.work import Reader
from tawthiq.terms.violation import Unit

SHOWN_ROWS = 5


@page(None)
def my_work(reader: Reader, request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    opens = {action for role in reader.actor.roles for action in OPENED_BY[role]}
    dismissed = Preference.objects.filter(account=account_of(request), guide_dismissed=True).exists()
    context: dict[str, object] = {"guide": not dismissed}
    if Action.STATEMENT_DECIDE in opens:
        context |= {
            "undecided": extract.find_undecided(reader, limit=SHOWN_ROWS),
            "n_undecided": extract.count_undecided(reader),
        }
    if Action.CASE_WRITE in opens:
        context["drafts"] = drafts_of(request)
    if Action.ASSESS in opens:
        context["queue"] = find_waiting(reader, SHOWN_ROWS).rows
    if Action.ITEM_SEAL in opens:
        context["seals"] = [(one, seal) for one, seal in get_waiting_seals(reader) if seal.asked_by != reader.actor.id]
    if Action.JOB_READ in opens:
        context["jobs"] = find_jobs(reader, SHOWN_ROWS)
    if Action.ITEM_READ in opens:
        newest = collect.find_items(reader, limit=SHOWN_ROWS)
        receipts = collect.get_receipts_of(reader, [item.id for _seq, item in newest])
        context["items"] = [(item, receipts.get(item.id)) for _seq, item in newest]
    return render(request, "desk/my_work.html", context)


@dataclass(frozen=True, slots=True)
class Held:
    """How many rows the record holds, by what they count; the two units are never added."""

    n_acts: int
    n_incidents: int


_COUNTED: dict[str, tuple[Held, Held]] = {}
"""What was counted last, under its mark: lines of the ledger about anything else count nothing again."""

_ONE_COUNTS = Lock()
"""Of several who ask at once, one counts and the others read what it found."""


@page(Action.CODED_READ)
def counts(reader: Reader, request: HttpRequest) -> HttpResponse:
    """What is verified and what is not, apart; asked for after the page is there, since it looks at every row."""
    size = ledger.head().size
    with _ONE_COUNTS:
        mark = counted_mark(reader)
        if mark not in _COUNTED:
            held = _held(count_verified(reader)), _held(count_unverified(reader))
            _COUNTED.clear()
            _COUNTED[mark] = held
        verified, unverified = _COUNTED[mark]
    context = {"verified": verified, "unverified": unverified, "size": size}
    part = "desk/counts.html" if request.headers.get("HX-Request") else "desk/counts_page.html"
    return render(request, part, context)


def _held(n_rows: dict[Unit, int]) -> Held:
    return Held(n_rows[Unit.CHILD], n_rows[Unit.INCIDENT])


@page(None, methods=("POST",))
def dismiss_guide(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """Put the guide away."""
    Preference.objects.update_or_create(account=account_of(request), defaults={"guide_dismissed": True})
    return go("my_work")


@page(None, methods=("POST",))
def show_guide(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """Bring the guide back."""
    Preference.objects.update_or_create(account=account_of(request), defaults={"guide_dismissed": False})
    return go("my_work")


@page(None)
def my_settings(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """What the desk knows of this account, and what the person can choose."""
    return render(request, "desk/settings.html")


urls: list[URLPattern] = [
    path("", my_work, name="my_work"),
    path("counts/", counts, name="counts"),
    path("guide/dismiss/", dismiss_guide, name="guide_dismiss"),
    path("guide/show/", show_guide, name="guide_show"),
    path("settings/", my_settings, name="settings"),
]
