"""Candidates: the pictures worth laying another one on, those whose hashes are nearest to its own; pure.

Good for banners and screenshots, poor for crops: of 10,000 others the original of a crop is among the 100 nearest in
one case of nine. Words of its points, voted on, would find it; until then the outcome says how many were left out.
"""

from __future__ import annotations

import numpy as np

from tawthiq.record.compare.hamming_index import as_words
from tawthiq.record.compare.picture import Look

CANDIDATES = 100


def nearest_items(look: Look, filed: list[tuple[str, bytes]], at_most: int) -> list[str]:
    """The items of `filed` (item, hash) whose hashes are nearest to any turn of the look, nearest first, then by id."""
    if not (filed and look.asked):
        return []
    words = as_words([bits for _, bits in filed])
    least = np.full(len(words), 256, np.uint16)
    for _, _, pdq in look.asked:
        bits = np.bitwise_count(words ^ as_words([pdq.bits])[0]).sum(axis=1, dtype=np.uint16)
        np.minimum(least, bits, out=least)
    best: dict[str, int] = {}
    for (item, _), bits in zip(filed, least.tolist(), strict=True):
        best[item] = min(bits, best.get(item, 256))
    return sorted(best, key=lambda item: (best[item], item))[:at_most]
