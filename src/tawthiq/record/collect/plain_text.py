"""Plain text: bytes of others as text; UTF-8, or UTF-16 with a mark, never a guess."""

from __future__ import annotations

import codecs

from tawthiq.terms.errors import UnreadableInput


def decode(data: bytes) -> str:
    """The text of the bytes; raises UnreadableInput naming the first bad byte (0-based)."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"the text is not {'UTF-16' if encoding == 'utf-16' else 'UTF-8'}",
            where=f"byte {reason.start}",
            do="save it as UTF-8 and add that file too",
        ) from reason
