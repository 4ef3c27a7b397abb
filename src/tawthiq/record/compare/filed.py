"""Filed: the kept hashes in an index on the disk, so that a picture is set beside millions without reading them all.

The index is derived and lies in the cache of the home: whatever is wrong with it, it is thrown away and filled again
from the record. Row 2n holds the n-th kept picture as it stands, row 2n + 1 what lies inside its borders; a hash that
does not speak is filed as zeros, which no hash is near to (half of its bits are ones). Beside it stand the rows of the
record, in the same order.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare import index_files, models
from tawthiq.record.compare.candidates import least_bits
from tawthiq.record.compare.hamming_index import BruteIndex, HammingIndex, Nearby, as_words
from tawthiq.record.compare.models.looks import FiledLook
from tawthiq.record.compare.pdq import POSSIBLE_BITS
from tawthiq.record.compare.picture import Look
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import IntegrityBroken

TAIL = 1000
"""So many kept pictures wait, and are searched one by one, before they are filed together."""
ROWS = "kept.rows"


@dataclass(frozen=True, slots=True, eq=False)
class Filed:
    """The index, the rows of the record that it holds, and the pictures kept since."""

    index: HammingIndex
    rows: NDArray[np.int64]
    tail: list[FiledLook]

    def items(self, reader: Reader, places: Sequence[int]) -> list[str]:
        """The items that were filed, or wait, as the n-th of all; in the order of the places."""
        n_filed = len(self.rows)
        found = {place: self.tail[place - n_filed].item for place in places if place >= n_filed}
        rows = {int(self.rows[place]): place for place in places if place < n_filed}
        found |= {rows[row]: item for row, item in models.get_items_of(reader, rows).items()}
        return [found[place] for place in places if place in found]


def near(reader: Reader, look: Look, folder: Path | None = None) -> list[str]:
    """The items kept within 47 bits of any turn of the look; each once, by id."""
    filed = _filed(reader, folder)
    places = _within(look, filed.index, 0) | _within(look, BruteIndex(_hashes(filed.tail)), len(filed.rows))
    return sorted(filed.items(reader, sorted(places)))


def nearest(reader: Reader, look: Look, at_most: int, folder: Path | None = None) -> list[str]:
    """The items whose hashes lie nearest to any turn of the look, the nearest first; so many."""
    filed = _filed(reader, folder)
    words = [*filed.index.words(), as_words(_hashes(filed.tail))]
    if not look.asked:
        return []
    least = np.concatenate([least_bits(look, part) for part in words]).reshape(-1, 2).min(axis=1)
    places = np.argsort(least, kind="stable")[:at_most]
    return filed.items(reader, places.tolist())


def file_waiting(reader: Reader, before: str, folder: Path | None = None, enough: int = TAIL) -> int:
    """File the pictures kept before that item's, once they are enough; how many.

    The item's own is left out: the Work that keeps it may still be undone.
    """
    place = folder or _place()
    index, rows = _opened(reader, place)
    last = int(rows[-1]) if len(rows) else 0
    if models.count_filed(reader, last) < enough:
        return 0
    kept = list(takewhile(lambda one: one.item != before, models.get_filed(reader, last)))
    if len(kept) < enough:
        return 0
    grown = np.concatenate([rows, np.array([one.row for one in kept], np.int64)])
    place.mkdir(parents=True, exist_ok=True)
    index_files.put_beside(place, ROWS, grown.astype("<i8").tobytes())
    index.add(_hashes(kept))
    return len(kept)


def check() -> None:
    """Read all that is filed; raises IntegrityBroken where a byte of it changed."""
    index_files.check(_place())


def _filed(reader: Reader, folder: Path | None) -> Filed:
    index, rows = _opened(reader, folder or _place())
    return Filed(index, rows, models.get_filed(reader, int(rows[-1]) if len(rows) else 0))


def _place() -> Path:
    return current_home().root / "cache" / "pdq"


def _opened(reader: Reader, folder: Path) -> tuple[HammingIndex, NDArray[np.int64]]:
    """The index if its last picture is where the record has it, else an empty one: another record was put in place."""
    try:
        index = HammingIndex(folder)
        rows = _rows(folder)[: len(index) // 2]
        if _agrees(reader, index, rows):
            return index, rows
    except IntegrityBroken:
        pass
    shutil.rmtree(folder, ignore_errors=True)
    return HammingIndex(folder), np.zeros(0, np.int64)


def _agrees(reader: Reader, index: HammingIndex, rows: NDArray[np.int64]) -> bool:
    n_filed = len(index) // 2
    if not n_filed:
        return True
    if len(rows) < n_filed:
        return False
    last = models.get_filed(reader, int(rows[-1]) - 1, 1)
    there = bool(last) and last[0].row == rows[-1]
    return there and any(match.row == 2 * n_filed - 2 for match in index.within(last[0].whole, 0))


def _rows(folder: Path) -> NDArray[np.int64]:
    """Written before the index grows, so there may be more of them than it holds, never fewer."""
    try:
        return np.frombuffer((folder / ROWS).read_bytes(), "<i8").astype(np.int64)
    except (FileNotFoundError, ValueError):
        return np.zeros(0, np.int64)


def _within(look: Look, index: Nearby, first: int) -> set[int]:
    """Which pictures lie near, counted from `first`."""
    return {first + match.row // 2 for _, _, pdq in look.asked for match in index.within(pdq.bits, POSSIBLE_BITS)}


def _hashes(filed: Sequence[FiledLook]) -> list[bytes]:
    return [bits for one in filed for bits in (one.whole, one.inner)]
