"""Long run: work in batches over a file of any length, with little in memory and the collector of cycles kept quiet."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

CACHE_KB = 4096


@contextmanager
def long_run() -> Iterator[None]:
    """What a batch makes goes when its last reference does; looking for cycles at every few hundred objects costs a

    fifth of an import. Within, `batch_done` looks once a batch, and only at what was made since this began.
    """
    was_on = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


def batch_done() -> None:
    """Free what the batch left in cycles."""
    gc.collect()


class Remembered:
    """What a run has met, word by word: key -> small number, on disk beyond a few megabytes, gone with the run."""

    def __init__(self) -> None:
        self._table = sqlite3.connect("", isolation_level=None)
        self._table.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        self._table.execute("CREATE TABLE met (key INTEGER PRIMARY KEY, told INTEGER) WITHOUT ROWID")
        self._table.execute("BEGIN")

    def known(self, keys: Iterable[int]) -> dict[int, int]:
        """What is remembered of these keys."""
        listed = f"[{','.join(map(str, keys))}]"
        wanted = "SELECT key, told FROM met WHERE key IN (SELECT value FROM json_each(?))"
        return dict(self._table.execute(wanted, (listed,)).fetchall())

    def met_first(self, things: Collection[str]) -> list[str]:
        """Those of these things that were not met before; all are remembered."""
        keys = {thing: hash(thing) for thing in things}
        known = self.known(keys.values())
        self.learn(dict.fromkeys(keys.values(), 0))
        return [thing for thing, key in keys.items() if key not in known]

    def learn(self, told: Mapping[int, int]) -> None:
        """Remember these; a key that is known gets its new number."""
        self._table.executemany("INSERT OR REPLACE INTO met VALUES (?, ?)", told.items())
