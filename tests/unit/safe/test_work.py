"""Promises of Work: one transaction, access first, a ledger line for each thing."""

import io

import pytest

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Channel, Item, ItemKind, ItemState, Receipt
from tawthiq.safe import ledger
from tawthiq.safe.access import NOBODY, Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import NotPermitted

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def add(actor: Actor, data: bytes = b"invented") -> Item:
    with Work(actor, Action.ITEM_ADD) as work:
        stored = collect.keep_bytes(work, io.BytesIO(data))
        item = Item(stored.sha256, stored.n_bytes, "text/plain", ItemKind.TEXT, ItemState.READABLE)
        collect.put_item(work, item, Receipt(item.id, "a.txt", Channel.UPLOAD, actor.id, work.at))
    return item


def test_each_recorded_thing_leaves_one_line_and_the_log_verifies(collector: Actor) -> None:
    item = add(collector)
    assert [event.action for event in ledger.events_of(item.id)] == ["item.add", "item.received"]
    assert ledger.faults(ledger.stored_lines(), ledger.head()) == []


def test_an_act_that_fails_leaves_neither_row_nor_line(collector: Actor) -> None:
    with pytest.raises(RuntimeError), Work(collector, Action.ITEM_ADD) as work:
        stored = collect.keep_bytes(work, io.BytesIO(b"x"))
        item = Item(stored.sha256, 1, "text/plain", ItemKind.TEXT, ItemState.READABLE)
        collect.put_item(work, item, Receipt(item.id, "a.txt", Channel.UPLOAD, collector.id, work.at))
        raise RuntimeError
    assert collect.count_items(Reader(collector)) == 0
    assert ledger.head().size == 0


def test_nobody_without_a_role_opens_a_work(verifier: Actor) -> None:
    for actor in (NOBODY, Actor("usr_x"), verifier):
        with pytest.raises(NotPermitted), Work(actor, Action.ITEM_ADD):
            pass


def test_a_row_written_outside_a_work_is_refused() -> None:
    with pytest.raises(NotPermitted):
        collect.ItemRow.objects.create(id="itm_x", sha256="0", n_bytes=0, media_type="", kind="", state="", since=0)


def test_a_put_of_another_stage_is_refused_inside_a_work(verifier: Actor) -> None:
    with pytest.raises(NotPermitted), Work(verifier, Action.ASSESS) as work:
        collect.keep_bytes(work, io.BytesIO(b"x"))


def test_a_dry_run_leaves_the_record_as_it_was(collector: Actor) -> None:
    with Work(collector, Action.ITEM_ADD, dry_run=True) as work:
        stored = collect.keep_bytes(work, io.BytesIO(b"tried"))
        item = Item(stored.sha256, 5, "text/plain", ItemKind.TEXT, ItemState.READABLE)
        assert collect.put_item(work, item, Receipt(item.id, "a.txt", Channel.UPLOAD, collector.id, work.at))
    assert collect.count_items(Reader(collector)) == 0
    assert ledger.head().size == 0
