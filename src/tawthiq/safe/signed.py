"""Signed: a row of the record with its content and the ledger line that signs it, as it is handed to an outsider."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import models

from tawthiq.safe.versioned import BATCH_ROWS, Versioned
from tawthiq.terms.identity import Json

ROW = TypeVar("ROW", bound=Versioned)
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Signed:
    """`batch`: (thing, digest) of everything that shares the line `seq`, sorted; empty when it is the thing's own."""

    kind: str
    thing: str
    seq: int
    content: Json
    batch: Pairs = ()


def signed_versions(
    kind: str, model: type[ROW], rows: Iterable[ROW], content_of: Callable[[ROW], Json]
) -> list[Signed]:
    """Versions with their lines, in the order given."""
    found = list(rows)
    batches = batches_of(model._default_manager.all(), {row.since for row in found})
    return [Signed(kind, row.thing, row.since, content_of(row), batches[row.since]) for row in found]


def batches_of(rows: models.QuerySet[ROW], seqs: Iterable[int]) -> dict[int, Pairs]:
    """Line -> the batch that it signs, empty where it signs one thing alone."""
    together: dict[int, list[tuple[str, str]]] = {seq: [] for seq in seqs}
    wanted = sorted(together)
    for start in range(0, len(wanted), BATCH_ROWS):
        part = rows.filter(since__in=wanted[start : start + BATCH_ROWS])
        for seq, thing, mark in part.values_list("since", "thing", "digest"):
            together[seq].append((thing, mark))
    return {seq: sorted(pairs) if len(pairs) > 1 else () for seq, pairs in together.items()}
