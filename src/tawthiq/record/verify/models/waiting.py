"""Waiting: the acts and violations without a final decision on their current version, newest first; their incidents

stand in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from tawthiq.record.verify.models.statements import INCIDENT_TYPES, JUDGED
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, reads
from tawthiq.terms.cursor import Cursor, cursor_from


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


def _undecided(subject: str, act_since: str) -> str:
    """The condition that no final decision stands on the current version of the subject."""
    return (
        f"NOT EXISTS (SELECT 1 FROM verify_assessment s WHERE s.thing = {subject}.thing AND s.until IS NULL "  # noqa: S608  fixed names
        f"AND s.stage = 'final' AND {JUDGED} AND s.act_since = {act_since})"
    )


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
