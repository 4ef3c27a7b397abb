"""Log folder: the whole log as tiles, with its signed heads and their stamps, for whoever watches it from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tawthiq.doors.evidence.outside.bag import all_files, hashes_of, manifest_text
from tawthiq.doors.evidence.outside.log import LOG_MANIFEST
from tawthiq.doors.evidence.verifier import verifier_source
from tawthiq.doors.whole_folder import put_file, whole_folder
from tawthiq.safe import checkpoints, ledger, stamps
from tawthiq.safe.access import Action
from tawthiq.safe.checkpoint import Checkpoint
from tawthiq.safe.tiles import tile_files
from tawthiq.safe.work import Reader, Work

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class LogFolder:
    """What was written."""

    checkpoint: Checkpoint
    n_files: int
    n_stamps: int


def export_log(reader: Reader, place: Path) -> LogFolder:
    """Sign the head where it is not signed yet, write everything; raises NotPermitted, Conflict, IntegrityBroken."""
    reader.require(Action.LEDGER_READ)
    with Work(reader.actor, Action.LEDGER_SIGN):
        signed = checkpoints.sign_head()
    found = stamps.get_stamps(signed.size)
    n_files = 0
    with whole_folder(place) as folder:
        for files in (_log_files(signed), custody_files(signed), stamp_files(found)):
            for name, content in files:
                put_file(folder, name, content)
                n_files += 1
        put_file(folder, "verify.py", verifier_source())
        hashes = hashes_of(folder, all_files(folder), ("sha256",))
        put_file(folder, LOG_MANIFEST, manifest_text(hashes, 0).encode())
    return LogFolder(signed, n_files + 2, len(found))


def _log_files(signed: Checkpoint) -> Files:
    yield from tile_files(ledger.stored_entries(0, signed.size))


def custody_files(signed: Checkpoint) -> Files:
    """The signed head as `checkpoint`, the earlier ones beside it, the key."""
    yield "checkpoint", signed.note.encode()
    yield "log.pub", f"{signed.key.text}\n".encode()
    for one in checkpoints.get_checkpoints():
        if one.size < signed.size:
            yield f"checkpoints/{one.size}", one.note.encode()


def stamp_files(found: list[stamps.Stamp]) -> Files:
    """Each stamp with the request that it answers and the roots that it was checked against."""
    for number, stamp in enumerate(found):
        stem = f"stamps/{stamp.size}-{number}"
        yield f"{stem}.tsq", stamp.request
        yield f"{stem}.tsr", stamp.reply
        yield f"{stem}.roots.pem", stamp.roots.encode()
