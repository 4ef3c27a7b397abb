"""Encoding: how the bytes of a table stand for letters; told by the bytes or by a person, never guessed."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from tawthiq.terms.errors import BadInput, UnreadableInput

CODE_PAGES = ("windows-1252", "windows-1256", "windows-1250", "windows-1251", "windows-1254")
"""What spreadsheet programs write if not UTF-8: Western, Arabic, Central European, Cyrillic, Turkish."""


def text_encoding(source: BinaryIO, head: bytes, told: str = "") -> str:
    """UTF-8 or UTF-16, when all bytes are that, read from where the source stands, else what was told.

    Raises UnreadableInput; nothing is guessed, since bytes of one code page are letters of every other.
    """
    try:
        return _all_is(_likely(head), source)
    except UnreadableInput:
        if not told:
            raise
        source.seek(0)
        return _all_is(_code_page(told), source)


def _code_page(told: str) -> str:
    """The codec of an encoding that a person named; raises BadInput."""
    try:
        "".encode(told)
    except LookupError as reason:
        raise BadInput("no encoding of text", where="encoding", do=f"use one of: {', '.join(CODE_PAGES)}") from reason
    return told


def _all_is(encoding: str, source: BinaryIO) -> str:
    decoder = codecs.getincrementaldecoder(encoding)()
    n_bytes = 0
    try:
        while part := source.read(1 << 20):
            decoder.decode(part)
            n_bytes += len(part)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as reason:
        raise UnreadableInput(
            f"no workbook, and no text in {encoding.removesuffix('-sig').upper()}",
            where=f"byte {n_bytes + reason.start}",
            do="save the table as CSV in UTF-8 or as .xlsx, or say its encoding, such as windows-1252",
        ) from reason
    source.seek(0)
    return encoding


def _likely(head: bytes) -> str:
    """UTF-16 is known by its mark, or by the zero in every second byte of a header in Latin letters."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(head) >= 4 and head[1] == head[3] == 0 != head[0]:
        return "utf-16-le"
    return "utf-16-be" if len(head) >= 4 and head[0] == head[2] == 0 != head[1] else "utf-8-sig"


def decoded_lines(source: BinaryIO, encoding: str) -> Iterator[str]:
    """Decoded lines; the source stays open, whoever stops reading."""
    wrapper = io.TextIOWrapper(source, encoding, newline="")
    try:
        for line in wrapper:  # noqa: UP028  yield from would close the wrapper, and the source with it
            yield line
    finally:
        wrapper.detach()
