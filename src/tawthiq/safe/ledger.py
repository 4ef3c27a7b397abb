"""Ledger: the one append-only log, an RFC 6962 Merkle tree over events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tawthiq.safe import merkle
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.event import Event
from tawthiq.safe.models import LedgerHead, LedgerLine
from tawthiq.terms.errors import NotFound

BATCH_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Head:
    """The log at one moment: number of lines, and the root over them (hex)."""

    size: int
    root: str
    frontier: tuple[merkle.Hash, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """That a line is in the log: its 0-based place, the log's size and root, the sibling hashes (hex)."""

    seq: int
    size: int
    root: str
    siblings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A line, or the head (seq -1), that is not as it was written."""

    seq: int
    what: str


def head(*, lock: bool = False) -> Head:
    """The present head; `lock` holds it until the transaction ends, so that one writer at a time appends."""
    rows = LedgerHead.objects.filter(pk=1)
    row = (rows.select_for_update() if lock else rows).first()
    if row is None:
        return Head(0, merkle.EMPTY_ROOT.hex(), ())
    return Head(row.size, row.root, tuple(bytes.fromhex(node) for node in row.frontier))


def append(before: Head, events: Sequence[Event]) -> Head:
    """Write the events behind `before`, inside the caller's transaction; returns the new head."""
    entries = [event.entry() for event in events]
    leaves = [merkle.leaf_hash(entry) for entry in entries]
    lines = zip(events, entries, leaves, strict=True)
    insert_rows(
        LedgerLine,
        [{"seq": e.seq, "thing": e.thing, "event": entry.decode(), "leaf": leaf.hex()} for e, entry, leaf in lines],
    )
    frontier, size = merkle.grow(before.frontier, before.size, leaves)
    after = Head(size, merkle.root_of_frontier(frontier).hex(), tuple(frontier))
    fields = {"size": size, "root": after.root, "frontier": [node.hex() for node in frontier]}
    LedgerHead.objects.update_or_create(pk=1, defaults=fields)
    return after


def events_of(thing: str) -> Iterator[Event]:
    """Every event about a thing, oldest first."""
    for line in LedgerLine.objects.filter(thing=thing).order_by("seq"):
        yield event_from(line.event)


def latest(n_lines: int, before_seq: int | None = None) -> list[Event]:
    """The newest events, newest first; `before_seq` pages on."""
    lines = LedgerLine.objects.order_by("-seq")
    if before_seq is not None:
        lines = lines.filter(seq__lt=before_seq)
    return [event_from(line.event) for line in lines[:n_lines]]


def lines_at(seqs: Sequence[int]) -> dict[int, Event]:
    """The events at these places."""
    found: dict[int, Event] = {}
    for start in range(0, len(seqs), BATCH_ROWS // 4):
        lines = LedgerLine.objects.filter(seq__in=seqs[start : start + BATCH_ROWS // 4])
        found |= {line.seq: event_from(line.event) for line in lines}
    return found


def event_from(text: str) -> Event:
    """Read an event back from its canonical JSON."""
    raw: dict[str, Any] = json.loads(text)
    at = datetime.fromisoformat(raw["at"])
    return Event(
        raw["seq"], at, raw["actor"], raw["action"], raw["thing"], raw["digest"], raw["purpose"], raw["detail"]
    )


def proof_of(seq: int) -> Proof:
    """The inclusion proof of a line against the present head; raises NotFound."""
    now = head()
    if not 0 <= seq < now.size:
        raise NotFound("the ledger has no such line", where=str(seq))
    siblings = merkle.inclusion_proof(seq, now.size, _stored_subtree)
    return Proof(seq, now.size, now.root, tuple(node.hex() for node in siblings))


def _stored_subtree(first: int, last: int) -> merkle.Hash:
    rows = LedgerLine.objects.filter(seq__gte=first, seq__lt=last).order_by("seq").values_list("leaf", flat=True)
    frontier, _ = merkle.grow((), 0, (bytes.fromhex(leaf) for leaf in rows.iterator(BATCH_ROWS)))
    return merkle.root_of_frontier(frontier)


def stored_lines() -> Iterator[tuple[int, str, str]]:
    """(seq, event, leaf) of every line in order, streamed."""
    yield from LedgerLine.objects.order_by("seq").values_list("seq", "event", "leaf").iterator(BATCH_ROWS)


def faults(lines: Iterable[tuple[int, str, str]], stated: Head) -> list[Fault]:
    """Everything in which the lines differ from an unbroken log that ends in the stated head."""
    found: list[Fault] = []
    frontier: list[merkle.Hash] = []
    size = 0
    for seq, event, leaf in lines:
        found += [Fault(seq, what) for what in _line_faults(size, seq, event, leaf)]
        frontier, size = merkle.grow(frontier, size, [merkle.leaf_hash(event.encode())])
    if size != stated.size:
        found.append(Fault(-1, f"the head counts {stated.size} lines, the log holds {size}"))
    if merkle.root_of_frontier(frontier).hex() != stated.root:
        found.append(Fault(-1, "the root over the lines is not the root of the head"))
    return found


def _line_faults(expected_seq: int, seq: int, event: str, leaf: str) -> Iterator[str]:
    if seq != expected_seq:
        yield f"line {expected_seq} is missing"
    if merkle.leaf_hash(event.encode()).hex() != leaf:
        yield "the event differs from its leaf hash"
    try:
        if json.loads(event)["seq"] != seq:
            yield "the event names another place"
    except (ValueError, KeyError, TypeError):
        yield "the event cannot be read"
