"""Journal: which files of a folder are done, written in the same transaction as their items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
    """Every plain file below a folder, in order of path; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        state = path.stat()
        yield Seen(path.relative_to(folder).as_posix(), state.st_size, state.st_mtime_ns)


def at_rest(before: Iterable[Seen], now: Iterable[Seen]) -> list[Seen]:
    """The files that nobody wrote to between two looks: one that is still being copied waits."""
    known = set(before)
    return [seen for seen in now if seen in known]
