"""`tawthiq item add` of many small files against `cp` and `sha256sum` of the same files, in the same run.

    python benchmarks/item_add.py [N_FILES]        (default 1000)

Prints wall and CPU seconds of both, what of ours is starting the command, and the ratios. `cp` syncs nothing to the
disk; a second peer copies with a sync of every file, which is what custody needs.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

WORDS = ("invented", "village", "market", "road", "letter", "report")
PLAIN = 'cp -r "$0" "$1" && sha256sum "$1"/* > "$1.sums"'
SYNCED = """
import os, shutil, sys
for name in sorted(os.listdir(sys.argv[1])):
    with open(f"{sys.argv[1]}/{name}", "rb") as source, open(f"{sys.argv[2]}/{name}", "wb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, seconds of the processor."""

    wall_s: float
    cpu_s: float

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.wall_s - other.wall_s, self.cpu_s - other.cpu_s)

    def __str__(self) -> str:
        return f"{self.wall_s:7.2f} s wall {self.cpu_s:7.2f} s CPU"


def run(*command: str) -> Spent:
    """Run a command and its children to the end; raises CalledProcessError."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(time.perf_counter() - began, cpu_s)


def write_files(folder: Path, n_files: int) -> None:
    """Files of about two kilobytes of invented words, no two the same."""
    chance = random.Random(1000)
    folder.mkdir()
    for number in range(n_files):
        words = " ".join(chance.choice(WORDS) for _ in range(300))
        (folder / f"note_{number:05}.txt").write_text(f"Invented note {number}. {words}\n")


def main() -> int:
    """Write, compare, print."""
    n_files = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-") as name:
        top = Path(name)
        write_files(top / "files", n_files)
        tawthiq = (sys.executable, "-m", "tawthiq", "item")
        home = ("--home", str(top / "home"))
        run(*tawthiq, "list", *home)
        start = run(*tawthiq, "list", *home)
        ours = run(*tawthiq, "add", *home, str(top / "files"))
        plain = run(
            "sh", "-c", 'cp -r "$0" "$1" && sha256sum "$1"/* > "$1.sums"', str(top / "files"), str(top / "copy")
        )
        (top / "synced").mkdir()
        synced = run(sys.executable, "-c", SYNCED, str(top / "files"), str(top / "synced"))
    print(f"{n_files} files of 2 kB; load average {os.getloadavg()[0]:.1f}")
    print(f"item add             {ours}")
    print(f"  of it the start    {start}")
    print(f"cp, sha256sum        {plain}")
    print(f"copy with a sync each{synced}")
    print(f"ratio to cp + sha256sum: {ours.wall_s / plain.wall_s:.1f} wall, {ours.cpu_s / plain.cpu_s:.1f} CPU;")
    rest = ours - start
    print(f"without the start: {rest.wall_s / plain.wall_s:.1f} wall, {rest.cpu_s / plain.cpu_s:.1f} CPU")
    print(
        f"each file: {1000 * rest.cpu_s / n_files:.2f} ms CPU; "
        f"copy with a sync {1000 * synced.cpu_s / n_files:.2f} ms CPU"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
