"""From bytes of a known kind to the document that extractors read; pure."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from tawthiq.record.collect.importers.text import decode
from tawthiq.record.collect.item import ItemKind
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.from_bytes import reading
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.when import When

Read = Callable[[bytes, str, When | None], Document]


def document_of_bytes(kind: ItemKind, data: bytes, item_id: str, published: When | None) -> Document:
    """The words of bytes of a readable kind; raises UnreadableInput."""
    return _READ[kind](data, item_id, published)


def _plain(data: bytes, item_id: str, published: When | None) -> Document:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 2 * wide
    return document_of_text(item_id, decode(data), published, skipped_bytes=skipped, wide=wide)


def _html(data: bytes, item_id: str, published: When | None) -> Document:
    return reading.document_of_bytes(item_id, data, "text/html", published)


def _pdf(data: bytes, item_id: str, published: When | None) -> Document:
    return reading.document_of_bytes(item_id, data, "application/pdf", published)


_READ: dict[ItemKind, Read] = {ItemKind.TEXT: _plain, ItemKind.HTML: _html, ItemKind.PDF: _pdf}
READABLE_KINDS = tuple(_READ)
"""Kinds of item whose words extractors read."""
