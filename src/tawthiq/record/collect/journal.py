"""Journal: which files of a folder are done, written in the same transaction as their items."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Kind, make_id


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it lay in the folder: its path from there, its size, when it was last changed (nanoseconds)."""

    path: str
    n_bytes: int
    changed_ns: int

    @property
    def mark(self) -> str:
        """Known again as long as nobody writes to the file."""
        return f"{self.n_bytes}:{self.changed_ns}"


def folder_id(folder: Path) -> str:
    """The name under which a folder is remembered; its path is not spelt out in any log."""
    return make_id(Kind.BATCH, {"folder": str(folder.resolve())})


def seen_in(folder: Path) -> Iterator[Seen]:
    """Every plain file below a folder, in order of path; links are not followed, what is gone meanwhile is left out.

    Raises NotFound for a folder within that may not be opened: its files would be missed in silence.
    """
    return _seen_below(str(folder), "")


def _seen_below(top: str, within: str) -> Iterator[Seen]:
    """By the system's own listing, which knows kinds without asking for each: a hundred thousand files in a second."""
    try:
        with os.scandir(top) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except PermissionError as reason:
        raise NotFound("a folder within cannot be opened", where=within, do="check its rights") from reason
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _seen_below(entry.path, f"{within}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            with suppress(FileNotFoundError):
                state = entry.stat(follow_symlinks=False)
                yield Seen(f"{within}{entry.name}", state.st_size, state.st_mtime_ns)


def at_rest(before: Iterable[Seen], now: Iterable[Seen]) -> list[Seen]:
    """The files that nobody wrote to between two looks: one that is still being copied waits."""
    known = set(before)
    return [seen for seen in now if seen in known]
