"""Whole folder: a folder that appears with everything in it, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawthiq.terms.errors import Conflict


@contextmanager
def whole_folder(place: Path) -> Iterator[Path]:
    """Fill the folder that is yielded; it becomes `place` when nothing went wrong, and leaves no trace otherwise.

    Raises Conflict when something is there already, before anything is made.
    """
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Conflict(
            "there is something at that place already", where=place.name, do="name a folder that is not there"
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    try:
        yield part
        _sync(part)
        part.rename(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put_file(folder: Path, name: str, content: bytes) -> None:
    """Write one file below the folder."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _sync(folder: Path) -> None:
    """Files and folders on the disk before the name is there."""
    for path in (*folder.rglob("*"), folder):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
