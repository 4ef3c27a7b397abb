"""Drawn: pictures as they are shown: a blurred tile, a grey one, a whole one; runs in the child."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from PIL import Image, ImageFilter

from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.record.collect.pixels import Pixels, Rgb, read_pixels
from tawthiq.record.collect.rendition import Form
from tawthiq.record.collect.sandbox.wire import Frame

TILE_PX = 48
TILE_BLUR_PX = 3.0
"""Standard deviation of the blur, on 48 pixels: about a dozen stay apart, too few for a face."""
GREY_PX = 512
FULL_PX = 2048


def draw_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """One frame: the bytes of a rendition; `args["form"]` says which."""
    know_heic()
    yield drawing(read_pixels(source, _SIDES[Form(args["form"])]), Form(args["form"]))


def drawing(pixels: Pixels, form: Form) -> Frame:
    """The rendition of pixels, in the words of the wire. Nothing of the file's own metadata goes along."""
    match form:
        case Form.TILE:
            return _frame(tile_of(pixels.rgb), "PNG", f"{pixels.recipe}; grey; Gaussian {TILE_BLUR_PX} px")
        case Form.GREY:
            return _frame(Image.fromarray(pixels.rgb).convert("L"), "JPEG", f"{pixels.recipe}; grey")
        case _:
            return _frame(Image.fromarray(pixels.rgb), "JPEG", pixels.recipe)


def tile_of(rgb: Rgb) -> Image.Image:
    """A grey picture of at most 48 pixels a side, blurred."""
    small = Image.fromarray(rgb).convert("L")
    small.thumbnail((TILE_PX, TILE_PX), Image.Resampling.BOX, reducing_gap=None)
    return small.filter(ImageFilter.GaussianBlur(TILE_BLUR_PX))


def encoded(picture: Image.Image, form: str) -> bytes:
    """The picture as a PNG or JPEG file that holds pixels and nothing else."""
    written = io.BytesIO()
    picture.info.clear()
    picture.save(written, form, **({"quality": 88, "optimize": True} if form == "JPEG" else {"optimize": True}))
    return written.getvalue()


def _frame(picture: Image.Image, form: str, recipe: str) -> Frame:
    words = {"media_type": f"image/{form.lower()}", "recipe": f"{recipe}; {form}"}
    return Frame(words, encoded(picture, form))


_SIDES = {Form.TILE: 256, Form.GREY: GREY_PX, Form.FULL: FULL_PX}
"""Longest side that is decoded, in pixels."""
