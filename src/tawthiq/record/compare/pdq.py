"""PDQ, a 256-bit hash of what a picture looks like (Meta's ThreatExchange, "TMK+PDQF", 2019), bit for bit.

Copies that were recompressed, resized or turned grey differ in few bits. It is nearly blind to crops, captions and
borders: a large distance says nothing about two pictures, and least of all that one of them is the only one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.jarosz import SIDE, Plane, Rgb, downsample
from tawthiq.record.compare.machine import compiled
from tawthiq.terms.errors import BadInput

BITS = 256
KEPT = 16
MIN_SIDE = 5
"""Smaller pictures have the hash of zeros and quality 0, as in the reference."""
SAME_PICTURE_BITS = 31
POSSIBLE_BITS = 47
MIN_QUALITY = 50
"""Below this the picture is too flat for its hash to speak for it; it is never linked automatically."""


@dataclass(frozen=True, slots=True)
class Pdq:
    """32 bytes of hash, the highest frequency first, and a quality from 0 (flat) to 100."""

    bits: bytes
    quality: int

    def __post_init__(self) -> None:
        if len(self.bits) * 8 != BITS:
            raise BadInput("a PDQ hash has 256 bits", do="restore the zeros lost from its front (64 hex digits)")

    @property
    def hex(self) -> str:
        """64 hex digits, always; some tools drop zeros at the front."""
        return self.bits.hex()

    @property
    def speaks(self) -> bool:
        """True when the picture has enough structure for its hash to be compared."""
        return self.quality >= MIN_QUALITY


class Turn(StrEnum):
    """How a picture was turned or mirrored: the eight symmetries of a rectangle's grid of frequencies."""

    NONE = "none"
    ROTATE_90 = "rotate_90"
    ROTATE_180 = "rotate_180"
    ROTATE_270 = "rotate_270"
    FLIP_X = "flip_x"
    FLIP_Y = "flip_y"
    FLIP_PLUS = "flip_plus"
    FLIP_MINUS = "flip_minus"


def pdq(rgb: Rgb) -> Pdq:
    """The hash of a picture of rows x columns x 3 bytes, upright."""
    return turns(rgb, (Turn.NONE,))[Turn.NONE]


def turns(rgb: Rgb, wanted: tuple[Turn, ...] = tuple(Turn)) -> dict[Turn, Pdq]:
    """The hashes the picture would have if it were turned; one pass over the pixels serves all of them."""
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise BadInput("a picture is rows x columns x 3 bytes", where=f"{rgb.shape} {rgb.dtype}")
    if min(rgb.shape[:2]) < MIN_SIDE:
        return dict.fromkeys(wanted, Pdq(bytes(BITS // 8), 0))
    small = downsample(rgb)
    quality, spectrum = quality_of(small), _dct(small, _DCT)
    return {turn: Pdq(_bits(_turned(spectrum, turn)), quality) for turn in wanted}


def distance_bits(one: bytes, other: bytes) -> int:
    """Bits in which two hashes differ, 0 to 256."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()


def from_hex(digits: str, quality: int) -> Pdq:
    """A hash as another tool wrote it: zeros lost from the front are put back; raises BadInput for anything else."""
    try:
        return Pdq(bytes.fromhex(digits.strip().rjust(64, "0")), quality)
    except ValueError as error:
        raise BadInput("not a PDQ hash", do="give up to 64 hex digits") from error


def quality_of(small: Plane) -> int:
    """Sum of the visible steps between neighbours of the 64 x 64 luma, scaled to 0..100 as the reference does."""
    steps = [np.diff(small, axis=axis) * np.float32(100) / np.float32(255) for axis in (0, 1)]
    return min(100, int(sum(np.abs(np.trunc(step)).sum() for step in steps)) // 90)


def _turned(spectrum: Plane, turn: Turn) -> Plane:
    """Turning a picture turns the signs of its odd frequencies, and swaps the axes for a quarter turn."""
    signs, swaps = _SYMMETRY[turn]
    signed = spectrum * signs
    return signed.T if swaps else signed


def _bits(spectrum: Plane) -> bytes:
    flat = spectrum.ravel()
    median = np.partition(flat, BITS // 2 - 1)[BITS // 2 - 1]
    return np.packbits((flat > median)[::-1]).tobytes()


@compiled
def _dct(small: Plane, waves: Plane) -> Plane:
    """waves x small x waves^T, each sum in 32 bits from the first term to the last."""
    half = np.zeros((KEPT, SIDE), np.float32)
    whole = np.zeros((KEPT, KEPT), np.float32)
    for wave in range(KEPT):
        for row in range(SIDE):
            for column in range(SIDE):
                half[wave, column] += waves[wave, row] * small[row, column]
        for column in range(SIDE):
            for other in range(KEPT):
                whole[wave, other] += half[wave, column] * waves[other, column]
    return whole


def _dct_matrix() -> Plane:
    scale = float(np.float32(math.sqrt(2 / SIDE)))
    step = math.pi / 2 / SIDE
    rows = [[scale * math.cos(step * (wave + 1) * (2 * at + 1)) for at in range(SIDE)] for wave in range(KEPT)]
    return np.array(rows, np.float32)


def _signs(rows: bool, columns: bool) -> NDArray[np.float32]:
    """-1 at the frequencies that turn their sign; index 0 is frequency 1, an odd one."""
    alternating = np.where(np.arange(KEPT) % 2 == 0, np.float32(-1), np.float32(1))
    plain = np.ones(KEPT, np.float32)
    return np.outer(alternating if rows else plain, alternating if columns else plain).astype(np.float32)


_DCT = _dct_matrix()
_SYMMETRY = {
    Turn.NONE: (_signs(False, False), False),
    Turn.ROTATE_90: (_signs(False, True), True),
    Turn.ROTATE_180: (_signs(True, True), False),
    Turn.ROTATE_270: (_signs(True, False), True),
    Turn.FLIP_X: (_signs(True, False), False),
    Turn.FLIP_Y: (_signs(False, True), False),
    Turn.FLIP_PLUS: (_signs(False, False), True),
    Turn.FLIP_MINUS: (_signs(True, True), True),
}
