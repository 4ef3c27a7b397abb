"""Run: `python3 verify.py FOLDER [--key KEY] [--json]`; needs nothing but Python 3.11, opens no connection.

FOLDER: an evidence package, or an exported log. KEY: the log's key, or its fingerprint, as you were told it by
another way. Exit code: 0 when no step failed, 3 when one did; a step that cannot be decided says why.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawthiq.doors.evidence.outside.bag import Hashes, check_bag
from tawthiq.doors.evidence.outside.custody import (
    Custody,
    check_closed,
    check_heads,
    check_inclusion,
    check_package,
    check_stamps,
    known_text,
    read_custody,
    stated_key,
)
from tawthiq.doors.evidence.outside.figure import check_figures, check_walk
from tawthiq.doors.evidence.outside.keys import LogKeys, check_key, check_keys, read_keys
from tawthiq.doors.evidence.outside.log import check_log_files, check_tiles, earlier_heads, is_log, key_lines
from tawthiq.doors.evidence.outside.note import Head
from tawthiq.doors.evidence.outside.records import Records, check_objects, check_quotes, read_records
from tawthiq.doors.evidence.outside.step import FAILED, OK, UNDECIDED, Step, step_of

FOUND_FAULTS = 3


def verified_steps(folder: Path, key: str = "") -> list[Step]:
    """Every step, in order; the later ones are left out once what they rest on cannot be read."""
    return list(log_steps(folder, key) if is_log(folder) else package_steps(folder, key))


def verdict_of(steps: list[Step]) -> str:
    """failed when one step failed, undecided when one cannot be told, else ok."""
    states = {step.state for step in steps}
    return FAILED if FAILED in states or not steps else UNDECIDED if UNDECIDED in states else OK


def log_steps(folder: Path, pinned: str) -> Iterator[Step]:
    """The steps of an exported log."""
    yield step_of("files", lambda: check_log_files(folder)[0])

    read: list[tuple[LogKeys, Head, list[Head]]] = []

    def signed() -> str:
        read.append(read_log(folder))
        return check_tiles(folder, *read[0][1:])

    yield step_of("log", signed)
    for keys, _, earlier in read:
        yield from log_key_steps(folder, keys, earlier, pinned)


def log_key_steps(folder: Path, keys: LogKeys, earlier: list[Head], pinned: str) -> Iterator[Step]:
    """The steps over the keys of an exported log, and its stamps."""
    yield step_of("keys", lambda: check_keys(keys, earlier))
    yield step_of("key", lambda: check_key(keys, pinned))
    yield step_of("stamps", lambda: check_stamps(folder, keys))


def read_log(folder: Path) -> tuple[LogKeys, Head, list[Head]]:
    """Keys, newest head, earlier heads of an exported log, their signatures checked on the way."""
    keys = read_keys(stated_key(folder), key_lines(folder))
    return keys, keys.head(known_text(folder / "checkpoint")), earlier_heads(folder, keys)


def package_steps(folder: Path, pinned: str) -> Iterator[Step]:
    """The steps of an evidence package."""
    kept: dict[str, Any] = {}

    def keep(name: str, told: str, found: object) -> str:
        kept[name] = found
        return told

    data = folder / "data"
    yield step_of("bag", lambda: keep("hashes", *check_bag(folder)))
    yield step_of("signature", lambda: keep("custody", "the head is signed", read_custody(data / "custody")))
    if "custody" not in kept or "hashes" not in kept:
        return
    yield from custody_steps(data, kept["custody"], kept["hashes"], pinned)
    yield step_of("records", lambda: keep("records", *read_records(data, kept["custody"])))
    if "records" in kept:
        yield from record_steps(data, kept["records"], kept["hashes"])


def custody_steps(data: Path, custody: Custody, hashes: Hashes, pinned: str) -> Iterator[Step]:
    """The steps over the log."""
    yield step_of("keys", lambda: check_keys(custody.keys, custody.heads))
    yield step_of("key", lambda: check_key(custody.keys, pinned))
    yield step_of("inclusion", lambda: check_inclusion(custody))
    yield step_of("heads", lambda: check_heads(custody))
    yield step_of("stamps", lambda: check_stamps(custody.folder, custody.keys))
    yield step_of("closed", lambda: check_closed(custody))
    yield step_of("package", lambda: check_package(custody, (data / "package.json").read_bytes(), hashes))


def record_steps(data: Path, records: Records, hashes: Hashes) -> Iterator[Step]:
    """The steps over what the package opens."""
    package = json.loads((data / "package.json").read_bytes())
    yield step_of("objects", lambda: check_objects(records, hashes))
    yield step_of("quotes", lambda: check_quotes(data, package, records))
    yield step_of("figures", lambda: check_figures(data, package, records))
    yield step_of("walk", lambda: check_walk(package, records))


def document_of(steps: list[Step]) -> dict[str, Any]:
    """What is printed as JSON."""
    listed = [{"step": step.name, "state": step.state, "told": step.told} for step in steps]
    return {"verdict": verdict_of(steps), "steps": listed}


def main(words: list[str]) -> int:
    """Run from the command line; returns the exit code."""
    key = words[words.index("--key") + 1] if "--key" in words[:-1] else ""
    places = [word for word in words if not word.startswith("--") and word != key]
    if len(places) != 1:
        sys.stderr.write("usage: python3 verify.py FOLDER [--key KEY] [--json]\n")
        return 2
    steps = verified_steps(Path(places[0]), key)
    if "--json" in words:
        sys.stdout.write(json.dumps(document_of(steps), ensure_ascii=False, indent=2) + "\n")
    else:
        lines = [f"{step.state:>9}  {step.name:<10} {step.told}" for step in steps]
        sys.stdout.write("\n".join([*lines, f"verdict: {verdict_of(steps)}"]) + "\n")
    return FOUND_FAULTS if verdict_of(steps) == FAILED else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
