"""Seal: encryption of identities, one key a person, wrapped by the project's key.

Fields are AES-256-GCM-SIV (RFC 8452, nonce-misuse resistant); the person, field and version are authenticated
with them, so no row can be moved to another. Destroying a person's wrapped key makes their fields unreadable for
good.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import canonical

KEY_BYTES = 32
NONCE_BYTES = 12
ALGORITHM = b"\x01"
"""First byte of every sealed value: 1 is AES-256-GCM-SIV with a 12-byte nonce."""


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return AESGCMSIV.generate_key(256)


def seal(key: bytes, plain: bytes, *bound_to: str) -> bytes:
    """Encrypt; the result opens only with the same key and the same `bound_to` words in the same order."""
    nonce = os.urandom(NONCE_BYTES)
    return ALGORITHM + nonce + AESGCMSIV(key).encrypt(nonce, plain, canonical(list(bound_to)))


def unseal(key: bytes, sealed: bytes, *bound_to: str) -> bytes:
    """Decrypt; raises IntegrityBroken for a wrong key, a changed byte, or a value moved from elsewhere."""
    if sealed[:1] != ALGORITHM or len(sealed) <= NONCE_BYTES:
        raise IntegrityBroken("a sealed value has an unknown form", where=bound_to[0] if bound_to else "")
    nonce, cipher = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCMSIV(key).decrypt(nonce, cipher, canonical(list(bound_to)))
    except InvalidTag as reason:
        raise IntegrityBroken("a sealed value does not open", where=bound_to[0] if bound_to else "") from reason
