"""People: who has which role, for the administrator; an account made here gets its first way in once."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.accounts import make_account
from tawthiq.doors.desk.desk_form import DeskForm
from tawthiq.doors.desk.page import form_page, page
from tawthiq.doors.desk.sign_in import make_sign_in_link
from tawthiq.doors.desk.words import choices
from tawthiq.safe.access import OPENED_BY, Action, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import Conflict, TawthiqError


class PersonForm(DeskForm):
    """An account and exactly the roles it is to have."""

    username = forms.RegexField(
        r"^[\w.@+-]+$", label=_("User name"), max_length=150, help_text=_("Known here alone; the ledger has an id.")
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"), required=False, choices=choices("role"), widget=forms.CheckboxSelectMultiple
    )


@page(Action.ACCOUNT_MANAGE, methods=("GET", "POST"))
def people(reader: Reader, request: HttpRequest) -> HttpResponse:
    """Every account with its roles; a form that makes one, or gives one exactly these roles."""
    if request.method == "GET":
        named = Account.objects.filter(username=request.GET.get("account", "")).first()
        initial: dict[str, Any] = {"username": named.username, "roles": named.roles} if named else {}
        return render(request, "desk/people.html", _about(PersonForm(initial=initial)))
    form = PersonForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/people.html", _about(form), status=400)
    try:
        done = _give(reader, form)
    except TawthiqError as error:
        return form_page(request, "desk/people.html", _about(form), error)
    return render(request, "desk/people.html", _about(PersonForm()) | done)


def _give(reader: Reader, form: PersonForm) -> dict[str, object]:
    """A sign-in link is given for an account that never signed in: nobody is to enter as somebody who works here."""
    said = form.cleaned_data
    if said["username"] == _own_name(reader) and Role.ADMINISTRATOR.value not in said["roles"]:
        raise Conflict(
            "an administrator does not lay down the role alone", where="roles", do="let another administrator do it"
        )
    account = make_account(said["username"], [Role(name) for name in said["roles"]], by=reader.actor)
    link = make_sign_in_link(account) if account.last_login is None and not is_mfa_enabled(account) else ""
    return {"given": account, "link": link}


def _own_name(reader: Reader) -> str:
    return Account.objects.filter(actor_id=reader.actor.id).values_list("username", flat=True).first() or ""


def _about(form: PersonForm) -> dict[str, object]:
    accounts = [(one, is_mfa_enabled(one)) for one in Account.objects.order_by("username")]
    opens = [(role.value, sorted(action.value for action in OPENED_BY[role])) for role in Role]
    return {"form": form, "accounts": accounts, "opens_by_role": opens}


urls: list[URLPattern] = [path("people/", people, name="people")]
