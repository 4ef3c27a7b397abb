"""Breaks five rules of counting on purpose, one at a time in a copy; the tests of counting must fail each time.

    .venv/bin/python scripts/mutate_counting.py

The checkout is never touched. Prints a table; exit code 1 when a broken rule was not noticed, or the sound copy fails.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SUITE = (
    "tests/unit/count/test_counting.py",
    "tests/unit/count/test_period.py",
    "tests/unit/count/test_published_totals.py",
)
COPIED = ("src", "tests", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Mutation:
    """`rule` as a person says it; in `path`, `sound` becomes `broken`."""

    rule: str
    path: str
    sound: str
    broken: str


MUTATIONS = (
    Mutation(
        "a child in several acts is counted once",
        "src/tawthiq/report/count/entries.py",
        "np.where(child[row] == 0, n_children + row * len(SEXES) + sex, child[row])",
        "n_children + row * len(SEXES) + sex",
    ),
    Mutation(
        "what happened before the period is late, not current",
        "src/tawthiq/report/count/period.py",
        "{Bucket.CURRENT: inside & within,",
        "{Bucket.CURRENT: inside & (within | before),",
    ),
    Mutation(
        "only what was verified in the period counts in it",
        "src/tawthiq/report/count/period.py",
        "inside = (verified_on >= opens) & (verified_on <= closes)",
        "inside = verified_on >= opens",
    ),
    Mutation(
        "a group counts all its children",
        "src/tawthiq/report/count/entries.py",
        "for n, kept in zip(by_sex, split, strict=True)]).astype(np.int64)",
        "for n, kept in zip(by_sex, split, strict=True)]).astype(np.int64).clip(0, 1)",
    ),
    Mutation(
        "a violation by two parties stands in the row of each",
        "src/tawthiq/report/count/tabulate.py",
        'return tuple(label.split(";"))',
        'return tuple(label.split(";")[:1])',
    ),
)


def copy_to(target: Path) -> None:
    """What the suite needs, and nothing else."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)


def failures(folder: Path) -> int:
    """How many tests of the suite fail in that copy; -1 when it did not run."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *SUITE]
    around = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)  # noqa: S603  ours
    found = re.search(r"(\d+) failed", ran.stdout)
    if found:
        return int(found[1])
    return 0 if ran.returncode == 0 else -1


def with_rule_broken(folder: Path, mutation: Mutation) -> int:
    """Failures with one rule broken; the rule is sound again afterwards."""
    path = folder / mutation.path
    sound = path.read_text(encoding="utf-8")
    if sound.count(mutation.sound) != 1:
        raise SystemExit(f"{mutation.path}: the rule is not spelt as this script knows it: {mutation.rule}")
    path.write_text(sound.replace(mutation.sound, mutation.broken), encoding="utf-8")
    try:
        return failures(folder)
    finally:
        path.write_text(sound, encoding="utf-8")


def main() -> int:
    """The table."""
    with tempfile.TemporaryDirectory(prefix="tawthiq-mutations-") as name:
        folder = Path(name)
        copy_to(folder)
        rows = [("no rule broken", failures(folder))]
        rows += [(mutation.rule, with_rule_broken(folder, mutation)) for mutation in MUTATIONS]
    for rule, n_failed in rows:
        sys.stdout.write(f"{rule:56} {n_failed if n_failed >= 0 else 'did not run':>5} tests fail\n")
    return 0 if rows[0][1] == 0 and all(n_failed > 0 for _, n_failed in rows[1:]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
