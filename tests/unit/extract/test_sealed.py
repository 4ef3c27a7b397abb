"""A sealed text is read by nobody, a machine neither, and its statements are quoted at no door, until it is opened."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tawthiq.doors import extractors
from tawthiq.doors.cli import harm as at_the_prompt
from tawthiq.doors.cli import statement as printed_at_the_prompt
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.record.extract import models, step
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.extractors.registry import DEFAULT, built_in
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.sheet import import_totals
from tawthiq.record.trace import trace
from tawthiq.report.check.gather import check_item
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotPermitted
from tawthiq.terms.outcome import Made, Nothing
from unit.verify.made import put_case, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SENTENCE = "The office said that {n} girls were abducted by the Kesh Liberation Front in May 2020.\n\n"
REASON = "invented reason"


def put_text(actor: Actor, text: str = SENTENCE.format(n=17)) -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(text.encode()), Arrival("invented.txt")).item


def take(actor: Actor, item: Item, act: SealAct) -> None:
    with Work(actor, Action.ITEM_SEAL, thing=item.id, purpose=REASON) as work:
        seal_with_copies(work, item.id, act)


def seal(item: Item, actor: Actor) -> None:
    take(actor, item, SealAct.ASK_SEAL)


def unseal(item: Item, first: Actor, second: Actor) -> None:
    take(second, item, SealAct.CONFIRM_SEAL)
    take(first, item, SealAct.ASK_OPEN)
    take(second, item, SealAct.CONFIRM_OPEN)


def n_statements(actor: Actor, item: Item) -> int:
    return len(models.find_statements(Reader(actor), item_id=item.id))


def test_a_sealed_text_waits_for_the_step_until_it_is_opened(collector: Actor, verifier: Actor) -> None:
    item, other = put_text(collector), put_text(collector, SENTENCE.format(n=21))
    seal(item, collector)
    assert list(step.todo(Reader(collector))) == [other.id]
    with Work(collector, Action.STATEMENT_EXTRACT, thing=item.id) as work:
        assert isinstance(step.run(work, item.id), Nothing)
    assert [type(outcome) for outcome, _ in step.run_through(collector, item.id)] == [Nothing]
    assert n_statements(collector, item) == 0
    unseal(item, collector, verifier)
    assert item.id in set(step.todo(Reader(collector)))
    assert isinstance(next(step.run_through(collector, item.id))[0], Made)
    assert n_statements(collector, item) == 1


def test_a_reading_stops_where_its_text_is_sealed_and_goes_on_when_it_is_opened(
    collector: Actor, verifier: Actor
) -> None:
    item = put_text(collector, "".join(SENTENCE.format(n=n) for n in range(20, 28)))
    begun = step.run_through(collector, item.id, part_chars=200)
    next(begun)
    seal(item, collector)
    n_read = n_statements(collector, item)
    assert [type(outcome) for outcome, _ in begun] == [Nothing] and n_statements(collector, item) == n_read < 8
    unseal(item, collector, verifier)
    assert list(step.todo(Reader(collector))) == [item.id]
    list(step.run_through(collector, item.id, part_chars=200))
    assert n_statements(collector, item) == 8


def test_a_second_reader_is_not_asked_about_a_sealed_text(collector: Actor) -> None:
    item = put_text(collector)
    seal(item, collector)
    with pytest.raises(NotPermitted, match="sealed"):
        extractors.ask_of_item(collector, item.id, "rules+spacy")
    with pytest.raises(NotPermitted, match="sealed"):  # before it is looked for who that is
        extractors.ask_of_item(collector, item.id, "no such reader")


def test_what_a_second_reader_found_is_not_kept_when_the_text_was_sealed_meanwhile(collector: Actor) -> None:
    item = put_text(collector)
    rules = built_in().make(DEFAULT)
    found = rules.extract(document_of_item(Reader(collector), item))
    seal(item, collector)
    with pytest.raises(NotPermitted, match="sealed"):
        extractors.put_added(collector, item.id, rules, found)
    assert found and n_statements(collector, item) == 0


def doors_of(collector: Actor, item: Item) -> Iterator[str]:
    """All that the command line and the trace say of the statements of an item, but when it was recorded."""
    reader = Reader(collector)
    yield without_times(printed_at_the_prompt.documents(reader, item.id, 50))
    for _, one in models.find_statements(reader, item_id=item.id):
        yield without_times(printed_at_the_prompt.document_of(reader, one.id))


def without_times(document: object) -> str:
    """A clock shows a 17 now and then, which is no number of the text."""
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+", "(time)", json.dumps(document))


def test_no_command_prints_words_of_a_sealed_text(collector: Actor) -> None:
    item, echo = put_text(collector), put_text(collector, SENTENCE.format(n=17).replace("Front", "Front (KLF)"))
    for one in (item, echo):
        list(step.run_through(collector, one.id))
    why = "the 17 Kesh girls are counted twice"
    statement = models.find_statements(Reader(collector), item_id=item.id)[0][1]
    with Work(collector, Action.STATEMENT_DECIDE) as work:
        models.put_decision(work, Decision(statement.id, Verdict.REJECTED, collector.id, work.at, reason=why))
    open_words = list(doors_of(collector, item))
    assert why in open_words[-1]
    assert all("abducted" in said for said in open_words) and "KLF" in "".join(open_words)
    seal(echo, collector)
    assert not [said for said in doors_of(collector, item) if "KLF" in said], "of its echo neither"
    at_the_prompt.sealed(collector, item.id, at_the_prompt.SEAL, REASON)
    assert all('"sealed": true' in said for said in doors_of(collector, item))
    assert not [said for said in doors_of(collector, item) if "abducted" in said or "Kesh" in said or "17" in said]
    with pytest.raises(NotPermitted, match="sealed"):
        check_item(Reader(collector), item.id)


def test_a_trace_names_what_is_sealed_and_quotes_nothing_of_it(collector: Actor) -> None:
    item = put_text(collector)
    case = put_case(collector)
    put_telling(collector, case, item.id, name="invented teller")
    reader = Reader(collector)
    assert "invented teller" in json.dumps(trace(reader, [case]).to_json())
    seal(item, collector)
    printed = json.dumps(followed := trace(reader, [case]).to_json())
    assert "invented teller" not in printed and '"sealed": true' in printed
    assert followed["intact"] == trace(reader, [case]).to_json()["intact"], "the bytes are hashed all the same"


@pytest.mark.parametrize("ask", ["get_closed", "get_all_closed", "get_waiting_seals"])
def test_how_many_items_stand_is_asked_once(collector: Actor, ask: str) -> None:
    items = [put_text(collector, SENTENCE.format(n=n)) for n in range(20, 26)]
    for item in items:
        seal(item, collector)
    ids = [item.id for item in items]
    with CaptureQueriesContext(connection) as asked:
        found = getattr(harm, ask)(Reader(collector), *([ids] if ask == "get_closed" else []))
    assert len(list(found)) == len(ids)
    assert len(asked) == 1


def test_totals_of_a_sealed_sheet_are_set_beside_no_article(collector: Actor) -> None:
    article = put_text(collector)
    list(step.run_through(collector, article.id))
    sheet = (
        "source,published_on,situation,period,violation,measure,value,unit,status,words\n"
        "Invented Office,2020-06-01,SY,2020,abduction,children,17,child,verified,invented\n"
    )
    with Work(collector, Action.CASE_IMPORT) as work:
        totals = import_totals(work, io.BytesIO(sheet.encode()), Arrival("totals.csv")).item_id
    assert check_item(Reader(collector), article.id).n_known == 1
    with Work(collector, Action.ITEM_SEAL, thing=totals, purpose=REASON) as work:
        seal_with_copies(work, totals, SealAct.ASK_SEAL)
    assert check_item(Reader(collector), article.id).n_known == 0
