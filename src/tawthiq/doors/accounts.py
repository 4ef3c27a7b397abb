"""Accounts: making them, giving roles, finding who acts; each change is a ledger line without a name in it."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Work
from tawthiq.terms.errors import NotFound

FOUNDER = Actor("usr_founder", frozenset({Role.ADMINISTRATOR}))
"""The actor of the first accounts of a home, before anybody can have made anybody."""


def make_account(username: str, roles: Iterable[Role], by: Actor = FOUNDER) -> Account:
    """The account of that name, made if need be, with exactly these roles; it has no password until one is set."""
    names = sorted(role.value for role in roles)
    account = Account.objects.filter(username=username).first()
    if account is not None and account.roles == names:
        return account
    with Work(by, Action.ACCOUNT_MANAGE) as work:
        account = account or Account(username=username)
        account.roles = names
        if not account.password:
            account.set_unusable_password()
        account.save()
        work.record(account.actor_id, {"roles": names}, detail={"roles": names})
    return account


def get_account(username: str) -> Account:
    """The account of that name; raises NotFound."""
    account = Account.objects.filter(username=username).first()
    if account is None:
        known = ", ".join(Account.objects.order_by("username").values_list("username", flat=True))
        raise NotFound("no account of that name", where="--as", do=f"use one of: {known}")
    return account


def own_names(actor_id: str) -> tuple[str, ...]:
    """Under which words a person may stand in a register: actor id, user name, full name, e-mail."""
    account = Account.objects.filter(actor_id=actor_id).first()
    if account is None:
        return (actor_id,)
    return tuple(filter(None, (actor_id, account.username, account.get_full_name(), account.email)))


def names_of(actor_ids: Iterable[str]) -> dict[str, str]:
    """actor id -> user name, for pages and printouts; an unknown id stands for itself."""
    ids = set(actor_ids)
    known = dict(Account.objects.filter(actor_id__in=ids).values_list("actor_id", "username"))
    return {actor_id: known.get(actor_id, actor_id) for actor_id in ids}
