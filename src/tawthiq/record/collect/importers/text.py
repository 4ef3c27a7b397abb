"""Plain text: UTF-8, or UTF-16 with a mark; other encodings are named, never guessed."""

from __future__ import annotations

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.record.collect.plain_text import decode
from tawthiq.terms.errors import UnreadableInput

__all__ = ["TextImporter", "decode"]


class TextImporter:
    """Reads posts, notes, articles saved as text."""

    name = "text"
    version = 1
    kinds = frozenset({ItemKind.TEXT})

    def inspect(self, data: bytes) -> Inspected:
        """Decode the whole; a broken byte is named with its place."""
        try:
            return Inspected(ItemState.READABLE, decode(data), Account(handled=("text",)))
        except UnreadableInput as finding:
            return Inspected(ItemState.UNDECODABLE, findings=(finding,))
