"""Log: a whole log in tiles, worked out again from its entries, through every head that was signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawthiq.doors.evidence.outside.bag import Hashes, all_files, hashes_of, manifest_text, refuse_difference
from tawthiq.doors.evidence.outside.keys import HANDOVER, LogKeys
from tawthiq.doors.evidence.outside.note import Head
from tawthiq.doors.evidence.outside.step import must
from tawthiq.safe.merkle import Hash, grow, leaf_hash, root_of, root_of_frontier

TILE_WIDTH = 256
LOG_MANIFEST = "manifest-sha256.txt"


def is_log(folder: Path) -> bool:
    """Whether the folder is a log in tiles."""
    return (folder / "tile").is_dir()


def check_log_files(folder: Path) -> tuple[str, Hashes]:
    """Every file as the manifest has it, none besides."""
    found = hashes_of(folder, [name for name in all_files(folder) if name != LOG_MANIFEST], ("sha256",))
    refuse_difference(LOG_MANIFEST, (folder / LOG_MANIFEST).read_bytes().decode(), manifest_text(found, 0))
    return f"{len(found)} files, nothing missing, nothing extra", found


def path_of_tile(level: str, index: int, width: int) -> str:
    """C2SP tlog-tiles: three digits an element, all but the last behind an x; a partial tile says its width."""
    parts = [f"{index % 1000:03}"]
    while index := index // 1000:
        parts.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/{'/'.join(parts)}" + (f".p/{width}" if width < TILE_WIDTH else "")


def entries_of(bundle: bytes) -> Iterator[bytes]:
    """The entries of a bundle, each behind its length."""
    place = 0
    while place < len(bundle):
        length = int.from_bytes(bundle[place : place + 2], "big")
        place += 2 + length
        must(place <= len(bundle), "a bundle ends within an entry")
        yield bundle[place - length : place]


def check_tiles(folder: Path, head: Head, earlier: list[Head]) -> str:
    """Entries, tiles of every level, the root of the signed head and of each head before it."""
    wanted = {one.size: one.root for one in [*earlier, head]}
    tiles: set[str] = set()
    frontier: list[Hash] = []
    size = 0
    above: list[Hash] = []
    for first in range(0, head.size, TILE_WIDTH):
        width = min(TILE_WIDTH, head.size - first)
        names = [path_of_tile(level, first // TILE_WIDTH, width) for level in ("entries", "0")]
        tiles.update(names)
        leaves = leaves_of((folder / names[0]).read_bytes(), first, width)
        must((folder / names[1]).read_bytes() == b"".join(leaves), f"{names[1]} is not the hashes of its entries")
        above += [root_of(leaves)] if width == TILE_WIDTH else []
        for leaf in leaves:
            frontier, size = grow(frontier, size, [leaf])
            if size in wanted:
                root = root_of_frontier(frontier)
                must(root == wanted.pop(size), f"the first {size} lines are not those that were signed")
    must(not wanted, "a head was signed over more lines than there are")
    tiles |= check_levels_above(folder, above)
    there = {name for name in all_files(folder) if name.startswith("tile/")}
    must(there == tiles, "there are tiles that the log has not, or some are missing")
    return f"{head.size} lines make the signed root, through {len(earlier)} earlier heads"


def leaves_of(bundle: bytes, first: int, width: int) -> list[Hash]:
    """The leaf hashes of a bundle, whose entries say their own places."""
    entries = list(entries_of(bundle))
    must(len(entries) == width, "a bundle of another width")
    for seq, entry in enumerate(entries, start=first):
        must(json.loads(entry)["seq"] == seq, f"line {seq} names another place")
    return [leaf_hash(entry) for entry in entries]


def check_levels_above(folder: Path, hashes: list[Hash]) -> set[str]:
    """The tiles above the leaves; returns their paths."""
    level, found = 1, set()
    while hashes:
        rows = [hashes[start : start + TILE_WIDTH] for start in range(0, len(hashes), TILE_WIDTH)]
        for index, row in enumerate(rows):
            name = path_of_tile(str(level), index, len(row))
            must((folder / name).read_bytes() == b"".join(row), f"{name} is not the roots of the tiles below")
            found.add(name)
        hashes = [root_of(row) for row in rows if len(row) == TILE_WIDTH]
        level += 1
    return found


def earlier_heads(folder: Path, keys: LogKeys) -> list[Head]:
    """The heads signed before, each by the key of its time."""
    names = sorted((folder / "checkpoints").glob("*"), key=lambda path: int(path.name))
    heads = [keys.head(path.read_bytes().decode()) for path in names]
    must([str(one.size) for one in heads] == [path.name for path in names], "an earlier head under a wrong name")
    return heads


def key_lines(folder: Path) -> Iterator[dict[str, Any]]:
    """The lines of a log in tiles that tell of a new key."""
    for bundle in sorted((folder / "tile" / "entries").rglob("*")):
        if bundle.is_file():
            yield from (json.loads(entry) for entry in entries_of(bundle.read_bytes()) if HANDOVER.encode() in entry)
