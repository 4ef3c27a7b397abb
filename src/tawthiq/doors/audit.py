"""Audit: the log worked out again, every row and every kept file set beside it; reads only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq import flow
from tawthiq.record.collect.models import kept_hashes
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader
from tawthiq.terms.identity import Json

WITHOUT_ROW = frozenset(
    {
        Action.ITEM_REVEAL.value,
        Action.IDENTITY_SEAL.value,
        Action.IDENTITY_REVEAL.value,
        Action.IDENTITY_SHRED.value,
        Action.ACCOUNT_MANAGE.value,
        "item.extracted",
        "item.compared",
    }
)
"""Actions whose line has no row that may be compared: readings, sealed fields, accounts, notes of work done."""


@dataclass(frozen=True, slots=True)
class AuditFault:
    """`where`: `line N`, a thing's id, or a file's hash."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What was looked at, and what differs."""

    n_lines: int
    root: str
    n_rows: int
    n_files: int
    faults: tuple[AuditFault, ...]

    def to_json(self) -> dict[str, Json]:
        """As the command line prints it."""
        return {
            "ok": not self.faults,
            "lines": self.n_lines,
            "root": self.root,
            "rows": self.n_rows,
            "files": self.n_files,
            "faults": [{"where": fault.where, "what": fault.what} for fault in self.faults],
        }


def audit(reader: Reader) -> AuditReport:
    """Check everything; raises NotPermitted. Minutes on a large record: run it as a job there."""
    reader.require(Action.LEDGER_READ)
    stated = ledger.head()
    log_faults = [AuditFault(_line(fault.seq), fault.what) for fault in ledger.faults(ledger.stored_lines(), stated)]
    lines = {seq: _read(event) for seq, event, _ in ledger.stored_lines()}
    rows = [(seq, thing, mark) for store in flow.STORES for seq, thing, mark in store()]
    files = list(kept_hashes())
    faults = (*log_faults, *_row_faults(rows, lines), *_missing_rows(rows, lines), *_file_faults(reader, files))
    return AuditReport(stated.size, stated.root, len(rows), len(files), faults)


def _line(seq: int) -> str:
    return "head" if seq < 0 else f"line {seq}"


def _read(event: str) -> tuple[str, str]:
    """(digest, action) of a line; empty where the line is broken, which the log's own check reports."""
    try:
        fields = json.loads(event)
        return fields["digest"], fields["action"]
    except (ValueError, KeyError, TypeError):
        return "", ""


def _row_faults(rows: list[tuple[int, str, str]], lines: dict[int, tuple[str, str]]) -> Iterator[AuditFault]:
    for seq, thing, mark in rows:
        if lines.get(seq, ("", ""))[0] != mark:
            yield AuditFault(thing, f"the row differs from ledger line {seq}")


def _missing_rows(rows: list[tuple[int, str, str]], lines: dict[int, tuple[str, str]]) -> Iterator[AuditFault]:
    there = {seq for seq, _, _ in rows}
    for seq, (_, action) in lines.items():
        if seq not in there and action not in WITHOUT_ROW:
            yield AuditFault(f"line {seq}", "the row that this line recorded is gone")


def _file_faults(reader: Reader, files: list[tuple[str, str]]) -> Iterator[AuditFault]:
    for item_id, sha256 in files:
        if not reader.vault.check(sha256):
            yield AuditFault(item_id, "the kept bytes are missing or differ from their hash")
