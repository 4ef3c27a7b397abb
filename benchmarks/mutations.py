"""Whether one changed byte, anywhere in an evidence package or an exported log, is always found.

    python benchmarks/mutations.py [--mutations 1000] [--home DEMO_HOME]

Bar: all of 1,000. Half go into the package, half into the log; files are drawn evenly, bytes within them too, so that
small files are not spared. Uses a home with the demo in it; makes one when none is given.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

SEED = 20261123


def exported(home: Path, to: Path) -> tuple[Path, Path]:
    """A package of the figure with the fewest acts, and the log, of a demo's home."""
    from tawthiq.doors.demo.load import load

    for _ in load(home):
        pass
    from tawthiq.doors.accounts import get_account
    from tawthiq.doors.evidence.export import export_evidence
    from tawthiq.doors.evidence.gather import Flavour
    from tawthiq.doors.evidence.log_folder import export_log
    from tawthiq.report.count.models import find_figures
    from tawthiq.safe.work import Reader

    reader = Reader(get_account("operator").as_actor())
    smallest = min(find_figures(reader), key=lambda kept: kept.n_acts)
    export_evidence(reader, [smallest.id], to / "package", Flavour.FULL)
    export_log(reader, to / "log")
    return to / "package", to / "log"


def found(folder: Path, chance: random.Random) -> tuple[bool, str]:
    """Change one byte of one file, look, put it back: (was it found, which byte)."""
    from tawthiq.doors.evidence.outside.bag import all_files
    from tawthiq.doors.evidence.outside.run import verdict_of, verified_steps

    name = chance.choice([name for name in all_files(folder) if (folder / name).stat().st_size])
    content = (folder / name).read_bytes()
    place = chance.randrange(len(content))
    changed = content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]
    (folder / name).write_bytes(changed)
    verdict = verdict_of(verified_steps(folder))
    (folder / name).write_bytes(content)
    return verdict == "failed", f"{name} at {place}"


def main() -> None:
    """Measure, print; exit code 1 when one change was missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mutations", type=int, default=1000)
    parser.add_argument("--home", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folders = exported(asked.home or Path(folder) / "home", Path(folder))
        chance, began = random.Random(SEED), time.perf_counter()
        results = [found(folders[number % 2], chance) for number in range(asked.mutations)]
    missed = [where for held, where in results if not held]
    seconds = time.perf_counter() - began
    print(f"{len(results) - len(missed)} of {len(results)} changed bytes found, {seconds:.0f} s, seed {SEED}")
    for where in missed:
        print(f"missed: {where}")
    raise SystemExit(1 if missed else 0)


if __name__ == "__main__":
    main()
