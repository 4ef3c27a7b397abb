"""Scrub: every kept file hashed again, in batches, from where the last scrub was interrupted."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from tawthiq.record.collect.models import kept_hashes
from tawthiq.safe.access import Action
from tawthiq.safe.home import current_home
from tawthiq.safe.work import Reader

BATCH_FILES = 50


@dataclass(slots=True)
class Scrub:
    """How far it is. `last`: the hash that was looked at last, in order of hashes; `finished_at`: empty while it runs.

    `faults`: each (`missing`, `changed` or `extra`, hash); an extra file is one that no item names, harmless.
    """

    began_at: str
    last: str = ""
    n_done: int = 0
    finished_at: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every named file is as it was kept."""
        return all(what == "extra" for what, _ in self.faults)

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        faults = [{"what": what, "sha256": sha256} for what, sha256 in self.faults]
        stated = {name: value for name, value in asdict(self).items() if name not in ("faults", "last")}
        return {"ok": self.ok, **stated, "faults": faults}


def scrub(reader: Reader, *, restart: bool = False) -> Generator[tuple[int, int], None, Scrub]:
    """Look at all files; yields (done, total) after each batch, which is on the disk then. Raises NotPermitted.

    A scrub that was killed goes on behind its last batch; a finished one begins anew.
    """
    reader.require(Action.LEDGER_READ)
    named = sorted({sha256 for _, sha256 in kept_hashes()})
    place = current_home().root / "log" / "scrub.json"
    state = None if restart else _unfinished(place)
    state = state or Scrub(datetime.now(UTC).isoformat(timespec="seconds"))
    left = (sha256 for sha256 in named if sha256 > state.last)
    while batch := list(islice(left, BATCH_FILES)):
        state.faults += [(what, sha256) for sha256 in batch if (what := _fault(reader, sha256))]
        state.last, state.n_done = batch[-1], state.n_done + len(batch)
        _keep(place, state)
        yield state.n_done, len(named)
    state.faults += [("extra", sha256) for sha256 in sorted(set(reader.vault.hashes()) - set(named))]
    state.finished_at = datetime.now(UTC).isoformat(timespec="seconds")
    _keep(place, state)
    return state


def scrub_whole(reader: Reader, *, restart: bool = False) -> Scrub:
    """Scrub to the end at once."""
    steps = scrub(reader, restart=restart)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Scrub = end.value
            return found


def _fault(reader: Reader, sha256: str) -> str:
    if reader.vault.check(sha256):
        return ""
    return "changed" if reader.vault.holds(sha256) else "missing"


def _unfinished(place: Path) -> Scrub | None:
    try:
        raw = json.loads(place.read_text(encoding="utf-8"))
        raw["faults"] = [(what, sha256) for what, sha256 in raw["faults"]]
        state = Scrub(**raw)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return None if state.finished_at else state


def _keep(place: Path, state: Scrub) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = place.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(asdict(state)), encoding="utf-8")
    part.replace(place)
