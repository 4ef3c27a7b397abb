"""Compilation of inner loops, kept on disk for every process that runs the same sources.

Numba looks at the file of a function alone: a loop compiled earlier would go on with the old text of what it calls in
another file. So what is kept lies in a folder named after all sources with compiled loops. `compiling` fills it once.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from numba import config, njit

Given = ParamSpec("Given")
Returned = TypeVar("Returned")

HERE = Path(__file__).parent
MARK_LENGTH = 16
SETTINGS, CACHE_DIR = vars(config), "CACHE_DIR"


def compiled(function: Callable[Given, Returned]) -> Callable[Given, Returned]:
    """The function compiled by numba at its first call; its meaning is that of its source."""
    place = kept_in()
    before, SETTINGS[CACHE_DIR] = SETTINGS[CACHE_DIR], str(place or "")
    try:
        made = njit(function, cache=place is not None)
    except RuntimeError:  # a function without a file, which numba makes an error
        made = njit(function)
    finally:
        SETTINGS[CACHE_DIR] = before
    return cast("Callable[Given, Returned]", made)


@cache
def kept_in() -> Path | None:
    """The folder of this version's compiled loops: where NUMBA_CACHE_DIR says, beside the sources, in the caches of
    this account, whichever can be written first; a folder for this process, where all there is can only be read."""
    return choose(tuple(_places()), f"kernels-{mark_of(HERE)}")


def choose(places: tuple[Path, ...], name: str, can_write: Callable[[Path], bool] | None = None) -> Path | None:
    """Folder `name` in the first place that can be written, filled with what another place holds to be read only."""
    filled = next((place / name for place in places if (place / name).is_dir()), None)
    for place in places:
        if (can_write or _writable)(place):
            return _filled(place / name, filled)
    return _for_this_process(filled) if filled else None


def mark_of(folder: Path) -> str:
    """A hash of every source there that holds a compiled loop."""
    sources = [path.read_bytes() for path in sorted(folder.rglob("*.py"))]
    told = [source for source in sources if b"@compiled" in source]
    return hashlib.sha256(b"\0".join(told)).hexdigest()[:MARK_LENGTH]


def _places() -> Iterator[Path]:
    if said := SETTINGS[CACHE_DIR]:
        yield Path(said)
    yield HERE / "__pycache__"
    if said := os.environ.get("XDG_CACHE_HOME"):
        yield Path(said) / "tawthiq"
    elif home := os.environ.get("HOME"):
        yield Path(home) / ".cache" / "tawthiq"


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _filled(folder: Path, source: Path | None) -> Path:
    """A folder made whole or not at all, so that no other process sees half of it."""
    if source is None or folder.is_dir():
        return folder
    aside = Path(tempfile.mkdtemp(dir=folder.parent))
    shutil.copytree(source, aside / folder.name, copy_function=shutil.copyfile)
    with suppress(OSError):  # another process was first, with the same
        (aside / folder.name).rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
    return folder


def _for_this_process(source: Path) -> Path:
    own = Path(tempfile.mkdtemp(prefix="tawthiq-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return _filled(own / source.name, source)
