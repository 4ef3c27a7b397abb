"""Step of count: take what verify made, count, keep the figure; a kept figure is counted again whenever it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.models import get_kept, put_figure
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import Spec
from tawthiq.report.count.tabulate import Umbrellas
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.registry import load_parties

NAME = "count"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Behind:
    """What a figure rests on: act ids (violation ids for incidents), current ones, then late ones."""

    ids: tuple[str, ...]
    late_ids: tuple[str, ...]


def count_now(reader: Reader, spec: Spec, *, size: int | None = None) -> Figure:
    """The figure as of a size of the ledger (None is now), without keeping it."""
    return counted(verified_acts(reader, situation=spec.situation, size=size), spec)


def counted(acts: VerifiedActs, spec: Spec) -> Figure:
    """The figure over acts that were read already; one reading serves all figures of a release."""
    return figure_from(acts, spec, umbrellas_on(bounds(spec.period)[1]))


def build_figure(work: Work, spec: Spec, *, size: int | None = None) -> Figure:
    """Count and keep; the same spec over the same record is the same figure, kept once."""
    figure = count_now(work, spec, size=size)
    put_figure(work, figure)
    return figure


def get_figure(reader: Reader, figure_id: str) -> Figure:
    """A kept figure, counted again as of its freeze; raises IntegrityBroken when the record says otherwise now."""
    kept = get_kept(reader, figure_id)
    figure = count_now(reader, kept.spec, size=kept.size)
    if figure.id != figure_id:
        raise IntegrityBroken(
            "counted again as of its freeze, the figure is another one", where=figure_id, do="run the audit of the log"
        )
    return figure


def acts_behind(reader: Reader, figure_id: str, cell: tuple[str, ...] | None = None) -> Behind:
    """The ids a figure, or one adding row of it, rests on; an unknown cell rests on nothing."""
    figure = get_figure(reader, figure_id)
    if cell is None:
        return Behind(figure.ids, figure.late_ids)
    row = figure.row(*cell)
    return Behind(row.ids, row.late_ids) if row else Behind((), ())


def umbrellas_on(day: date) -> Umbrellas:
    """The umbrellas over a party on that day, by the shipped registry."""
    registry = load_parties()

    def over(code: str) -> tuple[str, ...]:
        return tuple(registry.lineage(code, day))[1:]

    return over
