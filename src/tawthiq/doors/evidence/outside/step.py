"""Step: one thing that was checked, and how it came out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OK, FAILED, UNDECIDED = "ok", "failed", "undecided"


@dataclass(frozen=True)
class Step:
    """`name`: fixed word; `state`: ok, failed or undecided; `told`: what was found, or why it cannot be decided."""

    name: str
    state: str
    told: str


class Wrong(Exception):
    """Something is not as it must be; the message says what."""


class Undecidable(Exception):
    """It cannot be told from what is here; the message says why."""


def step_of(name: str, look: Callable[[], str]) -> Step:
    """Run one check; whatever cannot even be read has failed."""
    try:
        return Step(name, OK, look())
    except Undecidable as reason:
        return Step(name, UNDECIDED, str(reason))
    except Wrong as reason:
        return Step(name, FAILED, str(reason))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, RecursionError) as reason:
        return Step(name, FAILED, unreadable(reason))


def unreadable(reason: Exception) -> str:
    """What to say of a fault that no check names."""
    if isinstance(reason, FileNotFoundError) and reason.filename:
        return f"cannot be read: {Path(reason.filename).name} is not there"
    return f"cannot be read: something is not in the form that it must have ({type(reason).__name__})"


def must(true: bool, otherwise: str) -> None:
    """Raise Wrong unless it is true."""
    if not true:
        raise Wrong(otherwise)


def hex_hash(data: bytes) -> str:
    """SHA-256, hex."""
    return hashlib.sha256(data).hexdigest()


def committed(salt: str, digest: str) -> str:
    """What a line of the log holds of a digest: SHA-256(0x02, salt, digest), hex."""
    must(len(salt) == 32 and len(digest) == 64, "a salt or a digest of the wrong length")
    return hex_hash(b"\x02" + bytes.fromhex(salt) + bytes.fromhex(digest))


def holds(event: dict[str, Any], digest: str, salt: str) -> bool:
    """Whether the event was written for content of that digest; version 1 had no salt."""
    kept: str = event["digest"]
    return kept == (digest if event["v"] == 1 else committed(salt, digest))


def json_lines(data: bytes) -> Iterator[Any]:
    """The values of a file with one JSON value a line."""
    text = data.decode()
    must(text == "" or text.endswith("\n"), "a file of lines ends within a line")
    for line in text.split("\n")[:-1]:
        yield json.loads(line)
