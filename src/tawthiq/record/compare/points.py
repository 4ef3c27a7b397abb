"""Points: what is filed of a picture so that a part of it leads back to it: a word of 64 bits for each point; pure.

A word holds the signs of 64 fixed projections of a point's descriptor, laid about the descriptor that points have on
average (sign random projections, Charikar 2002); nothing is learned from pictures of a record. Beside it stand the
point's direction and size, so that points can be held to one turn and one scale (weak geometry, Jegou 2008). No place
in the picture, no pixel: nothing can be drawn from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.features import Features
from tawthiq.record.compare.fingerprints import hash64

VERSION = "1"
FILED_POINTS = 300
"""The points of a picture that stand out most are filed; all of them ask."""
WORD_BITS = 64
KEY_BITS = 24
"""Points are looked up by the first bits of their words."""
DOUBTFUL = 3
"""Bits of the key nearest to their threshold, which are tried either way."""
ANGLES, SIZES = 64, 64
"""Directions are kept in 64ths of a turn, sizes in eighths of an octave."""

Codes = NDArray[np.uint64]
Marks = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """The points of a picture: `codes` (n words), `marks` (n: direction x SIZES + size)."""

    codes: Codes
    marks: Marks

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """Points that ask: their words and marks, and the keys (n x 2**DOUBTFUL) under which like points may lie."""

    worded: Worded
    keys: Codes


NO_POINTS = Worded(np.zeros(0, np.uint64), np.zeros(0, np.uint32))


def to_file(features: Features) -> Worded:
    """The strongest points, in the order of their words."""
    strongest = np.argsort(-features.poses[:, 2], kind="stable")[:FILED_POINTS]
    codes = _codes(_margins(features.descriptors[strongest]))
    order = np.argsort(codes, kind="stable")
    return Worded(codes[order], _marks(features.poses[strongest])[order])


def to_ask(features: Features) -> Asking:
    """Every point, with the keys to look under."""
    margins = _margins(features.descriptors)
    codes = _codes(margins)
    doubtful = np.argsort(np.abs(margins[:, :KEY_BITS]), axis=1)[:, :DOUBTFUL]
    bits = np.uint64(1) << (KEY_BITS - 1 - doubtful).astype(np.uint64)
    keys = np.repeat((codes >> np.uint64(WORD_BITS - KEY_BITS))[:, None], 1 << DOUBTFUL, axis=1)
    for number in range(DOUBTFUL):
        keys[:, (np.arange(1 << DOUBTFUL) >> number) & 1 == 1] ^= bits[:, number : number + 1]
    return Asking(Worded(codes, _marks(features.poses)), keys)


def _margins(descriptors: NDArray[np.float32]) -> NDArray[np.float32]:
    """How far each descriptor lies on either side of each threshold."""
    return np.asarray((descriptors - _centre()) @ _projections(), np.float32)


def _codes(margins: NDArray[np.float32]) -> Codes:
    """The signs, the first bit highest."""
    packed = np.packbits(margins > 0, axis=1)
    return packed.view(">u8").ravel().astype(np.uint64)


def _marks(poses: NDArray[np.float32]) -> Marks:
    angles = np.floor(poses[:, 0] * (ANGLES / 360)).astype(np.int64) % ANGLES
    sizes = np.clip(np.rint(8 * np.log2(np.maximum(poses[:, 1], 1))), 0, SIZES - 1).astype(np.int64)
    return np.asarray(angles * SIZES + sizes, np.uint32)


@cache
def _projections() -> NDArray[np.float32]:
    """128 x 64 of +1 and -1, as many of either in each column; the same on every machine."""
    columns = np.array([[hash64(f"tawthiq points {n} {at}".encode()) for at in range(128)] for n in range(WORD_BITS)])
    signs = np.where(columns.argsort(axis=1).argsort(axis=1) < 64, 1, -1)
    return signs.T.astype(np.float32)


@cache
def _centre() -> NDArray[np.float32]:
    thousandths = np.frombuffer(bytes.fromhex(_MEAN), np.uint8)
    return np.asarray(thousandths / 1000, np.float32)


_MEAN = (
    "513827364d2e1d2f854e2a34472e2448824323304b352d51502d1d2e4e382b3c613c2a3f5b382236a6562d3e55362857"
    "a15227395a403059603522395c402d3f6135223a5b3d293ca6572837553e2d56a25830405a382753603d2c415c382337"
    "522f1e2f4e3526398647252f48332a4f82512d364b2f23454f3b2a394f2e1d2e"
)
"""The mean of 8,778 root-normalised SIFT descriptors of twelve landscapes, in thousandths: how such points look on
average in any picture (of 60 other photographs the mean points the same way: cosine 0.994)."""
