"""Audit: the log worked out again, every row and every kept file set beside it; reads only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from tawthiq import flow
from tawthiq.record.collect.models import kept_hashes
from tawthiq.record.collect.models.harm import rendition_hashes
from tawthiq.report.estimate.models import kept_draws
from tawthiq.safe import checkpoints, ledger, stamps
from tawthiq.safe.access import Action
from tawthiq.safe.event import Event
from tawthiq.safe.sealed import models as sealed
from tawthiq.safe.work import Reader
from tawthiq.terms.identity import Json

WITHOUT_ROW = frozenset(
    {
        Action.ITEM_REVEAL.value,
        Action.IDENTITY_REVEAL.value,
        Action.IDENTITY_SHRED.value,
        Action.ACCOUNT_MANAGE.value,
        Action.EVIDENCE_EXPORT.value,
        Action.LEDGER_ROTATE.value,
        "item.extracted",
    }
)
"""Actions whose line has no row that may be compared: readings, accounts, notes of work done."""

STORES = (*flow.STORES, sealed.recorded)


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
    broken = [
        *ledger.faults(ledger.stored_lines(), stated, checkpoints.signed_heads()),
        *checkpoints.faults(),
        *stamps.faults(),
    ]
    log_faults = [AuditFault(_line(fault.seq), fault.what) for fault in broken]
    lines = {event.seq: event for event in ledger.stored_events()}
    rows = [(seq, thing, mark) for store in STORES for seq, thing, mark in store()]
    files = list(kept_hashes())
    faults = (
        *log_faults,
        *_opening_faults(lines),
        *_row_faults(rows, lines),
        *_missing_rows(rows, lines),
        *_file_faults(reader, files),
        *_derivative_faults(reader),
    )
    return AuditReport(stated.size, stated.root, len(rows), len(files), faults)


def _line(seq: int) -> str:
    return "head" if seq < 0 else f"line {seq}"


def _opening_faults(lines: dict[int, Event]) -> Iterator[AuditFault]:
    """Salts and purposes beside the lines; one that is gone must have been erased by an act that says so."""
    erased = {seq for event in lines.values() for seq in _erased_by(event)}
    for seq, event in lines.items():
        if event.erased and seq not in erased:
            yield AuditFault(_line(seq), "what opens this line is gone, and no act erased it")
        elif not event.salt_fits:
            yield AuditFault(_line(seq), "the salt or the purpose beside this line is not the one it was written with")


def _erased_by(event: Event) -> Iterable[int]:
    named = event.detail.get("erased", ())
    return [seq for seq in named if isinstance(seq, int)] if isinstance(named, list) else ()


def _row_faults(rows: list[tuple[int, str, str]], lines: dict[int, Event]) -> Iterator[AuditFault]:
    for seq, thing, mark in rows:
        if seq not in lines or not lines[seq].holds(mark):
            yield AuditFault(thing, f"the row differs from ledger line {seq}")


def _missing_rows(rows: list[tuple[int, str, str]], lines: dict[int, Event]) -> Iterator[AuditFault]:
    there = {seq for seq, _, _ in rows}
    for seq, event in lines.items():
        if seq not in there and _has_row(event):
            yield AuditFault(f"line {seq}", "the row that this line recorded is gone")


def _has_row(event: Event) -> bool:
    """Whether a row must stand beside the line; sealed fields do since version 2, until an act erases them."""
    if event.action == Action.IDENTITY_SEAL:
        return event.version > 1 and not event.erased
    return event.action not in WITHOUT_ROW


def _derivative_faults(reader: Reader) -> Iterator[AuditFault]:
    """One that is missing can be made again, or was destroyed by a seal; one that changed is a fault."""
    made = chain(
        ((thing, sha256, "a rendition of it differs from its hash") for thing, sha256 in rendition_hashes()),
        ((thing, sha256, "its draws differ from their hash") for thing, sha256 in kept_draws()),
    )
    for thing, sha256, what in made:
        if reader.derivatives.holds(sha256) and not reader.derivatives.check(sha256):
            yield AuditFault(thing, what)


def _file_faults(reader: Reader, files: list[tuple[str, str]]) -> Iterator[AuditFault]:
    for item_id, sha256 in files:
        if not reader.vault.check(sha256):
            yield AuditFault(item_id, "the kept bytes are missing or differ from their hash")
