"""Marks: the statements of an item in the order of its text, numbered for the page."""

from __future__ import annotations

from tawthiq.doors.desk.highlight import Mark
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.work import Reader

MOST_MARKS = 2000


def statements_of(reader: Reader, item_id: str) -> list[tuple[Statement, Status]]:
    """The statements of an item in the order of its text, each with where it stands; replaced ones left out."""
    found = [one for _seq, one in extract.find_statements(reader, item_id=item_id, limit=MOST_MARKS)]
    status = extract.get_status(reader, [one.id for one in found])
    return [(one, status[one.id]) for one in found if status[one.id] is not Status.EDITED]


def marks_of(reader: Reader, item_id: str, here: str = "") -> list[Mark]:
    """The numbered marks of an item's statements; `here`: the id of the one under review."""
    return [
        Mark(n, one.id, one.span, one.kind.value, status is not Status.CANDIDATE, one.id == here)
        for n, (one, status) in enumerate(statements_of(reader, item_id), start=1)
        if isinstance(one.span, Span)
    ]
