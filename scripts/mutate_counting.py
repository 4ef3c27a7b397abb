"""Breaks five rules of counting on purpose, one at a time in a copy; the tests of that rule must fail each time.

    .venv/bin/python scripts/mutate_counting.py [COMMIT]

The copy is of a commit (HEAD when none is named), never of the checkout, which stays as it is. Prints a table; exit
code 1 when a broken rule was not noticed, or the sound copy fails. Only tests of pure rules run: no database.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "pyproject.toml")
TIMEOUT_S = 300
COUNTING = "tests/unit/count/test_counting.py"
DEFECTS = "tests/unit/count/test_defect_classes.py"
PERIOD = "tests/unit/count/test_period.py"
PUBLISHED = "tests/unit/count/test_published_totals.py"

PLUGIN = "without_shrinking"
WITHOUT_SHRINKING = """
from hypothesis import Phase, settings

settings.register_profile(
    "found", phases=(Phase.explicit, Phase.generate), derandomize=True, database=None, deadline=None
)


def pytest_configure() -> None:
    settings.load_profile("found")
"""
"""A property that fails is enough to know; its smallest example would be looked for through minutes."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """`rule` as a person says it; in `path`, `sound` becomes `broken`; `suite`: the test files that promise it."""

    rule: str
    path: str
    sound: str
    broken: str
    suite: tuple[str, ...]


MUTATIONS = (
    Mutation(
        "a child in several acts is counted once",
        "src/tawthiq/report/count/entries.py",
        "np.where(child[row] == 0, n_children + row * len(SEXES) + sex, child[row])",
        "n_children + row * len(SEXES) + sex",
        (COUNTING, DEFECTS),
    ),
    Mutation(
        "what happened before the period is late, not current",
        "src/tawthiq/report/count/period.py",
        "{Bucket.CURRENT: inside & within,",
        "{Bucket.CURRENT: inside & (within | before),",
        (PERIOD, COUNTING),
    ),
    Mutation(
        "only what was verified in the period counts in it",
        "src/tawthiq/report/count/period.py",
        "inside = (verified_on >= opens) & (verified_on <= closes)",
        "inside = verified_on >= opens",
        (PERIOD, DEFECTS),
    ),
    Mutation(
        "a group counts all its children",
        "src/tawthiq/report/count/entries.py",
        "for n, kept in zip(by_sex, split, strict=True)]).astype(np.int64)",
        "for n, kept in zip(by_sex, split, strict=True)]).astype(np.int64).clip(0, 1)",
        (COUNTING, PUBLISHED),
    ),
    Mutation(
        "a violation by two parties stands in the row of each",
        "src/tawthiq/report/count/tabulate.py",
        'return tuple(label.split(";"))',
        'return tuple(label.split(";")[:1])',
        (COUNTING, DEFECTS),
    ),
)


def copy_to(target: Path, commit: str) -> str:
    """What the tests need of a commit, and nothing else; the short name of the commit."""
    told = _git("rev-parse", "--short", f"{commit}^{{commit}}").decode().strip()
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", told, *COPIED))) as archive:
        archive.extractall(target, filter="data")
    (target / f"{PLUGIN}.py").write_text(WITHOUT_SHRINKING, encoding="utf-8")
    return told


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603, S607  fixed words


def failed(folder: Path, suite: tuple[str, ...]) -> list[str] | None:
    """Names of the tests of the suite that fail in that copy; None when it did not run to its end."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "-p", PLUGIN, "--tb=no", "-rf"]
    around = {**os.environ, "PYTHONPATH": f"{folder / 'src'}{os.pathsep}{folder}", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ran = subprocess.run(  # noqa: S603  our own words
            [*command, "-m", "not django_db", *suite],
            cwd=folder,
            env=around,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    names = re.findall(r"^FAILED \S+?::(\S+)", ran.stdout, re.MULTILINE)
    return names if (ran.returncode, bool(names)) in ((0, False), (1, True)) else None


def with_rule_broken(folder: Path, mutation: Mutation) -> list[str] | None:
    """What fails with one rule broken; the rule is sound again afterwards."""
    path = folder / mutation.path
    sound = path.read_text(encoding="utf-8")
    if sound.count(mutation.sound) != 1:
        raise SystemExit(f"{mutation.path}: the rule is not spelt as this script knows it: {mutation.rule}")
    path.write_text(sound.replace(mutation.sound, mutation.broken), encoding="utf-8")
    try:
        return failed(folder, mutation.suite)
    finally:
        path.write_text(sound, encoding="utf-8")


def told(rule: str, names: list[str] | None) -> None:
    """One row of the table: the rule, how many tests fail, which."""
    count = "did not run" if names is None else f"{len(names)} failed"
    sys.stdout.write(f"{rule:56} | {count:>11} | {', '.join(names or ())}\n")
    sys.stdout.flush()


def main() -> int:
    """The table, row by row as it comes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("commit", nargs="?", default="HEAD")
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="tawthiq-mutations-") as name:
        folder = Path(name)
        commit = copy_to(folder, parser.parse_args().commit)
        sound = failed(folder, tuple(sorted({one for mutation in MUTATIONS for one in mutation.suite})))
        told(f"no rule broken, at {commit}", sound)
        noticed = []
        for mutation in MUTATIONS if sound == [] else ():
            names = with_rule_broken(folder, mutation)
            told(mutation.rule, names)
            noticed.append(bool(names))
    sys.stdout.write(f"{sum(noticed)} of {len(MUTATIONS)} broken rules noticed, {time.perf_counter() - began:.0f} s\n")
    return 0 if len(noticed) == len(MUTATIONS) and all(noticed) else 1


if __name__ == "__main__":
    raise SystemExit(main())
