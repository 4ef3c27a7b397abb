"""Pictures: size, metadata tags; a picture's place is signalled, since it can endanger people."""

from __future__ import annotations

import io

from PIL import ExifTags, Image, UnidentifiedImageError

from tawthiq.record.collect.importer import Account, Inspected
from tawthiq.record.collect.item import ItemKind, ItemState
from tawthiq.terms.errors import UnreadableInput

MAX_PIXELS = 100_000_000


class ImageImporter:
    """Reads the header; pixels are decoded only when a blurred tile is made."""

    name = "image"
    version = 1
    kinds = frozenset({ItemKind.IMAGE})

    def inspect(self, data: bytes) -> Inspected:
        """Open the header, account for each metadata tag."""
        try:
            with Image.open(io.BytesIO(data)) as picture:
                n_pixels = picture.width * picture.height
                tags = tuple(sorted(ExifTags.TAGS.get(tag, str(tag)) for tag in picture.getexif()))
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as reason:
            return _undecodable(
                f"the picture does not open: {type(reason).__name__}", "check the file; it is kept as it is"
            )
        if n_pixels > MAX_PIXELS:
            return _undecodable(f"{n_pixels} pixels are more than {MAX_PIXELS}", "add a smaller copy too")
        signalled = tuple(tag for tag in tags if tag == "GPSInfo")
        account = Account(("size",), tuple(tag for tag in tags if tag not in signalled), signalled)
        return Inspected(ItemState.READABLE, account=account)


def _undecodable(what: str, do: str) -> Inspected:
    return Inspected(ItemState.UNDECODABLE, findings=(UnreadableInput(what, do=do),))
