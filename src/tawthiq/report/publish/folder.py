"""Folder: a release on disk, there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tawthiq.terms.errors import Conflict, StorageFailed

PART = ".part-"
"""Name of a folder that is still being written; whatever a killed build leaves is one of these."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as it should be."""

    path: str
    what: str


def write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    """Write aside, fsync every file and folder, rename; raises StorageFailed, or Conflict when it is there already."""
    if place.exists():
        raise Conflict("the release is there already", where=place.name, do="verify it instead")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=PART, dir=place.parent))
    except OSError as reason:
        raise _failed(reason) from reason
    try:
        for path, data in files.items():
            _write(part / path, data)
        for folder in sorted({(part / path).parent for path in files} | {part}, reverse=True):
            _sync(folder)
        part.chmod(0o755)
        part.rename(place)
        _sync(place.parent)
    except OSError as reason:
        shutil.rmtree(part, ignore_errors=True)
        raise _failed(reason) from reason


def differences(place: Path, files: Mapping[str, bytes]) -> tuple[Difference, ...]:
    """Everything in which the folder differs from what was built."""
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    found = [Difference(path, "is not part of the release") for path in sorted(there - files.keys())]
    for path, data in files.items():
        if path not in there:
            found.append(Difference(path, "is missing"))
        elif (place / path).read_bytes() != data:
            found.append(Difference(path, "differs from what was built"))
    return tuple(found)


def hash_differences(place: Path, hashes: Mapping[str, str], besides: frozenset[str]) -> tuple[Difference, ...]:
    """Everything in which the folder differs from a manifest; `besides`: files the manifest cannot hold."""
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    found = [Difference(path, "is not part of the release") for path in sorted(there - hashes.keys() - besides)]
    for path, expected in sorted(hashes.items()):
        if path not in there:
            found.append(Difference(path, "is missing"))
        elif hashlib.sha256((place / path).read_bytes()).hexdigest() != expected:
            found.append(Difference(path, "differs from its hash in the manifest"))
    return tuple(found)


def manifest_differences(place: Path, expected: str, manifest: str, sums: str) -> tuple[Difference, ...]:
    """Everything in which the folder differs from its manifest, whose own SHA-256 must be `expected`."""
    own = place / manifest
    if not own.is_file() or hashlib.sha256(own.read_bytes()).hexdigest() != expected:
        return (Difference(manifest, "is not the one the ledger signed"),)
    hashes: dict[str, str] = json.loads(own.read_text(encoding="utf-8"))["files"]
    return hash_differences(place, hashes, frozenset({manifest, sums}))


def leftovers(releases: Path) -> list[Path]:
    """Folders that a killed build left half-written; no release, safe to delete."""
    return sorted(path for path in releases.glob(f"{PART}*") if path.is_dir())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _failed(reason: OSError) -> StorageFailed:
    return StorageFailed(
        f"the disk refused: {reason.strerror}", where="releases", do="free space or mend the disk, then build it again"
    )
