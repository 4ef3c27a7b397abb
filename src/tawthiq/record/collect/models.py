"""Tables of collect, with the only queries on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from django.db import models

from tawthiq.record.collect.item import Channel, Item, ItemKind, ItemState, Receipt
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.event import Event
from tawthiq.safe.vault import Stored
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, digest
from tawthiq.terms.when import parse_when


class ItemRow(models.Model):
    """An item."""

    id = models.CharField(max_length=30, primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    n_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, db_index=True)
    state = models.CharField(max_length=12)
    since = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "collect_item"


class ReceiptRow(models.Model):
    """An arrival of an item."""

    item_id = models.CharField(max_length=30, db_index=True)
    original_name = models.CharField(max_length=500)
    channel = models.CharField(max_length=10)
    collector = models.CharField(max_length=30)
    collected_at = models.DateTimeField()
    published_on = models.CharField(max_length=40, blank=True)
    source_url = models.CharField(max_length=2000, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=200, blank=True)
    limits = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_receipt"


class QuarantineRow(models.Model):
    """A row that could not go in."""

    item_id = models.CharField(max_length=30, db_index=True)
    sheet = models.CharField(max_length=100, blank=True)
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=60, blank=True)
    code = models.CharField(max_length=40)
    reason = models.TextField()
    do = models.TextField(blank=True)
    raw = models.JSONField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "collect_quarantine"


@writes(Action.ITEM_ADD, Action.CASE_IMPORT)
def keep_bytes(work: Work, source: BinaryIO) -> Stored:
    """Put bytes into the vault before the item that names them."""
    return work.keep(source)


@writes(Action.ITEM_ADD, Action.CASE_IMPORT)
def put_item(work: Work, item: Item, receipt: Receipt) -> bool:
    """Keep an item with its receipt; the same bytes again add a receipt only. True when the item is new."""
    return _put_items(work, [(item, receipt)])[0]


@writes(Action.ITEM_ADD, Action.CASE_IMPORT)
def put_items(work: Work, arrivals: Sequence[tuple[Item, Receipt]]) -> list[bool]:
    """Keep many items with their receipts at once; True for each that is new, in the order given."""
    return _put_items(work, arrivals)


def _put_items(work: Work, arrivals: Sequence[tuple[Item, Receipt]]) -> list[bool]:
    wanted = [receipt.item_id for _, receipt in arrivals]
    kept = set(ItemRow.objects.filter(id__in=wanted).values_list("id", flat=True))
    items, receipts, new = [], [], []
    for item, receipt in arrivals:
        new.append(receipt.item_id not in kept)
        if new[-1]:
            kept.add(receipt.item_id)
            items.append(_item_fields(work, receipt.item_id, item))
        receipts.append(_receipt_fields(work, item.sha256, receipt))
    insert_rows(ItemRow, items)
    insert_rows(ReceiptRow, receipts)
    return new


def _item_fields(work: Work, item_id: str, item: Item) -> dict[str, Any]:
    seq = work.record(item_id, item.content(), detail={"sha256": item.sha256, "n_bytes": item.n_bytes})
    return {
        "id": item_id,
        "sha256": item.sha256,
        "n_bytes": item.n_bytes,
        "media_type": item.media_type,
        "kind": item.kind.value,
        "state": item.state.value,
        "since": seq,
    }


def _receipt_fields(work: Work, sha256: str, receipt: Receipt) -> dict[str, Any]:
    detail: dict[str, Json] = {"channel": receipt.channel.value, "sha256": sha256}
    seq = work.record(receipt.item_id, receipt.content(), action="item.received", detail=detail)
    return {
        "item_id": receipt.item_id,
        "original_name": receipt.original_name,
        "channel": receipt.channel.value,
        "collector": receipt.collector,
        "collected_at": receipt.collected_at,
        "published_on": receipt.published_on.text if receipt.published_on else "",
        "source_url": receipt.source_url,
        "publisher": receipt.publisher,
        "method": receipt.method,
        "limits": receipt.limits,
        "note": receipt.note,
        "since": seq,
    }


@writes(Action.ITEM_REVEAL)
def reveal_item(work: Work, item_id: str) -> bytes:
    """The bytes of a blurred item, sharp; the reading is a ledger line with its reason."""
    item = _item(item_id)
    work.record(item_id, item.content(), detail={"sha256": item.sha256})
    return work.vault.get(item.sha256)


@writes(Action.CASE_IMPORT, Action.ITEM_ADD)
def put_quarantine(work: Work, row: Quarantined) -> None:
    """Keep a row that could not go in."""
    QuarantineRow.objects.bulk_create([_quarantine_row(work, row)])


@writes(Action.CASE_IMPORT, Action.ITEM_ADD)
def put_quarantines(work: Work, rows: Iterable[Quarantined]) -> None:
    """Keep rows that could not go in, each with a ledger line of its own."""
    QuarantineRow.objects.bulk_create([_quarantine_row(work, row) for row in rows])


def _quarantine_row(work: Work, row: Quarantined) -> QuarantineRow:
    detail: dict[str, Json] = {"row": row.row, "code": row.code}
    seq = work.record(row.item_id, row.content(), action="row.quarantined", detail=detail)
    return QuarantineRow(
        item_id=row.item_id,
        sheet=row.sheet,
        row=row.row,
        field=row.field,
        code=row.code,
        reason=row.reason,
        do=row.do,
        raw=row.raw,
        since=seq,
    )


@reads(Action.ITEM_READ)
def get_quarantined_rows(_reader: Reader, item_id: str) -> set[tuple[str, int]]:
    """(sheet, row) of the rows of an item that stand in quarantine."""
    return set(QuarantineRow.objects.filter(item_id=item_id).values_list("sheet", "row"))


@reads(Action.ITEM_READ)
def get_item(_reader: Reader, item_id: str) -> Item:
    """An item by id; raises NotFound."""
    return _item(item_id)


@reads(Action.ITEM_READ)
def find_items(
    _reader: Reader, *, kind: str = "", limit: int = 50, before: int | None = None
) -> list[tuple[int, Item]]:
    """(ledger seq, item), newest first; `before` pages on."""
    rows = ItemRow.objects.order_by("-since")
    if kind:
        rows = rows.filter(kind=kind)
    if before is not None:
        rows = rows.filter(since__lt=before)
    return [(row.since, _item_from(row)) for row in rows[:limit]]


@reads(Action.ITEM_READ)
def count_items(_reader: Reader) -> int:
    """How many items are kept."""
    return ItemRow.objects.count()


@reads(Action.ITEM_READ)
def get_receipts(_reader: Reader, item_id: str) -> list[Receipt]:
    """Every arrival of an item, oldest first."""
    return [_receipt_from(row) for row in ReceiptRow.objects.filter(item_id=item_id).order_by("since")]


@reads(Action.ITEM_READ)
def get_receipts_of(_reader: Reader, item_ids: list[str]) -> dict[str, Receipt]:
    """The first arrival of each item."""
    rows = ReceiptRow.objects.filter(item_id__in=item_ids).order_by("-since")
    return {row.item_id: _receipt_from(row) for row in rows}


@reads(Action.ITEM_READ)
def get_bytes(reader: Reader, item_id: str) -> bytes:
    """The bytes of an item, re-hashed now; raises NotFound, IntegrityBroken."""
    return reader.vault.get(_item(item_id).sha256)


@reads(Action.ITEM_READ)
def get_custody(_reader: Reader, item_id: str) -> list[Event]:
    """Everything that happened to an item, oldest first, from the ledger."""
    return list(ledger.events_of(item_id))


@reads(Action.ITEM_READ)
def get_quarantine(_reader: Reader, item_id: str = "") -> list[Quarantined]:
    """The rows of an item (or of all) that could not go in."""
    rows = QuarantineRow.objects.order_by("since")
    return [_quarantined_from(row) for row in (rows.filter(item_id=item_id) if item_id else rows)]


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for item in ItemRow.objects.iterator():
        yield item.since, item.id, digest(_item_from(item).content())
    for receipt in ReceiptRow.objects.iterator():
        yield receipt.since, receipt.item_id, digest(_receipt_from(receipt).content())
    for row in QuarantineRow.objects.iterator():
        yield row.since, row.item_id, digest(_quarantined_from(row).content())


def kept_hashes() -> Iterator[tuple[str, str]]:
    """(item id, sha256) of every item, for the audit that compares table with vault."""
    yield from ItemRow.objects.values_list("id", "sha256").iterator()


def _item(item_id: str) -> Item:
    row = ItemRow.objects.filter(id=item_id).first()
    if row is None:
        raise NotFound("no such item", where=item_id)
    return _item_from(row)


def _item_from(row: ItemRow) -> Item:
    return Item(row.sha256, row.n_bytes, row.media_type, ItemKind(row.kind), ItemState(row.state))


def _receipt_from(row: ReceiptRow) -> Receipt:
    return Receipt(
        row.item_id,
        row.original_name,
        Channel(row.channel),
        row.collector,
        row.collected_at,
        parse_when(row.published_on) if row.published_on else None,
        row.source_url,
        row.publisher,
        row.method,
        row.limits,
        row.note,
    )


def _quarantined_from(row: QuarantineRow) -> Quarantined:
    return Quarantined(row.item_id, row.sheet, row.row, row.field, row.code, row.reason, row.do, row.raw)
