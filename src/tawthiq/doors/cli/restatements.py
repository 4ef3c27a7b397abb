"""`tawthiq release restatements`: what releases say that the record says no longer."""

from __future__ import annotations

from typing import Annotated

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, put_json, put_table
from tawthiq.doors.cli.session import open_session


def restatements(
    release_id: Annotated[str, typer.Argument(help="A release; all that stand when left out.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List what the record says no longer of a release: each act that left, moved, changed or entered.

    Exit code 3 when a restatement is due. A release that replaces the old one settles it.
    """
    actor = open_session(home, as_)
    from tawthiq.report.publish.step import due_restatements
    from tawthiq.safe.work import Reader

    found = [one.content() for one in due_restatements(Reader(actor), release_id)]
    if as_json:
        put_json({"due": found})
    else:
        names = ("release", "figure", "subject", "how", "old", "new")
        put_table("restatements due", names, ([str(one[name]) for name in names] for one in found))
    if found:
        raise typer.Exit(FINDINGS)
