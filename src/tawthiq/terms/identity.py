"""Ids: short names made from the canonical JSON of what they name.

A joined string would make ("a.b", "c") and ("a", "b.c") one id; canonical JSON (RFC 8785) keeps them apart.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias, cast

import rfc8785

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

ID_CHARS = 26
"""Characters of base32 kept: 130 bits, beyond any accidental collision of a register."""


_ID_BYTES = 20
"""Bytes that the characters kept are made of, to a whole number of base32 groups."""


class Kind(StrEnum):
    """The prefix of an id; it says what kind of thing is named."""

    ITEM = "itm"
    STATEMENT = "stm"
    INCIDENT = "inc"
    VIOLATION = "vio"
    ACT = "act"
    CHILD = "chd"
    GROUP = "grp"
    ATTRIBUTION = "att"
    SOURCE = "src"
    ASSESSMENT = "asm"
    FIGURE = "fig"
    ESTIMATE = "est"
    RELEASE = "rel"
    COPY = "cpy"
    PERSON = "per"
    ACTOR = "usr"
    DECISION = "dec"
    BATCH = "bat"
    JOB = "job"
    EVIDENCE = "evd"
    MASK = "msk"


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


def _encode() -> Callable[[object], str]:
    """The standard encoder, where it is compiled made once: `encode` makes it anew for each value."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return _ENCODER.encode
    parts = make(None, _ENCODER.default, json.encoder.encode_basestring, None, ":", ",", True, False, True)
    return lambda value: "".join(parts(value, 0))


_ENCODE = _encode()
quoted: Callable[[str], str] = json.encoder.encode_basestring
"""A text as it stands in canonical JSON; a lone half of a surrogate pair passes, and is found when it is encoded."""

_SAFE_INT = 2**53 - 1
_ATOMS = frozenset({str, bool, type(None)})
_KEYS = frozenset({str})


def canonical(value: Json) -> bytes:
    """RFC 8785 bytes of a JSON value; raises rfc8785.CanonicalizationError for what JSON cannot hold.

    For plain values (no float, keys in ASCII) the standard encoder gives the same bytes ten times as fast.
    """
    if _is_plain(value):
        try:
            return _ENCODE(value).encode()
        except UnicodeEncodeError:
            return rfc8785.dumps(value)
    return rfc8785.dumps(value)


def _is_plain(value: object) -> bool:
    kind = type(value)
    if kind in _ATOMS:
        return True
    if kind is int:
        return -_SAFE_INT <= cast(int, value) <= _SAFE_INT
    if kind is dict:
        pairs: dict[Any, object] = cast(Any, value)
        if not _KEYS.issuperset(map(type, pairs)) or not "".join(pairs).isascii():
            return False
        parts: Iterable[object] = pairs.values()
    elif kind is list or kind is tuple:
        parts = cast(Any, value)
    else:
        return False
    if _ATOMS.issuperset(map(type, parts)):  # in one step: this runs for every value that is signed
        return True
    return all(_is_plain(part) for part in parts if type(part) not in _ATOMS)


def digest(value: Json) -> str:
    """SHA-256 of the canonical JSON, 64 hex digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def make_id(kind: Kind, content: Json) -> str:
    """The id of a thing that is wholly described by its content: same content, same id."""
    return id_from(kind, canonical([kind.value, content]))


def id_from(kind: Kind, named: bytes) -> str:
    """The id that `make_id` gives, from the canonical bytes of [kind, content] where the caller has them already."""
    return f"{kind}_{_base32(hashlib.sha256(named).digest())}"


def mint_id(kind: Kind) -> str:
    """A fresh random id, for things whose content may change while they stay the same thing."""
    return f"{kind.value}_{_base32(secrets.token_bytes(32))}"


def is_id(text: str, kind: Kind | None = None) -> bool:
    """True when the text has the form of an id (of that kind)."""
    prefix = kind.value if kind else "[a-z]{3}"
    return re.fullmatch(rf"{prefix}_[a-z2-7]{{{ID_CHARS}}}", text) is not None


_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
_SHIFTS = tuple(range(10 * (ID_CHARS // 2 - 1), -1, -10))


def _base32(raw: bytes) -> str:
    """Base32 (RFC 4648, lower case) of the first ID_CHARS * 5 bits, two characters at a time."""
    bits = int.from_bytes(raw[:_ID_BYTES], "big") >> (8 * _ID_BYTES - 5 * ID_CHARS)
    return "".join([_PAIRS[(bits >> shift) & 1023] for shift in _SHIFTS])
