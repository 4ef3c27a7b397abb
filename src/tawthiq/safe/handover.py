"""Handover: one key of the log hands over to the next in a note that both sign; which key signs from which line; pure.

The note stands in a line of the log. Heads over the lines before it are signed by the old key, every head that counts
the line itself by the new one, so neither key can sign in the other's time.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.safe.signed_note import NoteKey, key_from, key_of, open_note, sign, signature_line
from tawthiq.terms.errors import IntegrityBroken

HASH_BYTES = 32
TITLE = "tawthiq log key handover v1"
"""The first line of what is signed; a head begins with the name of its log, so neither can be taken for the other."""


@dataclass(frozen=True, slots=True)
class Handover:
    """`seq`: the line that tells of it, and so the number of lines before it; `root`: hex, over those."""

    seq: int
    root: str
    before: NoteKey
    after: NoteKey


@dataclass(frozen=True, slots=True)
class KeyChain:
    """Every key that this log had: `handovers`, oldest first; `last`: the one that signs now."""

    handovers: tuple[Handover, ...]
    last: NoteKey

    def at(self, size: int) -> NoteKey:
        """The key that signs the head of so many lines."""
        return next((one.before for one in self.handovers if size <= one.seq), self.last)

    @property
    def keys(self) -> list[tuple[int, NoteKey]]:
        """(the least number of lines under which it signs, key), oldest first."""
        starts = [0, *(one.seq + 1 for one in self.handovers)]
        return list(zip(starts, [*(one.before for one in self.handovers), self.last], strict=True))


def signed_handover(before: bytes, after: bytes, name: str, seq: int, root: str) -> str:
    """The note, from the 32-byte seeds of both keys of the log of that name."""
    keys = key_of(before, name).text, key_of(after, name).text
    root_text = base64.b64encode(bytes.fromhex(root)).decode()
    text = "".join(f"{line}\n" for line in (TITLE, name, *keys, seq, root_text))
    return sign(before, name, text) + signature_line(after, name, text)


def read_handover(note: str, seq: int, log_name: str) -> Handover:
    """The handover of that log in line `seq`; raises IntegrityBroken when it is not one, or not signed by both keys."""
    try:
        title, name, before_text, after_text, stated, root = note.partition("\n\n")[0].split("\n")
        before, after = key_from(before_text), key_from(after_text)
        raw = base64.b64decode(root, validate=True)
    except ValueError as reason:
        raise IntegrityBroken("a line that is no handover of the log's key", where=f"line {seq}") from reason
    told = (title, stated, name, before.name, after.name, len(raw))
    if told != (TITLE, str(seq), log_name, log_name, log_name, HASH_BYTES) or before == after:
        raise IntegrityBroken("a handover of another log, or of another line", where=f"line {seq}")
    for key in (before, after):
        open_note(note, key)
    return Handover(seq, raw.hex(), before, after)


def chained(handovers: Sequence[Handover], last: NoteKey) -> KeyChain:
    """The handovers in a row, each by the key that the one before ended with; raises IntegrityBroken."""
    for one, follower in zip(handovers, [*(one.before for one in handovers[1:]), last], strict=False):
        if one.after != follower:
            raise IntegrityBroken("the keys of the log do not follow one another", where=f"line {one.seq}")
    return KeyChain(tuple(handovers), last)
