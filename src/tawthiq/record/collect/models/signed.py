"""Signed items: items and their receipts, each with the ledger line that signs it."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.record.collect.models.rows import item_from, receipt_from
from tawthiq.record.collect.models.tables import ItemRow, ReceiptRow
from tawthiq.safe.access import Action
from tawthiq.safe.signed import Signed
from tawthiq.safe.work import Reader, reads


@reads(Action.ITEM_READ)
def get_signed_items(_reader: Reader, item_ids: Iterable[str]) -> list[Signed]:
    """These items and every arrival of them."""
    ids = list(item_ids)
    items = ItemRow.objects.filter(id__in=ids).order_by("since")
    receipts = ReceiptRow.objects.filter(item_id__in=ids).order_by("since")
    return [
        *(Signed("item", row.id, row.since, item_from(row).content()) for row in items),
        *(Signed("receipt", row.item_id, row.since, receipt_from(row).content()) for row in receipts),
    ]
