"""From an item's text to the document that extractors read."""

from __future__ import annotations

from tawthiq.record.extract.document import Document, OffsetMap, Run
from tawthiq.record.extract.language import UNDETERMINED, language_of
from tawthiq.record.extract.plain import blocks_of
from tawthiq.record.extract.token import tokens_of
from tawthiq.terms.when import When


def document_of_text(
    item_id: str, text: str, published_on: When | None = None, language: str = "", skipped_bytes: int = 0
) -> Document:
    """Plain text as a document. `language`: en, fr, es, ar, or empty to find out; `skipped_bytes`: a byte order mark's.

    The offset map leads from code points of the text to bytes of its UTF-8 file.
    """
    spoken = language or language_of(tokens_of(text[:20000]))
    warnings = [] if text.strip() else ["empty_text"]
    warnings += ["language_not_supported"] if spoken == UNDETERMINED and text.strip() else []
    warnings += ["publication_date_missing"] if published_on is None else []
    return Document(
        item_id, text, blocks_of(text), spoken, published_on, utf8_offsets(text, skipped_bytes), tuple(warnings)
    )


def utf8_offsets(text: str, skipped_bytes: int = 0) -> OffsetMap:
    """Runs of characters that take equally many bytes."""
    runs: list[Run] = []
    at, byte, start, start_byte, width = 0, skipped_bytes, 0, skipped_bytes, 0
    for char in text:
        own = 1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
        if own != width and at > start:
            runs.append(Run(start, at - start, start_byte, byte))
            start, start_byte = at, byte
        width = own
        at, byte = at + 1, byte + own
    if at > start:
        runs.append(Run(start, at - start, start_byte, byte))
    return OffsetMap(tuple(runs))
