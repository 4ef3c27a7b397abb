"""Keys: which key signed the log from which line on, read from the notes in which each handed over to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tawthiq.doors.evidence.outside.note import Head, LogKey, opened_note, read_head, read_key, strict_base64
from tawthiq.doors.evidence.outside.step import Undecidable, must

HANDOVER = "ledger.rotate"
HANDOVER_TITLE = "tawthiq log key handover v1"


@dataclass(frozen=True)
class KeyChange:
    """Line `seq` tells that one key handed over to another; `root`: over the lines before it."""

    seq: int
    at: str
    root: bytes
    before: LogKey
    after: LogKey


@dataclass(frozen=True)
class LogKeys:
    """Every key of the log: `changes`, oldest first; `last`: the one that signed the newest head."""

    changes: list[KeyChange]
    last: LogKey

    def at(self, size: int) -> LogKey:
        """The key that must have signed the head of so many lines."""
        return next((one.before for one in self.changes if size <= one.seq), self.last)

    def head(self, note: str) -> Head:
        """A head, opened by the key of its time."""
        return read_head(note, self.at(int(note.split("\n")[1])))


def read_keys(last: LogKey, events: Iterable[dict[str, Any]]) -> LogKeys:
    """The keys in a row, each handover signed by both; raises Wrong where one does not lead to the next."""
    told = sorted((one for one in events if one["action"] == HANDOVER), key=lambda one: int(one["seq"]))
    changes = [read_change(one) for one in told]
    for one, follower in zip(changes, [*(one.before for one in changes[1:]), last], strict=False):
        must(one.after == follower, f"line {one.seq} hands over to another key than the one that signs after it")
    return LogKeys(changes, last)


def read_change(event: dict[str, Any]) -> KeyChange:
    """One handover, as its line has it."""
    note, seq = event["detail"]["note"], event["seq"]
    title, name, before_text, after_text, size, root = note.partition("\n\n")[0].split("\n")
    before, after, raw = read_key(before_text), read_key(after_text), strict_base64(root)
    right = (title, size, before.name, after.name, event["thing"], len(raw))
    must(right == (HANDOVER_TITLE, str(seq), name, name, name, 32), f"line {seq} is no handover of this log's key")
    must(before != after, f"line {seq} hands over to the same key")
    opened_note(note, before)
    opened_note(note, after)
    return KeyChange(seq, event["at"], raw, before, after)


def check_keys(keys: LogKeys, heads: list[Head]) -> str:
    """Each handover stands behind the head that the old key signed last."""
    for one in keys.changes:
        there = Head(one.seq, one.root) in heads
        must(there, f"the head before the handover in line {one.seq} is missing, or another")
    if not keys.changes:
        return "one key signed every head"
    told = ", ".join(f"line {one.seq} on {one.at[:10]}" for one in keys.changes)
    return f"{len(keys.changes) + 1} keys, each handed over to by the one before: {told}"


def check_key(keys: LogKeys, pinned: str) -> str:
    """The key is the one that the outsider was told by another way, or one that it handed over to."""
    if not pinned:
        raise Undecidable(f"compare by another way (a call, a letter) the key's fingerprint {keys.last.fingerprint}")
    if pinned in (keys.last.text, keys.last.fingerprint):
        return "signed with the key that you were told"
    earlier = [one for one in keys.changes if pinned in (one.before.text, one.before.fingerprint)]
    must(bool(earlier), "the log was signed with another key than the one you were told")
    return f"the key that you were told handed over in line {earlier[0].seq}; have it confirmed by another way"
