"""A folder of very many files taken in by a command that is killed again and again: is every file one item, none twice?

    python benchmarks/soak.py [--files 100000] [--kills 20] [--longest-s 20] [--folder /tmp] [--keep]

Files are small and of several kinds: notes, pages, drawn pictures, some with bytes that another has too, some empty.
`tawthiq item watch FOLDER --once` is killed (SIGKILL) at moments drawn at random, then run to its end. Looked at then:
each file stands in the journal once; each that holds anything has one receipt; as many items as different bytes; the
log verifies, rows and kept files with it; nothing lies in the vault that no item names, no half-written part, and no
decoder's process goes on. Exit code 1 where one of these is not so.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

SEED = 20261128
PER_FOLDER = 1000
WORDS = ("invented", "village", "market", "road", "letter", "report", "school", "river")
SANDBOX = "tawthiq.record.collect.sandbox.child"


@dataclass
class Written:
    """What lies in the folder. `hashes`: of files that hold anything."""

    n_files: int = 0
    n_empty: int = 0
    hashes: set[str] = field(default_factory=set)


@dataclass
class Looked:
    """What was looked at, and whether it was so."""

    all_so: bool = True

    def at(self, what: str, so: bool) -> None:
        """Print one line of it."""
        print(f"  {'so ' if so else 'NOT'}  {what}")
        self.all_so = self.all_so and so


def content(number: int, chance: random.Random) -> tuple[str, bytes]:
    """(ending, bytes) of one file."""
    words = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(5, 200)))
    kind = chance.random()
    if kind < 0.002:
        return "txt", b""
    if kind < 0.02:
        return "txt", b"An invented note that many people sent on.\n" * chance.randrange(1, 5)
    if kind < 0.08:
        return "html", f"<html><title>Invented {number}</title><body><p>{words}</p></body></html>".encode()
    if kind < 0.12:
        drawn = io.BytesIO()
        Image.new("RGB", (32 + number % 64, 48), (number % 251, number % 241, number % 239)).save(drawn, "PNG")
        return "png", drawn.getvalue()
    return "txt", f"Invented note {number}. {words}\n".encode()


def write_files(folder: Path, n_files: int) -> Written:
    """Write the files, a thousand to a folder."""
    chance, written = random.Random(SEED), Written()
    for number in range(n_files):
        place = folder / f"{number // PER_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        ending, data = content(number, chance)
        (place / f"{number:07}.{ending}").write_bytes(data)
        written.n_files += 1
        written.n_empty += not data
        if data:
            written.hashes.add(hashlib.sha256(data).hexdigest())
    return written


def command(home: Path, *words: str) -> list[str]:
    """A command of ours in that home."""
    return [sys.executable, "-m", "tawthiq", *words, "--json", "--home", str(home)]


def killed(home: Path, inbox: Path, after_s: float, log: Path) -> bool:
    """Run the taking in, kill it after so many seconds; False when it ended before that."""
    with log.open("a") as told:
        taking = subprocess.Popen(
            command(home, "item", "watch", str(inbox), "--once"), stdout=subprocess.DEVNULL, stderr=told
        )
    try:
        taking.wait(after_s)
    except subprocess.TimeoutExpired:
        taking.send_signal(signal.SIGKILL)
        taking.wait()
        return True
    return False


def counted(home: Path, sql: str) -> tuple[int, ...]:
    """One row of numbers out of the record."""
    with sqlite3.connect(home / "record.db", timeout=60) as record:
        row: tuple[int, ...] = record.execute(sql).fetchone()
    return row


def n_done(home: Path) -> int:
    """Files that the journal knows."""
    return counted(home, "SELECT COUNT(*) FROM collect_journal")[0]


def decoders() -> Iterator[int]:
    """Process ids of decoders, of whomever, that have no parent any more."""
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes()
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if SANDBOX.encode() in words and parent == 1:
            yield int(place.name)


def soak(home: Path, inbox: Path, n_kills: int, longest_s: float, log: Path) -> float:
    """Kill so often, then let it end; returns the seconds of the clock that taking in took, all runs together."""
    chance, began = random.Random(SEED), time.perf_counter()
    for turn in range(n_kills):
        after_s = chance.uniform(0.5, longest_s)
        hit = killed(home, inbox, after_s, log)
        print(f"  {turn + 1:3}: {'killed' if hit else 'ended'} after {after_s:5.1f} s, {n_done(home)} files done")
        if not hit:
            break
    before, alone = n_done(home), time.perf_counter()
    subprocess.run(command(home, "item", "watch", str(inbox), "--once"), check=False, capture_output=True)
    took_s = time.perf_counter() - alone
    rest = n_done(home) - before
    print(f"  last run: {rest} files in {took_s:.0f} s, {rest / took_s:.0f} files a second")
    return time.perf_counter() - began


def look(home: Path, written: Written, orphans_before: set[int]) -> bool:
    """Everything that must be so at the end."""
    looked = Looked()
    n_journal, n_paths = counted(home, "SELECT COUNT(*), COUNT(DISTINCT path) FROM collect_journal")
    looked.at(f"{n_journal} files in the journal, each once", n_journal == n_paths == written.n_files)
    (n_receipts,) = counted(home, "SELECT COUNT(*) FROM collect_receipt")
    looked.at(f"{n_receipts} receipts", n_receipts == written.n_files - written.n_empty)
    n_items, n_hashes = counted(home, "SELECT COUNT(*), COUNT(DISTINCT sha256) FROM collect_item")
    looked.at(f"{n_items} items, one of each content", n_items == n_hashes == len(written.hashes))
    kept = {path.name for path in (home / "vault" / "objects").glob("??/??/*")}
    looked.at(f"{len(kept)} files in the vault, each named by an item", kept == written.hashes)
    parts = [path for path in (home / "vault" / "incoming").rglob("*") if path.is_file()]
    looked.at(f"{len(parts)} half-written parts", not parts)
    looked.at("no decoder goes on without its parent", set(decoders()) <= orphans_before)
    ran = subprocess.run(command(home, "audit", "verify"), capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)
    looked.at(f"the log of {told['lines']} lines verifies, {told['rows']} rows and {told['files']} files", told["ok"])
    return looked.all_so


def main() -> int:
    """Write, kill, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--longest-s", type=float, default=20.0)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"))
    parser.add_argument("--keep", action="store_true", help="leave the home where it is")
    asked = parser.parse_args()
    top, orphans_before = Path(tempfile.mkdtemp(prefix="tawthiq-soak-", dir=asked.folder)), set(decoders())
    try:
        written = write_files(top / "inbox", asked.files)
        print(f"{written.n_files} files, {len(written.hashes)} different contents, {written.n_empty} empty")
        subprocess.run(command(top / "home", "item", "list"), check=True, capture_output=True)
        spent_s = soak(top / "home", top / "inbox", asked.kills, asked.longest_s, top / "told.txt")
        print(f"  {spent_s:.0f} s with {asked.kills} kills: {written.n_files / spent_s:.0f} files a second over all")
        all_so = look(top / "home", written, orphans_before)
    finally:
        if not asked.keep:
            shutil.rmtree(top, ignore_errors=True)
    return 0 if all_so else 1


if __name__ == "__main__":
    raise SystemExit(main())
