"""Hashes of files, and hashed copies: a stream read once, hashed and written from one memory: what is hashed is kept.

A small file is written at once. Of a large one each piece is written by a second thread while it is hashed, and past
the system's cache where the file system takes that: the disk works from the first piece on, not at the last sync.
"""

from __future__ import annotations

import errno
import hashlib
import mmap
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, cycle
from pathlib import Path
from typing import Protocol

PIECE_BYTES = 1 << 22
N_PIECES = 3
"""One is read into and hashed; two may be on their way to the disk."""

_DIRECT: int = getattr(os, "O_DIRECT", 0)
"""Writing past the cache, in Linux; elsewhere nothing is asked of the system."""


class Readable(Protocol):
    """A stream of bytes; one that knows `readinto` too is read without a copy."""

    def read(self, n_bytes: int, /) -> bytes: ...


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hex, read by pieces; raises OSError."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def copy_hashed(source: Readable, target: int) -> tuple[str, int]:
    """Write a stream to an open, empty file: (SHA-256 in hex, bytes); raises OSError."""
    pieces = _pieces(source)
    first = next(pieces, memoryview(b""))
    if len(first) == PIECE_BYTES:
        return _copy_large(chain([first], pieces), target)
    _write(target, first)
    return hashlib.sha256(first).hexdigest(), len(first)


def _copy_large(pieces: Iterable[memoryview], target: int) -> tuple[str, int]:
    hasher, n_bytes = hashlib.sha256(), 0
    writes: deque[Future[None]] = deque()
    _past_cache(target, wanted=True)
    with ThreadPoolExecutor(1, "vault") as writer:
        for piece in pieces:
            writes.append(writer.submit(_write, target, piece))
            hasher.update(piece)
            n_bytes += len(piece)
            if len(writes) == N_PIECES:  # the memory that is read into next is that of the oldest
                writes.popleft().result()
        for write in writes:
            write.result()
    return hasher.hexdigest(), n_bytes


def _pieces(source: Readable) -> Iterator[memoryview]:
    """The stream in pieces, each full but the last; a piece holds until N_PIECES - 1 more were taken."""
    ring = [memoryview(mmap.mmap(-1, PIECE_BYTES)) for _ in range(N_PIECES)]
    for memory in cycle(ring):
        n_bytes = _fill(source, memory)
        if n_bytes:
            yield memory[:n_bytes]
        if n_bytes < PIECE_BYTES:
            return


def _fill(source: Readable, memory: memoryview) -> int:
    """Read until the memory is full or the stream ends; returns the bytes."""
    read_into, n_bytes = getattr(source, "readinto", None), 0
    while n_bytes < len(memory):
        if read_into is not None:
            got = read_into(memory[n_bytes:])
        else:
            data = source.read(len(memory) - n_bytes)
            got = len(data)
            memory[n_bytes : n_bytes + got] = data
        if not got:
            break
        n_bytes += got
    return n_bytes


def _write(target: int, data: memoryview) -> None:
    """Write all of it; what the file system does not take past its cache (a tail, say) goes through it."""
    while data:
        try:
            data = data[os.write(target, data) :]
        except OSError as reason:
            if reason.errno != errno.EINVAL or not _past_cache(target, wanted=False):
                raise


def _past_cache(target: int, *, wanted: bool) -> bool:
    """Ask for writing past the cache, or for an end of it; False when nothing was changed."""
    if not _DIRECT:
        return False
    import fcntl

    flags = fcntl.fcntl(target, fcntl.F_GETFL)
    if bool(flags & _DIRECT) == wanted:
        return False
    try:
        fcntl.fcntl(target, fcntl.F_SETFL, flags ^ _DIRECT)
    except OSError:
        return False
    return True
