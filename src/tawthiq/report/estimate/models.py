"""Tables of estimate, with the only queries on them; an estimate is kept beside figures, never added to one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import Json, Kind, digest, make_id


class EstimateRow(models.Model):
    """What some methods said of one capture table; append-only. `document`: all that reproduces it."""

    id = models.CharField(max_length=30, primary_key=True)
    item_id = models.CharField(max_length=30, db_index=True)
    table_hash = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    document = models.JSONField()
    since = models.BigIntegerField()

    class Meta:
        db_table = "estimate_estimate"


@dataclass(frozen=True, slots=True)
class KeptEstimate:
    """A kept estimate, or several methods' side by side, with the refusals among them."""

    id: str
    item_id: str
    document: Mapping[str, Any]
    since: int


@writes(Action.ESTIMATE_MAKE)
def put_estimate(work: Work, item_id: str, version: int, document: Mapping[str, Json]) -> str:
    """Keep what methods said of a table of an item; the same again is not kept twice. Returns its id."""
    content: Json = {"item": item_id, "version": version, "document": document}
    estimate_id = make_id(Kind.ESTIMATE, content)
    if not EstimateRow.objects.filter(id=estimate_id).exists():
        seq = work.record(estimate_id, content)
        table_hash = digest(document.get("table"))
        EstimateRow.objects.create(
            id=estimate_id, item_id=item_id, table_hash=table_hash, version=version, document=document, since=seq
        )
    return estimate_id


@reads(Action.ESTIMATE_READ)
def get_estimate(_reader: Reader, estimate_id: str) -> KeptEstimate:
    """A kept estimate; raises NotFound."""
    row = EstimateRow.objects.filter(id=estimate_id).first()
    if row is None:
        raise NotFound("no such estimate", where=estimate_id)
    return _from_row(row)


@writes(Action.ESTIMATE_MAKE)
def put_draws(work: Work, parquet: bytes) -> str:
    """Keep the draws of one method where bytes lie that can be made again, here by the seed; returns their SHA-256."""
    return work.derivatives.put(io.BytesIO(parquet)).sha256


@reads(Action.ESTIMATE_MAKE)
def get_draws(reader: Reader, estimate_id: str, method: str) -> bytes:
    """All draws of a method as Parquet, re-hashed now; for makers, as they tell how many children the lists hold.

    Raises NotFound where there are none: a refusal has no draws, nor has a method that draws nothing.
    """
    sha256 = get_estimate(reader, estimate_id).document.get("draws", {}).get(method)
    if not sha256:
        what = "there are no draws: the method refused, draws nothing, or was asked before draws were kept"
        raise NotFound(what, where=f"{estimate_id}, {method}", do="ask again: the same seed makes the same draws")
    return reader.derivatives.get(sha256)


def kept_draws() -> Iterator[tuple[str, str]]:
    """(estimate id, sha256) of all draws, for the audit that compares table with bytes."""
    for row in EstimateRow.objects.filter(document__has_key="draws").only("id", "document").iterator():
        yield from ((row.id, sha256) for sha256 in row.document["draws"].values())


@reads(Action.ESTIMATE_READ)
def find_estimates(_reader: Reader, *, item_id: str = "", limit: int = 50) -> list[KeptEstimate]:
    """Kept estimates, newest first."""
    rows = EstimateRow.objects.order_by("-since")
    return [_from_row(row) for row in (rows.filter(item_id=item_id) if item_id else rows)[:limit]]


@reads(Action.ESTIMATE_READ)
def get_estimated(_reader: Reader, version: int) -> set[str]:
    """The items that this version of the stage has looked at."""
    return set(EstimateRow.objects.filter(version=version).values_list("item_id", flat=True))


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for row in EstimateRow.objects.iterator():
        content: Json = {"item": row.item_id, "version": row.version, "document": row.document}
        yield row.since, row.id, digest(content)


def _from_row(row: EstimateRow) -> KeptEstimate:
    return KeptEstimate(row.id, row.item_id, row.document, row.since)
