"""Rows of collect, from and to the nouns they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tawthiq.record.collect.importer import Account
from tawthiq.record.collect.item import Channel, Item, ItemKind, ItemState, PartRole, Receipt
from tawthiq.record.collect.models.tables import ItemRow, QuarantineRow, ReadingRow, ReceiptRow
from tawthiq.record.collect.moment import moment_from
from tawthiq.record.collect.quarantine import Quarantined
from tawthiq.record.collect.reading import Reading
from tawthiq.terms.when import parse_when


def item_fields(item_id: str, item: Item, seq: int) -> dict[str, Any]:
    """Columns of an item."""
    return {
        "id": item_id,
        "sha256": item.sha256,
        "n_bytes": item.n_bytes,
        "media_type": item.media_type,
        "kind": item.kind.value,
        "state": item.state.value,
        "since": seq,
    }


def item_from(row: ItemRow) -> Item:
    """The item of a row."""
    return Item(row.sha256, row.n_bytes, row.media_type, ItemKind(row.kind), ItemState(row.state))


def receipt_fields(receipt: Receipt, seq: int) -> dict[str, Any]:
    """Columns of a receipt."""
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
        "parent_id": receipt.parent,
        "place": receipt.place,
        "more": _more(receipt),
        "since": seq,
    }


def _more(receipt: Receipt) -> dict[str, Any]:
    return {
        "role": receipt.role.value if receipt.role else None,
        "posted_at": receipt.posted_at.content() if receipt.posted_at else None,
        "facts": dict(receipt.facts),
    }


def receipt_from(row: ReceiptRow) -> Receipt:
    """The receipt of a row; one of before version 0.2 has no place and no further facts."""
    more: Mapping[str, Any] = row.more or {}
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
        row.parent_id or "",
        row.place or "",
        PartRole(more["role"]) if more.get("role") else None,
        moment_from(more["posted_at"]) if more.get("posted_at") else None,
        more.get("facts") or {},
    )


def quarantine_fields(row: Quarantined, seq: int) -> dict[str, Any]:
    """Columns of a row put aside."""
    return {
        "item_id": row.item_id,
        "sheet": row.sheet,
        "row": row.row,
        "field": row.field,
        "code": row.code,
        "reason": row.reason,
        "do": row.do,
        "raw": row.raw,
        "since": seq,
    }


def quarantined_from(row: QuarantineRow) -> Quarantined:
    """The row put aside of a row."""
    return Quarantined(row.item_id, row.sheet, row.row, row.field, row.code, row.reason, row.do, row.raw)


def reading_fields(reading: Reading, seq: int) -> dict[str, Any]:
    """Columns of a reading."""
    account = reading.account
    return {
        "item_id": reading.item_id,
        "importer": reading.importer,
        "version": reading.version,
        "asked": reading.asked,
        "n_parts": reading.n_parts,
        "n_problems": reading.n_problems,
        "account": [list(account.handled), list(account.ignored), list(account.signalled)],
        "facts": dict(reading.facts),
        "refused": dict(reading.refused) if reading.refused else None,
        "since": seq,
    }


def reading_from(row: ReadingRow) -> Reading:
    """The reading of a row."""
    handled, ignored, signalled = (tuple(names) for names in row.account)
    account = Account(handled, ignored, signalled)
    return Reading(
        row.item_id, row.importer, row.version, account, row.n_parts, row.n_problems, row.asked, row.facts, row.refused
    )
