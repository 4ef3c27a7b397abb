"""Filed: the kept hashes in an index on the disk, so that a picture is set beside millions without reading them all.

The index is derived and lies in the cache of the home: whatever is wrong with it, it is thrown away and filled again
from the record. Row 2n holds the n-th kept picture as it stands, row 2n + 1 what lies inside its borders; a hash that
does not speak is filed as zeros, which no hash is near to (half of its bits are ones).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from tawthiq.record.compare import models
from tawthiq.record.compare.hamming_index import BruteIndex, HammingIndex, Nearby
from tawthiq.record.compare.pdq import POSSIBLE_BITS
from tawthiq.record.compare.picture import Look
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import IntegrityBroken

TAIL = 1000
"""So many kept pictures wait, and are searched one by one, before they are filed together."""
Filed = tuple[str, bytes, bytes]


def near(reader: Reader, look: Look, folder: Path | None = None) -> list[str]:
    """The items kept within 47 bits of any turn of the look; each once, by id."""
    index = _opened(reader, folder or current_home().root / "cache" / "pdq")
    first = len(index) // 2
    tail = models.get_filed(reader, first)
    found = set(_found(look, BruteIndex(_rows(tail)), tail))
    places = {match.row // 2 for _, _, pdq in look.asked for match in index.within(pdq.bits, POSSIBLE_BITS)}
    found |= {item for place in places for item, _, _ in models.get_filed(reader, place, place + 1)}
    return sorted(found)


def file_waiting(reader: Reader, before: str, folder: Path | None = None, enough: int = TAIL) -> int:
    """File the pictures kept before that item's, once they are enough; how many.

    The item's own is left out: the Work that keeps it may still be undone.
    """
    index = _opened(reader, folder or current_home().root / "cache" / "pdq")
    waiting = models.get_filed(reader, len(index) // 2)
    kept = list(takewhile(lambda one: one[0] != before, waiting))
    if len(kept) < enough:
        return 0
    index.add(_rows(kept))
    return len(kept)


def _opened(reader: Reader, folder: Path) -> HammingIndex:
    """The index if its last picture is where the record has it, else an empty one: another record was put in place."""
    try:
        index = HammingIndex(folder)
        if _agrees(reader, index):
            return index
    except IntegrityBroken:
        pass
    shutil.rmtree(folder, ignore_errors=True)
    return HammingIndex(folder)


def _agrees(reader: Reader, index: HammingIndex) -> bool:
    n_filed = len(index) // 2
    if not n_filed:
        return True
    last = models.get_filed(reader, n_filed - 1, n_filed)
    return bool(last) and any(match.row == 2 * n_filed - 2 for match in index.within(last[0][1], 0))


def _found(look: Look, index: Nearby, filed: Sequence[Filed]) -> list[str]:
    rows = {match.row for _, _, pdq in look.asked for match in index.within(pdq.bits, POSSIBLE_BITS)}
    return [filed[row // 2][0] for row in rows]


def _rows(filed: Sequence[Filed]) -> list[bytes]:
    return [bits for _, whole, inner in filed for bits in (whole, inner)]
