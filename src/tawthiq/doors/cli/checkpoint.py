"""`tawthiq audit checkpoint`: sign the head of the log, list what was signed."""

from __future__ import annotations

import typer

from tawthiq.doors.cli.output import AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Signed heads of the log.", no_args_is_help=True)


@app.command("make")
def make(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Sign the present head; refused when the log does not continue what was signed before."""
    actor = open_session(home, as_)
    from tawthiq.safe.access import Action
    from tawthiq.safe.checkpoints import sign_head
    from tawthiq.safe.work import Work

    with Work(actor, Action.LEDGER_SIGN):
        made = sign_head()
    document = {**made.to_json(), "key": made.key.text, "fingerprint": made.key.fingerprint}
    put_json(document) if as_json else put_fields(document)


@app.command("list")
def list_checkpoints(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """List the signed heads, with the proof that each continues the one before, and the gap to its time stamp."""
    actor = open_session(home, as_)
    from tawthiq.doors.evidence.heads import heads
    from tawthiq.safe.work import Reader

    found = heads(Reader(actor))
    if as_json:
        put_json(found)
        return
    put_fields({"key": found["key"], "fingerprint": found["fingerprint"]})
    columns = ("size", "made_at", "continues", "stamped_at", "gap_s")
    put_table("checkpoints", columns, ([one[name] for name in columns] for one in found["checkpoints"]))
