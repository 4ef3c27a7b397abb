"""Trend: a period beside the periods that were published before it, as published then and as restated now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TypeAlias

from tawthiq.report.count.figure import Figure
from tawthiq.report.count.period import bounds
from tawthiq.report.count.share import change_percent
from tawthiq.report.count.spec import Spec
from tawthiq.report.publish.release import Proposal
from tawthiq.report.publish.table import Table
from tawthiq.report.publish.tabled import subject_of
from tawthiq.terms.when import Precision, When, in_half, in_month, in_quarter, in_year


@dataclass(frozen=True, slots=True)
class Point:
    """One subject in one period: verified in it, current and late together. `published`: None for the release itself

    where nothing was printed before; `restated`: counted anew as of this freeze; None: hidden, or not known.
    """

    subject: str
    unit: str
    period: str
    published: int | None
    restated: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """A point with its change in per cent on the one before, None where that cannot be said."""

    point: Point
    on_published: int | None
    on_restated: int | None


def previous(period: When) -> When | None:
    """The period of the same length before this one; None for a range, which belongs to no series."""
    day = bounds(period)[0] - timedelta(days=1)
    match period.precision:
        case Precision.YEAR:
            return in_year(day.year)
        case Precision.HALF:
            return in_half(day.year, (day.month + 5) // 6)
        case Precision.QUARTER:
            return in_quarter(day.year, (day.month + 2) // 3)
        case Precision.MONTH:
            return in_month(day.year, day.month)
        case _:
            return None


MAX_BEFORE = 5
"""Earlier periods that a trend shows."""

Question: TypeAlias = "tuple[tuple[str, ...], str]"
"""(violations, unit): what a headline totals."""

Published: TypeAlias = "Mapping[Question, int | None]"
"""What a release printed for each question; None where it was hidden."""


def series_before(proposal: Proposal, released: Collection[str]) -> tuple[When, ...]:
    """The periods before this one, nearest first, for as long as each was released."""
    found: list[When] = []
    period = previous(proposal.specs[0].period)
    while period is not None and period.text in released and len(found) < MAX_BEFORE:
        found.append(period)
        period = previous(period)
    return tuple(found)


def by_question(figures: Sequence[Figure], tables: Sequence[Table]) -> Published:
    """The headline of each question that a release answers without a filter."""
    found: dict[Question, int | None] = {}
    for figure, table in zip(figures, tables, strict=True):
        if not figure.spec.only:
            found.setdefault(_question(figure.spec), printed(table))
    return found


def chains(
    proposal: Proposal, published: Mapping[str, Published], own: Published, recounted: Callable[[Spec, When], int]
) -> tuple[tuple[Step, ...], ...]:
    """The steps of every headline of a release that an earlier one printed too. `published`: by period."""
    found: list[tuple[Step, ...]] = []
    series = series_before(proposal, published.keys())
    for question, spec in _headlines(proposal.specs).items():
        bar, points = proposal.bars.of(spec.violations), []
        for period in reversed(series):
            then = published[period.text].get(question)
            restated = printable(then, recounted(spec, period), bar)
            points.append(Point(subject_of(spec), spec.unit.value, period.text, then, restated))
        points.append(Point(subject_of(spec), spec.unit.value, proposal.period, own.get(question), None))
        if any(point.published is not None for point in points[:-1]):
            found.append(steps(points, spec.min_n))
    return tuple(found)


def _headlines(specs: Iterable[Spec]) -> dict[Question, Spec]:
    found: dict[Question, Spec] = {}
    for spec in specs:
        if not spec.only:
            found.setdefault(_question(spec), spec)
    return found


def _question(spec: Spec) -> Question:
    return spec.violations, spec.unit.value


def printed(table: Table) -> int | None:
    """What a release printed as verified in its period: current and late together, None when a part is hidden."""
    if table.total.value is None or table.late is None:
        return None
    return table.total.value + table.late


def printable(published: int | None, restated: int, bar: int) -> int | None:
    """The restated number, None when it is small or its difference to the published one is."""
    if 0 < restated < bar or (published is not None and 0 < abs(restated - published) < bar):
        return None
    return restated


def steps(points: Sequence[Point], min_n: int) -> tuple[Step, ...]:
    """Points of one subject, oldest first, each with its change on the one before."""
    found = []
    for place, point in enumerate(points):
        before = points[place - 1] if place else None
        now = point.published if point.published is not None else point.restated
        found.append(
            Step(
                point,
                _change(now, before.published if before else None, min_n),
                _change(now, before.restated if before else None, min_n),
            )
        )
    return tuple(found)


def _change(now: int | None, before: int | None, min_n: int) -> int | None:
    if now is None or before is None or before < max(min_n, 1):
        return None
    return rounded(change_percent(now, before))


def rounded(change: Fraction) -> int:
    """Whole per cent, halves away from zero."""
    size = int(abs(change) + Fraction(1, 2))
    return size if change >= 0 else -size
