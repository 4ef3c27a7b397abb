"""Beside: what a release prints beside its figures - a trend, restated numbers - as grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.link.listing import Listing
from tawthiq.report.count.spec import Dimension
from tawthiq.report.publish import estimates, words
from tawthiq.report.publish.grid import Cell, Grid
from tawthiq.report.publish.release import Restatement
from tawthiq.report.publish.trend import Step


@dataclass(frozen=True, slots=True)
class Beside:
    """Language-free. `trend`: for each subject its steps, oldest first; `listed`: listings that stand on the

    last day of the period; `estimates`: printed in files of their own."""

    trend: tuple[tuple[Step, ...], ...] = ()
    restated: tuple[Restatement, ...] = ()
    listed: tuple[Listing, ...] = ()
    estimates: tuple[estimates.Beside, ...] = ()


NOTHING = Beside()


def grids(beside: Beside, language: str) -> tuple[Grid, ...]:
    """The grids that have something to say."""
    found = []
    if beside.trend:
        found.append(_trend(beside.trend, language))
    if beside.restated:
        found.append(_restated(beside.restated, language))
    if beside.listed:
        found.append(_listed(beside.listed, language))
    return tuple(found)


def _grid(kind: str, language: str, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]], note: str) -> Grid:
    header = tuple(words.say(f"column_{name}", language) for name in columns)
    title = words.say(f"grid_{kind}", language)
    return Grid(kind, kind, language, title, tuple(columns), header, tuple(rows), (words.say(note, language),))


def _trend(trend: Sequence[Sequence[Step]], language: str) -> Grid:
    columns = ("violation", "unit", "period", "published", "on_published", "restated", "on_restated")
    rows = [
        (
            words.heading_label(one.point.subject, language),
            words.say(f"unit_{one.point.unit}", language),
            one.point.period,
            one.point.published,
            signed(one.on_published),
            one.point.restated,
            signed(one.on_restated),
        )
        for steps in trend
        for one in steps
    ]
    return _grid("trend", language, columns, rows, "note_trend")


def signed(percent: int | None) -> str | None:
    """`+21 %`, with a true minus sign, so that no spreadsheet takes it for a sum."""
    if percent is None:
        return None
    return f"{'−' if percent < 0 else '+' if percent else ''}{abs(percent)} %"


def _restated(restated: Sequence[Restatement], language: str) -> Grid:
    rows = [(one.what, one.old, one.new, one.reason) for one in restated]
    return _grid("restated", language, ("what", "was", "is", "reason"), rows, "note_restated")


def _listed(listed: Sequence[Listing], language: str) -> Grid:
    rows = [
        (
            words.label(Dimension.PARTY, one.party, language),
            one.annex,
            one.section,
            ", ".join(words.heading_label(code, language) for code in one.violations),
            one.listed_on.isoformat(),
            str(one.report_year),
        )
        for one in listed
    ]
    columns = ("party", "annex", "section", "violations", "listed_on", "report_year")
    return _grid("listed", language, columns, rows, "note_listed")
