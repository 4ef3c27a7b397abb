"""Marks: the statements of an item in the order of its text, numbered for the page; the words a card was read from."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.doors.desk.highlight import Mark, Point
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.safe.work import Reader


def marks_of(reader: Reader, item_id: str, shown: Span, here: str = "") -> list[Mark]:
    """The numbered marks of an item's statements in the stretch that is shown; `here`: the id under review."""
    n_before, found = extract.find_standing_in(reader, item_id, shown.start, shown.end)
    status = extract.get_status(reader, [one.id for one in found])
    return [
        Mark(n, one.id, one.span, one.kind.value, status[one.id].value, one.id == here)
        for n, one in enumerate(found, start=n_before + 1)
        if isinstance(one.span, Span)
    ]


def points_of(one: Statement) -> list[Point]:
    """The words that each field of a statement was read from, once each."""
    return list(dict.fromkeys(Point(sort, span) for sort, span in _points(one) if span is not None and len(span)))


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
