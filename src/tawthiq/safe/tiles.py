"""Tiles: the log as plain files that any reader of C2SP tlog-tiles understands; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.safe import merkle
from tawthiq.terms.errors import BadInput

WIDTH = 256
"""Hashes of a full tile, entries of a full bundle."""
MAX_ENTRY_BYTES = 2**16 - 1

File = tuple[str, bytes]
"""(path below the log's folder, bytes)."""


def index_path(index: int) -> str:
    """1234067 -> `x001/x234/067`: three digits an element, all but the last behind an x."""
    last, rest = f"{index % 1000:03}", index // 1000
    parts = [last]
    while rest:
        parts.insert(0, f"x{rest % 1000:03}")
        rest //= 1000
    return "/".join(parts)


def tile_path(level: int | str, index: int, width: int) -> str:
    """Where a tile lies; `level`: a number, or `entries`. A tile narrower than 256 is a partial one."""
    return f"tile/{level}/{index_path(index)}" + (f".p/{width}" if width < WIDTH else "")


def tile_files(entries: Iterable[bytes]) -> Iterator[File]:
    """Every file of a log with these entries: bundles and level 0 as they fill up, the levels above at the end."""
    hashes: list[merkle.Hash] = []
    for index, bundle in enumerate(_cut(entries)):
        leaves = [merkle.leaf_hash(entry) for entry in bundle]
        yield tile_path("entries", index, len(bundle)), b"".join(_prefixed(entry) for entry in bundle)
        yield tile_path(0, index, len(leaves)), b"".join(leaves)
        if len(leaves) == WIDTH:
            hashes.append(merkle.root_of(leaves))
    yield from _levels_above(hashes)


def _levels_above(hashes: list[merkle.Hash]) -> Iterator[File]:
    level = 1
    while hashes:
        tiles = [hashes[start : start + WIDTH] for start in range(0, len(hashes), WIDTH)]
        yield from ((tile_path(level, index, len(tile)), b"".join(tile)) for index, tile in enumerate(tiles))
        hashes = [merkle.root_of(tile) for tile in tiles if len(tile) == WIDTH]
        level += 1


def _cut(entries: Iterable[bytes]) -> Iterator[list[bytes]]:
    bundle: list[bytes] = []
    for entry in entries:
        bundle.append(entry)
        if len(bundle) == WIDTH:
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def _prefixed(entry: bytes) -> bytes:
    if len(entry) > MAX_ENTRY_BYTES:
        raise BadInput("a line of the ledger is too long for a tile", where=f"{len(entry)} bytes")
    return len(entry).to_bytes(2, "big") + entry
