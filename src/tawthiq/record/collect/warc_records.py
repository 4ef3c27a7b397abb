"""Warc records: one after another from a WARC file, plain or gzipped, with their digests worked out again."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from tawthiq.terms.errors import UnreadableInput

MAX_BLOCK_BYTES = 256 * 1024**2
MAX_HEADER_BYTES = 256 * 1024
_VERSION = re.compile(rb"WARC/1\.[01]\r?\n")
_KEPT = "look at the file; it is kept whole"
_HASHES = {"sha1": 20, "sha256": 32, "md5": 16, "sha512": 64}


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """`headers`: by lower-case name; `block`: what follows them; `payload`: the block without its HTTP head."""

    headers: dict[str, str]
    block: bytes
    http: bytes
    payload: bytes

    @property
    def kind(self) -> str:
        """warcinfo, response, resource, request, metadata, revisit, conversion, continuation."""
        return self.headers.get("warc-type", "")

    def wrong_digests(self) -> list[str]:
        """Names of the digests that differ from the bytes, or that cannot be read."""
        held = {"warc-block-digest": self.block, "warc-payload-digest": self.payload}
        if self.kind == "revisit":
            del held["warc-payload-digest"]  # it is that of the earlier record
        return [name for name, data in held.items() if name in self.headers and not fits(self.headers[name], data)]


def fits(stated: str, data: bytes) -> bool:
    """Whether a labelled digest (`sha1:` in base32 or hex, as writers differ) is that of the bytes."""
    label, _, text = stated.strip().partition(":")
    n_bytes = _HASHES.get(label.casefold().replace("-", ""))
    if n_bytes is None:
        return False
    now = hashlib.new(label.casefold().replace("-", ""), data, usedforsecurity=False).digest()
    if len(text) == 2 * n_bytes:
        return text.casefold() == now.hex()
    return text.rstrip("=").upper() == base64.b32encode(now).decode().rstrip("=")


def read_records(source: BinaryIO) -> Iterator[WarcRecord]:
    """Every record; raises UnreadableInput at the first that does not keep to the form, after those before it."""
    stream = _opened(source)
    while line := _skip_blank(stream):
        if not _VERSION.fullmatch(line):
            raise UnreadableInput("no record begins here: a length before it is wrong", do=_KEPT)
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BLOCK_BYTES:
            raise UnreadableInput("the record's length is missing or too large", where="content-length", do=_KEPT)
        block = stream.read(int(length))
        if len(block) < int(length):
            raise UnreadableInput("the file breaks off within a record", where="content-length", do=_KEPT)
        http, payload = _split(headers, block)
        yield WarcRecord(headers, block, http, payload)


class _Reading(Protocol):
    def read(self, size: int) -> bytes:
        """At most `size` bytes; fewer only at the end."""

    def readline(self, size: int) -> bytes:
        """A line with its end, at most `size` bytes."""


def _opened(source: BinaryIO) -> _Reading:
    begins = source.read(2)
    source.seek(0)
    return _Unzipped(source) if begins == b"\x1f\x8b" else source


class _Unzipped:
    """Gzip members one behind the other; what is unpacked is never more than is asked for."""

    def __init__(self, source: BinaryIO) -> None:
        self._source, self._unzip = source, zlib.decompressobj(31)
        self._packed, self._plain = b"", bytearray()

    def read(self, size: int) -> bytes:
        while len(self._plain) < size and self._more(size - len(self._plain)):
            pass
        taken = bytes(self._plain[:size])
        del self._plain[:size]
        return taken

    def readline(self, size: int) -> bytes:
        while (end := self._plain.find(b"\n", 0, size)) < 0 and len(self._plain) < size and self._more(4096):
            pass
        return self.read(end + 1 if end >= 0 else min(size, len(self._plain)))

    def _more(self, wanted: int) -> bool:
        self._packed = self._packed or self._source.read(1 << 16)
        if not self._packed:
            return False
        try:
            if self._unzip.eof:
                self._unzip = zlib.decompressobj(31)
            self._plain += self._unzip.decompress(self._packed, max(wanted, 1 << 14))
        except zlib.error as reason:
            raise UnreadableInput("the packed bytes are broken", do=_KEPT) from reason
        self._packed = self._unzip.unused_data if self._unzip.eof else self._unzip.unconsumed_tail
        return True


def _skip_blank(stream: _Reading) -> bytes:
    for _ in range(8):
        line = stream.readline(1024)
        if line not in (b"\r\n", b"\n"):
            return line
    raise UnreadableInput("no record begins here", do=_KEPT)


def _headers(stream: _Reading) -> dict[str, str]:
    headers: dict[str, str] = {}
    n_bytes, last = 0, ""
    while (line := stream.readline(65536)) not in (b"\r\n", b"\n"):
        n_bytes += len(line)
        if not line or n_bytes > MAX_HEADER_BYTES:
            raise UnreadableInput("the head of a record does not end", do=_KEPT)
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in (" ", "\t") and last:
            headers[last] += " " + text.strip()
            continue
        last, _, value = text.partition(":")
        last = last.strip().casefold()
        headers.setdefault(last, value.strip())
    return headers


def _split(headers: dict[str, str], block: bytes) -> tuple[bytes, bytes]:
    if "application/http" not in headers.get("content-type", ""):
        return b"", block
    head, gap, body = block.partition(b"\r\n\r\n")
    return (head, body) if gap else (b"", block)
