"""One who owns the database changes a row behind our back: the audit finds it, and says which."""

from __future__ import annotations

import io

import pytest
from django.db import connection

from tawthiq.doors.audit import audit
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract.sheet import import_totals
from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.safe import guard
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.when import parse_when

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

SHEET = b"source,situation,period,violation,measure,value,unit\nInvented body,SY,2014,killing,children,3,child\n"
CHANGES = {
    "collect_item": "UPDATE collect_item SET n_bytes = n_bytes + 1",
    "collect_receipt": "UPDATE collect_receipt SET original_name = 'another.txt'",
    "extract_statement": "DELETE FROM extract_statement",
    "link_incident": "UPDATE link_incident SET situation = 'AF'",
    "link_violation": "UPDATE link_violation SET parties = 'isil', how = 'sole'",
    "link_act": "UPDATE link_act SET sex = 'f'",
    "link_child": "DELETE FROM link_child",
    "ledger_line": "UPDATE ledger_line SET event = replace(event, 'item.add', 'item.ads')",
}
"""Table -> what the intruder runs."""


@pytest.fixture
def auditor(collector: Actor) -> Reader:
    """A record with a row in every table above, and one who may audit it."""
    with Work(collector, Action.ITEM_ADD) as work:
        add_item(work, io.BytesIO(b"invented words"), Arrival("note.txt"))
    with Work(collector, Action.CASE_IMPORT) as work:
        import_totals(work, io.BytesIO(SHEET), Arrival("sheet.csv"))
    with Work(collector, Action.CASE_WRITE) as work:
        incident = make_incident(work, Incident("", "SY", parse_when("2014-07")))
        violation = make_violation(work, Violation("", incident.id, "killing", UNIDENTIFIED))
        make_act(work, Act("", violation.id, mint_id(Kind.CHILD), sex=Sex.M))
    return Reader(Actor("usr_auditor", frozenset({Role.AUDITOR})))


def test_an_untouched_record_has_no_fault(auditor: Reader) -> None:
    assert audit(auditor).faults == ()


@pytest.mark.parametrize("table", sorted(CHANGES))
def test_a_row_changed_behind_our_back_is_found(auditor: Reader, table: str) -> None:
    run_as_intruder(table, CHANGES[table])
    assert audit(auditor).faults != ()


def run_as_intruder(table: str, statement: str) -> None:
    """Take the triggers away, change the table; a client of the intruder's own knows no guard either."""
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    token = guard.working.set(True)
    try:
        with connection.cursor() as cursor:
            for act in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")
            cursor.execute(statement)
            assert cursor.rowcount > 0
    finally:
        guard.working.reset(token)
