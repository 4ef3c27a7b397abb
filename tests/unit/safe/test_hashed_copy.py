"""Promises of the hashed copy: what is hashed is what is kept, whatever the size, the source and the disk do."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.safe.hashed_copy import PIECE_BYTES, copy_hashed

FULL_DISK = Path("/dev/full")


class Changing:
    """A source that says other bytes at each reading, few at a time, and knows no `readinto`."""

    def __init__(self, n_bytes: int) -> None:
        self.left = n_bytes
        self.n_reads = 0

    def read(self, n_bytes: int) -> bytes:
        self.n_reads += 1
        part = bytes([self.n_reads % 256]) * min(n_bytes, self.left, 1_000_003)
        self.left -= len(part)
        return part


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    path = tmp_path / "kept"
    handle = os.open(path, os.O_CREAT | os.O_WRONLY)
    yield path, handle
    os.close(handle)


@pytest.mark.parametrize(
    "n_bytes", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 4 * PIECE_BYTES, 7 * PIECE_BYTES + 4097]
)
def test_every_size_is_kept_whole(place: tuple[Path, int], n_bytes: int) -> None:
    path, handle = place
    data = hashlib.shake_128(b"invented").digest(n_bytes)
    assert copy_hashed(io.BytesIO(data), handle) == (hashlib.sha256(data).hexdigest(), n_bytes)
    assert path.read_bytes() == data


def test_of_a_source_that_changes_what_was_read_is_hashed_and_kept(place: tuple[Path, int]) -> None:
    path, handle = place
    mark, n_bytes = copy_hashed(Changing(3 * PIECE_BYTES + 5), handle)
    kept = path.read_bytes()
    assert (hashlib.sha256(kept).hexdigest(), len(kept)) == (mark, n_bytes) == (mark, 3 * PIECE_BYTES + 5)


@pytest.mark.skipif(not FULL_DISK.exists(), reason="no disk here that is always full")
@pytest.mark.parametrize("n_bytes", [10, 5 * PIECE_BYTES])
def test_a_disk_that_takes_no_more_is_told_from_either_thread(n_bytes: int) -> None:
    handle = os.open(FULL_DISK, os.O_WRONLY)
    try:
        with pytest.raises(OSError, match="No space left"):
            copy_hashed(io.BytesIO(bytes(n_bytes)), handle)
    finally:
        os.close(handle)
