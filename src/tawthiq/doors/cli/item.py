"""`tawthiq item`: keep files, look at what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.harm import seal, unseal, warn
from tawthiq.doors.cli.output import (
    AsOption,
    HomeOption,
    JsonFlag,
    error_document,
    leave_with,
    put_fields,
    put_json,
    put_table,
)
from tawthiq.doors.cli.session import open_session
from tawthiq.doors.cli.watch import DayFirst, MonthFirst, asked_of, collection_facts, watch
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.when import parse_when

if TYPE_CHECKING:
    from tawthiq.record.collect.intake import Added
    from tawthiq.record.collect.item import Item
    from tawthiq.record.collect.opener import Asked
    from tawthiq.record.collect.opening import Opened
    from tawthiq.safe.access import Actor
    from tawthiq.safe.work import Reader

app = typer.Typer(help="Keep files as items; look at what is kept.", no_args_is_help=True)
app.command("watch")(watch)
app.command("warn")(warn)
app.command("seal")(seal)
app.command("unseal")(unseal)


@app.command("add")
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders whose files are all added.")],
    published: Annotated[str, typer.Option(help="When it was published: 2015-08-08, 2015-08, 2015.")] = "",
    url: Annotated[str, typer.Option(help="Where it was found.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it: an outlet or organisation.")] = "",
    method: Annotated[str, typer.Option(help="How it was captured.")] = "",
    limits: Annotated[str, typer.Option(help="What that capture cannot show.")] = "",
    captured: Annotated[str, typer.Option(help="When it was captured: ISO 8601, with its offset.")] = "",
    device: Annotated[str, typer.Option(help="The machine that captured it.")] = "",
    source: Annotated[str, typer.Option(help="Who handed it over, as a code; never a person's name.")] = "",
    context: Annotated[str, typer.Option(help="What a later reader must know of how it was found.")] = "",
    note: Annotated[str, typer.Option(help="Anything else a later reader must know.")] = "",
    day_first: DayFirst = False,
    month_first: MonthFirst = False,
    closed: Annotated[bool, typer.Option("--closed", help="Leave exports and archives closed.")] = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Keep files: bytes into the vault, SHA-256, a custody event; exports and archives are taken apart."""
    actor = open_session(home, as_)
    from django.conf import settings

    from tawthiq.record.collect.intake import Arrival, add_arrivals, arrival_of

    said = Arrival(
        "",
        published_on=parse_when(published, where="--published") if published else None,
        source_url=url,
        publisher=publisher,
        method=method,
        limits=limits,
        note=note,
        facts=collection_facts(captured, device, source, context),
    )
    asked = asked_of(day_first, month_first)
    files = [found for path in paths for found in _files_under(path)]
    largest = settings.CONFIGURATION.max_item_bytes
    results = add_arrivals(actor, ((path, arrival_of(path, said, *within)) for path, within in files), largest)
    documents = [_added(found[0], result) for found, result in zip(files, results, strict=True)]
    opened = [] if closed else _open_all(actor, results, documents, asked)
    if as_json:
        put_json({"items": documents})
    else:
        put_table("items", ("item", "sha256", "bytes", "kind", "state", "new"), map(_row, documents))
    leave_with([*(finding for result in results for finding in _findings(result)), *opened])


@app.command("open")
def open_one(
    item_id: str,
    day_first: DayFirst = False,
    month_first: MonthFirst = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Take an export or archive apart: each part becomes an item that names its place."""
    actor = open_session(home, as_)
    from tawthiq.record.collect.opening import open_item

    opened = open_item(actor, item_id, asked_of(day_first, month_first))
    document = {"item": item_id, **_opened(opened)}
    put_json(document) if as_json else put_fields(document)
    leave_with(opened.findings)


@app.command("list")
def list_items(
    limit: Annotated[int, typer.Option(help="How many, newest first.")] = 50,
    before: Annotated[int | None, typer.Option(help="Only items older than this ledger line.")] = None,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """List items, newest first."""
    actor = open_session(home, as_)
    from tawthiq.record.collect import models
    from tawthiq.safe.work import Reader

    documents = [
        {"since": since, **_item(item)} for since, item in models.find_items(Reader(actor), limit=limit, before=before)
    ]
    if as_json:
        put_json({"items": documents})
    else:
        put_table("items", ("item", "sha256", "bytes", "kind", "state"), map(_row, documents))


@app.command("show")
def show(item_id: str, as_json: JsonFlag = False, home: HomeOption = None, as_: AsOption = "") -> None:
    """Show one item: receipts, custody, its hash worked out again now."""
    actor = open_session(home, as_)
    from tawthiq.safe.work import Reader

    document = _shown(Reader(actor), item_id)
    if as_json:
        put_json(document)
    else:
        put_fields({name: value for name, value in document.items() if name not in _LISTS})
        events = ((event["seq"], event["at"], event["action"], event["actor"]) for event in document["custody"])
        put_table("custody", ("line", "at", "action", "actor"), events)
    if not document["intact"]:
        raise typer.Exit(3)


def _files_under(path: Path) -> list[tuple[Path, tuple[Path, str] | tuple[()]]]:
    """Each file; one of a folder with the folder and with the name of this bringing."""
    if not path.exists():
        raise NotFound("no such file or folder", where=path.name, do="check the path")
    if not path.is_dir():
        return [(path, ())]
    bundle = mint_id(Kind.BATCH)
    found = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    return [(file, (path, bundle)) for file in found]


def _open_all(
    actor: Actor, results: Sequence[Added | BadInput], documents: Sequence[dict[str, Any]], asked: Asked
) -> list[BadInput]:
    """Take apart what was added, after all of it is there, so that attachments are found."""
    from tawthiq.record.collect.opening import TAKEN_APART, open_item

    findings: list[BadInput] = []
    for result, document in zip(results, documents, strict=True):
        if isinstance(result, BadInput) or result.item.kind not in TAKEN_APART:
            continue
        opened = open_item(actor, result.item.id, asked)
        document["opened"] = _opened(opened)
        findings += opened.findings
    return findings


def _opened(opened: Opened) -> dict[str, Any]:
    account = opened.account
    return {
        "n_parts": opened.n_parts,
        "n_new": opened.n_new,
        "n_problems": opened.n_problems,
        "n_missing": opened.n_missing,
        "account": {"handled": account.handled, "ignored": account.ignored, "signalled": account.signalled},
        "findings": [error_document(finding) for finding in opened.findings],
    }


def _item(item: Item) -> dict[str, Any]:
    return {"item": item.id, "sha256": item.sha256, "n_bytes": item.n_bytes, "media_type": item.media_type,
            "kind": item.kind.value, "state": item.state.value}  # fmt: skip


_LISTS = ("receipts", "readings", "parts", "quarantine", "renditions", "custody")


def _added(path: Path, result: Added | BadInput) -> dict[str, Any]:
    if isinstance(result, BadInput):
        return {"path": str(path), "item": None, "findings": [error_document(result)]}
    account = result.account
    return {
        "path": str(path),
        **_item(result.item),
        "new": result.new,
        "findings": [error_document(finding) for finding in result.findings],
        "account": {"handled": account.handled, "ignored": account.ignored, "signalled": account.signalled},
    }


def _row(document: dict[str, Any]) -> list[object]:
    if not document["item"]:
        return [document["path"], "not kept", "", "", ""]
    names = ("item", "sha256", "n_bytes", "kind", "state", "new")
    return [document[name] for name in names if name in document]


def _findings(result: Added | BadInput) -> tuple[BadInput, ...]:
    return (result,) if isinstance(result, BadInput) else result.findings


def _shown(reader: Reader, item_id: str) -> dict[str, Any]:
    from tawthiq.record.collect import models
    from tawthiq.record.collect.models import harm

    item = models.get_item(reader, item_id)
    custody = models.get_custody(reader, item_id)
    return {
        **_item(item),
        "intact": reader.vault.check(item.sha256),
        "receipts": [receipt.content() for receipt in models.get_receipts(reader, item_id)],
        "readings": [reading.content() for reading in models.get_readings(reader, item_id)],
        "parts": [
            {"item": part.item_id, "place": part.place, "role": part.role.value if part.role else None}
            for _seq, part in models.get_parts(reader, item_id)
        ],
        "quarantine": [
            {"record": row.row, "field": row.field, "code": row.code, "reason": row.reason, "do": row.do}
            for row in models.get_quarantine(reader, item_id)
        ],
        "renditions": [rendition.content() for rendition in harm.get_renditions(reader, item_id)],
        "sealed": harm.get_seal(reader, item_id).state.value,
        "custody": [
            {
                "seq": event.seq,
                "at": event.at.isoformat(),
                "actor": event.actor,
                "action": event.action,
                "detail": event.detail,
            }
            for event in custody
        ],
    }
