"""Writing to collect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO

from tawthiq.record.collect.item import Item, Receipt
from tawthiq.record.collect.models.rows import item_fields, quarantine_fields, reading_fields, receipt_fields
from tawthiq.record.collect.models.tables import ItemRow, JournalRow, QuarantineRow, ReadingRow, ReceiptRow
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.collect.reading import Reading
from tawthiq.safe.access import Action
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.vault import Stored
from tawthiq.safe.work import Work, writes
from tawthiq.terms.identity import Json


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
            detail: dict[str, Json] = {"sha256": item.sha256, "n_bytes": item.n_bytes}
            items.append(
                item_fields(
                    receipt.item_id,
                    item,
                    work.record(receipt.item_id, item.content(), action=str(Action.ITEM_ADD), detail=detail),
                )
            )
        receipts.append(receipt_fields(receipt, _record_receipt(work, item, receipt)))
    insert_rows(ItemRow, items)
    insert_rows(ReceiptRow, receipts)
    return new


def _record_receipt(work: Work, item: Item, receipt: Receipt) -> int:
    detail: dict[str, Json] = {"channel": receipt.channel.value, "sha256": item.sha256}
    if receipt.parent:
        detail["parent"] = receipt.parent
    return work.record(receipt.item_id, receipt.content(), action="item.received", detail=detail)


@writes(Action.ITEM_ADD)
def put_reading(work: Work, reading: Reading) -> None:
    """Keep what an importer found in an item."""
    detail: dict[str, Json] = {"importer": f"{reading.importer}@{reading.version}", "n_parts": reading.n_parts}
    seq = work.record(reading.item_id, reading.content(), action="item.opened", detail=detail)
    insert_rows(ReadingRow, [reading_fields(reading, seq)])


@writes(Action.ITEM_ADD)
def put_journal(_work: Work, folder: str, lines: Mapping[str, tuple[str, str]]) -> None:
    """Note files of a folder as done: path -> (mark, outcome); a file that changed since is noted anew."""
    rows = [JournalRow(folder=folder, path=path, mark=mark, outcome=out) for path, (mark, out) in lines.items()]
    JournalRow.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["folder", "path"], update_fields=["mark", "outcome"]
    )


@writes(Action.CASE_IMPORT, Action.ITEM_ADD)
def put_quarantine(work: Work, row: Quarantined) -> None:
    """Keep a row that could not go in."""
    _put_aside(work, [row])


@writes(Action.CASE_IMPORT, Action.ITEM_ADD)
def put_quarantines(work: Work, rows: Iterable[Quarantined]) -> None:
    """Keep rows that could not go in, each with a ledger line of its own."""
    _put_aside(work, rows)


def _put_aside(work: Work, rows: Iterable[Quarantined]) -> None:
    insert_rows(QuarantineRow, [quarantine_fields(row, _record_aside(work, row)) for row in rows])


def _record_aside(work: Work, row: Quarantined) -> int:
    detail: dict[str, Json] = {"row": row.row, "code": row.code}
    return work.record(row.item_id, row.content(), action="row.quarantined", detail=detail)
