"""`tawthiq audit timestamp`: time stamps from outside on the signed heads, by file or over the network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import MissingField

app = typer.Typer(help="Time stamps (RFC 3161) on signed heads.", no_args_is_help=True)
RootsOption = Annotated[
    Path | None, typer.Option("--roots", help="PEM file of the authority's roots; setting timestamp_roots by default.")
]


@app.command("request")
def request(home: HomeOption = None, as_: AsOption = "") -> None:
    """Sign the head, write the request for its time stamp to standard output; it waits until a reply is accepted."""
    actor = open_session(home, as_)
    from tawthiq.safe.access import Action
    from tawthiq.safe.checkpoints import sign_head
    from tawthiq.safe.stamps import request_stamp
    from tawthiq.safe.work import Work

    with Work(actor, Action.LEDGER_SIGN):
        made = request_stamp(sign_head())
    typer.get_binary_stream("stdout").write(made.der)


@app.command("accept")
def accept(
    reply: Annotated[Path, typer.Argument(help="The authority's reply.", exists=True, dir_okay=False)],
    roots: RootsOption = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Check a reply against the requests that wait, and keep it."""
    actor = open_session(home, as_)
    from tawthiq.safe.access import Action
    from tawthiq.safe.stamps import accept_reply
    from tawthiq.safe.work import Work

    with Work(actor, Action.LEDGER_SIGN):
        kept = accept_reply(reply.read_bytes(), _roots(roots))
    document = {"size": kept.size, "stamped_at": kept.stamped_at.isoformat(), "checked_by": kept.checked_by}
    put_json(document) if as_json else put_fields(document)


@app.command("send")
def send(roots: RootsOption = None, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Ask the authorities of the setting timestamp_urls for every request that waits; without one nothing is sent."""
    actor = open_session(home, as_)
    from django.conf import settings

    from tawthiq.doors.stamping import send_waiting

    sent = list(send_waiting(actor, settings.CONFIGURATION.timestamp_urls, _roots(roots)))
    rows = [{"size": one.size, "stamped": not one.problem, "problem": one.problem} for one in sent]
    put_json({"sent": rows}) if as_json else put_table(
        "sent", ("size", "stamped", "problem"), (list(row.values()) for row in rows)
    )
    if any(one.problem for one in sent):
        raise typer.Exit(FINDINGS)


@app.command("list")
def list_stamps(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List the signed heads with the gap between signing and stamp, in seconds; what waits counts up to now."""
    actor = open_session(home, as_)
    from datetime import UTC, datetime

    from tawthiq.safe.access import Action
    from tawthiq.safe.stamps import standings
    from tawthiq.safe.work import Reader

    Reader(actor).require(Action.LEDGER_READ)
    rows = [one.to_json() for one in standings(datetime.now(UTC))]
    columns = ("size", "made_at", "asked", "stamped_at", "gap_s")
    put_json({"heads": rows}) if as_json else put_table("time stamps", columns, (list(row.values()) for row in rows))


def _roots(given: Path | None) -> bytes:
    """Raises MissingField: a stamp that is checked against no root proves nothing."""
    from django.conf import settings

    place = given or settings.CONFIGURATION.timestamp_roots
    if place is None or not place.is_file():
        raise MissingField(
            "the roots of the authority are needed", where="--roots", do="get its root as PEM, name the file"
        )
    return place.read_bytes()
