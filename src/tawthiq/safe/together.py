"""Together: many files kept as one act: written aside one by one, synced at once, given their names only then."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO

from tawthiq.safe.vault import Stored, Vault
from tawthiq.terms.errors import StorageFailed

FEW_FILES = 8
"""So few are synced one by one: a sync of the whole disk would wait for what others write."""


_LEVELS = 4
"""Folders from a file up to the vault's own: each may hold a new name."""


class Together:
    """Bytes on their way into a vault. Nothing is there before `settle`, everything after it."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._parts: dict[str, Path] = {}

    def put(self, source: BinaryIO) -> Stored:
        """Write a stream aside; raises StorageFailed and leaves nothing of it."""
        part, sha256, n_bytes = self._vault.write_aside(source)
        if sha256 in self._parts or self._vault.path(sha256).exists():
            part.unlink()
            return Stored(sha256, n_bytes, False)
        self._parts[sha256] = part
        return Stored(sha256, n_bytes, True)

    def settle(self) -> None:
        """Bytes to the disk, then names, then the folders that hold the names; raises StorageFailed."""
        if not self._parts:
            return
        try:
            _sync(self._vault.root, self._parts.values())
            folders = set()
            for sha256, part in self._parts.items():
                place = self._vault.path(sha256)
                place.parent.mkdir(parents=True, exist_ok=True)
                part.chmod(0o440)
                part.rename(place)
                folders |= set(list(place.parents)[:_LEVELS])
            _sync(self._vault.root, folders)
        except OSError as reason:
            raise StorageFailed(
                f"the disk refused: {reason.strerror}",
                where="vault",
                do="free space or mend the disk, then run it again",
            ) from reason
        self._parts.clear()

    def drop(self) -> None:
        """Delete what was written aside and not settled."""
        for part in self._parts.values():
            part.unlink(missing_ok=True)
        self._parts.clear()


def _sync(root: Path, paths: Iterable[Path]) -> None:
    """To the disk: one by one when few, else the file system at once where the system can; raises OSError."""
    wanted = list(paths)
    if len(wanted) <= FEW_FILES or not _sync_disk(root):
        for path in wanted:
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _sync_disk(root: Path) -> bool:
    """Write everything of the file system that holds `root` to the disk; False where the system has no such call."""
    call = _syncfs()
    if call is None:
        return False
    handle = os.open(root, os.O_RDONLY)
    try:
        if call(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    finally:
        os.close(handle)
    return True


@cache
def _syncfs() -> ctypes._NamedFuncPointer | None:
    """syncfs(2), which since Linux 5.8 also reports what could not be written."""
    try:
        major, minor = (int(part) for part in os.uname().release.split(".")[:2])
        return ctypes.CDLL(None, use_errno=True).syncfs if (major, minor) >= (5, 8) else None
    except (AttributeError, OSError, ValueError):
        return None
