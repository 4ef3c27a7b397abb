"""Promises of the lists that page: every row of a batch is met once, whatever the size of a page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tawthiq.record.extract.encoded import Mould, part
from tawthiq.record.extract.models import find_statements, put_row_statements
from tawthiq.record.extract.statement import Origin, to_json
from tawthiq.record.extract.wire import encode
from tawthiq.record.link.models import write as link
from tawthiq.record.verify.models.catalogue import find_waiting_cards
from tawthiq.record.verify.models.waiting import find_waiting
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.cursor import Cursor, cursor_from
from tawthiq.terms.errors import BadInput
from unit.verify.made import NOW, act, incident, put_item, statement, violation

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
NAMES = [str(number) for number in range(5)]


def put_batch(collector: Actor) -> None:
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        link.put_incidents(work, [incident(name) for name in NAMES])
        link.put_violations(work, [violation(name) for name in NAMES])
        link.put_acts(work, [act(name) for name in NAMES])


def test_cases_of_one_batch_are_all_met_once(collector: Actor, verifier: Actor) -> None:
    put_batch(collector)
    reader, after, met = Reader(verifier), "", []
    while page := find_waiting(reader, limit=2, after=after):
        met += [thing for _place, thing in page]
        after = page[-1][0]
    assert sorted(met) == sorted(act(name).id for name in NAMES)


def test_the_queue_meets_every_incident_once(collector: Actor, verifier: Actor) -> None:
    put_batch(collector)
    reader, met = Reader(verifier), []
    found, before = find_waiting_cards(reader, limit=2)
    while before is not None:
        met += [card.thing for card in found]
        found, before = find_waiting_cards(reader, limit=2, before=before)
    met += [card.thing for card in found]
    assert met == [incident(name).id for name in reversed(NAMES)]


@pytest.mark.parametrize("of_one_item", [True, False])
def test_statements_of_one_sheet_are_all_met_once(collector: Actor, of_one_item: bool) -> None:
    item = put_item(collector, b"An invented sheet.")
    rows = [replace(statement(item, f"row {name}"), origin=Origin.ROW) for name in NAMES]
    with Work(collector, Action.CASE_IMPORT, at=NOW) as work:
        mould = Mould(rows[0], ("quote", "span"))
        parts = [{"quote": part(one.quote), "span": part(encode(one.span))} for one in rows]
        poured = [mould.pour(number, one) for number, one in zip([1, 1, 2, 2, 3], parts, strict=True)]
        assert [json.loads(one.text) for one in poured] == [to_json(one) for one in rows]
        put_row_statements(work, mould, item, poured)
    reader, after, met = Reader(collector), "", []
    while page := find_statements(reader, item_id=item if of_one_item else "", limit=2, after=after):
        met += [one.id for _place, one in page]
        after = page[-1][0]
    assert sorted(met) == sorted(one.id for one in rows)


def test_a_place_that_no_list_gave_is_refused() -> None:
    assert cursor_from(Cursor((12, 3), "stm_abc").text, 2) == Cursor((12, 3), "stm_abc")
    for wrong in ("12", "12.stm_abc", "12.3.4.stm_abc", "1.2.stm_abc; DROP", "a.b.c"):
        with pytest.raises(BadInput):
            cursor_from(wrong, 2)
