"""From a kept item to the document that extractors read."""

from __future__ import annotations

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item, ItemState
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.from_bytes.kept_bytes import READABLE_KINDS, document_of_bytes
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UnreadableInput
from tawthiq.terms.when import When


def document_of_item(reader: Reader, item: Item) -> Document:
    """The words of an item, re-hashed on the way; raises UnreadableInput where there are none."""
    if item.kind not in READABLE_KINDS or item.state is not ItemState.READABLE:
        raise UnreadableInput(
            f"there are no words to read: {item.kind.value}, {item.state.value}",
            where=item.id,
            do="add the text as an item of its own",
        )
    return document_of_bytes(item.kind, collect.get_bytes(reader, item.id), item.id, published_on(reader, item.id))


def published_on(reader: Reader, item_id: str) -> When | None:
    """When the item came out, by the latest receipt that says so."""
    told = [receipt.published_on for receipt in collect.get_receipts(reader, item_id) if receipt.published_on]
    return told[-1] if told else None
