"""`tawthiq audit`: is the log unbroken, do tables and vault agree with it."""

from __future__ import annotations

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session

app = typer.Typer(help="Check the ledger.", no_args_is_help=True)


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
