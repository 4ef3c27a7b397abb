"""Promises of a pasted text: its bytes are its words, it has custody like a file, it is warned of before it is read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.test import Client

from tawthiq.record.collect.caution import Sensitivity
from tawthiq.record.collect.item import Channel, Item, ItemKind
from tawthiq.record.collect.models import find_items, get_bytes, get_receipts
from tawthiq.record.compare.around import same_root, warned_of
from tawthiq.record.extract.models import find_statements
from tawthiq.safe import ledger
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.work import Reader
from unit.desk.viewed import SignedIn

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
WORDS = "An invented note.\nIn Lusa the Invented Front killed 12 children, a teacher said.\n"
SAID = {"text": WORDS.replace("\n", "\r\n"), "name": "An invented note", "publisher": "The Invented Gazette"}


def pasted(client: Client, **changes: object) -> tuple[int, str]:
    form: Mapping[str, object] = {**SAID, **changes}
    answer = client.post("/items/paste/", form, follow=True, headers={"accept-language": "en"})
    return answer.status_code, answer.content.decode()


def only_item(actor: Actor) -> Item:
    ((_seq, item),) = find_items(Reader(actor))
    return item


def test_the_bytes_are_the_words_in_utf_8_and_it_is_read_at_once(signed_in: SignedIn, collector: Actor) -> None:
    status, page = pasted(signed_in(Role.COLLECTOR), published_on="2015-08-08", text=SAID["text"] + "طفل")
    item = only_item(collector)
    assert status == 200 and get_bytes(Reader(collector), item.id) == (WORDS + "طفل").encode()
    (receipt,) = get_receipts(Reader(collector), item.id)
    assert (receipt.channel, receipt.original_name, receipt.publisher) == (
        Channel.PASTE,
        SAID["name"],
        SAID["publisher"],
    )
    assert [event.action for event in ledger.events_of(item.id)][:2] == ["item.add", "item.received"]
    assert "12 children" in " ".join(one.quote for _p, one in find_statements(Reader(collector), item_id=item.id))
    assert "Pasted at the desk" in page and "Hash worked out again now" in page


@pytest.mark.parametrize("text", ["<html><p>An invented page.</p>", "a,b\n1,2\n", "%PDF-1.4 invented", "{}"])
def test_words_are_words_whatever_they_look_like(signed_in: SignedIn, collector: Actor, text: str) -> None:
    assert pasted(signed_in(Role.COLLECTOR), text=text)[0] == 200
    assert only_item(collector).kind is ItemKind.TEXT


def test_its_warning_stands_in_the_ledger_before_it_is_read(signed_in: SignedIn, collector: Actor) -> None:
    _status, page = pasted(signed_in(Role.COLLECTOR), tags=["torture"])
    item, reader = only_item(collector), Reader(collector)
    assert warned_of(reader, item.id, same_root(reader, item.id)).sensitivity is Sensitivity.SENSITIVE
    acts = [event.action for event in ledger.events_of(item.id)]
    assert acts.index("item.caution") < acts.index("item.extracted")
    assert "Torture or ill-treatment" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " \r\n "},
        {"name": ""},
        {"published_on": "2015-13"},
        {"published_on": "2999-01-01"},
        {"sensitivity": "mild", "tags": ["sexual"]},
    ],
)
def test_what_is_refused_comes_back_as_it_was_typed_and_nothing_is_kept(
    signed_in: SignedIn, collector: Actor, wrong: Mapping[str, object]
) -> None:
    before = ledger.head().size
    status, page = pasted(signed_in(Role.COLLECTOR), **wrong)
    assert status == 400 and "The Invented Gazette" in page
    assert ledger.head().size == before and find_items(Reader(collector)) == []


def test_the_same_words_again_are_the_same_item_with_a_second_receipt(signed_in: SignedIn, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    pasted(client)
    _status, page = pasted(client)
    assert "These bytes were here already" in page
    assert len(get_receipts(Reader(collector), only_item(collector).id)) == 2


def test_people_are_ids_but_to_themselves_and_to_who_keeps_the_accounts(signed_in: SignedIn, collector: Actor) -> None:
    writer = signed_in(Role.COLLECTOR, name="invented-writer")
    _status, page = pasted(writer)
    assert "(<bdi>you</bdi>)" in page
    address = f"/items/{only_item(collector).id}/"
    other = signed_in(Role.VERIFIER, name="invented-other").get(address, headers={"accept-language": "en"})
    assert "usr_" in other.content.decode() and "invented-writer" not in other.content.decode()
    keeper = signed_in(Role.ADMINISTRATOR, name="invented-keeper").get("/ledger/")
    assert "invented-writer" in keeper.content.decode()
