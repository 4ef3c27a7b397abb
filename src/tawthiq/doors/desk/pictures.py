"""Pictures on a page: grey, blurred beyond recognition until a person gives a reason, never a link of their own."""

from __future__ import annotations

import base64
import io

from PIL import Image, ImageFilter, UnidentifiedImageError

from tawthiq.terms.errors import UnreadableInput

WIDEST_PX = 1200
BLURRED_PX = 24
"""So few pixels are kept of a blurred picture that no sharpening brings a face back."""


def blurred(data: bytes) -> str:
    """A data URI of a grey PNG of 24 pixels a side; empty for bytes that are no picture."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.draft("L", (256, 256))
            small = picture.convert("L")
            small.thumbnail((BLURRED_PX, BLURRED_PX))
            soft = small.filter(ImageFilter.GaussianBlur(1.5))
            return _uri(soft.resize((small.width * 16, small.height * 16), Image.Resampling.BICUBIC))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return ""


def sharp(data: bytes) -> str:
    """A data URI of a grey PNG, at most 1200 pixels wide; raises UnreadableInput."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            grey = picture.convert("L")
            grey.thumbnail((WIDEST_PX, WIDEST_PX))
            return _uri(grey)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as reason:
        raise UnreadableInput("these bytes are no picture that can be shown", do="download the original") from reason


def _uri(picture: Image.Image) -> str:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return f"data:image/png;base64,{base64.b64encode(written.getvalue()).decode()}"
