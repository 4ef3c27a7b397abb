"""Repeated: which acts a register has told already, by hashes that leave memory for the disk."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link.cells import NOTHING
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

    def of_batch(self, rows: Iterable[tuple[RawRow, Entry]]) -> dict[int, int]:
        """act key -> what was said of it, for the acts of these rows that the batches before them told."""
        self._met.learn(self._fresh)
        self._fresh.clear()
        return self._met.known({_key_of(raw, entry) for raw, entry in rows})

    def signals(self, raw: RawRow, entry: Entry, told: dict[int, int]) -> list[tuple[str, str]]:
        """A signal for the same row again; raises BadInput for another telling of one act: the first stands.

        `told`: what `of_batch` gave, to which this adds.
        """
        key = _key_of(raw, entry)
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


def _key_of(raw: RawRow, entry: Entry) -> int:
    """The hash of the register's own id of the act; where it gives none, of what is counted.

    That is the child in its violation, or the incident with its violation; rows that name neither are acts each.
    """
    key = raw.cells.get("act_id", "")
    return hash(key) if key and key.casefold() not in NOTHING else hash(entry.subject_id)
