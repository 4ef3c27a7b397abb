"""Signed note: text under an Ed25519 signature, in the form of C2SP signed-note."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tawthiq.terms.errors import IntegrityBroken

ED25519 = b"\x01"
"""The signature type byte of C2SP signed-note."""
KEY_BYTES = 32
ID_BYTES = 4
DASH = "\u2014"


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A public key under its name; the name holds no space and no plus."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of SHA-256(name, newline, type, key)."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:ID_BYTES]

    @property
    def text(self) -> str:
        """`name+id+base64(type, key)`: how verifiers of signed notes are handed a key."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the public key, hex: what two people read to each other."""
        return hashlib.sha256(self.public).hexdigest()


def key_from(text: str) -> NoteKey:
    """Read a key as `NoteKey.text` writes it; raises IntegrityBroken."""
    try:
        name, hint, encoded = text.strip().split("+", 2)
        raw = base64.b64decode(encoded, validate=True)
    except ValueError as reason:
        raise IntegrityBroken("this is no key of a signed note", where="key") from reason
    key = NoteKey(name, raw[1:])
    if raw[:1] != ED25519 or len(raw) != 1 + KEY_BYTES or key.id.hex() != hint:
        raise IntegrityBroken("the key does not fit its id", where=name)
    return key


def key_of(seed: bytes, name: str) -> NoteKey:
    """The public half of a 32-byte seed."""
    return NoteKey(name, Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def sign(seed: bytes, name: str, text: str) -> str:
    """The note: the text, which ends in a newline, a blank line, one signature line."""
    return f"{text}\n{signature_line(seed, name, text)}"


def signature_line(seed: bytes, name: str, text: str) -> str:
    """The line of one signature; a note that several sign has several."""
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(text.encode())
    return f"{DASH} {name} {base64.b64encode(key_of(seed, name).id + signature).decode()}\n"


def open_note(note: str, key: NoteKey) -> str:
    """The text of a note that this key signed; raises IntegrityBroken."""
    text, blank, lines = note.rpartition("\n\n")
    if not blank:
        raise IntegrityBroken("a note without a signature", where=key.name)
    text += "\n"
    for line in lines.splitlines():
        if _holds(line, text, key):
            return text
    raise IntegrityBroken("the note is not signed by this key", where=key.name)


def _holds(line: str, text: str, key: NoteKey) -> bool:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    try:
        raw = base64.b64decode(encoded, validate=True)
    except ValueError:  # not base64, or not even ASCII
        return False
    if dash != DASH or name != key.name or raw[:ID_BYTES] != key.id:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(raw[ID_BYTES:], text.encode())
    except InvalidSignature:
        return False
    return True
