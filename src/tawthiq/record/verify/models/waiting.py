"""Waiting: what has no final decision on its current version, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import Max

from tawthiq.record.link.models.tables import IncidentRow
from tawthiq.record.verify.models.statements import INCIDENT_TYPES, JUDGED
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.cursor import Cursor, cursor_from

SCAN_ROWS = 5_000
MOST_ROWS = 20_000


@reads(Action.CODED_READ)
def find_waiting(
    _reader: Reader, *, situation: str = "", limit: int = 50, after: str = "", subject: str = ""
) -> list[tuple[str, str]]:
    """(place in the list, id) of acts, and of violations counted in incidents, that wait; newest facts first.

    `after`: such a place, pages on (the ledger line alone would skip the rest of a batch); `subject`: only this one.
    """
    found: list[tuple[int, str]] = []
    for sql, values in _subject_queries(situation, cursor_from(after, 1), subject):
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} ORDER BY 1 DESC, 2 DESC LIMIT {int(limit)}", values)
            found += cursor.fetchall()
    newest = sorted(found, reverse=True)[:limit]
    return [(Cursor((line,), thing).text, thing) for line, thing in newest]


@reads(Action.CASE_READ)
def find_cases(
    _reader: Reader, *, limit: int, before: int | None = None, most: int = MOST_ROWS
) -> tuple[list[tuple[int, str]], int | None]:
    """(number of its version, id) of incidents that hold something that waits, newest first; where to go on.

    Looks through at most `most` versions: where fewer than `limit` wait among them, the caller goes on from there.
    """
    highest = before if before is not None else (IncidentRow.objects.aggregate(top=Max("id"))["top"] or 0) + 1
    lowest = max(highest - most, 0)
    found: list[tuple[int, str]] = []
    while highest > lowest and len(found) < limit:
        under = max(highest - SCAN_ROWS, lowest)
        with connection.cursor() as cursor:
            cursor.execute(f"{_CASES} ORDER BY i.id DESC LIMIT %s", [highest, under, limit - len(found)])
            found += cursor.fetchall()
        highest = under
    if len(found) == limit:
        return found, found[-1][0]
    return found, lowest if lowest > 0 else None


@reads(Action.CASE_READ)
def find_neighbours(_reader: Reader, incident_id: str, *, most: int = SCAN_ROWS) -> tuple[str, str]:
    """The waiting incidents next to this one in the queue: (newer, older), empty where none is near."""
    here = IncidentRow.objects.filter(thing=incident_id, until__isnull=True).values_list("id", flat=True).first()
    if here is None:
        return "", ""
    with connection.cursor() as cursor:
        cursor.execute(f"{_CASES} ORDER BY i.id LIMIT 1", [here + most, here + 1])
        newer = cursor.fetchone()
        cursor.execute(f"{_CASES} ORDER BY i.id DESC LIMIT 1", [here, max(here - most, 0)])
        older = cursor.fetchone()
    return (newer[1] if newer else ""), (older[1] if older else "")


def _undecided(subject: str, act_since: str) -> str:
    """The condition that no final decision stands on the current version of the subject."""
    return (
        f"NOT EXISTS (SELECT 1 FROM verify_assessment s WHERE s.thing = {subject}.thing AND s.until IS NULL "  # noqa: S608  fixed names
        f"AND s.stage = 'final' AND {JUDGED} AND s.act_since = {act_since})"
    )


_HELD = "v.incident_id = i.thing AND v.until IS NULL"
_CASES = f"""
SELECT i.id, i.thing FROM link_incident i WHERE i.until IS NULL AND i.id < %s AND i.id >= %s AND (
  EXISTS (SELECT 1 FROM link_violation v JOIN link_act a ON a.violation_id = v.thing AND a.until IS NULL
          WHERE {_HELD} AND {_undecided("a", "a.facts_since")})
  OR EXISTS (SELECT 1 FROM link_violation v
             WHERE {_HELD} AND v.type IN ({INCIDENT_TYPES}) AND {_undecided("v", "-1")}))
"""  # noqa: S608  fixed names


def _subject_queries(situation: str, after: Cursor | None, subject: str) -> Iterator[tuple[str, list[Any]]]:
    """SELECTs of (facts line, id)."""
    for table, alias, act_since in (("link_act", "a", "a.facts_since"), ("link_violation", "v", "-1")):
        conditions = [f"{alias}.until IS NULL", _undecided(alias, act_since)]
        values: list[Any] = []
        if alias == "v":
            conditions.append(f"v.type IN ({INCIDENT_TYPES})")
        if situation:
            conditions, values = [*conditions, "i.situation = %s"], [*values, situation]
        if subject:
            conditions, values = [*conditions, f"{alias}.thing = %s"], [*values, subject]
        if after is not None:
            conditions.append(f"({alias}.facts_since < %s OR ({alias}.facts_since = %s AND {alias}.thing < %s))")
            values = [*values, after.numbers[0], after.numbers[0], after.id]
        join = "JOIN link_violation v ON v.thing = a.violation_id AND v.until IS NULL" if alias == "a" else ""
        yield (
            f"SELECT {alias}.facts_since, {alias}.thing FROM {table} {alias} {join} "  # noqa: S608  fixed names
            f"JOIN link_incident i ON i.thing = v.incident_id AND i.until IS NULL WHERE {' AND '.join(conditions)}",
            values,
        )
