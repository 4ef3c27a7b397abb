"""Event: one line of the ledger, who did what to which thing; never a name, never a text's content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tawthiq.safe import merkle
from tawthiq.terms.identity import Json, canonical

VERSION = 1


@dataclass(frozen=True, slots=True)
class Event:
    """`seq`: 0-based place in the log. `digest`: SHA-256 of the thing's canonical content after the act.

    `detail`: codes, ids, counts, hashes; nothing that names a person or repeats a text. `at`: UTC.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    thing: str
    digest: str
    purpose: str = ""
    detail: Mapping[str, Json] = field(default_factory=dict)

    def entry(self) -> bytes:
        """The canonical bytes that the tree's leaf is made of."""
        fields: dict[str, Json] = {
            "v": VERSION,
            "seq": self.seq,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor,
            "action": self.action,
            "thing": self.thing,
            "digest": self.digest,
            "purpose": self.purpose,
            "detail": dict(self.detail),
        }
        return canonical(fields)

    def leaf(self) -> merkle.Hash:
        """The leaf hash of this event."""
        return merkle.leaf_hash(self.entry())
