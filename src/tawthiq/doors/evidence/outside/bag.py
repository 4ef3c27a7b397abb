"""Bag: BagIt 1.0 (RFC 8493), in the one form that we write, so that no byte of it is free."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tawthiq.doors.evidence.outside.step import Wrong, must

BAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
PIECE_BYTES = 1 << 20

Hashes = dict[str, tuple[str, ...]]
"""Path below the folder -> its hashes, in the order of ALGORITHMS."""


def all_files(folder: Path) -> list[str]:
    """Every file below the folder; links and other things are refused."""
    found = []
    for path in sorted(folder.rglob("*")):
        must(not path.is_symlink() and (path.is_file() or path.is_dir()), "there is a link, or no plain file")
        if path.is_file():
            found.append(path.relative_to(folder).as_posix())
    return found


def hashes_of(folder: Path, names: list[str], algorithms: tuple[str, ...] = ALGORITHMS) -> Hashes:
    """Each file read once, in pieces."""
    found: Hashes = {}
    for name in names:
        hashers = [hashlib.new(algorithm) for algorithm in algorithms]
        with (folder / name).open("rb") as source:
            while piece := source.read(PIECE_BYTES):
                for hasher in hashers:
                    hasher.update(piece)
        found[name] = tuple(hasher.hexdigest() for hasher in hashers)
    return found


def manifest_text(hashes: Hashes, place: int) -> str:
    """The manifest of these files, sorted by path; paths hold neither newline nor per cent."""
    must(not any(set(name) & set("\n\r%") for name in hashes), "a file name that a manifest cannot hold")
    return "".join(f"{marks[place]}  {name}\n" for name, marks in sorted(hashes.items()))


def refuse_difference(name: str, written: str, wanted: str) -> None:
    """Raise Wrong with the file that differs between two manifests."""
    if written == wanted:
        return
    known = dict(line.split("  ", 1)[::-1] for line in written.split("\n") if "  " in line)
    real = dict(line.split("  ", 1)[::-1] for line in wanted.split("\n") if "  " in line)
    for path in sorted({*known, *real}):
        if path not in real:
            raise Wrong(f"{path} is missing")
        if path not in known:
            raise Wrong(f"{path} is not in {name}")
        if known[path] != real[path]:
            raise Wrong(f"{path} is not as {name} has it")
    raise Wrong(f"{name} is not in its one form")


def payload_of(folder: Path) -> Hashes:
    """Both hashes of every file below `data`, as they are now."""
    return hashes_of(folder, [name for name in all_files(folder) if name.startswith("data/")])


def check_bag(folder: Path, payload: Hashes) -> str:
    """Every file there, none besides, each with both its hashes."""
    must((folder / "bagit.txt").read_bytes() == BAG, "bagit.txt is not that of a bag")
    names = all_files(folder)
    manifests = {f"manifest-{one}.txt" for one in ALGORITHMS}
    seals = {f"tagmanifest-{one}.txt" for one in ALGORITHMS}
    tags = hashes_of(folder, [name for name in names if not name.startswith("data/") and name not in seals])
    must(manifests <= set(tags) and seals <= set(names), "a manifest is missing")
    for place, algorithm in enumerate(ALGORITHMS):
        for stem, hashes in (("manifest", payload), ("tagmanifest", tags)):
            name = f"{stem}-{algorithm}.txt"
            refuse_difference(name, (folder / name).read_bytes().decode(), manifest_text(hashes, place))
    must({"bag-info.txt", "verify.py"} <= set(tags), "bag-info.txt or verify.py is missing")
    return f"{len(payload)} files of payload, {len(tags)} beside them, nothing missing, nothing extra"
