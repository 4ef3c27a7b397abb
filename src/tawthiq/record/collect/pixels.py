"""Pixels of a stored picture, upright and shrunk, with the recipe that made them.

Decoders meet hostile files: call this inside the killable child process, never in the web server.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

import numpy as np
import PIL
from numpy.typing import NDArray
from PIL import Image, ImageOps

from tawthiq.terms.errors import UnreadableInput

Rgb: TypeAlias = NDArray[np.uint8]
"""Rows x columns x 3."""

MAX_PIXELS = 100_000_000
"""Read from the header before anything is decoded."""


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """Rows x columns x 3 bytes, upright, and how they were made from the stored bytes.

    `full_size` is (width, height) of the upright picture before it was shrunk.
    """

    rgb: Rgb
    full_size: tuple[int, int]
    recipe: str


def read_pixels(source: BinaryIO, max_side: int) -> Pixels:
    """The first frame of a picture file, turned upright by its EXIF tag, its longest side at most `max_side` pixels.

    Raises UnreadableInput when Pillow cannot decode it or its header claims more than MAX_PIXELS.
    """
    try:
        with Image.open(source) as image:
            return _read(image, max_side)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableInput("the picture cannot be decoded", do="keep the original as undecodable") from error


def _read(image: Image.Image, max_side: int) -> Pixels:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise UnreadableInput(f"the header claims {width} x {height} pixels", do="keep the original as undecodable")
    upright = image.getexif().get(_ORIENTATION, 1)
    full_size = (height, width) if upright in _QUARTER_TURNS else (width, height)
    image.draft("RGB", _fitted(image.size, max_side))
    drafted = image.size
    plain = _to_rgb(image)
    plain.thumbnail((max_side, max_side), Image.Resampling.BILINEAR, reducing_gap=None)
    turned = ImageOps.exif_transpose(_with_tag(plain, upright))
    steps = [f"Pillow {PIL.__version__}", f"{image.format} {image.mode}", f"drafted {drafted[0]}x{drafted[1]}"]
    steps += [f"orientation {upright}", f"bilinear to {turned.width}x{turned.height}"]
    return Pixels(np.asarray(turned), full_size, "; ".join(steps))


def _fitted(size: tuple[int, int], max_side: int) -> tuple[int, int]:
    scale = min(1.0, max_side / max(size))
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _to_rgb(image: Image.Image) -> Image.Image:
    """Three bytes a pixel; 16-bit grey is scaled, not clipped, and what is transparent lies on white."""
    if image.mode.startswith("I"):
        return Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    return image.convert("RGB")


def _with_tag(plain: Image.Image, upright: int) -> Image.Image:
    """The picture with its orientation as the only tag, so that one routine of Pillow does the turning."""
    plain.info.clear()
    plain.getexif().clear()
    plain.getexif()[_ORIENTATION] = upright
    return plain


_ORIENTATION = 0x0112
_QUARTER_TURNS = (5, 6, 7, 8)
