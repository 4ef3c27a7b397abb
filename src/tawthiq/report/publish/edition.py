"""Edition: which code and words a release was made with, so that a later one is not taken for tampering."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from tawthiq import __version__

_ROOMS = ("report/count", "report/publish", "terms")


@cache
def edition() -> str:
    """`0.1.0+4f2a…`: the version, and a digest over every file that a release is made by."""
    seen = hashlib.sha256()
    for room in _ROOMS:
        for name, data in sorted(_files(resources.files("tawthiq") / room, room)):
            seen.update(f"{name}\n{len(data)}\n".encode())
            seen.update(data)
    return f"{__version__}+{seen.hexdigest()[:12]}"


def _files(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in folder.iterdir():
        path = f"{name}/{one.name}"
        if one.is_dir() and one.name not in ("__pycache__", "fonts", "migrations"):
            found += _files(one, path)
        elif one.is_file() and not one.name.endswith(".pyc"):
            found.append((path, one.read_bytes()))
    return found
