"""Ledger: the one append-only log, an RFC 6962 Merkle tree over events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawthiq.safe import merkle
from tawthiq.safe.bulk import insert_rows
from tawthiq.safe.event import Event, event_from
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
        [
            {
                "seq": event.seq,
                "thing": event.thing,
                "event": entry.decode(),
                "leaf": leaf.hex(),
                "salt": event.salt,
                "purpose": event.purpose if event.version > 1 else "",
            }
            for event, entry, leaf in lines
        ],
    )
    frontier, size = merkle.grow(before.frontier, before.size, leaves)
    after = Head(size, merkle.root_of_frontier(frontier).hex(), tuple(frontier))
    fields = {"size": size, "root": after.root, "frontier": [node.hex() for node in frontier]}
    LedgerHead.objects.update_or_create(pk=1, defaults=fields)
    return after


def events_of(thing: str) -> Iterator[Event]:
    """Every event about a thing, oldest first."""
    for line in LedgerLine.objects.filter(thing=thing).order_by("seq"):
        yield event_from(line.event, line.salt, line.purpose)


def latest(n_lines: int, before_seq: int | None = None) -> list[Event]:
    """The newest events, newest first; `before_seq` pages on."""
    lines = LedgerLine.objects.order_by("-seq")
    if before_seq is not None:
        lines = lines.filter(seq__lt=before_seq)
    return [event_from(line.event, line.salt, line.purpose) for line in lines[:n_lines]]


def lines_at(seqs: Iterable[int]) -> dict[int, Event]:
    """The events at these places."""
    wanted = list(seqs)
    found: dict[int, Event] = {}
    for start in range(0, len(wanted), BATCH_ROWS // 4):
        for line in LedgerLine.objects.filter(seq__in=wanted[start : start + BATCH_ROWS // 4]):
            found[line.seq] = event_from(line.event, line.salt, line.purpose)
    return found


def erase(seqs: Iterable[int]) -> None:
    """Erase what is kept beside these lines: from then on nobody can tell, or guess, what they commit to.

    Inside the caller's Work, whose own line must name them: the audit looks for it.
    """
    LedgerLine.objects.filter(seq__in=list(seqs)).update(salt="", purpose="")


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


def stored_leaves() -> list[merkle.Hash]:
    """Every leaf hash in order; 32 bytes a line."""
    leaves = LedgerLine.objects.order_by("seq").values_list("leaf", flat=True).iterator(BATCH_ROWS)
    return [bytes.fromhex(leaf) for leaf in leaves]


def stored_entries(first: int = 0, last: int | None = None) -> Iterator[bytes]:
    """The bytes of the lines from `first` up to, not including, `last`, in order; streamed."""
    lines = LedgerLine.objects.filter(seq__gte=first).order_by("seq")
    if last is not None:
        lines = lines.filter(seq__lt=last)
    for event in lines.values_list("event", flat=True).iterator(BATCH_ROWS):
        yield event.encode()


def stored_events() -> Iterator[Event]:
    """Every event that can be read, in order, with what is kept beside it; streamed."""
    columns = LedgerLine.objects.order_by("seq").values_list("event", "salt", "purpose")
    for text, salt, purpose in columns.iterator(BATCH_ROWS):
        try:
            yield event_from(text, salt, purpose)
        except (ValueError, KeyError, TypeError):
            continue


def faults(lines: Iterable[tuple[int, str, str]], stated: Head, signed: Mapping[int, str] | None = None) -> list[Fault]:
    """Everything in which the lines differ from an unbroken log that ends in the stated head.

    `signed`: size -> root (hex) of earlier heads that were signed; the log must have passed through each.
    """
    wanted = dict(signed or {})
    found: list[Fault] = []
    frontier: list[merkle.Hash] = []
    size = 0
    for seq, event, leaf in lines:
        found += [Fault(seq, what) for what in _line_faults(size, seq, event, leaf)]
        frontier, size = merkle.grow(frontier, size, [merkle.leaf_hash(event.encode())])
        if size in wanted and merkle.root_of_frontier(frontier).hex() != wanted.pop(size):
            found.append(Fault(seq, f"the first {size} lines are not those that were signed"))
    found += [Fault(-1, f"a head of {n} lines was signed, the log holds {size}") for n in sorted(wanted) if n > size]
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
