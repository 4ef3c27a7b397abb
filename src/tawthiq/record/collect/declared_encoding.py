"""Declared encoding: the letters of a saved page, by its mark or by the encoding it names, as browsers read it."""

from __future__ import annotations

import codecs
import re

from tawthiq.terms.errors import UnreadableInput

_NAMED = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,20})", re.IGNORECASE)
_HEAD_BYTES = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset(("iso8859-1", "ascii"))
_LETTER_BY_LETTER = re.compile(
    r"cp(?:\d{3,4})|iso8859-\d+|koi8-[rtu]|mac-\w+|gb2312|gbk|gb18030|big5|euc_\w+|shift_jis"
)
"""Encodings in which a letter has the same bytes wherever it stands, so that places can be told in bytes."""


def encoding_of(data: bytes) -> tuple[str, int]:
    """(the encoding of a saved page, bytes of the mark in front of it).

    A mark goes before what is named. As browsers do, Latin-1 and ASCII are read as Windows-1252 where that fits, and a
    page that names UTF-16, or no encoding of letters, is read as UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    match = _NAMED.search(data[:_HEAD_BYTES])
    named = _known(match.group(1).decode("ascii")) if match else ""
    if named in _WESTERN:
        return ("cp1252" if _decodes(data, "cp1252") else "latin-1"), 0
    return (named if _LETTER_BY_LETTER.fullmatch(named) else "utf-8"), 0


def decode_page(data: bytes) -> str:
    """The letters of a saved page; raises UnreadableInput naming the first bad byte (0-based)."""
    encoding, n_mark = encoding_of(data)
    try:
        return data[n_mark:].decode(encoding)
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"the page is not {encoding.upper()}",
            where=f"byte {reason.start + n_mark}",
            do="save it as UTF-8 and add that file too",
        ) from reason


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
