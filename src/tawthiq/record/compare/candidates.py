"""Candidates: how near the hashes on file lie to a picture; the nearest are worth laying on it, too; pure.

Good for banners and screenshots, and for pictures with few points; a crop moves its hash far away.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.bands import Words
from tawthiq.record.compare.hamming_index import as_words
from tawthiq.record.compare.picture import Look

ALL_BITS = 256


@dataclass(frozen=True, slots=True)
class Limits:
    """On how many a picture is laid: on all of a record of `whole` pictures; else the best by points, and by hash.

    `spare`: so many are sought, beyond those that lie on it already, since some come later.
    """

    whole: int = 100
    by_points: int = 30
    by_hash: int = 20
    spare: int = 500


LIMITS = Limits()


def least_bits(look: Look, words: Words) -> NDArray[np.uint16]:
    """For each hash of `words` (n x 4) the distance to the nearest turn of the look."""
    least = np.full(len(words), ALL_BITS, np.uint16)
    for _, _, pdq in look.asked:
        bits = np.bitwise_count(words ^ as_words([pdq.bits])[0]).sum(axis=1, dtype=np.uint16)
        np.minimum(least, bits, out=least)
    return least
