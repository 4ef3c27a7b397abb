"""Json source: a JSON file of others, read whole under a limit; never trusted to be of one shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

from tawthiq.record.collect.plain_text import decode
from tawthiq.terms.errors import UnreadableInput

MAX_JSON_BYTES = 192 * 1024**2
"""What the child's memory holds as objects."""


def read_text(source: BinaryIO, max_bytes: int = MAX_JSON_BYTES) -> str:
    """The text of the source; raises UnreadableInput beyond the limit or for bytes that are no text."""
    data = source.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise UnreadableInput(f"more than {max_bytes} bytes to read at once", do="export it in parts; it is kept whole")
    return decode(data)


def parse_json(text: str) -> Any:
    """A JSON value; raises UnreadableInput with the place of the fault. Any: JSON of others has any shape."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as reason:
        where = f"character {reason.pos}" if isinstance(reason, json.JSONDecodeError) else ""
        raise UnreadableInput("this is no JSON", where=where, do="export it again; it is kept as it is") from reason


def read_json(source: BinaryIO) -> dict[str, Any]:
    """A JSON object; raises UnreadableInput."""
    found = parse_json(read_text(source))
    if not isinstance(found, dict):
        raise UnreadableInput("this is no JSON object", do="export it again; it is kept as it is")
    return found


def text_at(record: Mapping[str, Any], name: str) -> str:
    """The text under a name; empty for none, null, or another type."""
    found = record.get(name)
    return found if isinstance(found, str) else ""


def list_at(record: Mapping[str, Any], name: str) -> list[Any]:
    """The list under a name; empty for none, null, or another type."""
    found = record.get(name)
    return found if isinstance(found, list) else []


def object_at(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object under a name; empty for none, null, or another type."""
    found = record.get(name)
    return found if isinstance(found, dict) else {}
