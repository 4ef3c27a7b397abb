"""Tables of count, with the only queries on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from tawthiq.report.count.figure import Figure
from tawthiq.report.count.kept import figure_as_kept
from tawthiq.report.count.spec import Spec, spec_from
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.errors import NotFound
from tawthiq.terms.identity import digest


class FigureRow(models.Model):
    """A figure as it was counted. `result`: everything but the list of ids, of which it holds the digest."""

    id = models.CharField(max_length=30, primary_key=True)
    situation = models.CharField(max_length=20)
    period = models.CharField(max_length=40)
    spec = models.JSONField()
    size = models.BigIntegerField()
    result = models.JSONField()
    built_by = models.CharField(max_length=30)
    since = models.BigIntegerField(unique=True)

    class Meta:
        db_table = "count_figure"
        indexes = (models.Index(fields=["situation", "period"], name="count_figure_scope"),)


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure as the table keeps it: enough to print its value, and to count it again.

    `since`: the ledger line that recorded it; `built_by`: actor id; `rules`: under which it was counted.
    """

    id: str
    spec: Spec
    size: int
    value: int
    late: int
    n_acts: int
    since: int
    built_by: str
    rules: str


@writes(Action.FIGURE_BUILD, Action.RELEASE_BUILD)
def put_figure(work: Work, figure: Figure) -> bool:
    """Keep a figure; False when the very same one is kept already."""
    if FigureRow.objects.filter(pk=figure.id).exists():
        return False
    seq = work.record(figure.id, figure.result(), action="figure.built", detail={"as_of": figure.size})
    FigureRow.objects.create(
        id=figure.id,
        situation=figure.spec.situation,
        period=figure.spec.period.text,
        spec=figure.spec.content(),
        size=figure.size,
        result=figure.result(),
        built_by=work.actor.id,
        since=seq,
    )
    return True


@reads(Action.FIGURE_READ)
def get_kept(_reader: Reader, figure_id: str) -> Kept:
    """One figure as kept; raises NotFound."""
    row = FigureRow.objects.filter(pk=figure_id).first()
    if row is None:
        raise NotFound("no such figure", where=figure_id, do="list the figures, or build it")
    return _kept(row)


@reads(Action.FIGURE_READ)
def get_as_kept(_reader: Reader, figure_id: str) -> Figure:
    """One figure as it was counted, without the ids it rests on; raises NotFound, IntegrityBroken."""
    row = FigureRow.objects.filter(pk=figure_id).first()
    if row is None:
        raise NotFound("no such figure", where=figure_id, do="list the figures, or build it")
    return figure_as_kept(row.pk, row.result)


@reads(Action.FIGURE_READ)
def find_figures(
    _reader: Reader, *, situation: str = "", period: str = "", limit: int = 50, before: int | None = None
) -> list[Kept]:
    """Figures, newest first; `before`: a ledger seq, to page on."""
    rows = FigureRow.objects.order_by("-since")
    if situation:
        rows = rows.filter(situation=situation)
    if period:
        rows = rows.filter(period=period)
    if before is not None:
        rows = rows.filter(since__lt=before)
    return [_kept(row) for row in rows[:limit]]


def recorded() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit that compares table with ledger."""
    for row in FigureRow.objects.iterator():
        yield row.since, row.id, digest(row.result)


def _kept(row: FigureRow) -> Kept:
    result: dict[str, Any] = row.result
    return Kept(
        row.id,
        spec_from(row.spec),
        row.size,
        result["value"],
        result["late"],
        result["n_acts"],
        row.since,
        row.built_by,
        result["rules"],
    )
