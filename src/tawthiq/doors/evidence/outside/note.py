"""Note: signed notes and checkpoints after C2SP, read by an outsider."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from tawthiq.doors.evidence.outside.ed25519 import signature_holds
from tawthiq.doors.evidence.outside.step import must


@dataclass(frozen=True)
class LogKey:
    """The public key of a log, under the log's name. `text`: as handed out."""

    name: str
    hint: bytes
    public: bytes
    text: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, hex."""
        return hashlib.sha256(self.public).hexdigest()


@dataclass(frozen=True)
class Head:
    """A signed head: `size` lines, `root` over them."""

    size: int
    root: bytes


def strict_base64(text: str) -> bytes:
    """Decode what could not have been written otherwise."""
    raw = base64.b64decode(text, validate=True)
    must(base64.b64encode(raw).decode() == text, "base64 in another form than the one it has")
    return raw


def read_key(text: str) -> LogKey:
    """A key in the form `name+id+base64`."""
    name, hint, encoded = text.split("+", 2)
    raw = strict_base64(encoded)
    must(len(raw) == 33 and raw[:1] == b"\x01", "the key is no Ed25519 key")
    known = hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8]
    must(hint == known, "the key does not fit its id")
    return LogKey(name, bytes.fromhex(hint), raw[1:], text)


def opened_note(note: str, key: LogKey) -> str:
    """The text that the key signed."""
    text, blank, lines = note.rpartition("\n\n")
    must(bool(blank) and note.endswith("\n"), "the note has no signature")
    for line in lines.split("\n")[:-1]:
        dash, name, encoded = line.split(" ")
        if dash == "\u2014" and name == key.name and (raw := strict_base64(encoded))[:4] == key.hint:
            must(signature_holds(key.public, f"{text}\n".encode(), raw[4:]), "the signature does not hold")
            return f"{text}\n"
    must(False, "the note is not signed by this key")
    return ""


def read_head(note: str, key: LogKey) -> Head:
    """The head of a checkpoint that the key signed for its own log."""
    origin, size, root, end = opened_note(note, key).split("\n")
    must(origin == key.name and end == "", "the checkpoint is one of another log")
    must(size.isascii() and size.isdigit() and str(int(size)) == size, "the checkpoint has no size")
    raw = strict_base64(root)
    must(len(raw) == 32, "the checkpoint has no root")
    return Head(int(size), raw)
