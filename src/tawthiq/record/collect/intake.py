"""Intake: a file becomes an item with its receipt; what could not be read is kept all the same, then said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import BinaryIO

from tawthiq.record.collect import models
from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.importers.registry import importer_for
from tawthiq.record.collect.isolated import inspect
from tawthiq.record.collect.item import Channel, Item, ItemKind, ItemState, PartRole, Receipt
from tawthiq.record.collect.moment import Moment, from_epoch
from tawthiq.record.collect.named import MAX_PLACE_CHARS, plain, shown_name
from tawthiq.record.collect.reading import Reading
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sniff import HEAD_BYTES, Sniffed, sniff
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Work
from tawthiq.terms.errors import BadInput, EmptyInput, ImpossibleDate, NotFound, UnreadableInput
from tawthiq.terms.identity import Json
from tawthiq.terms.when import When

MAX_INSPECT_BYTES = 64 * 1024**2
"""A larger file is kept unread, and says so; pictures, video and sound are read from the file and may be larger."""

LATEST_CLOCK = timedelta(hours=14)
"""Where the day begins first (UTC+14): what was posted after midnight there is not posted after it was collected."""

MAX_ITEM_BYTES = 16 * 1024**3
BATCH_FILES = 200
BATCH_BYTES = 256 * 1024**2
"""A batch is closed when it is past either, so that one transaction stays short."""

_READ_FROM_FILE = (ItemKind.IMAGE, ItemKind.VIDEO, ItemKind.AUDIO)
_TAKEN_APART = (ItemKind.EXPORT, ItemKind.ARCHIVE)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the bringer says of a file; the time of arrival and the collector come from the Work.

    `facts`: further facts of the collection record (device, source, context, captured_at and the like).
    """

    name: str
    channel: Channel = Channel.UPLOAD
    published_on: When | None = None
    source_url: str = ""
    publisher: str = ""
    method: str = ""
    limits: str = ""
    note: str = ""
    parent: str = ""
    place: str = ""
    role: PartRole | None = None
    posted_at: Moment | None = None
    facts: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """An item that arrived; `new` is False when its bytes were here before. `findings`: what a person must know."""

    item: Item
    new: bool
    account: Account
    findings: tuple[BadInput, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes in the vault, about to become an item."""

    item: Item
    receipt: Receipt
    inspected: Inspected

    def added(self, new: bool) -> Added:
        """The same once the item is there."""
        return Added(self.item, new, self.inspected.account, self.inspected.findings)


def add_item(work: Work, source: BinaryIO, arrival: Arrival, max_bytes: int = MAX_ITEM_BYTES) -> Added:
    """Keep one file; raises EmptyInput, ImpossibleDate, BadInput before anything is written."""
    return put_kept(work, [keep(work, source, arrival, max_bytes)])[0]


def put_kept(work: Work, kept: Sequence[Kept]) -> list[Added]:
    """Make items of what is in the vault; facts of what is new are kept as a reading."""
    new = models.put_items(work, [(one.item, one.receipt) for one in kept])
    for one, is_new in zip(kept, new, strict=True):
        reader = importer_for(one.item.kind) if is_new and one.inspected.facts else None
        if reader:
            account = one.inspected.account
            reading = Reading(one.item.id, reader.name, reader.version, account, facts=plain(one.inspected.facts))
            models.put_reading(work, reading)
    return [one.added(is_new) for one, is_new in zip(kept, new, strict=True)]


def keep(
    work: Work,
    source: BinaryIO,
    arrival: Arrival,
    max_bytes: int = MAX_ITEM_BYTES,
    *,
    together: bool = False,
) -> Kept:
    """Put one file into the vault; raises EmptyInput, ImpossibleDate, BadInput before anything is written.

    `together`: with others of the same Work, for which one sync is enough.
    """
    _check_arrival(work, arrival)
    n_bytes = _size(source)
    _check_size(n_bytes, max_bytes, arrival.name)
    head = source.read(HEAD_BYTES)
    sniffed = _WORDS if _brings_words(arrival) else sniff(head, arrival.name)
    inspected = _inspect(source, head, n_bytes, sniffed, arrival.name)
    source.seek(0)
    stored = work.keep_together(source) if together else models.keep_bytes(work, source)
    item = Item(stored.sha256, stored.n_bytes, sniffed.media_type, sniffed.kind, inspected.state)
    return Kept(item, _receipt(work, item, arrival), inspected)


_WORDS = Sniffed("text/plain", ItemKind.TEXT, True)


def _brings_words(arrival: Arrival) -> bool:
    """Words that an importer took out, or a person pasted, are words, whatever their first bytes look like."""
    return arrival.role is PartRole.POST or arrival.channel is Channel.PASTE


def add_files(actor: Actor, files: Iterable[Path], arrival: Arrival) -> list[Added | BadInput]:
    """Keep many files of which the same is said; otherwise as `add_arrivals`."""
    return add_arrivals(actor, ((path, arrival_of(path, arrival)) for path in files))


def add_arrivals(
    actor: Actor, files: Iterable[tuple[Path, Arrival]], max_bytes: int = MAX_ITEM_BYTES
) -> list[Added | BadInput]:
    """Keep many files, a batch to a transaction; one bad file stops no other. In the order given."""
    results: list[Added | BadInput] = []
    for batch in batches(files):
        with Work(actor, Action.ITEM_ADD) as work:
            results += add_batch(work, batch, max_bytes)
    return results


def batches(files: Iterable[tuple[Path, Arrival]]) -> Iterable[list[tuple[Path, Arrival]]]:
    """The files in groups that one transaction takes."""
    batch: list[tuple[Path, Arrival]] = []
    n_bytes = 0
    for path, arrival in files:
        batch.append((path, arrival))
        n_bytes += path.stat().st_size if path.exists() else 0
        if len(batch) >= BATCH_FILES or n_bytes >= BATCH_BYTES:
            yield batch
            batch, n_bytes = [], 0
    if batch:
        yield batch


def add_batch(
    work: Work, batch: Sequence[tuple[Path, Arrival]], max_bytes: int = MAX_ITEM_BYTES
) -> list[Added | BadInput]:
    """Keep a batch within one Work, in the order given."""
    results = [_keep_path(work, path, arrival, max_bytes) for path, arrival in batch]
    added = iter(put_kept(work, [one for one in results if isinstance(one, Kept)]))
    return [next(added) if isinstance(one, Kept) else one for one in results]


def arrival_of(path: Path, said: Arrival, folder: Path | None = None, bundle: str = "") -> Arrival:
    """What is known of a file on a disk: its name, when it was last changed, where in the folder brought it lay."""
    name = shown_name(path.name)
    try:
        changed: dict[str, Json] = {"file_time": from_epoch(int(path.stat().st_mtime)).content()}
    except (OSError, ImpossibleDate):
        changed = {}
    within = shown_name(path.relative_to(folder).as_posix(), MAX_PLACE_CHARS) if folder else ""
    role = PartRole.MEMBER if folder else said.role
    parent = bundle if folder else said.parent
    return replace(said, name=name, parent=parent, place=within, role=role, facts={**said.facts, **changed})


def _keep_path(work: Work, path: Path, arrival: Arrival, max_bytes: int) -> Kept | BadInput:
    try:
        with path.open("rb") as source:
            return keep(work, source, arrival, max_bytes, together=True)
    except BadInput as finding:
        return finding
    except (FileNotFoundError, IsADirectoryError, PermissionError) as reason:
        raise NotFound("the file cannot be opened", where=arrival.name, do="check its name and rights") from reason


def _check_arrival(work: Work, arrival: Arrival) -> None:
    at = work.at.astimezone(UTC)
    if arrival.published_on is not None and arrival.published_on.surely_after((at + LATEST_CLOCK).date()):
        raise ImpossibleDate(
            f"published on {arrival.published_on.text}, after the day it was collected ({at.date()})",
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
    if sniffed.named_as_text and sniffed.kind in (ItemKind.OTHER, *_READ_FROM_FILE):
        return _unread(f"named as text, but its bytes are {sniffed.media_type}", name, "check what the file is")
    if sniffed.kind in _TAKEN_APART:
        return Inspected(ItemState.READABLE)
    if importer_for(sniffed.kind) is None:
        return Inspected(ItemState.UNDECODABLE)
    if n_bytes > MAX_INSPECT_BYTES and sniffed.kind not in _READ_FROM_FILE:
        return _unread(f"{n_bytes} bytes are too many to read", name, "split it; the whole is kept")
    if sniffed.kind is ItemKind.TEXT:
        inspected = inspect(None, sniffed.kind, head if n_bytes <= len(head) else head + source.read())
    else:
        with pool.worker() as worker:
            inspected = inspect(worker, sniffed.kind, source)
    return replace(inspected, findings=tuple(_placed(finding, name) for finding in inspected.findings))


def _unread(what: str, name: str, do: str) -> Inspected:
    return Inspected(ItemState.UNDECODABLE, findings=(UnreadableInput(what, where=name, do=do),))


def _placed(finding: BadInput, name: str) -> BadInput:
    finding.where = f"{name}, {finding.where}" if finding.where else name
    return finding


def _receipt(work: Work, item: Item, arrival: Arrival) -> Receipt:
    return Receipt(
        item_id=item.id,
        original_name=shown_name(arrival.name),
        channel=arrival.channel,
        collector=work.actor.id,
        collected_at=work.at,
        published_on=arrival.published_on,
        source_url=shown_name(arrival.source_url, 2000),
        publisher=shown_name(arrival.publisher, 200),
        method=arrival.method,
        limits=arrival.limits,
        note=arrival.note,
        parent=arrival.parent,
        place=arrival.place,
        role=arrival.role,
        posted_at=arrival.posted_at,
        facts=plain(arrival.facts),
    )
