"""A long register costs no more statements a batch than a short one; what nobody judges counts nothing again."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.link.models import SupportRow
from tawthiq.record.verify.models.acts import counted_mark
from tawthiq.record.verify.register import Register, import_register
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

AT = datetime(2015, 8, 8, tzinfo=UTC)
HEAD = (
    "incident_id,violation,act_id,child_id,sex,party,occurred_from,situation,admin1,"
    "status,verified_on,verified_by,policy"
)


def row(number: int) -> str:
    told = "verified,2014-05-02,Invented task force,un_mrm@1"
    return f"I{number // 3},recruitment_use,A{number},C{number},m,fsa,2014-03-01,SY,SY02,{told}"


def n_statements(actor: Actor, first: int, n_rows: int, batch_rows: int) -> int:
    data = "\n".join((HEAD, *(row(first + number) for number in range(n_rows)))).encode()
    register = Register(f"from {first}", AT, (), batch_rows=batch_rows)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert import_register(actor, BytesIO(data), Arrival("acts.csv"), register).n_in == n_rows
    return len(asked)


def test_a_batch_of_many_rows_asks_the_database_no_more_often_than_one_of_few(collector: Actor) -> None:
    n_statements(collector, 0, 3, 3)  # what the first import of a run asks once
    few, many = (n_statements(collector, first, n_rows, n_rows) for first, n_rows in ((1000, 6), (2000, 120)))
    assert many == few


def test_supports_are_still_found_by_what_they_support(collector: Actor) -> None:
    n_statements(collector, 0, 3, 3)
    with connection.cursor() as cursor:
        held = connection.introspection.get_constraints(cursor, SupportRow._meta.db_table)
    assert "subject_id" in {one["columns"][0] for one in held.values() if one["index"] or one["unique"]}


def test_what_is_counted_is_marked_anew_by_a_row_that_counts_and_by_nothing_else(
    collector: Actor, verifier: Actor
) -> None:
    reader = Reader(verifier)
    empty = counted_mark(reader)
    n_statements(collector, 0, 3, 3)
    held = counted_mark(reader)
    with Work(collector, Action.ITEM_ADD) as work:
        add_item(work, BytesIO(b"an invented note"), Arrival("note.txt"))
    assert counted_mark(reader) == held != empty
    n_statements(collector, 9, 3, 3)
    assert counted_mark(reader) != held
