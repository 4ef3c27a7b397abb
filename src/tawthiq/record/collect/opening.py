"""Opening: an export or archive that is kept is taken apart; every part becomes an item that names its place in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeAlias

from tawthiq.record.collect import models
from tawthiq.record.collect.archive_caps import MAX_DEPTH
from tawthiq.record.collect.importer import Account
from tawthiq.record.collect.importers.registry import opener_of, openers
from tawthiq.record.collect.intake import BATCH_BYTES, BATCH_FILES, Arrival, Kept, keep, put_kept
from tawthiq.record.collect.isolated import open_parts
from tawthiq.record.collect.item import Channel, Item, ItemKind, PartRole, Receipt
from tawthiq.record.collect.named import safe_place
from tawthiq.record.collect.opener import Asked, Found, Opener
from tawthiq.record.collect.part import Part, Problem
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.collect.reading import Reading, in_words
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sniff import HEAD_BYTES
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, UnreadableInput

Acts: TypeAlias = Callable[[], AbstractContextManager[Work]]
"""Opens the Work of the next batch; within a Work that is open already, that one."""

TAKEN_APART = (ItemKind.EXPORT, ItemKind.ARCHIVE)


@dataclass(slots=True)
class Opened:
    """What came out of one item and of all that lay in it. `findings`: what a person must know."""

    n_parts: int = 0
    n_new: int = 0
    n_problems: int = 0
    n_missing: int = 0
    findings: list[BadInput] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    account: Account = field(default_factory=Account)


def open_item(actor: Actor, item_id: str, asked: Asked | None = None) -> Opened:
    """Take an item apart, a batch to a transaction, then what lay in it; the same again changes nothing.

    Killed at any moment, it goes on when it is called again: parts that are there are left as they are.
    """
    return _open(Reader(actor), lambda: Work(actor, Action.ITEM_ADD), item_id, asked or Asked())


def open_within(work: Work, item_id: str, asked: Asked | None = None) -> Opened:
    """The same within one Work."""
    return _open(work, lambda: nullcontext(work), item_id, asked or Asked())


def unopened(reader: Reader) -> list[str]:
    """Items that nobody has taken apart yet, or not with the present version of their importer."""
    return models.get_unopened(reader, [(opener.name, opener.version) for opener in openers()])


def _open(reader: Reader, acts: Acts, item_id: str, asked: Asked) -> Opened:
    """Breadth first, with a depth for each item; what lies too deep is kept closed, and said."""
    opened = Opened()
    waiting = [(item_id, _depth(reader, item_id))]
    while waiting:
        one, depth = waiting.pop(0)
        if depth > MAX_DEPTH:
            opened.findings.append(_too_deep(one))
            continue
        opened.inner = []
        _open_one(reader, acts, one, asked, opened)
        waiting += [(inner, depth + 1) for inner in opened.inner]
    return opened


def _depth(reader: Reader, item_id: str) -> int:
    """How many archives lie round an item, so that opening it by hand starts no new count."""
    depth, at = 0, item_id
    while depth <= MAX_DEPTH:
        parents = [one.parent for one in models.get_receipts(reader, at) if one.parent.startswith("itm_")]
        if not parents or parents[0] == at:
            return depth
        depth, at = depth + 1, parents[0]
    return depth


def _too_deep(item_id: str) -> BadInput:
    what = f"it lies deeper than {MAX_DEPTH} archives, and is kept closed"
    return BadInput(what, where=item_id, do="take it out by hand and add it by itself")


def _open_one(reader: Reader, acts: Acts, item_id: str, asked: Asked, opened: Opened) -> None:
    item = models.get_item(reader, item_id)
    receipts = models.get_receipts(reader, item_id)
    opener = _opener(reader, item, receipts)
    if opener is None or _is_read(reader, item_id, opener, asked):
        return
    taking = _Taking(reader, acts, item, receipts, opened)
    refused: BadInput | None = None
    try:
        with pool.worker() as worker, reader.vault.path(item.sha256).open("rb") as source:
            for batch in _batches(open_parts(worker, opener, source, asked)):
                taking.take(batch)
    except BadInput as error:
        error.where = f"{item_id}, {error.where}" if error.where else item_id
        refused = error
        opened.findings.append(error)
    with acts() as work:
        models.put_reading(work, taking.reading(opener, asked, refused))


def _opener(reader: Reader, item: Item, receipts: Sequence[Receipt]) -> Opener | None:
    named = next((opener for opener in openers() if opener.media_type == item.media_type), None)
    if named or item.kind in TAKEN_APART:
        return named
    with reader.vault.path(item.sha256).open("rb") as source:
        return opener_of(source.read(HEAD_BYTES), receipts[0].original_name if receipts else "")


def _is_read(reader: Reader, item_id: str, opener: Opener, asked: Asked) -> bool:
    said = asked.day_order.value if asked.day_order else ""
    readings = models.get_readings(reader, item_id)
    mine = [one for one in readings if (one.importer, one.version) == (opener.name, opener.version)]
    return any(one.refused is None or one.asked == said for one in mine)


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    n_bytes = 0
    for one in found:
        batch.append(one)
        n_bytes += len(one.data or b"") if isinstance(one, Part) else 0
        if len(batch) >= BATCH_FILES or n_bytes >= BATCH_BYTES:
            yield batch
            batch, n_bytes = [], 0
    yield batch


class _Taking:
    """Parts of one item on their way into the record."""

    def __init__(self, reader: Reader, acts: Acts, item: Item, receipts: Sequence[Receipt], opened: Opened) -> None:
        self._reader, self._acts, self._item, self._opened = reader, acts, item, opened
        self._homes = [one for one in receipts if one.parent]
        self._n_parts = self._n_problems = self._n_missing = 0
        self._account = Account()

    def take(self, batch: Sequence[Found]) -> None:
        """Keep a batch: parts that are new, problems, and the account where it comes."""
        parts = [one for one in batch if isinstance(one, Part)]
        there = models.get_places(self._reader, self._item.id, [part.place for part in parts])
        with self._acts() as work:
            kept, problems = self._kept(work, [part for part in parts if part.data is not None])
            self._put(work, [one for one in kept if there.get(one.receipt.place) != one.item.id])
            self._opened.inner += [one.item.id for one in kept if one.item.kind in TAKEN_APART]
            beside = [part for part in parts if part.data is None]
            problems += self._link(work, [part for part in beside if part.place not in there])
            problems += [one for one in batch if isinstance(one, Problem)]
            self._put_aside(work, problems)
        self._n_parts += len(kept) + len(beside)
        self._opened.n_parts += len(kept) + len(beside)
        for one in batch:
            if isinstance(one, Account):
                self._account = one

    def _kept(self, work: Work, parts: Sequence[Part]) -> tuple[list[Kept], list[Problem]]:
        kept: list[Kept] = []
        problems: list[Problem] = []
        for part in parts:
            try:
                kept.append(keep(work, BytesIO(part.data or b""), _arrival(self._item.id, part), together=True))
            except BadInput as error:
                problems.append(Problem(_number(part.place), "bytes", error))
        return kept, problems

    def _put(self, work: Work, kept: Sequence[Kept]) -> None:
        self._opened.n_new += sum(one.new for one in put_kept(work, kept))

    def _link(self, work: Work, parts: Sequence[Part]) -> list[Problem]:
        """Attachments whose bytes lie beside the export: a receipt that says which item they are."""
        problems: list[Problem] = []
        arrivals: list[tuple[Item, Receipt]] = []
        for part in parts:
            item = self._beside(part.beside)
            if item is None:
                self._n_missing += 1
                self._opened.n_missing += 1
                continue
            if part.stated_sha256 and part.stated_sha256 != item.sha256:
                what = "the file beside the export has other bytes than the export states"
                problems.append(Problem(_number(part.place), "hash", UnreadableInput(what, do="look at both")))
                continue
            arrivals.append((item, _linked(work, item, self._item.id, part)))
        models.put_items(work, arrivals)
        return problems

    def _beside(self, name: str) -> Item | None:
        """The item of a file named from the folder of the export; None where it did not come with it."""
        for home in self._homes:
            try:
                place = safe_place(f"{home.place.rpartition('/')[0]}/{name}".lstrip("/"))
            except BadInput:
                return None
            if item_id := models.get_places(self._reader, home.parent, [place]).get(place):
                return models.get_item(self._reader, item_id)
        return None

    def _put_aside(self, work: Work, problems: Sequence[Problem]) -> None:
        there = models.get_quarantined_rows(self._reader, self._item.id)
        rows = [self._aside(one) for one in problems if ("records", one.number) not in there]
        models.put_quarantines(work, rows)
        self._n_problems += len(problems)
        self._opened.n_problems += len(problems)
        self._opened.findings += [_named(self._item.id, one) for one in problems]

    def _aside(self, one: Problem) -> Quarantined:
        error = one.error
        return Quarantined(self._item.id, "records", one.number, one.field, error.code, error.what, error.do, {})

    def reading(self, opener: Opener, asked: Asked, refused: BadInput | None) -> Reading:
        """What is to be kept of the whole."""
        account = self._account
        if self._n_missing:
            missing = f"{self._n_missing} attached files that did not come with it"
            account = Account(account.handled, account.ignored, (*account.signalled, missing))
        self._opened.account = account
        said = asked.day_order.value if asked.day_order else ""
        why = in_words(refused) if refused else None
        return Reading(self._item.id, opener.name, opener.version, account, self._n_parts, self._n_problems, said,
                       refused=why)  # fmt: skip


def _arrival(parent: str, part: Part) -> Arrival:
    facts = dict(part.context)
    if part.author:
        facts["author"] = part.author
    if part.stated_sha256:
        facts["stated_sha256"] = part.stated_sha256
    return Arrival(
        name=part.name or part.beside.rpartition("/")[2] or part.place,
        channel=Channel.EXPORT,
        published_on=part.posted_at.day if part.posted_at else None,
        source_url=part.source_url,
        publisher=part.publisher,
        method=str(facts.get("method") or ""),
        parent=parent,
        place=part.place,
        role=part.role,
        posted_at=part.posted_at,
        facts=facts,
    )


def _linked(work: Work, item: Item, parent: str, part: Part) -> Receipt:
    arrival = _arrival(parent, part)
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
        parent=parent,
        place=part.place,
        role=PartRole.ATTACHMENT,
        posted_at=part.posted_at,
        facts=arrival.facts,
    )


def _number(place: str) -> int:
    digits = "".join(char if char.isdigit() else " " for char in place).split()
    return int(digits[0][:9]) if digits else 0


def _named(item_id: str, one: Problem) -> BadInput:
    error = one.error
    return type(error)(error.what, where=f"{item_id}, record {one.number}, {one.field}", do=error.do)
