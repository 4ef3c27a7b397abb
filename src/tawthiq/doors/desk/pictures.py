"""Pictures on a page: grey, blurred beyond recognition until a person gives a reason, never a link of their own.

The foreign bytes are decoded in the child that can be killed; what comes back is a fresh grey PNG.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from PIL import Image, ImageFilter, UnidentifiedImageError

from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.terms.errors import BadInput, UnreadableInput

WIDEST_PX = 1200
BLURRED_PX = 24
"""So few pixels are kept of a blurred picture that no sharpening brings a face back."""
_DRAW = f"{__name__}:draw_task"


def blurred(data: bytes) -> str:
    """A data URI of a grey PNG of 24 pixels a side; empty for bytes that are no picture."""
    try:
        return _drawn(data, "blurred")
    except BadInput:
        return ""


def sharp(data: bytes) -> str:
    """A data URI of a grey PNG, at most 1200 pixels wide; raises UnreadableInput."""
    try:
        return _drawn(data, "sharp")
    except BadInput as reason:
        raise UnreadableInput("these bytes are no picture that can be shown", do="download the original") from reason


def _drawn(data: bytes, how: str) -> str:
    with pool.worker() as worker:
        png = worker.call(_DRAW, data, {"how": how}).blob
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def draw_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    know_heic()
    try:
        with Image.open(source) as picture:
            yield Frame({}, _png(_blur(picture) if args["how"] == "blurred" else _grey(picture)))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as reason:
        raise UnreadableInput("these bytes are no picture that can be shown") from reason


def _blur(picture: Image.Image) -> Image.Image:
    picture.draft("L", (256, 256))
    small = picture.convert("L")
    small.thumbnail((BLURRED_PX, BLURRED_PX))
    soft = small.filter(ImageFilter.GaussianBlur(1.5))
    return soft.resize((small.width * 16, small.height * 16), Image.Resampling.BICUBIC)


def _grey(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    grey.thumbnail((WIDEST_PX, WIDEST_PX))
    return grey


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()
