"""Marks: the statements of an item in the order of its text, numbered for the page; the words a card was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.doors.desk.highlight import Mark, Point
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.placing import Place, place_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.safe.work import Reader


@dataclass(frozen=True, slots=True)
class Marks:
    """`marks`: of the statements whose words stand in the text; of others `n_moved` stand elsewhere than was kept,
    `n_lost` nowhere."""

    marks: Sequence[Mark]
    n_moved: int = 0
    n_lost: int = 0


def marks_of(reader: Reader, item_id: str, text: str, shown: Span, here: str = "") -> Marks:
    """The numbered marks of an item's statements in the stretch that is shown; `here`: the id under review."""
    n_before, found = extract.find_standing_in(reader, item_id, shown.start, shown.end)
    status = extract.get_status(reader, [one.id for one in found])
    placed = [(n, one, place_in(one, text)) for n, one in enumerate(found, start=n_before + 1)]
    marks = [
        Mark(n, one.id, place.span, one.kind.value, status[one.id].value, one.id == here)
        for n, one, place in placed
        if place is not None
    ]
    n_moved = sum(place is not None and place.moved for _, _, place in placed)
    return Marks(marks, n_moved, len(placed) - len(marks))


def place_in(one: Statement, text: str) -> Place | None:
    """Where a statement's words stand in the text today; None for one of no text, and for words that stand nowhere."""
    return place_of(one.quote, one.span, text) if isinstance(one.span, Span) else None


def points_of(one: Statement, place: Place | None) -> list[Point]:
    """The words that each field of a statement was read from, once each; of one that has moved those inside it."""
    if place is None:
        return []
    inside = ((sort, place.inside(span)) for sort, span in _points(one) if span is not None and len(span))
    return list(dict.fromkeys(Point(sort, span) for sort, span in inside if span is not None))


def _points(one: Statement) -> Iterator[tuple[str, Span | None]]:
    for link in one.chain:
        yield "cue", link.cue
        yield "source", link.mention
    yield from (("hedge", span) for span in one.hedges)
    yield from (("number", stated.span) for stated in one.quantities)
    yield from (("party", party.mention) for party in one.parties)
    yield from (("place", place.mention) for place in one.places)
    times = (one.act_period, one.medium_released_on, one.source_period, one.source_published_on)
    yield from (("time", time.span) for time in times if isinstance(time, StatedTime))
