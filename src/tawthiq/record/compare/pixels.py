"""Pixels for hashing: how far a picture is shrunk before it is looked at.

Decoders meet hostile files: call this inside the killable child process, never in the web server.
"""

from __future__ import annotations

from typing import BinaryIO

import numpy as np
from PIL import Image

from tawthiq.record.collect import pixels
from tawthiq.record.collect.pixels import Pixels, Rgb

__all__ = ["HASH_SIDE", "Pixels", "read_pixels", "shrink"]

HASH_SIDE = 512
"""Longest side for hashing; larger pictures cost time and change at most 8 bits."""


def read_pixels(source: BinaryIO, max_side: int = HASH_SIDE) -> Pixels:
    """As `collect.pixels.read_pixels`, shrunk for hashing."""
    return pixels.read_pixels(source, max_side)


def shrink(rgb: Rgb, max_side: int = HASH_SIDE) -> Rgb:
    """Pixels of at most `max_side` on the longest side; smaller pictures stay as they are."""
    image = Image.fromarray(rgb)
    image.thumbnail((max_side, max_side), Image.Resampling.BILINEAR, reducing_gap=None)
    return np.asarray(image)
