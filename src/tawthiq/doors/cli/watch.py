"""`tawthiq item watch`: a folder is taken in; what a person may say of a capture beforehand."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawthiq.doors.cli.output import (
    AsOption,
    HomeOption,
    JsonFlag,
    complain,
    error_document,
    leave_with,
    put_fields,
    put_json,
)
from tawthiq.doors.cli.session import open_session
from tawthiq.terms.errors import BadInput, NotFound

if TYPE_CHECKING:
    from tawthiq.record.collect.opener import Asked
    from tawthiq.safe.access import Actor

DayFirst = Annotated[bool, typer.Option("--day-first", help="In dates like 3/4/24 the day comes first.")]
MonthFirst = Annotated[bool, typer.Option("--month-first", help="In dates like 3/4/24 the month comes first.")]


def watch(
    folder: Annotated[Path, typer.Argument(help="Folder whose files are taken in; they stay where they are.")],
    once: Annotated[bool, typer.Option("--once", help="Take what lies there now, then end.")] = False,
    every: Annotated[float, typer.Option(help="Seconds between two looks.")] = 5.0,
    background: Annotated[bool, typer.Option("--background", help="Put it in line for the worker, once.")] = False,
    method: Annotated[str, typer.Option(help="How the files were captured.")] = "",
    limits: Annotated[str, typer.Option(help="What that capture cannot show.")] = "",
    device: Annotated[str, typer.Option(help="The machine that captured them.")] = "",
    source: Annotated[str, typer.Option(help="Who hands them over, as a code; never a person's name.")] = "",
    day_first: DayFirst = False,
    month_first: MonthFirst = False,
    as_json: JsonFlag = False,
    home: HomeOption = None,
    as_: AsOption = "",
) -> None:
    """Take in every file of a folder, once each; killed at any moment, run it again and it goes on."""
    actor = open_session(home, as_)
    from django.conf import settings

    from tawthiq.record.collect.intake import Arrival
    from tawthiq.record.collect.taking import take_folder

    asked = asked_of(day_first, month_first)
    if background:
        _enqueue_take(actor, folder, asked, as_json=as_json)
        return
    said = Arrival("", method=method, limits=limits, facts=collection_facts("", device, source, ""))
    items = 0
    findings: list[BadInput] = []
    while True:
        for taken in take_folder(actor, folder, said, asked, max_bytes=settings.CONFIGURATION.max_item_bytes):
            items += len(taken.items)
            findings += taken.findings
            complain().print(f"{taken.n_done} of {taken.n_total} files")
        if once:
            break
        time.sleep(max(every, 0.5))
    document = {"folder": str(folder), "n_items": items, "findings": [error_document(one) for one in findings]}
    put_json(document) if as_json else put_fields({"folder": folder, "items": items, "findings": len(findings)})
    leave_with(findings)


def _enqueue_take(actor: Actor, folder: Path, asked: Asked, *, as_json: bool) -> None:
    from tawthiq.doors.jobs.queue import enqueue

    if not folder.is_dir():
        raise NotFound("no such folder", where=folder.name, do="check the path")
    order = asked.day_order.value if asked.day_order else None
    document = {"job": enqueue(actor, "take", {"folder": str(folder.resolve()), "day_order": order})}
    put_json(document) if as_json else put_fields(document)


def asked_of(day_first: bool, month_first: bool) -> Asked:
    """What a person said beforehand; raises BadInput for both at once."""
    from tawthiq.record.collect.opener import Asked, DayOrder

    if day_first and month_first:
        raise BadInput("a date cannot begin with both", where="--day-first, --month-first", do="give one of the two")
    return Asked(DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST if month_first else None)


def collection_facts(captured: str, device: str, source: str, context: str) -> dict[str, Any]:
    """What was said of a capture, under the names of the collection record; raises ImpossibleDate."""
    from tawthiq.record.collect.moment import from_iso

    said = {"device": device, "source": source, "context": context}
    facts: dict[str, Any] = {name: value for name, value in said.items() if value}
    return {**facts, "captured_at": from_iso(captured).content()} if captured else facts
