"""Plain text: UTF-8, or UTF-16 with a mark; other encodings are named, never guessed."""

from __future__ import annotations

import codecs

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import UnreadableInput


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


def decode(data: bytes) -> str:
    """The text of the bytes; raises UnreadableInput naming the first bad byte (0-based)."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"the text is not {'UTF-16' if encoding == 'utf-16' else 'UTF-8'}",
            where=f"byte {reason.start}",
            do="save it as UTF-8 and add that file too; this one is kept as it is",
        ) from reason
