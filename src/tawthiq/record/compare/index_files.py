"""Files of an index that survive a crash at any moment.

New files are written whole, flushed to the disk and only then named by a new manifest, which replaces the old one in
one step. Whatever the manifest does not name is left over from a crash and is swept away. The index is derived:
when it is broken it is thrown away and filled again from the record.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from tawthiq.terms.errors import IntegrityBroken, StorageFailed

MANIFEST = "manifest.json"
FORM = "tawthiq hash index 1"


@dataclass(frozen=True, slots=True)
class Named:
    """A file of the index: its name in the folder, its length and SHA-256."""

    name: str
    n_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the index consists of: groups of array files, oldest rows first; `generation` grows with each change."""

    generation: int
    groups: tuple[tuple[Named, ...], ...]


def read_manifest(folder: Path, form: str = FORM) -> Manifest:
    """The manifest in force, an empty one for a new folder; raises IntegrityBroken for another form, or none."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if told["form"] != form:
            raise IntegrityBroken("the index has another form", where=str(folder), do=_rebuild(folder))
        groups = tuple(tuple(Named(*file) for file in group) for group in told["groups"])
        return Manifest(int(told["generation"]), groups)
    except FileNotFoundError:
        return Manifest(0, ())
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityBroken(
            "the manifest of the index cannot be read", where=str(folder), do=_rebuild(folder)
        ) from error


def put_manifest(folder: Path, manifest: Manifest, form: str = FORM) -> None:
    """Make a manifest the one in force, then sweep away what it does not name."""
    groups = [[[file.name, file.n_bytes, file.sha256] for file in group] for group in manifest.groups]
    told = {"form": form, "generation": manifest.generation, "groups": groups}
    _put(folder, MANIFEST, lambda file: file.write(json.dumps(told).encode()))
    _sweep(folder, {file.name for group in manifest.groups for file in group})


def put_beside(folder: Path, name: str, content: bytes) -> None:
    """A file of the caller's, in one step, which no manifest names and no sweep takes: not .npy, not .new."""
    _put(folder, name, lambda file: file.write(content))


def put_arrays(folder: Path, stem: str, arrays: tuple[NDArray[np.generic], ...]) -> tuple[Named, ...]:
    """Write arrays under new names; nothing refers to them until a manifest does."""
    put = tuple(_put_array(folder, f"{stem}-{number}.npy", array) for number, array in enumerate(arrays))
    _flush_folder(folder)
    return put


def open_arrays(folder: Path, group: tuple[Named, ...]) -> tuple[NDArray[np.generic], ...]:
    """Map the arrays of a group into memory, for reading; raises IntegrityBroken when a file is gone or cut."""
    return tuple(_map(folder, file) for file in group)


def check(folder: Path, form: str = FORM) -> None:
    """Read every file and compare its SHA-256; raises IntegrityBroken at the first that differs, or is gone.

    A writer may sweep old files away between reading the manifest and the files: then all is read again.
    """
    manifest = read_manifest(folder, form)
    try:
        _check_files(folder, manifest)
    except IntegrityBroken:
        if read_manifest(folder, form).generation == manifest.generation:
            raise
        check(folder, form)


def _check_files(folder: Path, manifest: Manifest) -> None:
    for file in (file for group in manifest.groups for file in group):
        try:
            same = _sha256(folder / file.name) == file.sha256
        except FileNotFoundError:
            same = False
        if not same:
            raise IntegrityBroken("a file of the index changed or is gone", where=file.name, do=_rebuild(folder))


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Wait until no other process writes to this index."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _put_array(folder: Path, name: str, array: NDArray[np.generic]) -> Named:
    _write(folder, name, lambda file: np.save(file, array, allow_pickle=False))
    return Named(name, (folder / name).stat().st_size, _sha256(folder / name))


def _sha256(path: Path) -> str:
    with path.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()


def _put(folder: Path, name: str, write: Callable[[IO[bytes]], object]) -> None:
    """A whole file or none: write beside, flush to disk, rename, flush the folder."""
    _write(folder, name, write)
    _flush_folder(folder)


def _write(folder: Path, name: str, write: Callable[[IO[bytes]], object]) -> None:
    beside = folder / f"{name}.new"
    try:
        with beside.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / name)
    except OSError as error:
        raise StorageFailed("the index was not written", where=str(folder), do="free space and add again") from error


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _map(folder: Path, file: Named) -> NDArray[np.generic]:
    path = folder / file.name
    if not path.exists() or path.stat().st_size != file.n_bytes:
        raise IntegrityBroken("a file of the index is gone or cut", where=file.name, do=_rebuild(folder))
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def _rebuild(folder: Path) -> str:
    return f"delete {folder}: it is filled again from the record"


def _sweep(folder: Path, named: set[str]) -> None:
    for path in folder.iterdir():
        if path.name not in named and path.name not in (MANIFEST, "lock") and path.suffix in (".npy", ".new"):
            path.unlink(missing_ok=True)
