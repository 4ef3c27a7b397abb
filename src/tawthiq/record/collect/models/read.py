"""Reading from collect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.record.collect.item import Item, ItemKind, Receipt
from tawthiq.record.collect.models.rows import item_from, quarantined_from, reading_from, receipt_from
from tawthiq.record.collect.models.tables import ItemRow, JournalRow, QuarantineRow, ReadingRow, ReceiptRow
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.collect.reading import Reading
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.event import Event
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import digest


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
    return [(row.since, item_from(row)) for row in rows[:limit]]


@reads(Action.ITEM_READ)
def count_items(_reader: Reader) -> int:
    """How many items are kept."""
    return ItemRow.objects.count()


@reads(Action.ITEM_READ)
def get_receipts(_reader: Reader, item_id: str) -> list[Receipt]:
    """Every arrival of an item, oldest first."""
    return [receipt_from(row) for row in ReceiptRow.objects.filter(item_id=item_id).order_by("since")]


@reads(Action.ITEM_READ)
def get_receipts_of(_reader: Reader, item_ids: list[str]) -> dict[str, Receipt]:
    """The first arrival of each item."""
    rows = ReceiptRow.objects.filter(item_id__in=item_ids).order_by("-since")
    return {row.item_id: receipt_from(row) for row in rows}


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
    return [quarantined_from(row) for row in (rows.filter(item_id=item_id) if item_id else rows)]


@reads(Action.ITEM_READ)
def get_readings(_reader: Reader, item_id: str) -> list[Reading]:
    """What importers found in an item, oldest first."""
    return [reading_from(row) for row in ReadingRow.objects.filter(item_id=item_id).order_by("since")]


@reads(Action.ITEM_READ)
def get_places(_reader: Reader, parent: str, places: Sequence[str]) -> dict[str, str]:
    """Place -> item of what is kept of a parent (an item or a folder), for the places asked."""
    rows = ReceiptRow.objects.filter(parent_id=parent, place__in=places).order_by("-since")
    return {place: item_id for place, item_id in rows.values_list("place", "item_id") if place}


@reads(Action.ITEM_READ)
def get_parts(_reader: Reader, parent: str, limit: int = 1000, after: int = -1) -> list[tuple[int, Receipt]]:
    """(ledger seq, receipt) of what was taken out of an item, in the order of arrival; `after` pages on."""
    rows = ReceiptRow.objects.filter(parent_id=parent, since__gt=after).order_by("since")
    return [(row.since, receipt_from(row)) for row in rows[:limit]]


@reads(Action.ITEM_READ)
def get_unopened(_reader: Reader, importers: Sequence[tuple[str, int]]) -> list[str]:
    """Items of the kinds that are taken apart which none of these importers (name, version) has read, oldest first."""
    done: set[str] = set()
    for name, version in importers:
        done |= set(ReadingRow.objects.filter(importer=name, version=version).values_list("item_id", flat=True))
    kinds = (ItemKind.EXPORT.value, ItemKind.ARCHIVE.value)
    rows = ItemRow.objects.filter(kind__in=kinds).order_by("since").values_list("id", flat=True)
    return [item_id for item_id in rows if item_id not in done]


@reads(Action.ITEM_READ)
def get_unopened_of(_reader: Reader, folder: str, kinds: Sequence[str]) -> list[str]:
    """Items of these kinds that came with a folder and that no importer has read, in order of arrival."""
    came = ReceiptRow.objects.filter(parent_id=folder).values("item_id")
    read = ReadingRow.objects.values("item_id")
    rows = ItemRow.objects.filter(kind__in=kinds, id__in=came).exclude(id__in=read).order_by("since")
    return list(rows.values_list("id", flat=True))


@reads(Action.ITEM_READ)
def get_journal(_reader: Reader, folder: str) -> dict[str, str]:
    """Path -> mark of the files of a folder that are done."""
    return dict(JournalRow.objects.filter(folder=folder).values_list("path", "mark"))


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for item in ItemRow.objects.iterator():
        yield item.since, item.id, digest(item_from(item).content())
    for receipt in ReceiptRow.objects.iterator():
        yield receipt.since, receipt.item_id, digest(receipt_from(receipt).content())
    for row in QuarantineRow.objects.iterator():
        yield row.since, row.item_id, digest(quarantined_from(row).content())
    for reading in ReadingRow.objects.iterator():
        yield reading.since, reading.item_id, digest(reading_from(reading).content())


def kept_hashes() -> Iterator[tuple[str, str]]:
    """(item id, sha256) of every item, for the audit that compares table with vault."""
    yield from ItemRow.objects.values_list("id", "sha256").iterator()


def _item(item_id: str) -> Item:
    row = ItemRow.objects.filter(id=item_id).first()
    if row is None:
        raise NotFound("no such item", where=item_id)
    return item_from(row)
