"""Disturbed: what a frozen figure says of the record and the record of now says no longer; a restatement is due.

Pure: the same question counted as of the freeze, and counted now. Nothing is stored: the entry opens when a decision, a
correction, a merge or a withdrawal disturbs the figure, and closes when the record is as it was, or when a release
replaces it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawthiq.report.count.figure import Figure
from tawthiq.terms.identity import Json


class How(StrEnum):
    """LEFT: no longer verified, or closed; MOVED: to another bucket; CHANGED: to other rows; ENTERED: was not there;

    RECOUNTED: the acts are the same and the children are not, after a merge, a parting or an overlap.
    """

    LEFT = "left"
    MOVED = "moved"
    CHANGED = "changed"
    ENTERED = "entered"
    RECOUNTED = "recounted"


@dataclass(frozen=True, slots=True)
class Disturbance:
    """One act (or violation counted in incidents) of one figure of one release; `subject_id` is empty for RECOUNTED.

    `old`, `new`: (current, late) values of the whole figure.
    """

    release_id: str
    figure_id: str
    subject_id: str
    how: How
    old: tuple[int, int]
    new: tuple[int, int]

    def content(self) -> dict[str, Json]:
        """As documents print it."""
        return {
            "release": self.release_id,
            "figure": self.figure_id,
            "subject": self.subject_id,
            "how": self.how.value,
            "old": list(self.old),
            "new": list(self.new),
        }


_Place = tuple[bool, frozenset[tuple[str, ...]]]
"""Whether current (else late), and the rows in which it stands."""


def disturbed(release_id: str, frozen: Figure, now: Figure) -> tuple[Disturbance, ...]:
    """Everything in which the figure of now differs from the frozen one, subject by subject, by id."""
    was, is_now = _places(frozen), _places(now)
    values = ((frozen.value, frozen.late), (now.value, now.late))
    found = [
        Disturbance(release_id, frozen.id, one, _how(was.get(one), is_now.get(one)), *values)
        for one in sorted(was.keys() | is_now.keys())
        if was.get(one) != is_now.get(one)
    ]
    if not found and _numbers(frozen) != _numbers(now):
        found = [Disturbance(release_id, frozen.id, "", How.RECOUNTED, *values)]
    return tuple(found)


def _places(figure: Figure) -> Mapping[str, _Place]:
    rows: dict[str, set[tuple[str, ...]]] = {one: set() for one in (*figure.late_ids, *figure.ids)}
    for row in figure.rows:
        if not row.of_which:
            for one in (*row.ids, *row.late_ids):
                rows.setdefault(one, set()).add(row.cell)
    current = set(figure.ids)
    return {one: (one in current, frozenset(cells)) for one, cells in rows.items()}


def _numbers(figure: Figure) -> list[tuple[tuple[str, ...], int, int, int]]:
    rows = [(row.cell, row.value, row.late, row.n_acts) for row in figure.rows]
    return sorted([*rows, ((), figure.value, figure.late, figure.n_acts)])


def _how(was: _Place | None, now: _Place | None) -> How:
    if was is None:
        return How.ENTERED
    if now is None:
        return How.LEFT
    return How.MOVED if was[0] != now[0] else How.CHANGED
