"""Readings: which people stand behind the statements that a case rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawthiq.record.extract import models as extract
from tawthiq.record.link.models import read as link
from tawthiq.record.verify.models.subjects import Subject
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import BATCH_ROWS
from tawthiq.safe.work import Reader, reads


@reads(Action.CASE_READ)
def readings_of(reader: Reader, subjects: Sequence[Subject]) -> dict[str, dict[str, frozenset[str]]]:
    """Subject id -> statement id -> who confirmed it; rows of tables, which nobody confirms, are left out."""
    above = defaultdict(list)
    for one in subjects:
        for thing in {one.id, one.violation_id}:
            above[thing].append(one.id)
    found: dict[str, dict[str, frozenset[str]]] = {one.id: {} for one in subjects}
    things = list(above)
    for start in range(0, len(things), BATCH_ROWS):
        supports = link.get_support(reader, things[start : start + BATCH_ROWS])
        behind = extract.get_people_behind(reader, {one.statement_id for one in supports})
        for support in supports:
            if support.statement_id in behind:
                for subject_id in above[support.subject_id]:
                    found[subject_id][support.statement_id] = behind[support.statement_id]
    return found
