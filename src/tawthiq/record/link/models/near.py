"""Near: the incidents of a situation around a time, with what is needed to see whether one is told again."""

from __future__ import annotations

from django.db.models import Q

from tawthiq.record.link.likeness import Sketch, widened
from tawthiq.record.link.models import rows
from tawthiq.record.link.models.tables import IncidentRow, ViolationRow
from tawthiq.safe.access import Action
from tawthiq.safe.versioned import as_of
from tawthiq.safe.work import Reader, reads

MOST_ROWS = 200


@reads(Action.CASE_READ)
def find_near(_reader: Reader, new: Sketch, but: str = "") -> list[tuple[str, Sketch]]:
    """(id, sketch) of at most 200 incidents around the time of the new one, newest first; `but`: not this one.

    Nothing without a time: a whole situation is no neighbourhood.
    """
    if new.happened_on is None:
        return []
    around = widened(new.happened_on)
    found = as_of(IncidentRow.objects.filter(situation=new.situation)).exclude(thing=but).order_by("-id")
    if around.last:
        found = found.filter(first_day__lte=around.last)
    if around.first:
        found = found.filter(last_day__gte=around.first)
    if new.admin1:
        found = found.filter(Q(admin1=new.admin1) | Q(admin1=""))
    kept = [rows.incident_from(row) for row in found[:MOST_ROWS]]
    types: dict[str, set[str]] = {one.id: set() for one in kept}
    parties: dict[str, set[str]] = {one.id: set() for one in kept}
    for row in as_of(ViolationRow.objects.filter(incident_id__in=list(types))):
        types[row.incident_id].add(row.type)
        parties[row.incident_id].update(code for code in row.parties.split(";") if code)
    return [
        (
            one.id,
            Sketch(one.situation, one.happened_on, one.admin1, frozenset(types[one.id]), frozenset(parties[one.id])),
        )
        for one in kept
    ]
