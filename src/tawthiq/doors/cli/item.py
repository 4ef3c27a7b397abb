"""`tawthiq item`: keep files, look at what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.when import parse_when

if TYPE_CHECKING:
    from tawthiq.record.collect.intake import Added
    from tawthiq.record.collect.item import Item
    from tawthiq.safe.work import Reader

app = typer.Typer(help="Keep files as items; look at what is kept.", no_args_is_help=True)


@app.command("add")
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders whose files are all added.")],
    published: Annotated[str, typer.Option(help="When it was published: 2015-08-08, 2015-08, 2015.")] = "",
    url: Annotated[str, typer.Option(help="Where it was found.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it: an outlet or organisation.")] = "",
    method: Annotated[str, typer.Option(help="How it was captured.")] = "",
    limits: Annotated[str, typer.Option(help="What that capture cannot show.")] = "",
    note: Annotated[str, typer.Option(help="Anything else a later reader must know.")] = "",
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Keep files: bytes into the vault, SHA-256, a custody event."""
    actor = open_session(home, as_)
    from tawthiq.record.collect.intake import Arrival, add_files

    files = [file for path in paths for file in _files_under(path)]
    published_on = parse_when(published, where="--published") if published else None
    arrival = Arrival(
        "", published_on=published_on, source_url=url, publisher=publisher, method=method, limits=limits, note=note
    )
    results = add_files(actor, files, arrival)
    documents = [_added(path, result) for path, result in zip(files, results, strict=True)]
    if as_json:
        put_json({"items": documents})
    else:
        put_table("items", ("item", "sha256", "bytes", "kind", "state", "new"), map(_row, documents))
    leave_with(finding for result in results for finding in _findings(result))


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
        put_fields({name: value for name, value in document.items() if name not in ("receipts", "custody")})
        events = ((event["seq"], event["at"], event["action"], event["actor"]) for event in document["custody"])
        put_table("custody", ("line", "at", "action", "actor"), events)
    if not document["intact"]:
        raise typer.Exit(3)


def _files_under(path: Path) -> list[Path]:
    if not path.exists():
        raise NotFound("no such file or folder", where=path.name, do="check the path")
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def _item(item: Item) -> dict[str, Any]:
    return {"item": item.id, "sha256": item.sha256, "n_bytes": item.n_bytes, "media_type": item.media_type,
            "kind": item.kind.value, "state": item.state.value}  # fmt: skip


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

    item = models.get_item(reader, item_id)
    custody = models.get_custody(reader, item_id)
    return {
        **_item(item),
        "intact": reader.vault.check(item.sha256),
        "receipts": [receipt.content() for receipt in models.get_receipts(reader, item_id)],
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
