"""Event: one line of the ledger, who did what to which thing; never a name, never a text's content.

Since version 2 a line holds no bare hash of content and no words: only commitments, each salted with a random value
that is kept beside the line, outside the log. Once the salt is erased nobody can guess the content from the line,
and every proof of the log holds as before. Lines of version 1 (bare digest, purpose in words) are read as they stand.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tawthiq.safe import merkle
from tawthiq.terms.identity import Json, canonical

VERSION = 2
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Event:
    """`seq`: 0-based place in the log. `at`: UTC. `detail`: codes, ids, counts, hashes; nothing that names a person.

    `digest`: commitment to the SHA-256 of the thing's canonical content after the act (version 1: that SHA-256
    itself). `purpose_mark`: commitment to the purpose. `purpose`, `salt` (hex): kept beside the line, empty once
    erased.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    thing: str
    digest: str
    purpose: str = ""
    detail: Mapping[str, Json] = field(default_factory=dict)
    salt: str = ""
    purpose_mark: str = ""
    version: int = 1

    def entry(self) -> bytes:
        """The canonical bytes that the tree's leaf is made of."""
        fields: dict[str, Json] = {
            "v": self.version,
            "seq": self.seq,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor,
            "action": self.action,
            "thing": self.thing,
            "digest": self.digest,
            "purpose": self.purpose if self.version == 1 else self.purpose_mark,
            "detail": dict(self.detail),
        }
        return canonical(fields)

    def leaf(self) -> merkle.Hash:
        """The leaf hash of this event."""
        return merkle.leaf_hash(self.entry())

    @property
    def erased(self) -> bool:
        """True when the salt is gone: what the line commits to can be neither shown nor guessed."""
        return self.version > 1 and not self.salt

    def holds(self, digest: str) -> bool:
        """Whether this line was written for content of that SHA-256 (hex); an erased line holds nothing."""
        if self.version == 1:
            return self.digest == digest
        return not self.erased and self.digest == commitment(self.salt, digest)

    @property
    def salt_fits(self) -> bool:
        """Whether salt and purpose beside the line are those that it was written with; True once erased."""
        return (
            self.version == 1 or self.erased or self.purpose_mark == commitment(self.salt, words_digest(self.purpose))
        )


def new_event(
    seq: int,
    at: datetime,
    actor: str,
    action: str,
    thing: str,
    digest: str,
    purpose: str = "",
    detail: Mapping[str, Json] | None = None,
) -> Event:
    """An event of the present version, with a fresh salt. `digest`: SHA-256 of the content, hex."""
    salt = secrets.token_hex(SALT_BYTES)
    mark = commitment(salt, digest)
    purpose_mark = commitment(salt, words_digest(purpose))
    return Event(seq, at, actor, action, thing, mark, purpose, detail or {}, salt, purpose_mark, VERSION)


def commitment(salt: str, digest: str) -> str:
    """SHA-256(0x02 || salt || digest), from hex to hex: hides the digest while the salt is unknown, binds it.

    The first byte keeps it apart from the leaves (0x00) and nodes (0x01) of RFC 6962.
    """
    return hashlib.sha256(b"\x02" + bytes.fromhex(salt) + bytes.fromhex(digest)).hexdigest()


def words_digest(words: str) -> str:
    """SHA-256 of words, hex; lone surrogates are kept apart."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def event_from(text: str, salt: str = "", purpose: str = "") -> Event:
    """Read an event back from its canonical JSON, and from what is kept beside the line."""
    raw: dict[str, Any] = json.loads(text)
    version = raw["v"]
    words, mark = (raw["purpose"], "") if version == 1 else (purpose, raw["purpose"])
    at = datetime.fromisoformat(raw["at"])
    return Event(
        raw["seq"],
        at,
        raw["actor"],
        raw["action"],
        raw["thing"],
        raw["digest"],
        words,
        raw["detail"],
        salt,
        mark,
        version,
    )
