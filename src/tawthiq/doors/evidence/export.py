"""Export: an evidence package written whole or not at all, its list signed by the log before it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tawthiq.doors.evidence import contents
from tawthiq.doors.evidence.gather import Flavour, Gathered, gather
from tawthiq.doors.evidence.locked import lock_folder
from tawthiq.doors.evidence.log_folder import custody_files, stamp_files
from tawthiq.doors.evidence.outside.bag import ALGORITHMS, BAG, all_files, hashes_of, manifest_text
from tawthiq.doors.evidence.readme import readme
from tawthiq.doors.evidence.verifier import verifier_source
from tawthiq.doors.whole_folder import put_file, whole_folder
from tawthiq.safe import checkpoints, ledger, log_keys, merkle, stamps
from tawthiq.safe.access import Action
from tawthiq.safe.checkpoint import Checkpoint
from tawthiq.safe.event import Event
from tawthiq.safe.hashed_copy import copy_hashed
from tawthiq.safe.levels import Levels
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import Json, Kind, canonical, mint_id


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. `n_files`: payload; `encrypted`: only its recipients can open it."""

    id: str
    gathered: Gathered
    checkpoint: Checkpoint
    n_files: int
    n_stamps: int
    encrypted: bool


def export_evidence(
    reader: Reader, asked: Sequence[str], place: Path, flavour: Flavour, recipients: Sequence[str] = ()
) -> Exported:
    """Gather, write, sign; with recipients (age keys) only the encrypted archive remains.

    Raises NotPermitted, NotFound, BadInput, Conflict (a place that is taken), IntegrityBroken.
    """
    reader.require(Action.EVIDENCE_EXPORT)
    gathered = gather(reader, asked, flavour)
    with whole_folder(place) as folder:
        made = _write(reader, gathered, folder)
        if recipients:
            lock_folder(folder, recipients)
    return Exported(made.id, gathered, made.checkpoint, made.n_files, made.n_stamps, bool(recipients))


def _write(reader: Reader, gathered: Gathered, folder: Path) -> Exported:
    data, at = folder / "data", datetime.now(UTC)
    package_id, made_at = mint_id(Kind.EVIDENCE), at.isoformat(timespec="seconds")
    events = ledger.lines_at({*(one.seq for one in gathered.records), *gathered.custody})
    for name, content in _open_files(gathered, events, package_id, made_at):
        put_file(data, name, content)
    if gathered.shows("receipt"):
        _put_objects(reader, gathered, data)
    sizes = {name: (data / name).stat().st_size for name in all_files(data)}
    put_file(data, "ro-crate-metadata.json", contents.crate(package_id, made_at, sizes))
    hashes = {name: marks[0] for name, marks in hashes_of(data, all_files(data), ("sha256",)).items()}
    package = contents.package_content(gathered, package_id, made_at, hashes)
    put_file(data, "package.json", canonical(package))
    own, signed = _sign(reader, package_id, package)
    found = stamps.get_stamps(signed.size)
    handovers = {event.seq: event for event in log_keys.handover_events(signed.size)}
    for name, content in _custody(signed, {**events, **handovers, own.seq: own}, own, found):
        put_file(data / "custody", name, content)
    _seal(folder, package_id, gathered.flavour, at)
    return Exported(package_id, gathered, signed, len(all_files(data)), len(found), False)


def _open_files(gathered: Gathered, events: Mapping[int, Event], package_id: str, made_at: str) -> contents.Files:
    yield "records.jsonl", contents.record_lines(gathered, events)
    yield "batches.jsonl", contents.batch_lines(gathered, events)
    yield from contents.figure_files(gathered)
    yield from contents.derivative_files(gathered)
    yield from contents.picture_files(gathered)
    fingerprint = log_keys.key_chain().last.fingerprint
    for language in ("en", "ar"):
        yield f"README.{language}.html", readme(gathered, package_id, made_at, fingerprint, language)


def _put_objects(reader: Reader, gathered: Gathered, data: Path) -> None:
    for item in gathered.items:
        target = data / "objects" / item.sha256[:2] / item.sha256
        target.parent.mkdir(parents=True, exist_ok=True)
        with reader.vault.open(item.sha256) as source, target.open("wb") as copy:
            sha256, _ = copy_hashed(source, copy.fileno())
        if sha256 != item.sha256:
            raise IntegrityBroken("stored bytes differ from their hash", where=item.id, do="restore them first")


def _sign(reader: Reader, package_id: str, package: Mapping[str, Json]) -> tuple[Event, Checkpoint]:
    """The export's own line, then a signed head over it."""
    detail: dict[str, Json] = {"flavour": package["flavour"], "asked": package["asked"]}
    with Work(reader.actor, Action.EVIDENCE_EXPORT, thing=package_id, purpose=reader.purpose) as work:
        seq = work.record(package_id, package, detail=detail)
    with Work(reader.actor, Action.LEDGER_SIGN):
        signed = checkpoints.sign_head()
    return ledger.lines_at([seq])[seq], signed


def _custody(
    signed: Checkpoint, events: Mapping[int, Event], own: Event, found: list[stamps.Stamp]
) -> Iterator[tuple[str, bytes]]:
    yield from custody_files(signed)
    yield from stamp_files(found)
    yield "export.salt", f"{own.salt}\n".encode()
    yield "events.jsonl", b"".join(events[seq].entry() + b"\n" for seq in sorted(events))
    levels = Levels(ledger.stored_leaves()[: signed.size])
    earlier = [one.size for one in checkpoints.get_checkpoints() if one.size < signed.size]
    lines = {str(seq): _hexes(merkle.inclusion_proof(seq, signed.size, levels.subtree)) for seq in sorted(events)}
    heads = {str(size): _hexes(merkle.consistency_proof(size, signed.size, levels.subtree)) for size in earlier}
    yield "proofs.json", canonical({"lines": lines, "heads": heads})


def _hexes(proof: Sequence[merkle.Hash]) -> list[str]:
    return [node.hex() for node in proof]


def _seal(folder: Path, package_id: str, flavour: Flavour, at: datetime) -> None:
    """BagIt's own files, last: manifests of the payload, then of everything beside it."""
    payload = hashes_of(folder, [name for name in all_files(folder) if name.startswith("data/")])
    n_bytes = sum((folder / name).stat().st_size for name in payload)
    put_file(folder, "bagit.txt", BAG)
    put_file(
        folder, "bag-info.txt", contents.bag_info(package_id, flavour, at.date().isoformat(), n_bytes, len(payload))
    )
    put_file(folder, "verify.py", verifier_source())
    for place, algorithm in enumerate(ALGORITHMS):
        put_file(folder, f"manifest-{algorithm}.txt", manifest_text(payload, place).encode())
    tags = hashes_of(folder, [name for name in all_files(folder) if not name.startswith("data/")])
    for place, algorithm in enumerate(ALGORITHMS):
        put_file(folder, f"tagmanifest-{algorithm}.txt", manifest_text(tags, place).encode())
