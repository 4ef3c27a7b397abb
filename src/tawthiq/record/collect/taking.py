"""Taking: a folder is taken in batch by batch; killed at any moment, it goes on where it stopped."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawthiq.record.collect import models
from tawthiq.record.collect.intake import (
    BATCH_BYTES,
    BATCH_FILES,
    MAX_ITEM_BYTES,
    Added,
    Arrival,
    add_batch,
    arrival_of,
)
from tawthiq.record.collect.item import Channel
from tawthiq.record.collect.journal import Seen, at_rest, folder_id, seen_in
from tawthiq.record.collect.opener import Asked
from tawthiq.record.collect.opening import TAKEN_APART, open_item
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, NotFound

REST_S = 1.0
"""A file is taken when it did not change for so long."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one batch. `n_done`, `n_total`: files of the folder, those of earlier runs counted."""

    n_done: int
    n_total: int
    items: tuple[str, ...]
    findings: tuple[BadInput, ...]


def take_folder(
    actor: Actor,
    folder: Path,
    said: Arrival,
    asked: Asked | None = None,
    *,
    rest_s: float = REST_S,
    max_bytes: int = MAX_ITEM_BYTES,
) -> Iterator[Taken]:
    """Take in what lies in a folder and is not in its journal; yields after each commit. Raises NotFound.

    Items and their lines in the journal are one transaction, so a file is taken once, whatever happens between.
    Exports and archives are opened when all files are there, so that attachments are found.
    """
    if not folder.is_dir():
        raise NotFound("no such folder", where=folder.name, do="check the path")
    bundle, reader = folder_id(folder), Reader(actor)
    before = list(seen_in(folder))
    if rest_s:
        time.sleep(rest_s)
    now = at_rest(before, seen_in(folder)) if rest_s else before
    done = models.get_journal(reader, bundle)
    waiting = [seen for seen in now if done.get(seen.path) != seen.mark]
    n_done = len(now) - len(waiting)
    for batch in _batches(waiting):
        items, findings = _take(actor, folder, bundle, batch, said, max_bytes)
        n_done += len(batch)
        yield Taken(n_done, len(now), items, findings)
    yield from _opened(actor, reader, bundle, asked, len(now))


def _batches(waiting: Sequence[Seen]) -> Iterator[list[Seen]]:
    batch: list[Seen] = []
    for seen in waiting:
        batch.append(seen)
        if len(batch) >= BATCH_FILES or sum(one.n_bytes for one in batch) >= BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch


def _take(
    actor: Actor, folder: Path, bundle: str, batch: Sequence[Seen], said: Arrival, max_bytes: int
) -> tuple[tuple[str, ...], tuple[BadInput, ...]]:
    arrival = replace(said, channel=Channel.FOLDER)
    with Work(actor, Action.ITEM_ADD) as work:
        there = [seen for seen in batch if (folder / seen.path).is_file()]
        files = [(folder / seen.path, arrival_of(folder / seen.path, arrival, folder, bundle)) for seen in there]
        results = add_batch(work, files, max_bytes)
        lines = {seen.path: (seen.mark, _outcome(result)) for seen, result in zip(there, results, strict=True)}
        models.put_journal(work, bundle, lines)
    added = [one for one in results if isinstance(one, Added)]
    findings = [one for one in results if isinstance(one, BadInput)]
    findings += [finding for one in added for finding in one.findings]
    return tuple(one.item.id for one in added), tuple(findings)


def _outcome(result: Added | BadInput) -> str:
    return result.item.id if isinstance(result, Added) else result.code


def _opened(actor: Actor, reader: Reader, bundle: str, asked: Asked | None, n_total: int) -> Iterator[Taken]:
    for item_id in models.get_unopened_of(reader, bundle, [kind.value for kind in TAKEN_APART]):
        opened = open_item(actor, item_id, asked)
        yield Taken(n_total, n_total, (), tuple(opened.findings))
