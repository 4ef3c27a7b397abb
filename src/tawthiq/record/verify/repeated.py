"""Repeated: which acts a register has told already, by hashes that leave memory for the disk."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link.register import Entry
from tawthiq.safe.long_run import Remembered
from tawthiq.terms.errors import BadInput

_ANOTHER_SOURCE = "source_kinds"
"""Rows of one act that differ in nothing else tell of further sources."""


class Repeated:
    """Remembers what was said of each act of one file."""

    def __init__(self) -> None:
        self._met = Remembered()
        self._fresh: dict[int, int] = {}

    def of_batch(self, entries: Iterable[Entry]) -> dict[int, int]:
        """act key -> what was said of it, for the acts of these rows that the batches before them told."""
        self._met.learn(self._fresh)
        self._fresh.clear()
        return self._met.known({_key_of(entry) for entry in entries})

    def signals(self, raw: RawRow, entry: Entry, told: dict[int, int]) -> list[tuple[str, str]]:
        """A signal for the same row again; raises BadInput for another telling of one act: the first stands.

        `told`: what `of_batch` gave, to which this adds.
        """
        key = _key_of(entry)
        said = hash(tuple(cell for cell in raw.cells.items() if cell[0] != _ANOTHER_SOURCE))
        first = key not in told
        if told.setdefault(key, said) != said:
            raise BadInput(
                "an earlier row tells this act otherwise",
                where="act_id",
                do="keep one row, or give it its own id",
            )
        if first:
            self._fresh[key] = said
        return [] if first else [("act_id", "the same row stands twice: counted once")]


def _key_of(entry: Entry) -> int:
    """The hash of what is counted: an act by its own id or its child in its violation, or a violation."""
    return hash(entry.subject_id)
