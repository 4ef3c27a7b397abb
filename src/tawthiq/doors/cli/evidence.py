"""`tawthiq evidence`: hand over what figures and items rest on; check what was handed over."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.doors.cli.output import FINDINGS, AsOption, HomeOption, JsonFlag, complain, put_fields, put_json, put_table
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import MissingField, NotFound

app = typer.Typer(help="Evidence packages, and their check.", no_args_is_help=True)


@app.command("export")
def export(
    targets: Annotated[list[str], typer.Argument(help="Figures and items, by id.")],
    to: Annotated[Path, typer.Option("--to", help="Where to write it; must not be there yet.")],
    flavour: Annotated[
        str, typer.Option(help="full, redacted, or public (released figures, and items as their masked pictures).")
    ] = "full",
    recipient: Annotated[
        list[str] | None, typer.Option(help="age recipient (age1...) who alone can open it; may be repeated.")
    ] = None,
    purpose: Annotated[str, typer.Option(help="Why, and to whom; kept beside the ledger line.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Write a package that an outsider checks without us: whole or not at all, and the ledger has it."""
    actor = open_session(home, as_)
    from tawthiq.doors.evidence.export import export_evidence
    from tawthiq.doors.evidence.gather import Flavour
    from tawthiq.safe.work import Reader

    if flavour not in list(Flavour):
        raise typer.BadParameter("use full, redacted or public", param_hint="--flavour")
    made = export_evidence(Reader(actor, purpose), targets, to, Flavour(flavour), recipient or ())
    document = {
        "package": made.id,
        "folder": str(to),
        "flavour": flavour,
        "encrypted": made.encrypted,
        "figures": len(made.gathered.figures),
        "items": len(made.gathered.items),
        "records": len(made.gathered.records),
        "files": made.n_files,
        "log_size": made.checkpoint.size,
        "stamps": made.n_stamps,
        "fingerprint": made.checkpoint.key.fingerprint,
    }
    put_json(document) if as_json else put_fields(document)
    if flavour == Flavour.FULL and not made.encrypted:
        complain().print("The package is in clear: whoever holds the folder reads it. Encrypt it with --recipient.")


@app.command("verify")
def verify(
    folder: Annotated[Path, typer.Argument(help="The package, or an exported log.")],
    key: Annotated[str, typer.Option(help="The log's key or its fingerprint, as you were told by another way.")] = "",
    identity: Annotated[Path | None, typer.Option(help="File with the age identity, for an encrypted one.")] = None,
    as_json: JsonFlag = False,
) -> None:
    """Check a package step by step, as its own verify.py does; needs no home."""
    from tawthiq.doors.evidence.locked import is_locked, unlock_folder
    from tawthiq.doors.evidence.outside.run import document_of, verdict_of, verified_steps
    from tawthiq.doors.evidence.outside.step import FAILED

    if not folder.is_dir():
        raise NotFound("no such folder", where=folder.name)
    with tempfile.TemporaryDirectory() as aside:
        opened = folder
        if is_locked(folder):
            if identity is None:
                raise MissingField("the package is encrypted", where="--identity", do="name the file with your age key")
            unlock_folder(folder, identity, opened := Path(aside))
        steps = verified_steps(opened, key)
    if as_json:
        put_json(document_of(steps))
    else:
        put_table("steps", ("step", "state", "told"), ((one.name, one.state, one.told) for one in steps))
        put_fields({"verdict": verdict_of(steps)})
    if verdict_of(steps) == FAILED:
        raise typer.Exit(FINDINGS)
