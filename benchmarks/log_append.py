"""How fast the ledger takes events in batches on SQLite, beside plain inserts; how long a proof is at a million lines.

    python benchmarks/log_append.py [--lines 200000] [--batch 500]

Bar: 2,000 events a second; proof of 20 hashes at most at a million lines.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

BATCH = 500


def home_in(folder: str) -> None:
    """An empty home with its tables."""
    os.environ["TAWTHIQ_HOME"] = folder
    from tawthiq.doors.boot import boot

    boot(Path(folder))


def append(n_lines: int, batch: int) -> float:
    """Seconds to append through Work: access, commitments, lines, tree, signed heads, one transaction a batch."""
    from tawthiq.safe.access import Action, Actor, Role
    from tawthiq.safe.work import Work

    actor = Actor("usr_invented", frozenset(Role))
    began = time.perf_counter()
    for first in range(0, n_lines, batch):
        with Work(actor, Action.ITEM_ADD) as work:
            for number in range(first, min(first + batch, n_lines)):
                work.record(f"itm_{number}", {"n": number}, detail={"n_bytes": number})
    return time.perf_counter() - began


def plain(n_lines: int, batch: int) -> float:
    """Seconds for plain inserts of the same events into the same kind of database, same durability."""
    import json
    import sqlite3

    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "plain.db", isolation_level=None)
        connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
        connection.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, thing TEXT, event TEXT)")
        began = time.perf_counter()
        for first in range(0, n_lines, batch):
            numbers = range(first, min(first + batch, n_lines))
            rows = [(n, f"itm_{n}", json.dumps({"seq": n, "thing": f"itm_{n}", "n": n})) for n in numbers]
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO event VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")
        return time.perf_counter() - began


def longest_proof(n_lines: int) -> tuple[int, float]:
    """(hashes, microseconds) of proofs in a tree of so many leaves, the longest of a thousand."""
    from tawthiq.safe import merkle
    from tawthiq.safe.levels import Levels

    levels = Levels([merkle.leaf_hash(number.to_bytes(4, "big")) for number in range(n_lines)])
    began = time.perf_counter()
    proofs = [merkle.inclusion_proof(index, n_lines, levels.subtree) for index in range(0, n_lines, n_lines // 1000)]
    return max(map(len, proofs)), (time.perf_counter() - began) / len(proofs) * 1e6


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--batch", type=int, default=BATCH)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home_in(folder)
        cpu_began = time.process_time()
        ours = append(asked.lines, asked.batch)
        cpu_s = time.process_time() - cpu_began
    theirs = plain(asked.lines, asked.batch)
    hashes, microseconds = longest_proof(1_000_000)
    print(f"append        {asked.lines / ours:10,.0f} events/s in batches of {asked.batch} (bar 2,000)")
    print(f"  of that     {asked.lines / cpu_s:10,.0f} events a CPU second")
    print(f"plain inserts {asked.lines / theirs:10,.0f} events/s, same durability")
    print(f"proof at 1,000,000 lines: {hashes} hashes (bar 20), {microseconds:.0f} us each")


if __name__ == "__main__":
    main()
