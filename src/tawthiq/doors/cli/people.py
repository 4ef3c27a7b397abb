"""`tawthiq account`, `tawthiq body`: who may do what, in whose name cases are verified."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import UnknownCode

accounts = typer.Typer(help="Accounts, their roles, their ways in.", no_args_is_help=True)
bodies = typer.Typer(help="Bodies in whose name cases are verified.", no_args_is_help=True)


@accounts.command("add")
def add(
    username: str,
    role: Annotated[list[str], typer.Option(help="collector, verifier, referral, analyst, publisher, auditor, ...")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Make an account, or give it exactly these roles; prints a one-time sign-in link."""
    actor = open_session(home, as_)
    from tawthiq.doors.accounts import make_account
    from tawthiq.doors.desk.sign_in import make_sign_in_link
    from tawthiq.safe.access import Role

    unknown = [name for name in role if name not in set(Role)]
    if unknown:
        raise UnknownCode(f"no role is called {unknown[0]!r}", where="--role", do=f"use one of: {', '.join(Role)}")
    account = make_account(username, [Role(name) for name in role], by=actor)
    document = {
        "account": username,
        "actor": account.actor_id,
        "roles": account.roles,
        "sign_in": make_sign_in_link(account),
    }
    put_json(document) if as_json else put_fields(document)


@accounts.command("list")
def list_accounts(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List accounts with their roles."""
    actor = open_session(home, as_)
    from tawthiq.safe.access import Action
    from tawthiq.safe.models import Account
    from tawthiq.safe.work import Reader

    Reader(actor).require(Action.ACCOUNT_MANAGE)
    rows = [
        {"account": one.username, "actor": one.actor_id, "roles": one.roles, "active": one.is_active}
        for one in Account.objects.order_by("username")
    ]
    if as_json:
        put_json({"accounts": rows})
    else:
        put_table("accounts", ("account", "actor", "roles", "active"), (list(row.values()) for row in rows))


@accounts.command("token")
def token(username: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Print a token with which a program reads the API as this account, for 90 days."""
    actor = open_session(home, as_)
    from tawthiq.doors.accounts import get_account
    from tawthiq.doors.api.auth import make_token
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Reader

    Reader(actor).require(Action.ACCOUNT_MANAGE)
    document = {"account": username, "token": make_token(get_account(username))}
    put_json(document) if as_json else put_fields(document)


@bodies.command("set")
def set_body(
    name: str,
    un: Annotated[bool, typer.Option("--un", help="It is a body of the United Nations.")] = False,
    trained: Annotated[list[str] | None, typer.Option(help="Account whose judgement of credibility counts.")] = None,
    authorised: Annotated[list[str] | None, typer.Option(help="Account that may take the final step.")] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Configure a body; only with --un may "UN" stand before the word verified."""
    actor = open_session(home, as_)
    from tawthiq.doors.accounts import get_account
    from tawthiq.record.verify.body import Body
    from tawthiq.record.verify.models.write import put_body
    from tawthiq.safe.access import Action
    from tawthiq.safe.work import Work

    ids = [tuple(get_account(one).actor_id for one in names or ()) for names in (trained, authorised)]
    body = Body(name, un, ids[0], ids[1])
    with Work(actor, Action.ACCOUNT_MANAGE) as work:
        changed = put_body(work, body)
    document = {"body": name, "un": un, "changed": changed}
    put_json(document) if as_json else put_fields(document)
