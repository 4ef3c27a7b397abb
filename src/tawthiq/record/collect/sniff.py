"""Sniff: what bytes are, judged by the bytes; the file's name only breaks ties between kinds of text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath

import puremagic

from tawthiq.record.collect.importers.registry import opener_of
from tawthiq.record.collect.item import ItemKind

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at."""

_TABLES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    }
)
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?>(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_PICTURED = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
}
"""Brands of the box format that hold a picture; all others hold video or sound."""
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13, 27))
_TEXT_NAMES = frozenset({".txt", ".md", ".text", ".html", ".htm", ".csv", ".tsv", ".json"})


@dataclass(frozen=True, slots=True)
class Sniffed:
    """`media_type`: as RFC 6838 writes it; `named_as_text`: the name promises text."""

    media_type: str
    kind: ItemKind
    named_as_text: bool


def sniff(head: bytes, name: str) -> Sniffed:
    """Judge the first HEAD_BYTES of a file: first whether an importer takes files of its form apart."""
    suffix = PurePath(name).suffix.casefold()
    if opener := opener_of(head, name):
        (kind,) = opener.kinds
        return Sniffed(opener.media_type, kind, suffix in _TEXT_NAMES)
    media_type = _media_type(head, suffix)
    return Sniffed(media_type, _kind(media_type), suffix in _TEXT_NAMES)


def _media_type(head: bytes, suffix: str) -> str:
    if head.startswith(b"%PDF-"):
        return "application/pdf"  # asked first: a PDF that holds no stream is made of plain letters
    if _HTML.match(head):
        return "text/html"
    if head[4:8] == b"ftyp" and (pictured := _PICTURED.get(head[8:12])):
        return pictured
    if looks_like_text(head):
        return {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".html": "text/html", ".htm": "text/html"}.get(
            suffix, "text/plain"
        )
    return _binary_type(head, suffix)


def _binary_type(head: bytes, suffix: str) -> str:
    try:
        found = puremagic.from_string(head, mime=True, filename=f"x{suffix}" if suffix not in _TEXT_NAMES else None)
    except (puremagic.PureError, ValueError):
        return "application/octet-stream"
    return found or "application/octet-stream"


def looks_like_text(head: bytes) -> bool:
    """True when nothing in the bytes speaks against text: UTF-8 or UTF-16 with a mark, or 8-bit without controls."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return len(head.translate(None, _CONTROLS)) == len(head) and _mostly_decodes(head)


def _mostly_decodes(head: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    return decoder.decode(head).count("\ufffd") * 4 <= len(head)


def _kind(media_type: str) -> ItemKind:
    if media_type in _TABLES or media_type in ("text/csv", "text/tab-separated-values"):
        return ItemKind.TABLE
    if media_type == "text/html":
        return ItemKind.HTML
    if media_type == "application/pdf":
        return ItemKind.PDF
    family = media_type.partition("/")[0]
    return ItemKind(family) if family in ("text", "image", "video", "audio") else ItemKind.OTHER
