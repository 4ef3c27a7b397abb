"""`tawthiq audit key`: the keys that signed the log, the handover to a new one."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Keys of the log.", no_args_is_help=True)


@app.command("rotate")
def rotate(
    reason: Annotated[str, typer.Option(help="Why; it goes into the ledger as a commitment.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Hand the log over to a new key: the old one signs that, for the last time, and is deleted."""
    actor = open_session(home, as_)
    from tawthiq.safe.access import Action
    from tawthiq.safe.checkpoints import sign_head
    from tawthiq.safe.rotation import hand_over
    from tawthiq.safe.work import Work

    with Work(actor, Action.LEDGER_ROTATE, purpose=reason) as work:
        made = hand_over(work)
    with Work(actor, Action.LEDGER_SIGN):
        signed = sign_head()
    document = {
        "line": made.seq,
        "before": made.before.fingerprint,
        "key": made.after.text,
        "fingerprint": made.after.fingerprint,
        "signed_size": signed.size,
    }
    put_json(document) if as_json else put_fields(document)


@app.command("list")
def list_keys(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List every key of the log, oldest first, with the least number of lines under which it signs."""
    actor = open_session(home, as_)
    from tawthiq.doors.evidence.heads import keys
    from tawthiq.safe.access import Action
    from tawthiq.safe.log_keys import key_chain
    from tawthiq.safe.work import Reader

    Reader(actor).require(Action.LEDGER_READ)
    found = keys(key_chain())
    columns = ("from_size", "fingerprint", "key")
    put_json({"keys": found}) if as_json else put_table(
        "keys", columns, ([one[name] for name in columns] for one in found)
    )
