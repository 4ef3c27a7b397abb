"""Intake: a file becomes an item with its receipt; what could not be read is kept all the same, then said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import BinaryIO

from tawthiq.record.collect import models
from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.importers.registry import importer_for
from tawthiq.record.collect.item import Channel, Item, ItemKind, ItemState, Receipt
from tawthiq.record.collect.sniff import HEAD_BYTES, Sniffed, sniff
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from tawthiq.terms.errors import BadInput, EmptyInput, ImpossibleDate, NotFound, UnreadableInput
from tawthiq.terms.when import When

MAX_INSPECT_BYTES = 64 * 1024**2
"""A larger file is kept unread, and says so."""

MAX_ITEM_BYTES = 2 * 1024**3
BATCH_FILES = 100


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the bringer says of a file; the time of arrival and the collector come from the Work."""

    name: str
    channel: Channel = Channel.UPLOAD
    published_on: When | None = None
    source_url: str = ""
    publisher: str = ""
    method: str = ""
    limits: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """An item that arrived; `new` is False when its bytes were here before. `findings`: what a person must know."""

    item: Item
    new: bool
    account: Account
    findings: tuple[BadInput, ...]


def add_item(work: Work, source: BinaryIO, arrival: Arrival, max_bytes: int = MAX_ITEM_BYTES) -> Added:
    """Keep one file; raises EmptyInput, ImpossibleDate, BadInput before anything is written."""
    kept = _keep(work, source, arrival, max_bytes)
    return kept.added(models.put_item(work, kept.item, kept.receipt))


@dataclass(frozen=True, slots=True)
class _Kept:
    """Bytes in the vault, about to become an item."""

    item: Item
    receipt: Receipt
    inspected: Inspected

    def added(self, new: bool) -> Added:
        return Added(self.item, new, self.inspected.account, self.inspected.findings)


def _keep(work: Work, source: BinaryIO, arrival: Arrival, max_bytes: int = MAX_ITEM_BYTES) -> _Kept:
    _check_arrival(work, arrival)
    n_bytes = _size(source)
    _check_size(n_bytes, max_bytes, arrival.name)
    head = source.read(HEAD_BYTES)
    sniffed = sniff(head, arrival.name)
    inspected = _inspect(source, head, n_bytes, sniffed, arrival.name)
    source.seek(0)
    stored = models.keep_bytes(work, source)
    item = Item(stored.sha256, stored.n_bytes, sniffed.media_type, sniffed.kind, inspected.state)
    return _Kept(item, _receipt(work, item, arrival), inspected)


def add_files(actor: Actor, files: Iterable[Path], arrival: Arrival) -> list[Added | BadInput]:
    """Keep many files, a batch to a transaction; one bad file stops no other. In the order given."""
    results: list[Added | BadInput] = []
    batch: list[Path] = []
    for path in files:
        batch.append(path)
        if len(batch) == BATCH_FILES:
            results += _add_batch(actor, batch, arrival)
            batch = []
    return results + (_add_batch(actor, batch, arrival) if batch else [])


def _add_batch(actor: Actor, batch: list[Path], arrival: Arrival) -> list[Added | BadInput]:
    with Work(actor, Action.ITEM_ADD) as work:
        results = [_keep_path(work, path, arrival) for path in batch]
        kept = [(one.item, one.receipt) for one in results if isinstance(one, _Kept)]
        new = iter(models.put_items(work, kept))
        return [one.added(next(new)) if isinstance(one, _Kept) else one for one in results]


def _keep_path(work: Work, path: Path, arrival: Arrival) -> _Kept | BadInput:
    try:
        with path.open("rb") as source:
            return _keep(work, source, replace(arrival, name=arrival.name or path.name))
    except BadInput as finding:
        return finding
    except (FileNotFoundError, IsADirectoryError, PermissionError) as reason:
        raise NotFound("the file cannot be opened", where=path.name, do="check its name and rights") from reason


def _check_arrival(work: Work, arrival: Arrival) -> None:
    today = work.at.astimezone(UTC).date()
    if arrival.published_on is not None and arrival.published_on.surely_after(today):
        raise ImpossibleDate(
            f"published on {arrival.published_on.text}, after the day it was collected ({today})",
            where=arrival.name,
            do="correct the publication date",
        )


def _check_size(n_bytes: int, max_bytes: int, name: str) -> None:
    if n_bytes == 0:
        raise EmptyInput("the file is empty", where=name, do="check the export; an empty file proves nothing")
    if n_bytes > max_bytes:
        raise BadInput(
            f"{n_bytes} bytes are more than {max_bytes}", where=name, do="raise max_item_bytes in the settings"
        )


def _size(source: BinaryIO) -> int:
    n_bytes = source.seek(0, 2)
    source.seek(0)
    return n_bytes


def _inspect(source: BinaryIO, head: bytes, n_bytes: int, sniffed: Sniffed, name: str) -> Inspected:
    importer = importer_for(sniffed.kind)
    if sniffed.named_as_text and sniffed.kind in (ItemKind.OTHER, ItemKind.IMAGE, ItemKind.VIDEO, ItemKind.AUDIO):
        return _unread(f"named as text, but its bytes are {sniffed.media_type}", name, "check what the file is")
    if importer is None:
        return Inspected(ItemState.UNDECODABLE)
    if n_bytes > MAX_INSPECT_BYTES:
        return _unread(f"{n_bytes} bytes are too many to read", name, "split it; the whole is kept")
    inspected = importer.inspect(head if n_bytes <= len(head) else head + source.read())
    return replace(inspected, findings=tuple(_placed(finding, name) for finding in inspected.findings))


def _unread(what: str, name: str, do: str) -> Inspected:
    return Inspected(ItemState.UNDECODABLE, findings=(UnreadableInput(what, where=name, do=do),))


def _placed(finding: BadInput, name: str) -> BadInput:
    finding.where = f"{name}, {finding.where}" if finding.where else name
    return finding


def _receipt(work: Work, item: Item, arrival: Arrival) -> Receipt:
    return Receipt(
        item_id=item.id,
        original_name=arrival.name,
        channel=arrival.channel,
        collector=work.actor.id,
        collected_at=work.at,
        published_on=arrival.published_on,
        source_url=arrival.source_url,
        publisher=arrival.publisher,
        method=arrival.method,
        limits=arrival.limits,
        note=arrival.note,
    )
