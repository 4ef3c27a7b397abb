"""Keys: commands by one letter; off until a person switches them on, each letter theirs to choose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tawthiq.doors.desk.page import account_of, form_page, go, page
from tawthiq.doors.models import Preference
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, TawthiqError

USUAL: Mapping[str, tuple[str, Promise]] = MappingProxyType(
    {
        "next": ("j", _("Next")),
        "previous": ("k", _("Previous")),
        "accept": ("a", _("Accept the statement")),
        "edit": ("e", _("Edit the statement")),
        "reject": ("r", _("Reject the statement")),
        "tick": ("t", _("Tick the next doubt you looked at")),
        "reason": ("w", _("Write why you reject")),
        "missed": ("m", _("Add a statement that the machine missed, from the words you selected")),
        "back": ("z", _("Back to the statement just decided")),
        "verified": ("v", _("Assess as verified")),
        "unverified": ("u", _("Assess as not verified")),
        "needs_more": ("n", _("Needs more information")),
        "open": ("o", _("Open the source")),
        "search": ("/", _("Search")),
        "help": ("?", _("Show the keys")),
    }
)
"""Command -> usual key, what it does."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command with the key that gives it."""

    name: str
    key: str
    does: Promise


@dataclass(frozen=True, slots=True)
class Keys:
    """A person's keys; nothing listens while `on` is False."""

    on: bool
    commands: tuple[Command, ...]

    @property
    def of(self) -> dict[str, str]:
        """command -> key."""
        return {command.name: command.key for command in self.commands}

    @property
    def as_json(self) -> str:
        """key -> command, for the page's script; empty while off."""
        return json.dumps({command.key: command.name for command in self.commands if command.key} if self.on else {})


def keys_of(user: AbstractBaseUser | AnonymousUser) -> Keys:
    """The keys of an account, the usual ones where it chose none."""
    kept = Preference.objects.filter(account_id=user.pk).first() if isinstance(user, Account) else None
    return Keys(kept.keys_on if kept else False, commands_with(kept.keys if kept else {}))


def commands_with(chosen: Mapping[str, str]) -> tuple[Command, ...]:
    """Every command, with the chosen key or the usual one; with none where another command was given that one."""
    taken = frozenset(chosen.values())
    free = {name: "" if usual in taken else usual for name, (usual, _does) in USUAL.items()}
    return tuple(Command(name, chosen.get(name, free[name]), does) for name, (_usual, does) in USUAL.items())


def chosen_from(posted: Mapping[str, str]) -> dict[str, str]:
    """The keys of a form; raises BadInput for a key that is not one character, or stands twice."""
    keys = {name: posted.get(name, usual).strip().lower() for name, (usual, _does) in USUAL.items()}
    wrong = [name for name, key in keys.items() if len(key) != 1]
    if wrong:
        raise BadInput("a key is one character", where=", ".join(wrong), do="give one letter, digit or sign")
    if len(set(keys.values())) < len(keys):
        raise BadInput("two commands share a key", where="keys", do="give each command a key of its own")
    return keys


@page(None, methods=("GET", "POST"))
def keys(_reader: Reader, request: HttpRequest) -> HttpResponse:
    """The page where keys are switched on and chosen."""
    if request.method == "GET":
        return render(request, "desk/keys.html")
    try:
        fields = {"keys_on": "keys_on" in request.POST, "keys": chosen_from(request.POST.dict())}
    except TawthiqError as error:
        return form_page(request, "desk/keys.html", {}, error)
    Preference.objects.update_or_create(account=account_of(request), defaults=fields)
    return go("keys")


urls: list[URLPattern] = [path("keys/", keys, name="keys")]
