"""`tawthiq case`: registers of acts in, with what they would change first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.incident_shown import mismatch
from tawthiq.doors.cli.output import (
    FINDINGS,
    AsOption,
    DryRun,
    HomeOption,
    JsonFlag,
    put_fields,
    put_json,
    put_table,
    put_text,
)
from tawthiq.doors.cli.register_kind import RegisterKind, default_mapping, opener
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput, NotFound

if TYPE_CHECKING:
    from tawthiq.record.verify.brought import Report

app = typer.Typer(help="Registers of acts: import, template.", no_args_is_help=True)


@app.command("template")
def template(
    violation: Annotated[
        list[str] | None, typer.Option(help="Add every column of this type of violation. May be repeated.")
    ] = None,
) -> None:
    """Print an empty register with its columns, as CSV."""
    from tawthiq.record.collect.acts_table import template as columns
    from tawthiq.record.link.particulars.form import form

    put_text(columns(spec.name for code in violation or () for spec in form(code)))


@app.command("mapping")
def mapping(
    kind: Annotated[RegisterKind, typer.Option(help="Of a form, or of Primero's MRM workbook.")] = RegisterKind.KOBO,
) -> None:
    """Print a mapping, a start for one's own: of an invented form, or of Primero's published forms."""
    if kind is RegisterKind.ACTS:
        raise BadInput("a table of acts needs no mapping", where="--kind", do="see tawthiq case template")
    put_text(default_mapping(kind))


@app.command("import")
def import_cases(
    path: Annotated[Path, typer.Argument(help="CSV or XLSX; columns as `tawthiq case template` prints them.")],
    register: Annotated[str, typer.Option(help="Name of the register; its keys are the register's own.")] = "register",
    kind: Annotated[
        RegisterKind, typer.Option(help="Acts, an export of KoboToolbox or ODK, Primero's MRM workbook.")
    ] = RegisterKind.ACTS,
    mapping: Annotated[
        Path | None, typer.Option(help="YAML: question -> column, choice -> code; `tawthiq case mapping` prints one.")
    ] = None,
    encoding: Annotated[
        str, typer.Option(help="Of a CSV that is not UTF-8: windows-1252, windows-1256, ... Never guessed.")
    ] = "",
    dry_run: DryRun = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Bring a register in: a row with a known key updates, nothing doubles, a bad row goes to quarantine."""
    actor = open_session(home, as_)
    from datetime import UTC, datetime

    from tawthiq.doors.accounts import own_names
    from tawthiq.record.collect.intake import Arrival
    from tawthiq.record.collect.item import Channel
    from tawthiq.record.verify import register as registers
    from tawthiq.safe.work import Reader

    if not path.is_file():
        raise NotFound("no such file", where=path.name, do="give a CSV or XLSX file")
    reading = registers.Register(register, datetime.now(UTC), own_names(actor.id))
    if opens := opener(kind, mapping, encoding):
        reading = replace(reading, opens=opens)
    with path.open("rb") as source:
        if dry_run:
            report = registers.dry_run(Reader(actor), source, reading)
        else:
            report = registers.import_register(actor, source, Arrival(path.name, Channel.REGISTER), reading)
    document = {"dry_run": dry_run, **_document(report)}
    put_json(document) if as_json else _show(document)
    if report.quarantined:
        raise typer.Exit(FINDINGS)


def _document(report: Report) -> dict[str, Any]:
    return {
        "item": report.item_id or None,
        "rows": report.n_rows,
        "in": report.n_in,
        "becomes": {kind: {word.value: n for word, n in counts.items()} for kind, counts in report.becomes.items()},
        "decisions": report.n_decisions,
        "quarantined": [
            {
                "sheet": one.sheet,
                "row": one.row,
                "field": one.field,
                "code": one.code,
                "reason": one.reason,
                "do": one.do,
            }
            for one in report.quarantined
        ],
        "ignored_columns": list(report.ignored),
        "missing_columns": list(report.missing),
        "signals": [{"field": field, "what": what, "rows": n} for (field, what), n in sorted(report.signals.items())],
        "mismatches": [{"key": violation.key, **mismatch(one)} for violation, one in report.mismatches],
        "changes": [asdict(change) for change in report.changes],
    }


def _show(document: Mapping[str, Any]) -> None:
    put_fields({name: document[name] for name in ("item", "rows", "in", "becomes", "decisions", "ignored_columns")})
    if document["quarantined"]:
        rows = (tuple(one.values()) for one in document["quarantined"])
        put_table("quarantine", ("sheet", "row", "field", "code", "reason", "what to do"), rows)
    if document["signals"]:
        put_table("signals", ("field", "what", "rows"), (tuple(one.values()) for one in document["signals"]))
    if document["mismatches"]:
        shown = [(one["key"], one["field"], one["claimed"], one["counted"]) for one in document["mismatches"]]
        put_table("tallies that the acts contradict", ("violation", "field", "claimed", "counted"), shown)
    if document["changes"]:
        put_table(
            "changes",
            ("kind", "thing", "key", "field", "was", "becomes"),
            (tuple(one.values()) for one in document["changes"]),
        )
