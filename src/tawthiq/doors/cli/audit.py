"""`tawthiq audit`: is the log unbroken, do tables and vault agree with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawthiq.doors.cli import checkpoint, log_key, timestamp
from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Check the ledger, sign it, hand it out.", no_args_is_help=True)
app.add_typer(checkpoint.app, name="checkpoint")
app.add_typer(log_key.app, name="key")
app.add_typer(timestamp.app, name="timestamp")


@app.command("verify")
def verify(as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Work the whole log out again; compare every row and every kept file with what was recorded."""
    actor = open_session(home, as_)
    from tawthiq.doors.audit import audit
    from tawthiq.safe.work import Reader

    report = audit(Reader(actor))
    document = report.to_json()
    if as_json:
        put_json(document)
    else:
        put_fields({name: document[name] for name in ("lines", "root", "rows", "files", "ok")})
        if report.faults:
            put_table("faults", ("where", "what"), ((fault.where, fault.what) for fault in report.faults))
    if report.faults:
        raise typer.Exit(FINDINGS)


@app.command("export-log")
def export_log(
    folder: Annotated[Path, typer.Argument(help="Where to write it; must not be there yet.")],
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Write the whole log as tiles with its signed heads and stamps; `verify.py` in it checks them anywhere."""
    actor = open_session(home, as_)
    from tawthiq.doors.evidence.log_folder import export_log as export
    from tawthiq.safe.work import Reader

    made = export(Reader(actor), folder)
    document = {
        "folder": str(folder),
        "size": made.checkpoint.size,
        "root": made.checkpoint.root,
        "files": made.n_files,
        "stamps": made.n_stamps,
        "key": made.checkpoint.key.text,
        "fingerprint": made.checkpoint.key.fingerprint,
    }
    put_json(document) if as_json else put_fields(document)


@app.command("scrub")
def scrub(
    restart: Annotated[
        bool, typer.Option("--restart", help="Begin anew where an earlier one was interrupted.")
    ] = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Hash every kept file again, and name what is missing, changed, or extra; an interrupted one goes on."""
    actor = open_session(home, as_)
    from tawthiq.doors.scrub import scrub_whole
    from tawthiq.safe.work import Reader

    found = scrub_whole(Reader(actor), restart=restart)
    document = found.to_json()
    if as_json:
        put_json(document)
    else:
        put_fields({name: document[name] for name in ("ok", "began_at", "finished_at", "n_done")})
        put_table("faults", ("what", "sha256"), found.faults)
    if not found.ok:
        raise typer.Exit(FINDINGS)
