"""A long text is read in parts that are kept one by one; what was stopped goes on and ends the same."""

from __future__ import annotations

import io

import pytest

from tawthiq.doors.audit import audit
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.extract import models, step
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Nothing
from unit.verify.made import actor

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
TEXT = "".join(f"The office said that {n} girls were abducted by the Kesh Liberation Front.\n\n" for n in range(20, 32))


def put_text(collector: Actor, text: str) -> str:
    with Work(collector, Action.ITEM_ADD) as work:
        return add_item(work, io.BytesIO(text.encode()), Arrival("invented.txt")).item.id


def quotes(collector: Actor, item_id: str) -> list[str]:
    return [one.quote for _, one in models.find_statements(Reader(collector), item_id=item_id)]


def test_a_reading_that_was_stopped_goes_on_behind_its_last_part(collector: Actor) -> None:
    item = put_text(collector, TEXT)
    begun = step.run_through(collector, item, part_chars=200)
    shares = [next(begun)[1], next(begun)[1]]
    begun.close()
    assert 0 < shares[0] < shares[1] < 1
    assert 0 < len(quotes(collector, item)) < 12
    rest = list(step.run_through(collector, item, part_chars=200))
    assert len(quotes(collector, item)) == 12
    assert rest[-1][1] == 1
    assert isinstance(next(step.run_through(collector, item, part_chars=200))[0], Nothing)
    assert audit(Reader(actor(Role.AUDITOR))).faults == ()


def test_statements_of_another_text_that_say_the_same_words_are_found(collector: Actor) -> None:
    first = put_text(collector, TEXT)
    second = put_text(collector, TEXT.split("\n")[0].replace("Front", "Front (KLF)"))
    for item in (first, second):
        list(step.run_through(collector, item))
    (here,) = [one for _, one in models.find_statements(Reader(collector), item_id=second)]
    found = models.find_echoes(Reader(collector), here)
    assert found[0].there.item_id == first
    assert [there for _here, there in found[0].changes] == [""]
