"""Drafts: forms that a person has begun; saved while typing, theirs alone, gone once kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme

from tawthiq.doors.desk.page import account_of, go, page
from tawthiq.doors.models import Draft
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput

NOT_TYPED = ("csrfmiddlewaretoken", "draft_form", "draft_title")
MOST_CHARS = 60_000
MOST_DRAFTS = 50
"""Of one person; the oldest make room."""


def draft_of(request: HttpRequest) -> Draft | None:
    """What this person has typed into the form of this address and not kept."""
    return Draft.objects.filter(account=account_of(request), form=request.get_full_path()).first()


def typed(request: HttpRequest) -> Mapping[str, object]:
    """The fields of that draft; empty without one."""
    draft = draft_of(request) if request.method == "GET" else None
    return draft.fields if draft else {}


def forget(request: HttpRequest) -> None:
    """The form was kept: its draft goes."""
    Draft.objects.filter(account=account_of(request), form=request.get_full_path()).delete()


def drafts_of(request: HttpRequest) -> list[Draft]:
    """This person's drafts, newest first."""
    return list(Draft.objects.filter(account=account_of(request)).order_by("-saved_at", "-pk")[:MOST_DRAFTS])


@page(Action.CASE_WRITE, methods=("POST",))
def save(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """Keep what is typed so far; nothing of it is checked, nothing enters the record."""
    form = request.POST.get("draft_form", "")
    if not url_has_allowed_host_and_scheme(form, allowed_hosts=None) or not form.startswith("/"):
        raise BadInput("a draft belongs to a form of this desk", where="draft_form", do="open the form again")
    names = [name for name in request.POST if name not in NOT_TYPED]
    fields = {name: _value(request.POST.getlist(name)) for name in names}
    if sum(len(str(value)) for value in fields.values()) > MOST_CHARS:
        raise BadInput("too long for a draft", where="draft_form", do="shorten what is typed")
    title = request.POST.get("draft_title", "")[:200]
    account = account_of(request)
    draft, _new = Draft.objects.update_or_create(
        account=account, form=form[:300], defaults={"title": title, "fields": fields}
    )
    kept = Draft.objects.filter(account=account).order_by("-saved_at", "-pk").values_list("pk", flat=True)
    Draft.objects.filter(account=account).exclude(pk__in=list(kept[:MOST_DRAFTS])).delete()
    if request.headers.get("HX-Request"):
        return render(request, "desk/draft_saved.html", {"draft": draft})
    return go("my_work")


def _value(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


@page(Action.CASE_WRITE, methods=("POST",))
def discard(_reader: Reader, request: HttpRequest, draft_id: int) -> HttpResponse:
    """Throw one's own draft away; there is no other way back."""
    Draft.objects.filter(pk=draft_id, account=account_of(request)).delete()
    return go("my_work")


urls: list[URLPattern] = [
    path("drafts/save/", save, name="draft_save"),
    path("drafts/<int:draft_id>/discard/", discard, name="draft_discard"),
]
