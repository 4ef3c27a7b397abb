"""Subject: what one counted thing rests on, from its decisions down to the words and bytes."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from tawthiq.doors.desk.incidents import Rest, rests_of
from tawthiq.doors.desk.page import page
from tawthiq.doors.desk.standings import standings_of, trail_of
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, Receipt
from tawthiq.record.link.models import read as link
from tawthiq.record.link.paid import conversion_of
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing it rests on, with the item it stands in. `intact`: the item's bytes hash to what was recorded, now."""

    rest: Rest
    item: Item | None
    receipt: Receipt | None
    intact: bool


@page(Action.CASE_READ)
def subject(reader: Reader, request: HttpRequest, subject_id: str) -> HttpResponse:
    """An act, or a violation counted in incidents: its decisions, its statements, their items."""
    act = link.get_act(reader, subject_id) if subject_id.startswith("act") else None
    violation = link.get_violation(reader, act.violation_id if act else subject_id)
    stood = standings_of(reader, [violation.incident_id])[violation.incident_id]
    this = [one for one in stood if one.subject.id == subject_id]
    if not this:
        raise NotFound("it is not counted by itself", where=subject_id, do="open its acts from the incident")
    context = {
        "act": act,
        "converted": conversion_of(act) if act else None,
        "violation": violation,
        "incident": link.get_incident(reader, violation.incident_id),
        "stood": this[0],
        "trail": trail_of(this),
        "grounds": grounds(reader, [subject_id, violation.id]),
    }
    return render(request, "desk/subject.html", context)


def grounds(reader: Reader, subject_ids: list[str]) -> list[Ground]:
    """What these things rest on, each with its item hashed again now."""
    rests = [rest for found in rests_of(reader, list(dict.fromkeys(subject_ids))).values() for rest in found]
    ids = list(dict.fromkeys(rest.statement.item_id for rest in rests if rest.statement))
    items = {item_id: collect.get_item(reader, item_id) for item_id in ids}
    receipts = collect.get_receipts_of(reader, ids)
    intact = {item_id: reader.vault.check(item.sha256) for item_id, item in items.items()}
    return [_ground(rest, items, receipts, intact) for rest in rests]


def _ground(rest: Rest, items: dict[str, Item], receipts: dict[str, Receipt], intact: dict[str, bool]) -> Ground:
    item_id = rest.statement.item_id if rest.statement else ""
    return Ground(rest, items.get(item_id), receipts.get(item_id), intact.get(item_id, False))


urls: list[URLPattern] = [path("cases/<str:subject_id>/", subject, name="subject")]
