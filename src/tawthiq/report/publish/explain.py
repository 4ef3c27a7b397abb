"""Explain: what changed in a figure between two freezes, act by act; a pure difference of the two figures.

A figure holds the ids it rests on, so nothing else is needed to say which acts entered, left or moved. What was done
to them, by whom and why, is read beside it (`verify.touch`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tawthiq.record.verify.touch import Touch
from tawthiq.report.count.figure import Figure
from tawthiq.report.count.period import Bucket
from tawthiq.terms.identity import Json, digest


class Move(StrEnum):
    """What became of an act in a figure. MOVED: to another bucket; CHANGED: to other rows of the same bucket."""

    ENTERED = "entered"
    LEFT = "left"
    MOVED = "moved"
    CHANGED = "changed"
    RECOUNTED = "recounted"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an act stands in a figure: its bucket, the rows it is counted in."""

    bucket: str
    cells: tuple[tuple[str, ...], ...]

    def to_json(self) -> Json:
        """As printed."""
        return {"bucket": self.bucket, "rows": [list(cell) for cell in self.cells]}


@dataclass(frozen=True, slots=True)
class Moved:
    """One act that stands elsewhere than before; None: not in the figure."""

    subject_id: str
    how: Move
    before: Spot | None
    after: Spot | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row whose numbers changed: (current, late) before and after; the total has no codes."""

    cell: tuple[str, ...]
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Explained:
    """One question asked at two freezes. `moved`: every act behind the difference, by id."""

    before: Figure
    after: Figure
    rows: tuple[RowChange, ...]
    moved: tuple[Moved, ...]

    @property
    def rules(self) -> tuple[str, str]:
        """The rules of counting of each; where they differ an act may stand elsewhere though nobody touched it."""
        return self.before.rules, self.after.rules

    @property
    def counts(self) -> dict[str, int]:
        """How many acts entered, left, moved, changed."""
        return {move.value: sum(one.how is move for one in self.moved) for move in Move}


def explain(before: Figure, after: Figure) -> Explained:
    """The difference of two figures of one question."""
    moved = moves(spots(before), spots(after))
    if not moved and (before.value, before.late) != (after.value, after.late):
        both = spots(after)
        moved = tuple(Moved(one, Move.RECOUNTED, both[one], both[one]) for one in sorted(both))
    return Explained(before, after, row_changes(before, after), moved)


def spots(figure: Figure) -> dict[str, Spot]:
    """Subject id -> where it stands; rows "of which" are no places of their own."""
    buckets = dict.fromkeys(figure.late_ids, Bucket.LATE.value) | dict.fromkeys(figure.ids, Bucket.CURRENT.value)
    cells: dict[str, list[tuple[str, ...]]] = {subject: [] for subject in buckets}
    for row in figure.rows:
        if not row.of_which:
            for subject in {*row.ids, *row.late_ids}:
                cells[subject].append(row.cell)
    return {subject: Spot(bucket, tuple(sorted(cells[subject]))) for subject, bucket in buckets.items()}


def moves(before: Mapping[str, Spot], after: Mapping[str, Spot]) -> tuple[Moved, ...]:
    """Every subject whose spot differs, by id."""
    pairs = ((one, before.get(one), after.get(one)) for one in sorted(before.keys() | after.keys()))
    return tuple(Moved(one, _how(was, now), was, now) for one, was, now in pairs if was != now)


def _how(was: Spot | None, now: Spot | None) -> Move:
    if was is None:
        return Move.ENTERED
    if now is None:
        return Move.LEFT
    return Move.MOVED if was.bucket != now.bucket else Move.CHANGED


def row_changes(before: Figure, after: Figure) -> tuple[RowChange, ...]:
    """The rows, total first, whose current or late number differs; a row that is not there counts 0."""
    was, now = _numbers(before), _numbers(after)
    cells = [(), *(row.cell for row in after.rows if not row.of_which), *sorted(was.keys() - now.keys())]
    zero = (0, 0)
    return tuple(
        RowChange(cell, was.get(cell, zero), now.get(cell, zero))
        for cell in dict.fromkeys(cells)
        if was.get(cell, zero) != now.get(cell, zero)
    )


def _numbers(figure: Figure) -> dict[tuple[str, ...], tuple[int, int]]:
    rows = {row.cell: (row.value, row.late) for row in figure.rows if not row.of_which}
    return {(): (figure.value, figure.late)} | rows


def paired(before: Sequence[Figure], after: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Figures of both sides that ask the same question, in the order of the later side."""
    asked = {digest(figure.spec.content()): figure for figure in before}
    keys = [(digest(figure.spec.content()), figure) for figure in after]
    return [(asked[key], figure) for key, figure in keys if key in asked]


def touched(one: Explained, why: Mapping[str, Sequence[Touch]]) -> Explained:
    """Of acts that only count differently (a child found to be another), those that somebody touched."""
    moved = tuple(moved for moved in one.moved if moved.how is not Move.RECOUNTED or why.get(moved.subject_id))
    return replace(one, moved=moved)


def explained_document(one: Explained, why: Mapping[str, Sequence[Touch]] | None) -> dict[str, Json]:
    """As printed; `why` is None for a reader who may not see who decided."""
    return {
        "spec": one.after.spec.content(),
        "figures": [one.before.id, one.after.id],
        "rules": list(one.rules),
        "value": [one.before.value, one.after.value],
        "late": [one.before.late, one.after.late],
        "rows": [{"cell": list(row.cell), "was": list(row.before), "is": list(row.after)} for row in one.rows],
        "acts_that": {name: n for name, n in one.counts.items() if n},
        "acts": [_moved_document(moved, why) for moved in one.moved],
    }


def _moved_document(moved: Moved, why: Mapping[str, Sequence[Touch]] | None) -> dict[str, Json]:
    document: dict[str, Json] = {
        "subject": moved.subject_id,
        "how": moved.how.value,
        "was": moved.before.to_json() if moved.before else None,
        "is": moved.after.to_json() if moved.after else None,
    }
    if why is not None:
        document["why"] = [touch.to_json() for touch in why.get(moved.subject_id, ())]
    return document
