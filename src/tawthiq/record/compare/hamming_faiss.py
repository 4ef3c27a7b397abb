"""faiss as an accelerator behind the index's interface: the same matches in the same order.

Optional: `pip install faiss-cpu`. Its flat index wins when many queries come at once; nothing needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import numpy as np

from tawthiq.record.compare.hamming_index import RADIUS_BITS, Match
from tawthiq.terms.errors import BadInput


def load_faiss() -> ModuleType:
    """The module, or BadInput that says how to get it."""
    try:
        return import_module("faiss")
    except ImportError as error:
        raise BadInput("faiss is not installed", do="pip install faiss-cpu, or use HammingIndex") from error


class FaissIndex:
    """Hashes in faiss's flat binary index, in memory."""

    def __init__(self, hashes: Sequence[bytes]) -> None:
        self._index = load_faiss().IndexBinaryFlat(256)
        if hashes:
            self._index.add(np.frombuffer(b"".join(hashes), np.uint8).reshape(-1, 32))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def within(self, query: bytes, radius_bits: int = RADIUS_BITS) -> tuple[Match, ...]:
        """All matches up to the radius, nearest first, then by row; faiss counts below its radius, hence one more."""
        _, distances, rows = self._index.range_search(np.frombuffer(query, np.uint8)[None], radius_bits + 1)
        return tuple(sorted(Match(int(distance), int(row)) for distance, row in zip(distances, rows, strict=True)))
