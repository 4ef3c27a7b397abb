"""Checkpoints: the signed heads of the log, as they are made and kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from django.db import transaction

from tawthiq.safe import ledger, log_keys, merkle
from tawthiq.safe.checkpoint import Checkpoint, read_checkpoint, signed_checkpoint, stated_size
from tawthiq.safe.handover import KeyChain
from tawthiq.safe.home import Home, current_home, part_synced
from tawthiq.safe.ledger import Fault, Head
from tawthiq.safe.models import CheckpointRow
from tawthiq.safe.signed_note import key_from
from tawthiq.safe.vault import sync_folder
from tawthiq.terms.errors import EmptyInput, IntegrityBroken

EVERY_LINES = 1024
EVERY = timedelta(days=1)


def sign_head() -> Checkpoint:
    """Sign the present head, inside the caller's Work; a head signed before is returned as it is.

    Raises EmptyInput for an empty log, IntegrityBroken when the lines do not continue the last signed head: a log
    that signed two histories would vouch for neither.
    """
    head = ledger.head()
    if head.size == 0:
        raise EmptyInput("the ledger holds no line to sign", do="keep something first")
    kept = CheckpointRow.objects.filter(size=head.size).first()
    fault = _fault_before(head)
    if fault:
        raise IntegrityBroken(
            fault, where="ledger", do="run `tawthiq audit verify`; sign nothing before it is explained"
        )
    return _checkpoint(kept) if kept else _sign(head)


def sign_when_due(head: Head) -> None:
    """Sign after 1,024 lines, and on the first act of a day; a broken log is left unsigned, for the audit to tell."""
    last = CheckpointRow.objects.order_by("-size").values_list("size", "made_at").first()
    size, made_at = last or (0, datetime.max.replace(tzinfo=UTC))
    late = last is not None and datetime.now(UTC) - made_at >= EVERY
    if (late or head.size - size >= EVERY_LINES) and not _fault_before(head):
        _sign(head)


def get_checkpoints() -> list[Checkpoint]:
    """Every signed head, oldest first."""
    return [_checkpoint(row) for row in CheckpointRow.objects.order_by("size")]


def last_checkpoint() -> Checkpoint | None:
    """The newest signed head."""
    row = CheckpointRow.objects.order_by("-size").first()
    return _checkpoint(row) if row else None


def signed_heads() -> dict[int, str]:
    """Size -> root (hex) of every signed head."""
    return dict(CheckpointRow.objects.values_list("size", "root"))


def faults() -> list[Fault]:
    """Signed heads that do not open with the key of their time, or that are gone though the home remembers them."""
    broken = log_keys.faults()
    if broken:
        return broken
    home, chain = current_home(), log_keys.key_chain()
    found = [fault for row in CheckpointRow.objects.order_by("size").iterator() if (fault := _row_fault(row, chain))]
    heads = signed_heads()
    found += [
        Fault(one.seq, "the key was handed over behind another head than the one signed there")
        for one in chain.handovers
        if heads.get(one.seq) != one.root
    ]
    return [*found, *_forgotten(home, chain, heads)]


def _forgotten(home: Home, chain: KeyChain, heads: dict[int, str]) -> list[Fault]:
    try:
        remembered = _remembered(home, chain)
    except IntegrityBroken as reason:
        return [Fault(-1, reason.what)]
    if remembered is None or remembered in heads.items():
        return []
    return [Fault(-1, f"the head of {remembered[0]} lines that this home signed is not in the database")]


def _row_fault(row: CheckpointRow, chain: KeyChain) -> Fault | None:
    key = chain.at(row.size)
    try:
        if read_checkpoint(row.note, key) == (row.size, row.root) and row.vkey == key.text:
            return None
    except IntegrityBroken:
        pass
    return Fault(-1, f"the signed head of {row.size} lines does not open with this home's key")


def _fault_before(head: Head) -> str:
    """Why the head may not be signed: it is not what the lines since the last signed head make of that head."""
    broken = log_keys.faults()
    if broken:
        return broken[0].what
    home, chain = current_home(), log_keys.key_chain()
    row = CheckpointRow.objects.order_by("-size").first()
    try:
        remembered = _remembered(home, chain)
    except IntegrityBroken as reason:
        return reason.what
    if remembered and (row is None or remembered[0] > row.size):
        return f"this home signed {remembered[0]} lines, the database knows nothing of it"
    frontier = [bytes.fromhex(node) for node in row.frontier] if row else []
    size = row.size if row else 0
    if row and (_row_fault(row, chain) or merkle.root_of_frontier(frontier).hex() != row.root):
        return f"the signed head of {row.size} lines does not hold"
    leaves = (merkle.leaf_hash(entry) for entry in ledger.stored_entries(size))
    grown, n_lines = merkle.grow(frontier, size, leaves)
    if (n_lines, merkle.root_of_frontier(grown).hex()) != (head.size, head.root):
        return "the lines do not continue the last signed head"
    return ""


def _sign(head: Head) -> Checkpoint:
    home, made_at, key = current_home(), datetime.now(UTC), log_keys.key_chain().at(head.size)
    seed = home.log_seed(key)
    if seed is None:
        raise IntegrityBroken("the key that signs this head was handed over, and deleted", where="ledger")
    made = signed_checkpoint(seed, key, head.size, head.root, made_at)
    CheckpointRow.objects.create(
        size=made.size,
        root=made.root,
        note=made.note,
        vkey=made.key.text,
        frontier=[node.hex() for node in head.frontier],
        made_at=made_at,
    )
    transaction.on_commit(partial(_remember, home.last_checkpoint, made.note))
    return made


def _checkpoint(row: CheckpointRow) -> Checkpoint:
    return Checkpoint(row.size, row.root, row.note, key_from(row.vkey), row.made_at)


def _remember(place: Path, note: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part_synced(place.parent, note.encode()).replace(place)
    sync_folder(place.parent)


def _remembered(home: Home, chain: KeyChain) -> tuple[int, str] | None:
    """(size, root) of the head that this home signed last; None when it never signed.

    Raises IntegrityBroken when the note is there and is none: silence would let a database set back pass unseen.
    """
    try:
        note = home.last_checkpoint.read_text(encoding="utf-8")
        return read_checkpoint(note, chain.at(stated_size(note)))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, IntegrityBroken) as reason:
        raise IntegrityBroken(
            "the head that this home signed last cannot be read, or is of another key",
            where="log/checkpoint",
            do="bring the file back from a copy of the home",
        ) from reason
