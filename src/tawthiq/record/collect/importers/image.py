"""Pictures: size, metadata tags, times; a picture's place is signalled, since it can endanger people."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any, BinaryIO

from PIL import ExifTags, Image, UnidentifiedImageError

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.record.collect.moment import Moment, from_iso
from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.terms.errors import BadInput, UnreadableInput
from tawthiq.terms.identity import Json

MAX_PIXELS = 100_000_000
_TIMES = (("taken_at", 0x9003, 0x9011), ("digitised_at", 0x9004, 0x9012), ("changed_at", 0x0132, 0x9010))
_HANDLED = frozenset({"Orientation", "DateTime", "OffsetTime", "DateTimeOriginal", "OffsetTimeOriginal",
                      "DateTimeDigitized", "OffsetTimeDigitized", "ExifOffset"})  # fmt: skip


class ImageImporter:
    """Reads the header of JPEG, PNG, WebP, AVIF, HEIC; pixels are decoded only when a blurred tile is made."""

    name = "image"
    version = 2
    kinds = frozenset({ItemKind.IMAGE})

    def inspect(self, data: bytes) -> Inspected:
        """Open the header, account for each metadata tag, keep times with the source of their zone."""
        return self.inspect_source(io.BytesIO(data))

    def inspect_source(self, source: BinaryIO) -> Inspected:
        """The same from a file."""
        know_heic()
        try:
            with Image.open(source) as picture:
                return _judge(picture)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as reason:
            return _undecodable(
                f"the picture does not open: {type(reason).__name__}", "check the file; it is kept as it is"
            )


def _judge(picture: Image.Image) -> Inspected:
    n_pixels = picture.width * picture.height
    if n_pixels > MAX_PIXELS:
        return _undecodable(f"{n_pixels} pixels are more than {MAX_PIXELS}", "add a smaller copy too")
    exif = picture.getexif()
    inner, place = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    tags = {ExifTags.TAGS.get(tag, str(tag)) for tag in (*exif, *inner)}
    facts: dict[str, Json] = {"width": picture.width, "height": picture.height, "format": picture.format or ""}
    if (turned := exif.get(0x0112, 1)) != 1 and isinstance(turned, int):
        facts["orientation"] = turned
    unread = set()
    for name, tag, offset in _TIMES:
        told, zone = inner.get(tag) or exif.get(tag), inner.get(offset) or exif.get(offset)
        try:
            facts |= {name: _when(str(told), str(zone or "")).content()} if told else {}
        except BadInput:
            unread.add(f"{ExifTags.TAGS.get(tag, str(tag))} that is no time")
    if when := _gps_time(place):
        facts["gps_time"] = when.content()
    signalled = unread | ({"GPSInfo"} if place or "GPSInfo" in tags else set())
    account = Account(
        tuple(sorted({"size"} | tags & _HANDLED)),
        tuple(sorted(tags - _HANDLED - {"GPSInfo"})),
        tuple(sorted(signalled)),
    )
    return Inspected(ItemState.READABLE, account=account, facts=facts)


def _when(told: str, zone: str) -> Moment:
    """`2014:05:03 10:22:05` by the camera's clock; its zone only where the camera wrote an offset."""
    day, _, clock = told.strip().strip("\0").partition(" ")
    return from_iso(f"{day.replace(':', '-')}T{clock}{zone.strip()}")


def _gps_time(place: dict[int, Any]) -> Moment | None:
    """The satellites' clock, which is UTC."""
    try:
        hour, minute, second = (int(Fraction(part)) for part in place[7])
        return from_iso(f"{str(place[29]).replace(':', '-')}T{hour:02}:{minute:02}:{second:02}+00:00")
    except (KeyError, ValueError, TypeError, ZeroDivisionError, BadInput):
        return None


def _undecodable(what: str, do: str) -> Inspected:
    return Inspected(ItemState.UNDECODABLE, findings=(UnreadableInput(what, do=do),))
