"""Named: names of files as others wrote them, made safe to keep, to show, to compare; never used to open anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json

MAX_NAME_CHARS = 400
MAX_PLACE_CHARS = 400
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
MAX_WORD_CHARS = 4000
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
"""Non-joiner and joiner belong to Persian and Indic spelling."""


def shown_name(raw: str, limit: int = MAX_NAME_CHARS) -> str:
    """The name with everything that acts (controls, direction marks, lone surrogates) spelt out, cut to `limit`."""
    shown = raw if raw.isprintable() else "".join(_spelt(char) for char in raw)
    return shown if len(shown) <= limit else f"{shown[: limit - 60]}…{shown[-50:]}"


def _spelt(char: str) -> str:
    acting = unicodedata.category(char) in _ACTING and char not in _JOINERS
    return char.encode("unicode_escape").decode("ascii") if acting else char


def safe_place(raw: str) -> str:
    """A path inside an archive or export, with `/` between its parts.

    Raises BadInput for one that is absolute, leads upwards, or names a device.
    """
    path = raw.replace("\\", "/")
    if path.startswith("/") or re.match(r"[A-Za-z]:", path):
        raise BadInput("the name is an absolute path", do="look at the archive; it is kept whole")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise BadInput("the name leads out of the archive", do="look at the archive; it is kept whole")
    if not parts:
        raise BadInput("there is no name", do="look at the archive; it is kept whole")
    if "\0" in path:
        raise BadInput("the name holds a NUL", do="look at the archive; it is kept whole")
    if any(_DEVICES.fullmatch(part.split(".")[0].strip()) for part in parts):
        raise BadInput("the name is that of a device", do="look at the archive; it is kept whole")
    return shown_name("/".join(parts), MAX_PLACE_CHARS)


def twin_key(place: str) -> str:
    """Two places with one key are one file on a disk that folds case or composes accents."""
    return unicodedata.normalize("NFC", place).casefold()


def plain(facts: Mapping[str, Json]) -> dict[str, Json]:
    """Facts as every database keeps them: no NUL, no lone surrogate, no text without end."""
    return {shown_name(name, 100): _plain(value) for name, value in facts.items()}


def _plain(value: Json) -> Json:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)[:MAX_WORD_CHARS]
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
