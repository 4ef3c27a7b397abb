"""Checkpoint: the log at one size, signed, in the form of C2SP tlog-checkpoint."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import datetime

from tawthiq.safe.signed_note import NoteKey, open_note, sign
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import Json

HASH_BYTES = 32
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
"""More lines than 19 digits count are none; Python refuses to read numbers of thousands of digits."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`root`: hex, over the first `size` lines. `note`: the signed note; `key`: the key that signed it."""

    size: int
    root: str
    note: str
    key: NoteKey
    made_at: datetime

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        return {"size": self.size, "root": self.root, "made_at": self.made_at.isoformat(), "note": self.note}


def checkpoint_text(origin: str, size: int, root: str) -> str:
    """The three lines that are signed: origin, size in decimal, root in base64."""
    return f"{origin}\n{size}\n{base64.b64encode(bytes.fromhex(root)).decode()}\n"


def signed_checkpoint(seed: bytes, key: NoteKey, size: int, root: str, made_at: datetime) -> Checkpoint:
    """Sign the head; the key's name is the log's origin."""
    return Checkpoint(size, root, sign(seed, key.name, checkpoint_text(key.name, size, root)), key, made_at)


def read_checkpoint(note: str, key: NoteKey) -> tuple[int, str]:
    """(size, root in hex) of a note that this key signed for its own log; raises IntegrityBroken."""
    lines = open_note(note, key).split("\n")
    try:
        root = base64.b64decode(lines[2], validate=True)
    except (IndexError, ValueError) as reason:
        raise IntegrityBroken("a signed note that is no checkpoint", where=key.name) from reason
    if lines[0] != key.name or not _SIZE.fullmatch(lines[1]) or len(root) != HASH_BYTES:
        raise IntegrityBroken("a checkpoint of another log, or none", where=key.name)
    return int(lines[1]), root.hex()


def stated_size(note: str) -> int:
    """The size that a note states, before anything of it is believed: it says which key must open it; 0 for none."""
    lines = note.split("\n")
    return int(lines[1]) if len(lines) > 1 and _SIZE.fullmatch(lines[1]) else 0
