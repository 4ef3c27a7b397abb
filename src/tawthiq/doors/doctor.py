"""Doctor: is this installation whole; each check says what it found, what to do."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import DatabaseError, connections

from tawthiq.doors.audit import audit
from tawthiq.record.collect.models import kept_hashes
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.home import Home, current_home
from tawthiq.safe.log_keys import key_chain
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import Json

MIN_FREE_BYTES = 1024**3
LEFTOVER_AGE_S = 3600
"""A part younger than this may belong to a command that still runs."""

EXAMINER = Actor("usr_doctor", frozenset({Role.AUDITOR}))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    name: str
    ok: bool
    what: str
    do: str = ""

    def to_json(self) -> dict[str, Json]:
        """As the command line prints it."""
        return {"name": self.name, "ok": self.ok, "what": self.what, "do": self.do}


def examine(*, sweep: bool = False) -> list[Check]:
    """Every check, cheap ones first; with `sweep` delete leftovers of killed commands."""
    home = current_home()
    return [
        _python(),
        _sqlite(),
        _disk(home),
        *_keys(home),
        _log_key(home),
        *_databases(),
        *_record(),
        *_indexes(),
        _orphans(home, sweep=sweep),
    ]


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    return Check("python", sys.version_info >= (3, 11), version, "install Python 3.11 or later")


def _sqlite() -> Check:
    return Check("sqlite", sqlite3.sqlite_version_info >= (3, 37), sqlite3.sqlite_version, "needs 3.37 or later")


def _disk(home: Home) -> Check:
    free = shutil.disk_usage(home.root).free
    return Check("disk", free > MIN_FREE_BYTES, f"{free // 1024**2} MiB free", "free space before adding items")


def _keys(home: Home) -> Iterator[Check]:
    home.project_key()
    home.log_key()
    for path in sorted(home.keys.glob("*.key")):
        open_to_others = stat.S_IMODE(path.stat().st_mode) & 0o077
        yield Check(f"key {path.name}", not open_to_others, oct(path.stat().st_mode)[-3:], f"chmod 600 {path.name}")


def _log_key(home: Home) -> Check:
    """The line is there to be read out to whoever will check what this home signs."""
    try:
        key = key_chain().last
    except IntegrityBroken as broken:
        return Check("log key", False, broken.what, broken.do or "run `tawthiq audit verify`")
    home.settle_log_key(key)
    return Check("log key", True, f"{key.text}, fingerprint {key.fingerprint}", "give it to those who check your log")


def _databases() -> Iterator[Check]:
    for alias in connections:
        connection = connections[alias]
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA quick_check" if connection.vendor == "sqlite" else "SELECT 'ok'")
                answer = str((cursor.fetchone() or ["nothing"])[0])
        except DatabaseError as reason:
            answer = type(reason).__name__
        yield Check(f"database {alias}", answer == "ok", f"{connection.vendor}: {answer}", "restore it from a backup")


def _record() -> Iterator[Check]:
    report = audit(Reader(EXAMINER))
    yield Check("ledger and bytes", not report.faults, f"{report.n_lines} lines, {report.n_files} files")
    for fault in report.faults:
        yield Check(fault.where, False, fault.what, "keep the disk as it is; restore the original from a backup")


def _indexes() -> Iterator[Check]:
    """A changed byte would hide copies and say nothing; the record itself does not need the indexes."""
    from tawthiq.record.compare import filed, filed_points  # they load a compiler

    for name, check in (("hashes", filed.check), ("points", filed_points.check)):
        try:
            check()
        except IntegrityBroken as broken:
            yield Check(f"index of {name}", False, f"{broken.what}: {broken.where}", broken.do)
        else:
            yield Check(f"index of {name}", True, "as it was written")


def _orphans(home: Home, *, sweep: bool) -> Check:
    """Bytes that no item names: a command was killed between the vault and the record; harmless."""
    named = {sha256 for _, sha256 in kept_hashes()}
    swept = home.vault.hashes() if home.vault.local else ()
    unnamed = [home.vault.path(sha256) for sha256 in swept if sha256 not in named]
    left = [path for path in (*unnamed, *home.vault.leftovers()) if _age_s(path) > LEFTOVER_AGE_S]
    if sweep:
        for path in left:
            path.unlink(missing_ok=True)
    what = f"{len(left)} leftovers of killed commands" + (" swept" if sweep and left else "")
    return Check("leftovers", True, what, "doctor --sweep deletes them" if left and not sweep else "")


def _age_s(path: Path) -> float:
    return datetime.now(UTC).timestamp() - path.stat().st_mtime
