"""Table: the one object that every export of a release is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.report.count.share import TooFew, percent
from tawthiq.terms.quantity import Share


class State(StrEnum):
    """Whether a number is printed. Hidden: too small, or it would give a small one away."""

    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `codes`, `labels` run beside the table's directions; `value` is None when hidden.

    `share` is None when hidden, or when the total is hidden or 0. `of_which` rows are never added.
    """

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    value: int | None
    share: Share | None = None
    of_which: bool = False

    @property
    def state(self) -> State:
        """Shown or hidden."""
        return State.HIDDEN if self.value is None else State.SHOWN


@dataclass(frozen=True, slots=True)
class Direction:
    """One breakdown column: its code, its heading in the table's language."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """`number`: place in the release, from 1. `figure_id`, `commitment`: what a reader can ask the keeper about.

    `unit`: child, incident or act, `unit_label` in the table's language. `late` is None when hidden.

    `where`: the place as a sentence says it.
    """

    number: int
    slug: str
    language: str
    title: str
    figure_id: str
    commitment: str
    unit: str
    unit_label: str
    place: str
    period: str
    basis: str
    directions: tuple[Direction, ...]
    rows: tuple[Row, ...]
    total: Row
    late: int | None
    min_n: int
    notes: tuple[str, ...]
    where: str

    @property
    def scope(self) -> str:
        """Where and when."""
        return f"{self.place}, {self.period}"

    def lines(self) -> Iterator[Row]:
        """Every line in printed order, the total last."""
        yield from self.rows
        yield self.total

    def percent_of(self, row: Row) -> int | TooFew | None:
        """The percentage to print, the refusal, or None when hidden."""
        return None if row.share is None else percent(row.share, self.min_n)


HIDDEN_MARK = "c"
"""Printed for a hidden number (statistical offices use the letter for confidential)."""
