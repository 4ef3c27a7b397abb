"""Vault: bytes kept by their SHA-256; a put is idempotent, a get re-hashes, an original never changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tawthiq.safe.aside import Aside
from tawthiq.safe.hashed_copy import copy_hashed, sha256_of
from tawthiq.terms.errors import IntegrityBroken, NotFound, StorageFailed


@dataclass(frozen=True, slots=True)
class Stored:
    """What a put did: `sha256` (64 hex), `n_bytes`, `new` when the vault did not hold these bytes before."""

    sha256: str
    n_bytes: int
    new: bool


class Vault:
    """A folder of files named by the hash of their bytes. `local`: what nobody names can be swept away."""

    local = True

    def __init__(self, root: Path) -> None:
        self.root = root
        self._aside = Aside(root / "incoming")

    def put(self, source: BinaryIO) -> Stored:
        """Keep a stream: written aside, fsynced, renamed into place; raises StorageFailed and leaves nothing."""
        part, sha256, n_bytes = self.write_aside(source, sync=True)
        try:
            return Stored(sha256, n_bytes, self._settle(part, sha256))
        except OSError as reason:
            raise _failed(reason) from reason
        finally:
            part.unlink(missing_ok=True)

    def write_aside(self, source: BinaryIO, *, sync: bool = False) -> tuple[Path, str, int]:
        """A stream in a file that has no name yet: (file, sha256, bytes); raises StorageFailed and leaves nothing."""
        try:
            handle, part = self._aside.new_part()
        except OSError as reason:
            raise _failed(reason) from reason
        try:
            sha256, n_bytes = copy_hashed(source, handle)
            if sync:
                os.fsync(handle)
        except BaseException as reason:
            part.unlink(missing_ok=True)
            if isinstance(reason, OSError):
                raise _failed(reason) from reason
            raise
        finally:
            os.close(handle)
        return part, sha256, n_bytes

    def _settle(self, part: Path, sha256: str) -> bool:
        place = self.path(sha256)
        if place.exists():
            return False
        _make_folder(place.parent)
        part.chmod(0o440)
        part.rename(place)
        sync_folder(place.parent)
        return True

    def path(self, sha256: str) -> Path:
        """Where bytes of that hash lie."""
        return self.root / "objects" / sha256[:2] / sha256[2:4] / sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, re-hashed now; raises NotFound, or IntegrityBroken when they differ from their name."""
        try:
            data = self.path(sha256).read_bytes()
        except FileNotFoundError as reason:
            raise NotFound("the vault holds no such bytes", where=sha256, do="restore them from a backup") from reason
        if hashlib.sha256(data).hexdigest() != sha256:
            raise IntegrityBroken("stored bytes differ from their hash", where=sha256, do="restore them from a backup")
        return data

    def open(self, sha256: str) -> BinaryIO:
        """The bytes as a stream, not hashed; raises NotFound."""
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as reason:
            raise NotFound("the vault holds no such bytes", where=sha256, do="restore them from a backup") from reason

    def check(self, sha256: str) -> bool:
        """True when the bytes are there and hash to their name; streams, for large files."""
        try:
            return sha256_of(self.path(sha256)) == sha256
        except FileNotFoundError:
            return False

    def holds(self, sha256: str) -> bool:
        """Whether there is a file of that name, whatever is in it."""
        return self.path(sha256).exists()

    def hashes(self) -> Iterator[str]:
        """Every hash in the vault, in no promised order."""
        objects = self.root / "objects"
        yield from (path.name for path in objects.glob("??/??/*"))

    def leftovers(self) -> list[Path]:
        """Parts without a name, those of puts under way among them; an old one was left behind by a killed put."""
        return self._aside.parts()


def _make_folder(folder: Path) -> None:
    """Make a folder so that it is there after a power cut: each new name is synced in the folder that holds it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Until the disk knows the names in a folder; raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _failed(reason: OSError) -> StorageFailed:
    return StorageFailed(
        f"the disk refused: {reason.strerror}", where="vault", do="free space or mend the disk, then run it again"
    )
