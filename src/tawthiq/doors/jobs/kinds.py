"""Kinds of job: each a generator that does a batch, commits it, then says how far it is; rerun, it goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from django.conf import settings

from tawthiq import flow
from tawthiq.doors.jobs.estimating import run_estimate
from tawthiq.doors.scrub import scrub
from tawthiq.record.collect.intake import Arrival
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.collect.masking.filling import FILM_FRAMES_PER_S, MAX_FILM_S
from tawthiq.record.collect.models import get_item
from tawthiq.record.collect.opener import Asked, DayOrder
from tawthiq.record.collect.taking import take_folder
from tawthiq.record.compare.masked_copies import proposing
from tawthiq.record.extract import step as extract_step
from tawthiq.report.publish.exporting import export_rows
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, NotFound
from tawthiq.terms.outcome import Made, Outcome, Refused

Progress: TypeAlias = Generator[tuple[int, int | None], None, dict[str, Any]]
"""Yields (done, total or None) after each commit; returns what the job made, as ids and counts."""

MAX_BEGIN_S = 1e6
"""Beyond eleven days; also what is no number (inf, nan) is beyond it."""

Runner: TypeAlias = Callable[[Actor, Mapping[str, Any]], Progress]


def run_flow(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Run every step open to the actor, or those `options["steps"]` names; what a killed worker did stays done."""
    steps = options.get("steps") or [step.NAME for step in flow.steps_open_to(actor)]
    tally = {"made": 0, "nothing": 0, "refused": 0}
    n_done = 0
    for name in steps:
        for outcome in flow.run_step(actor, flow.step_called(name)):
            tally[flow.word(outcome)] += 1
            n_done += 1
            yield n_done, None
    return tally


def run_extract(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Read `options["item"]`, or every text that waits, for statements; progress counts bytes of the kept files.

    Stopped or killed, it goes on behind the last item, and the last part of a long text, that was kept.
    """
    reader = Reader(actor)
    reader.require(Action.STATEMENT_EXTRACT)
    waiting = [str(options["item"])] if options.get("item") else list(extract_step.todo(reader))
    sizes = [get_item(reader, one).n_bytes for one in waiting]
    tally = {"made": 0, "nothing": 0, "refused": 0, "statements": 0}
    n_before = 0
    for one, n_bytes in zip(waiting, sizes, strict=True):
        for outcome, share in _read(actor, one):
            tally[flow.word(outcome)] += 1
            tally["statements"] += len(outcome.ids) if isinstance(outcome, Made) else 0
            yield n_before + round(share * n_bytes), sum(sizes)
        n_before += n_bytes
    return tally


def _read(actor: Actor, item_id: str) -> Iterator[tuple[Outcome, float]]:
    try:
        yield from extract_step.run_through(actor, item_id)
    except BadInput as error:
        yield Refused(error), 1.0


def run_export(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Write the verified rows of `options["situation"]` as `options["format"]` (xlsx, csv) below the home's exports."""
    steps = export_rows(Reader(actor), str(options.get("situation", "WORLD")), str(options.get("format", "xlsx")))
    written = yield from steps
    return {"file": written.path.name, "rows": written.n_rows}


def run_scrub(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Hash every kept file again; a killed worker's scrub goes on behind its last batch."""
    found = yield from scrub(Reader(actor), restart=bool(options.get("restart")))
    return found.to_json()


def run_take(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Take in the folder `options["folder"]`; a worker that was killed is followed by one that goes on."""
    day_order = options.get("day_order")
    asked = Asked(DayOrder(day_order) if day_order else None)
    tally = {"items": 0, "findings": 0}
    folder, largest = Path(str(options.get("folder", ""))), settings.CONFIGURATION.max_item_bytes
    for taken in take_folder(actor, folder, Arrival(""), asked, max_bytes=largest):
        tally["items"] += len(taken.items)
        tally["findings"] += len(taken.findings)
        yield taken.n_done, taken.n_total
    return tally


def run_mask(actor: Actor, options: Mapping[str, Any]) -> Progress:
    """Look for faces in `options["item"]`, of a film from `begin_s` on for `seconds`; killed, it begins again."""
    reader = Reader(actor)
    reader.require(Action.MASK_WRITE)
    item = get_item(reader, str(options.get("item", "")))
    begin_s, seconds = _seconds(options, "begin_s", 0.0), min(_seconds(options, "seconds", 10.0), MAX_FILM_S)
    n_frames = 1 if item.kind is ItemKind.IMAGE else max(1, round(seconds * FILM_FRAMES_PER_S))
    steps = proposing(reader, item, begin_s, seconds)
    yield 0, n_frames
    while True:
        try:
            yield next(steps), n_frames
        except StopIteration as end:
            return {"mask": end.value.id, "frames": len(end.value.frames), "boxes": end.value.n_boxes}


def _seconds(options: Mapping[str, Any], name: str, otherwise: float) -> float:
    try:
        said = float(options.get(name, otherwise))
    except (TypeError, ValueError) as reason:
        raise BadInput("that is no number of seconds", where=name, do="give a number") from reason
    if not 0 <= said < MAX_BEGIN_S:
        raise BadInput("no film is that long", where=name, do="give seconds from its start")
    return said


KINDS: dict[str, Runner] = {
    "flow": run_flow,
    "extract": run_extract,
    "export": run_export,
    "scrub": run_scrub,
    "take": run_take,
    "estimate": run_estimate,
    "mask": run_mask,
}


def runner_of(kind: str) -> Runner:
    """The runner of a kind; raises NotFound."""
    if kind not in KINDS:
        raise NotFound(f"no job is of kind {kind!r}", do=f"use one of: {', '.join(KINDS)}")
    return KINDS[kind]
