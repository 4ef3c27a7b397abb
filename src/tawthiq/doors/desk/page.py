"""Page: how a view says what it needs, and how an error becomes a page in words."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Concatenate, ParamSpec, cast

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from tawthiq.safe.access import NOBODY, Action, Actor
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import (
    BadInput,
    Conflict,
    IntegrityBroken,
    NotFound,
    NotPermitted,
    StorageFailed,
    TawthiqError,
)

P = ParamSpec("P")
View = Callable[Concatenate[Reader, HttpRequest, P], HttpResponse]
Opened = Callable[Concatenate[HttpRequest, P], HttpResponse]

STATUS: tuple[tuple[type[TawthiqError], int], ...] = (
    (NotPermitted, 403),
    (NotFound, 404),
    (BadInput, 400),
    (Conflict, 409),
    (IntegrityBroken, 409),
    (StorageFailed, 507),
)
READING = ("GET", "HEAD")


def page(action: Action | None, *, methods: tuple[str, ...] = READING) -> Callable[[View[P]], Opened[P]]:
    """Mark a view with the action that opens it; None is for every account that is signed in.

    The view gets a Reader instead of the user. A TawthiqError becomes a page that says what, where, what to do.
    """

    def mark(view: View[P]) -> Opened[P]:
        @functools.wraps(view)
        def opened(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method not in methods:
                return _elsewhere(request, methods)
            try:
                return view(_reader(request, action), request, *args, **kwargs)
            except TawthiqError as error:
                return error_page(request, error)

        opened.opens = action  # type: ignore[attr-defined]  # read by the test that walks every address
        opened.methods = methods  # type: ignore[attr-defined]  # read by the same test
        return cast("Opened[P]", opened)

    return mark


def _reader(request: HttpRequest, action: Action | None) -> Reader:
    reader = Reader(actor_of(request), request.POST.get("purpose", ""))
    if action is not None:
        reader.require(action)
    elif not reader.actor.id:
        raise NotPermitted("sign in first")
    return reader


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in account as the access rules see it."""
    return request.user.as_actor() if isinstance(request.user, Account) else NOBODY


def account_of(request: HttpRequest) -> Account:
    """The signed-in account; raises NotPermitted."""
    if not isinstance(request.user, Account):
        raise NotPermitted("sign in first")
    return request.user


def status_of(error: TawthiqError) -> int:
    """The HTTP status that says the same as the error."""
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)


def error_page(request: HttpRequest, error: TawthiqError) -> HttpResponse:
    """The error in words."""
    return render(request, "desk/error.html", {"error": error}, status=status_of(error))


def _elsewhere(request: HttpRequest, methods: Sequence[str]) -> HttpResponse:
    """Who comes back to the address of an act (after signing in, after another language was chosen) sees its thing."""
    if request.method != "GET":
        return HttpResponseNotAllowed(methods)
    parts = request.path.strip("/").split("/")
    above = ("/" + "".join(f"{part}/" for part in parts[:n]) for n in range(len(parts) - 1, -1, -1))
    return HttpResponseRedirect(next(address for address in above if _shows(address)))


def _shows(address: str) -> bool:
    try:
        return "GET" in getattr(resolve(address).func, "methods", ())
    except Resolver404:
        return False


def form_page(
    request: HttpRequest, template: str, context: Mapping[str, object], error: TawthiqError | None = None
) -> HttpResponse:
    """A form, or the same form again with what was wrong with it and nothing that was typed lost."""
    status = status_of(error) if error else 200
    return render(request, template, {**context, "error": error, "where": _label(context, error)}, status=status)


def _label(context: Mapping[str, object], error: TawthiqError | None) -> str:
    """What the form calls the field that the error names; empty where it has none of that name."""
    form = context.get("form")
    named = form.fields.get(error.where) if error and isinstance(form, Form) else None
    return str(named.label or "") if named else ""


def go(name: str, *args: str) -> HttpResponseRedirect:
    """On to another page of the desk, after something was done."""
    return HttpResponseRedirect(reverse(name, args=args))


def before_of(request: HttpRequest) -> int | None:
    """The ledger seq before which a list goes on, from the address; raises BadInput."""
    text = request.GET.get("before", "")
    if text and not text.isdecimal():
        raise BadInput("a page begins at a ledger number", where="before", do="follow the links of the list")
    return int(text) if text else None
