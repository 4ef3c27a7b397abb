"""Step of count: take what verify made, count, keep the figure; a kept figure is counted again whenever it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tawthiq.record.verify.models.acts import verified_acts
from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.figure import RULES, SPANNED, Figure, figure_from
from tawthiq.report.count.models import Kept, find_figures, get_kept, put_figure
from tawthiq.report.count.period import bounds
from tawthiq.report.count.spec import EVERYWHERE, Spec
from tawthiq.report.count.tabulate import Umbrellas
from tawthiq.safe import ledger
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken
from tawthiq.terms.identity import digest
from tawthiq.terms.outcome import Made, Outcome
from tawthiq.terms.registry import load_parties

NAME, VERSION, ACTION = "count", 1, Action.FIGURE_BUILD
MAX_FIGURES = 100_000
REPORTING = ("figure.", "estimate.", "release.", "job.")
"""Acts that change no case: a figure is not behind the record because another one was built."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What a figure rests on: act ids (violation ids for incidents), current ones, then late ones."""

    ids: tuple[str, ...]
    late_ids: tuple[str, ...]


def todo(reader: Reader) -> Iterator[str]:
    """The newest figure of each spec, where cases changed since it was counted."""
    changed = _last_change()
    newest: dict[str, Kept] = {}
    for kept in find_figures(reader, limit=MAX_FIGURES):
        newest.setdefault(digest(kept.spec.content()), kept)
    yield from (kept.id for kept in newest.values() if kept.size <= changed)


def run(work: Work, one: str) -> Outcome:
    """Count the figure anew over the record of now; the old one stays as it was."""
    return Made((build_figure(work, get_kept(work, one).spec).id,))


def _last_change() -> int:
    """The ledger line of the last act on a case, -1 when there is none."""
    before: int | None = None
    while lines := ledger.latest(1000, before):
        for event in lines:
            if not event.action.startswith(REPORTING):
                return event.seq
        before = lines[-1].seq
    return -1


def count_now(reader: Reader, spec: Spec, *, size: int | None = None, rules: str = RULES) -> Figure:
    """The figure as of a size of the ledger (None is now), without keeping it."""
    return counted(acts_for(reader, [spec], size=size, rules=rules), spec, rules)


def acts_for(reader: Reader, specs: Sequence[Spec], *, size: int | None = None, rules: str = RULES) -> VerifiedActs:
    """The verified acts behind specs of one situation (or of EVERYWHERE), as figures of these rules take them."""
    situation = specs[0].situation
    return verified_acts(
        reader,
        situation=None if situation == EVERYWHERE else situation,
        size=size,
        spanned=rules in SPANNED,
        told=sorted({dimension.value for spec in specs for dimension in spec.told}),
    )


def counted(acts: VerifiedActs, spec: Spec, rules: str = RULES) -> Figure:
    """The figure over acts that were read already; one reading serves all figures of a release."""
    return figure_from(acts, spec, umbrellas_on(bounds(spec.period)[1]), rules)


def build_figure(work: Work, spec: Spec, *, size: int | None = None) -> Figure:
    """Count and keep; the same spec over the same record is the same figure, kept once."""
    figure = count_now(work, spec, size=size)
    put_figure(work, figure)
    return figure


def get_figure(reader: Reader, figure_id: str) -> Figure:
    """A kept figure, counted again as of its freeze; raises IntegrityBroken when the record says otherwise now."""
    kept = get_kept(reader, figure_id)
    figure = count_now(reader, kept.spec, size=kept.size, rules=kept.rules)
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
