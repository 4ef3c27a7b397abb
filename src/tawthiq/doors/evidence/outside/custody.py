"""Custody: the lines of the log that travel in a package, proved to be in it under a signed, stamped head."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawthiq.doors.evidence.outside.bag import Hashes
from tawthiq.doors.evidence.outside.keys import LogKeys, read_keys
from tawthiq.doors.evidence.outside.log import earlier_heads
from tawthiq.doors.evidence.outside.note import Head, LogKey, read_key
from tawthiq.doors.evidence.outside.step import Undecidable, hex_hash, holds, must
from tawthiq.doors.evidence.outside.token import read_token, token_holds
from tawthiq.safe.merkle import consistent, included, leaf_hash

Event = dict[str, Any]


@dataclass(frozen=True)
class Custody:
    """`events`: seq -> event; `lines`: seq -> the bytes that its leaf is made of; `heads`: earlier signed ones."""

    folder: Path
    keys: LogKeys
    head: Head
    heads: list[Head]
    events: dict[int, Event]
    lines: dict[int, bytes]


def read_custody(folder: Path) -> Custody:
    """Everything under `custody/`; the signatures of the heads are checked on the way."""
    lines = {}
    for line in (folder / "events.jsonl").read_bytes().split(b"\n")[:-1]:
        lines[json.loads(line)["seq"]] = line
    events = {seq: json.loads(line) for seq, line in lines.items()}
    keys = read_keys(stated_key(folder), events.values())
    head = keys.head(known_text(folder / "checkpoint"))
    return Custody(folder, keys, head, earlier_heads(folder, keys), events, lines)


def stated_key(folder: Path) -> LogKey:
    """The key that the folder says signed the newest head."""
    return read_key(known_text(folder / "log.pub").removesuffix("\n"))


def known_text(path: Path) -> str:
    """A text file, no newline changed."""
    return path.read_bytes().decode()


def check_inclusion(custody: Custody) -> str:
    """Every line is in the log of the signed head."""
    found = json.loads(known_text(custody.folder / "proofs.json"))
    proofs = {int(seq): [bytes.fromhex(node) for node in nodes] for seq, nodes in found["lines"].items()}
    must(set(proofs) == set(custody.lines), "there are lines without a proof, or proofs without a line")
    for seq, proof in proofs.items():
        held = included(leaf_hash(custody.lines[seq]), seq, custody.head.size, proof, custody.head.root)
        must(held, f"line {seq} is not in the log of the signed head")
    return f"{len(proofs)} lines are in the log of {custody.head.size}, {most(proofs)} hashes at most"


def most(proofs: dict[int, list[bytes]]) -> int:
    """Length of the longest proof."""
    return max((len(proof) for proof in proofs.values()), default=0)


def check_heads(custody: Custody) -> str:
    """The signed head continues every earlier one."""
    found = json.loads(known_text(custody.folder / "proofs.json"))["heads"]
    must(set(found) == {str(one.size) for one in custody.heads}, "earlier heads and their proofs do not match")
    for one in custody.heads:
        proof = [bytes.fromhex(node) for node in found[str(one.size)]]
        held = consistent(one.size, custody.head.size, one.root, custody.head.root, proof)
        must(held, f"the head of {one.size} lines is not the beginning of the signed one")
    return f"{len(custody.heads)} earlier heads are beginnings of the signed one"


def check_package(custody: Custody, package: bytes, hashes: Hashes) -> str:
    """The list of the package stands in the log: nothing of its content was changed or swapped since the export."""
    stated = json.loads(package)
    outside = ("data/custody/", "data/package.json")
    real = {name.removeprefix("data/"): marks[0] for name, marks in hashes.items() if not name.startswith(outside)}
    must(stated["files"] == real, "the payload is not the one that was exported")
    exported = [event for event in custody.events.values() if event["action"] == "evidence.export"]
    salt = known_text(custody.folder / "export.salt").removesuffix("\n")
    own = [event for event in exported if event["thing"] == stated["id"]]
    must(len(own) == 1, "no line of the log speaks of this package")
    must(holds(own[0], hex_hash(package), salt), "the log has another package under this name")
    return f"{len(real)} files as exported on {own[0]['at'][:10]}, line {own[0]['seq']}"


def check_closed(custody: Custody) -> str:
    """Nothing lies in custody that no step looked at."""
    known = {"events.jsonl", "proofs.json", "checkpoint", "log.pub", "export.salt"}
    known |= {f"checkpoints/{one.size}" for one in custody.heads}
    known |= {f"stamps/{stem}.{end}" for stem in stems(custody.folder) for end in ("tsq", "tsr", "roots.pem")}
    there = {path.relative_to(custody.folder).as_posix() for path in custody.folder.rglob("*") if path.is_file()}
    must(there == known, "custody holds files that it must not, or lacks some")
    return f"{len(known)} files of custody, each one looked at"


def stems(folder: Path) -> list[str]:
    """The stamps in the folder, by name: `SIZE-NUMBER`."""
    return sorted(path.name.removesuffix(".tsr") for path in (folder / "stamps").glob("*.tsr"))


def check_stamps(folder: Path, keys: LogKeys) -> str:
    """Every stamp fits the head that it is named for; its signature by openssl, under the roots that travel along."""
    found = []
    for stem in stems(folder):
        size = int(stem.partition("-")[0])
        named = folder / "checkpoints" / str(size)
        note = (named if named.exists() else folder / "checkpoint").read_bytes()
        must(keys.head(note.decode()).size == size, "a stamp on a head that is not here")
        files = [(folder / "stamps" / f"{stem}.{end}").read_bytes() for end in ("tsr", "tsq", "roots.pem")]
        token = read_token(files[0])
        must(token.imprint.hex() == hex_hash(note), f"the stamp on the head of {size} lines is one of something else")
        token_holds(files[0], files[1], note, files[2], token.stamped_at)
        found.append(f"{size} lines on {token.stamped_at.isoformat()}")
    if not found:
        raise Undecidable("no time stamp from outside: the times in the log are the keeper's own")
    return f"stamped: {'; '.join(found)}; whether to trust the roots in stamps/*.roots.pem is for you to say"
