"""Aside: where a process writes bytes that have no name yet; what a killed one left there, the next one sweeps.

Each process has a folder of its own and holds a lock on it, which the system lets go when the process ends, however
it ends. A folder that nobody holds belongs to nobody. Where there are no such locks nothing is swept here, and the
doctor tells of leftovers by their age.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import threading
import weakref
from pathlib import Path


class Aside:
    """The unnamed parts of one vault, for this process."""

    def __init__(self, incoming: Path) -> None:
        self._incoming = incoming
        self._lock = threading.Lock()
        self._own: Path | None = None
        self._pid = 0

    def new_part(self) -> tuple[int, Path]:
        """An open, empty file and its path, for the caller to rename or delete; raises OSError."""
        try:
            return _new_file(self._folder())
        except FileNotFoundError:  # a child of ours has ended and taken the folder along
            self._own = None
            return _new_file(self._folder())

    def parts(self) -> list[Path]:
        """Every part that lies here, of whichever process."""
        return sorted(path for path in self._incoming.rglob("*") if path.is_file())

    def _folder(self) -> Path:
        with self._lock:
            if self._own is None or self._pid != os.getpid():
                self._incoming.mkdir(parents=True, exist_ok=True)
                self._own, handle = _claim(self._incoming)
                self._pid = os.getpid()
                weakref.finalize(self, _leave, self._own, handle, self._pid)
                _sweep(self._incoming)
            return self._own


def _new_file(folder: Path) -> tuple[int, Path]:
    handle, name = tempfile.mkstemp(dir=folder)
    return handle, Path(name)


def _claim(incoming: Path) -> tuple[Path, int]:
    """A new folder and the handle that holds its lock; made again if another process swept it before we held it."""
    while True:
        folder = Path(tempfile.mkdtemp(dir=incoming))
        handle = os.open(folder, os.O_RDONLY)
        _hold(handle, wait=True)
        if folder.exists():
            return folder, handle
        os.close(handle)


def _hold(handle: int, *, wait: bool) -> bool:
    """Whether we hold the lock now."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sweep(incoming: Path) -> None:
    """Delete the folders that nobody holds; those of living processes, this one among them, are held."""
    for folder in incoming.iterdir():
        try:
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:  # gone meanwhile, or no folder
            continue
        try:
            if _hold(handle, wait=False):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)


def _leave(folder: Path, handle: int, pid: int) -> None:
    """At the end of the process, or of the vault's use: nothing stays, and nobody else's is touched."""
    os.close(handle)
    if pid == os.getpid():
        shutil.rmtree(folder, ignore_errors=True)
