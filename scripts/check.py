"""The checks behind `make test`, in order, each timed; the last line adds up what pytest counted.

A part that this machine lacks (a browser, a PostgreSQL) is named and its phase skipped. Where CI=true nothing may lack.
Say `scripts/check.py lint unit` to run only the phases of those names.
"""

# ruff: noqa: T201, S603  (it speaks to a terminal; every command is written below, none comes from input)
from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"
BIN = Path(sys.executable).parent
DJANGO = [str(BIN / "python"), "-m", "django"]
SETTINGS = ["--settings", "tawthiq.doors.settings"]
PYTEST = [str(BIN / "pytest"), "-p", "no:cacheprovider", "-rs", "--durations=8", "--durations-min=2"]
# In the order of the folders: by default the files with the fewest tests, here the stories of minutes, would come last.
SPREAD = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
NO_BROWSER = ["-m", "not browser"]
POSTGRES_SERVER = "postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT"
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)")


@dataclass(frozen=True)
class Phase:
    """One command of the check. `needs`: a command on PATH -> the Debian package that brings it."""

    name: str
    command: list[str]
    needs: dict[str, str] = field(default_factory=dict)
    counts: bool = False


def free_port() -> int:
    """A port that nobody on this machine listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def on_postgres(command: list[str]) -> list[str]:
    """The command inside a throw-away PostgreSQL cluster that keeps nothing on disk for safety's sake.

    The cluster has a folder and a port of its own (`-t`): one that a killed check left behind, or another that
    runs beside this one, is not in its way.
    """
    record, identities = f'"{POSTGRES_SERVER}/tawthiq"', f'"{POSTGRES_SERVER}/identities"'
    shell = f'TAWTHIQ_DATABASE_URL={record} TAWTHIQ_IDENTITIES_URL={identities} exec "$@"'
    options = ["-o", "fsync=off", "-o", "synchronous_commit=off", "-o", "full_page_writes=off"]
    own = ["env", f"PGPORT={free_port()}", "pg_virtualenv", "-t"]
    return [*own, *options, "bash", "-c", shell, "postgres", *command]


PHASES = [
    Phase("lint", [str(BIN / "ruff"), "check", "."]),
    Phase("format", [str(BIN / "ruff"), "format", "--check", "."]),
    Phase("types", [str(BIN / "mypy")]),
    Phase("floors", [str(BIN / "lint-imports")]),
    Phase("migrations", [*DJANGO, "makemigrations", "--check", "--dry-run", *SETTINGS]),
    Phase("sqlite", [*PYTEST, *SPREAD, *NO_BROWSER], counts=True),
    Phase(
        "postgresql",
        # Rules that open no database have run above; killed commands open a SQLite home of their own.
        on_postgres([*PYTEST, *SPREAD, *NO_BROWSER, "--only-database", "--ignore=tests/stories/test_killed.py"]),
        {"pg_virtualenv": "postgresql postgresql-common"},
        counts=True,
    ),
    # Two workers, each with a desk, a home, a browser of its own; the tests of one file meet one desk, in their order.
    Phase("browser", [*PYTEST, *SPREAD, "-m", "browser", "tests/browser"], {"chromium": "chromium"}, counts=True),
]


def environment(home: str) -> dict[str, str]:
    """The caller's environment without its own settings, and a home that is thrown away afterwards."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("TAWTHIQ_", "DJANGO_"))}
    return inherited | {"TAWTHIQ_HOME": home, "PYTHONUNBUFFERED": "1"}


def run(phase: Phase, total: Counter[str], env: dict[str, str]) -> bool:
    """Runs one phase, shows its output as it comes, adds its counts to `total`; False when it failed."""
    with subprocess.Popen(
        phase.command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        closing = ""
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line if COUNTED.search(line) else closing
    if phase.counts:
        for number, word in COUNTED.findall(closing):
            total[word.removesuffix("s") if word.startswith("error") else word] += int(number)
    return process.returncode == 0


def lacking(phase: Phase) -> str:
    """The Debian packages without which the phase cannot run here, or nothing."""
    return " ".join(package for command, package in phase.needs.items() if shutil.which(command) is None)


def attempt(phase: Phase, total: Counter[str], env: dict[str, str]) -> tuple[str, str, float]:
    """One phase: its name, its verdict, its seconds."""
    print(f"\n=== {phase.name}", flush=True)
    began = time.monotonic()
    if missing := lacking(phase):
        verdict = "FAILED" if IN_CI else "skipped"
        print(f"{phase.name}: {verdict}: this machine lacks {missing} (apt-get install {missing})")
    else:
        verdict = "ok" if run(phase, total, env) else "FAILED"
    return phase.name, verdict, time.monotonic() - began


def check(phases: list[Phase]) -> int:
    """Runs the phases and prints the table of seconds; returns the exit status."""
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="tawthiq-check-") as home:
        rows = [attempt(phase, total, environment(home)) for phase in phases]
    print("\n=== seconds")
    for name, verdict, seconds in rows:
        print(f"{seconds:8.1f}  {name:<12} {verdict}")
    broken = [name for name, verdict, _ in rows if verdict == "FAILED"]
    print(f"not in order: {', '.join(broken)}" if broken else "all in order")
    print(f"{total['passed']} passed, {total['failed'] + total['error']} failed, {total['skipped']} skipped")
    return 1 if broken else 0


if __name__ == "__main__":
    wanted = sys.argv[1:]
    unknown = set(wanted) - {phase.name for phase in PHASES}
    if unknown:
        sys.exit(f"no such phase: {', '.join(sorted(unknown))}; there are: {', '.join(p.name for p in PHASES)}")
    sys.exit(check([phase for phase in PHASES if not wanted or phase.name in wanted]))
