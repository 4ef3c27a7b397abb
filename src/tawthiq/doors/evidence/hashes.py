"""Hashes: the kept hashes of pictures handed out as tables, for a search beyond one machine; the ledger has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tawthiq.doors.whole_folder import whole_folder
from tawthiq.record.collect.models.harm import get_closed
from tawthiq.record.compare.hash_tables import ASKED, FILED, write_tables
from tawthiq.record.compare.models import get_looks
from tawthiq.record.compare.picture import Look
from tawthiq.safe.access import Action
from tawthiq.safe.hashed_copy import sha256_of
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Json, Kind, mint_id

TOGETHER = 500


@dataclass(frozen=True, slots=True)
class HashTables:
    """What was written: how many hashes are filed, and asked."""

    id: str
    n_filed: int
    n_asked: int


def export_hashes(reader: Reader, place: Path, together: int = TOGETHER) -> HashTables:
    """Write both tables, of no sealed picture; raises NotPermitted, Conflict (a place that is taken)."""
    reader.require(Action.EVIDENCE_EXPORT)
    with whole_folder(place) as folder:
        n_filed, n_asked = write_tables(_open_looks(reader, together), folder)
        made = HashTables(mint_id(Kind.EVIDENCE), n_filed, n_asked)
        with Work(reader.actor, Action.EVIDENCE_EXPORT, thing=made.id, purpose=reader.purpose) as work:
            content: Json = {name: sha256_of(folder / name) for name in (FILED, ASKED)}
            work.record(made.id, content, detail={"hashes": n_filed})
    return made


def _open_looks(reader: Reader, together: int) -> Iterator[tuple[str, Look]]:
    """A hash shows something of a picture: what is sealed stays."""
    kept = get_looks(reader)
    while looks := list(islice(kept, together)):
        closed = get_closed(reader, [item for item, _ in looks])
        yield from ((item, look) for item, look in looks if item not in closed)
