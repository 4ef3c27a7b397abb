"""Counted rows: what a figure rests on, each row with the words that tell it from the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.doors.desk.standings import standings_of
from tawthiq.record.link.act import Act
from tawthiq.record.link.models import read as link
from tawthiq.record.link.violation import Violation
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.record.verify.standing import Standing
from tawthiq.safe.work import Reader


@dataclass(frozen=True, slots=True)
class CountedRow:
    """An act, or a violation counted in incidents (`act` is None), with where its decisions leave it."""

    id: str
    act: Act | None
    violation: Violation
    standing: Standing


def counted_rows(reader: Reader, ids: Sequence[str]) -> list[CountedRow]:
    """Rows in the order of the ids, read at once."""
    subjects = {one.id: one for one in get_subjects(reader, ids)}
    stood = standings_of(reader, dict.fromkeys(one.incident_id for one in subjects.values()))
    standing = {one.subject.id: one.standing for found in stood.values() for one in found}
    violation_ids = list(dict.fromkeys(one.violation_id for one in subjects.values()))
    now = link.get_current(reader, incidents=[], violations=violation_ids, children=[], acts=ids)
    return [
        CountedRow(one, now.acts.get(one), now.violations[subjects[one].violation_id], standing[one])
        for one in ids
        if one in subjects
    ]
