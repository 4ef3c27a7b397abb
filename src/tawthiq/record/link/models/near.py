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
    kept = list(found.values_list("thing", "happened_on", "admin1")[:MOST_ROWS])
    types: dict[str, set[str]] = {thing: set() for thing, _, _ in kept}
    parties: dict[str, set[str]] = {thing: set() for thing, _, _ in kept}
    held = as_of(ViolationRow.objects.filter(incident_id__in=list(types)))
    for incident_id, type_code, codes in held.values_list("incident_id", "type", "parties"):
        types[incident_id].add(type_code)
        parties[incident_id].update(code for code in codes.split(";") if code)
    return [
        (
            thing,
            Sketch(new.situation, rows.when_from(told), admin1, frozenset(types[thing]), frozenset(parties[thing])),
        )
        for thing, told, admin1 in kept
    ]
