"""The tree of commands; errors become exit codes here, nowhere else."""

from __future__ import annotations

import sys

import typer

from tawthiq import __version__
from tawthiq.doors.cli import (
    audit,
    beside,
    case,
    check,
    copies,
    demo,
    estimate,
    evaluate,
    evidence,
    extract,
    figure,
    histories,
    incident,
    item,
    job,
    machine,
    mask,
    people,
    release,
    restatements,
    statement,
    verify,
)
from tawthiq.doors.cli.output import put_error
from tawthiq.terms.errors import StorageFailed, TawthiqError

app = typer.Typer(
    name="tawthiq",
    help="From the bytes to the figure, and back: the record of grave violations against children.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.command()(machine.init)
app.command()(machine.serve)
app.command()(machine.worker)
app.command()(machine.doctor)
app.command()(check.check)
app.command()(extract.extract)
app.command()(verify.verify)
app.command()(figure.trace)
app.command()(estimate.estimate)
app.command()(histories.histories)
app.add_typer(demo.app, name="demo")
app.add_typer(case.app, name="case")
incident.app.command("consent")(beside.consent)
incident.app.command("respond")(beside.respond)
incident.app.command("overlap")(beside.overlap)
incident.app.command("same-child")(beside.same_child)
app.add_typer(incident.app, name="incident")
app.add_typer(beside.parties, name="party")
app.add_typer(evaluate.app, name="eval")
app.add_typer(figure.app, name="figure")
release.app.command("restatements")(restatements.restatements)
app.add_typer(release.app, name="release")
app.add_typer(people.accounts, name="account")
app.add_typer(people.bodies, name="body")
app.add_typer(job.app, name="job")
app.add_typer(item.app, name="item")
app.add_typer(copies.app, name="copies")
app.add_typer(mask.app, name="mask")
app.add_typer(statement.app, name="statement")
app.add_typer(audit.app, name="audit")
app.add_typer(evidence.app, name="evidence")


def _print_version(on: bool) -> None:
    if on:
        sys.stdout.write(f"tawthiq {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=False)
def root(
    _version: bool = typer.Option(False, "--version", "-V", help="Print the version.", callback=_print_version),
) -> None:
    """Tawthiq."""


def run() -> None:
    """Run the command line; leaves with the exit code of what happened."""
    as_json = "--json" in sys.argv
    try:
        app()
    except TawthiqError as error:
        put_error(error, as_json=as_json)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as reason:
        put_error(_disk(reason), as_json=as_json)
        sys.exit(StorageFailed.exit_code)


def _disk(reason: OSError) -> StorageFailed:
    return StorageFailed(
        f"the system refused: {reason.strerror or type(reason).__name__}", do="mend it, then run it again"
    )
