"""Archives: the members of a zip or tar file."""

from __future__ import annotations

import gzip
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import IO, BinaryIO

from tawthiq.record.collect.archive_caps import Caps, TooMuch
from tawthiq.record.collect.item import ItemKind, PartRole
from tawthiq.record.collect.moment import Finest, Moment, Zone, from_epoch
from tawthiq.record.collect.opener import Asked, Found
from tawthiq.record.collect.part import Part, Problem, Tally
from tawthiq.terms.errors import BadInput, UnreadableInput

_KEPT = "look at the archive; it is kept whole"
_HANDLED = frozenset({"name", "bytes", "time"})
_IGNORED = frozenset({"rights", "comment", "extra"})
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, gzip.BadGzipFile, EOFError, OSError,
           RuntimeError, ValueError)  # fmt: skip
"""What the readers raise for members that are broken, encrypted, or packed in a way they do not know."""


class Zip:
    """A zip archive: each member an item; names that lead out, links, twins, bombs are refused one by one."""

    name = "zip"
    version = 1
    kinds = frozenset({ItemKind.ARCHIVE})
    media_type = "application/zip"

    def recognises(self, head: bytes, _name: str) -> bool:
        """By its first member; documents that are zips inside (workbooks, e-books) are not taken apart."""
        return head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not is_document(head)

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Stream each member out under the caps."""
        try:
            packed = zipfile.ZipFile(source)
        except _BROKEN as reason:
            raise UnreadableInput("the archive does not open", do=_KEPT) from reason
        tally = Tally(_HANDLED, _IGNORED, {"name", "bytes", "time", "rights"})
        with packed:
            if packed.comment:
                tally.leave("comment")
            yield from _members(_zip_members(packed), tally)
        yield tally.account()


class Tar:
    """A tar archive, plain or packed with gzip, xz, bzip2; treated as a zip is."""

    name = "tar"
    version = 1
    kinds = frozenset({ItemKind.ARCHIVE})
    media_type = "application/x-tar"

    def recognises(self, head: bytes, name: str) -> bool:
        """By its mark, or by its name where it is packed."""
        packed = head.startswith((b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh"))
        return head[257:262] == b"ustar" or (packed and ".tar." in f"{name.casefold()}.") or (
            packed and name.casefold().endswith((".tgz", ".txz", ".tbz2"))
        )  # fmt: skip

    def parts(self, source: BinaryIO, _asked: Asked) -> Iterator[Found]:
        """Stream each member out under the caps, in one pass."""
        size = source.seek(0, 2)
        source.seek(0)
        tally = Tally(_HANDLED, _IGNORED, {"name", "bytes", "time", "rights"})
        try:
            with tarfile.open(fileobj=source, mode="r|*") as packed:
                yield from _members(_tar_members(packed, size), tally)
        except _BROKEN as reason:
            raise UnreadableInput("the archive does not open, or breaks off", do=_KEPT) from reason
        yield tally.account()


def is_document(head: bytes) -> bool:
    """A zip that some program takes as one document: its first member says so."""
    first = head[30:140]
    return first.startswith(
        (b"[Content_Types].xml", b"_rels/", b"mimetypeapplication/", b"docProps/", b"xl/", b"word/")
    )


class _Member:
    """One entry of an archive: what it says of itself, how to read it."""

    def __init__(self, name: str, n_packed: int, told: Moment | None, fault: str, read: IO[bytes] | None) -> None:
        self.name, self.n_packed, self.told, self.fault, self.read = name, n_packed, told, fault, read


def _members(members: Iterator[_Member | BadInput], tally: Tally) -> Iterator[Found]:
    caps = Caps()
    for number, member in enumerate(members, start=1):
        try:
            if isinstance(member, BadInput):
                raise member
            place = caps.place(member.name)
            if member.fault or member.read is None:
                raise BadInput(member.fault or "it cannot be read", where="type", do=_KEPT)
            data = _all(member.read, member.n_packed, caps)
            if not data:
                tally.leave("empty members")
                continue
            context = {"file_time": member.told.content()} if member.told else {}
            yield Part(place, PartRole.MEMBER, data, name=place.rpartition("/")[2], context=context)
        except TooMuch as error:
            yield Problem(number, "archive", error)
            tally.signal("members beyond the caps")
            return
        except BadInput as error:
            yield Problem(number, error.where or "member", error)
        except _BROKEN as reason:
            what = f"the member does not unpack: {type(reason).__name__}"
            yield Problem(number, "bytes", UnreadableInput(what, do=_KEPT))


def _all(source: IO[bytes], n_packed: int, caps: Caps) -> bytes:
    gathered = bytearray()
    while chunk := source.read(1 << 18):
        gathered += chunk
        caps.more(len(chunk), len(gathered), n_packed)
    return bytes(gathered)


def _zip_members(packed: zipfile.ZipFile) -> Iterator[_Member | BadInput]:
    for entry in packed.infolist():
        if entry.is_dir():
            continue
        fault = ""
        mode = entry.external_attr >> 16
        if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            fault = "it is a link or a device, not a file"
        elif entry.flag_bits & 1:
            fault = "it is encrypted"
        try:
            read = None if fault else packed.open(entry)
        except _BROKEN as reason:
            fault, read = f"the member does not unpack: {type(reason).__name__}", None
        yield _Member(entry.orig_filename, entry.compress_size, _dos_time(entry), fault, read)


def _dos_time(entry: zipfile.ZipInfo) -> Moment | None:
    """Two-second steps of some clock; nobody told where it was."""
    try:
        told = datetime(*entry.date_time)  # noqa: DTZ001  the zone is what nobody told
    except ValueError:
        return None
    return Moment(told.isoformat(), Zone.UNKNOWN, Finest.SECOND) if told.year > 1980 else None


def _tar_members(packed: tarfile.TarFile, size: int) -> Iterator[_Member | BadInput]:
    for entry in packed:
        if entry.isdir():
            continue
        fault = "" if entry.isreg() else "it is a link or a device, not a file"
        read = packed.extractfile(entry) if entry.isreg() else None
        yield _Member(entry.name, max(size, 1), _epoch(entry.mtime), fault, read)


def _epoch(seconds: float) -> Moment | None:
    try:
        return from_epoch(int(seconds)) if seconds > 0 else None
    except BadInput:
        return None
