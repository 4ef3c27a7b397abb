"""From bytes of a known kind to the document that extractors read; pure."""

from __future__ import annotations

import codecs

from tawthiq.record.collect.importers.text import decode
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.reading import document_of_text
from tawthiq.terms.when import When

READABLE_KINDS = (ItemKind.TEXT,)
"""Kinds of item whose words extractors read."""


def document_of_bytes(kind: ItemKind, data: bytes, item_id: str, published: When | None) -> Document:
    """The words of bytes of a known kind; raises UnreadableInput."""
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return document_of_text(item_id, decode(data), published, skipped_bytes=skipped)
