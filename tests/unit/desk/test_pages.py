"""Promises of the pages: what they show, what they refuse, what they keep."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tawthiq.doors.audit import audit
from tawthiq.doors.desk.sign_in import make_sign_in_link
from tawthiq.record.collect.intake import Arrival, add_item
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import count_items
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.extractors.registry import rules
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.models import (
    Answered,
    find_statements,
    get_people_behind,
    get_status,
    put_proposal,
    put_statements,
)
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.by_hand import prefill
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict
from unit.verify.made import actor

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]


def page_of(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address, headers={"accept-language": "en"})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_the_first_page_says_what_waits(signed_in: SignedIn, statement: Statement) -> None:
    shown = page_of(signed_in(Role.COLLECTOR), "/")
    assert "1 statement waits for a person." in shown
    assert statement.quote[:60] in shown


def test_the_guide_goes_away_and_comes_back(signed_in: SignedIn) -> None:
    client = signed_in(Role.COLLECTOR)
    assert "in four steps" in page_of(client, "/")
    client.post("/guide/dismiss/")
    assert "in four steps" not in page_of(client, "/")
    client.post("/guide/show/")
    assert "in four steps" in page_of(client, "/")


def test_a_file_comes_in_with_what_its_bringer_says(signed_in: SignedIn, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    file = SimpleUploadedFile("invented.txt", b"Invented words.")
    answer = client.post("/items/add/", {"file": file, "published_on": "2015-08", "publisher": "Invented"}, follow=True)
    assert answer.status_code == 200
    assert "2015-08" in answer.content.decode()
    assert count_items(Reader(collector)) == 1


@pytest.mark.parametrize(
    ("data", "published_on", "said"),
    [(b"", "", "the file is empty"), (b"x", "2999-01-01", "after the day"), (b"x", "someday", "not a date")],
)
def test_a_bad_file_is_refused_in_words(
    signed_in: SignedIn, collector: Actor, data: bytes, published_on: str, said: str
) -> None:
    file = SimpleUploadedFile("invented.txt", data)
    answer = signed_in(Role.COLLECTOR).post("/items/add/", {"file": file, "published_on": published_on})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert count_items(Reader(collector)) == 0


def test_an_item_is_hashed_again_whenever_it_is_looked_at(signed_in: SignedIn, article: Item, home: Home) -> None:
    client = signed_in(Role.COLLECTOR)
    assert "it is the one recorded" in page_of(client, f"/items/{article.id}/")
    stored: Path = home.vault.path(article.sha256)
    stored.chmod(0o600)
    stored.write_bytes(stored.read_bytes().replace(b"900", b"901"))
    shown = page_of(client, f"/items/{article.id}/")
    assert "not what was recorded" in shown
    assert "901" not in shown


def test_the_hedge_stands_beside_the_number(signed_in: SignedIn, statement: Statement) -> None:
    shown = page_of(signed_in(Role.COLLECTOR), f"/statements/{statement.id}/")
    number = shown.index("more than 900</bdi>")
    assert "is believed to" in shown[number : number + 300]
    assert "a source that is not named" in shown


def test_what_is_implied_or_missing_needs_a_tick(signed_in: SignedIn, statement: Statement, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    decide = f"/statements/{statement.id}/decide/"
    refused = client.post(decide, {"verdict": "confirmed", "ticked": ["party_implied"]})
    assert refused.status_code == 400
    assert "denominator_missing" in refused.content.decode()
    client.post(decide, {"verdict": "confirmed", "ticked": ["party_implied", "denominator_missing"]})
    assert get_status(Reader(collector), [statement.id])[statement.id] is Status.CONFIRMED


def as_the_form_sends_it(**changes: str) -> dict[str, str | list[str]]:
    return {
        "kind": "figure",
        "factuality": "believed",
        "violations": ["recruitment_use"],
        "party_0_name": "The group",
        "party_0_basis": "implied",
        "act_period": "2015",
        "act_basis": "implied",
        "quantity_0_comparator": ">",
        "quantity_0_low": "900",
        "quantity_0_unit": "child",
        "quantity_1_comparator": "~<",
        "quantity_1_low": "100/3",
        **changes,
    }


def test_an_edit_keeps_the_machines_version(signed_in: SignedIn, statement: Statement, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    edit = as_the_form_sends_it(party_0_code="isil", quantity_1_remove="1")
    assert client.post(f"/statements/{statement.id}/edit/", edit).status_code == 302
    both = [one for _seq, one in find_statements(Reader(collector), item_id=statement.item_id)]
    ours = next(one for one in both if one.supersedes == statement.id)
    assert ours.party is not None
    assert ours.party.code == "isil"
    assert len(ours.quantities) == 1
    status = get_status(Reader(collector), [statement.id, ours.id])
    assert status == {statement.id: Status.EDITED, ours.id: Status.CANDIDATE}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("party_0_code", "nobody", "nobody"),
        ("act_period", "2015-13", "no day of the calendar"),
        ("quantity_0_low", "many", "not a number"),
        ("quantity_0_comparator", "range", "a range has two ends"),
        ("kind", "rumour", "not one of the choices"),
    ],
)
def test_a_wrong_edit_is_refused_with_its_field(
    signed_in: SignedIn, statement: Statement, field: str, value: str, said: str
) -> None:
    answer = signed_in(Role.COLLECTOR).post(f"/statements/{statement.id}/edit/", as_the_form_sends_it(**{field: value}))
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_an_edit_that_changes_nothing_is_no_edit(signed_in: SignedIn, statement: Statement) -> None:
    answer = signed_in(Role.COLLECTOR).post(f"/statements/{statement.id}/edit/", as_the_form_sends_it())
    assert answer.status_code == 400
    assert "nothing was changed" in answer.content.decode()


def test_the_ledger_verifies_on_the_page_and_proves_a_line(signed_in: SignedIn, article: Item) -> None:
    client = signed_in(Role.AUDITOR)
    assert "Bytes kept" in page_of(client, "/ledger/")
    assert "Proof that it is in the log" in page_of(client, "/ledger/0/")
    assert "the root is the recorded one" in client.post("/ledger/verify/").content.decode()
    assert "no such line" in page_of(client, "/ledger/77/", 404)


def test_a_sign_in_link_works_once(signed_in: SignedIn) -> None:
    signed_in(Role.COLLECTOR, name="invented-ada")
    link = make_sign_in_link(Account.objects.get(username="invented-ada"))
    first, second = Client(), Client()
    assert "invented-ada" in first.get(link).content.decode()
    assert first.post(link)["Location"] == "/"
    assert page_of(first, "/")
    assert second.post(link).status_code == 403
    assert second.get(link).status_code == 403
    assert second.get(link[:-4] + "xxx/").status_code == 403


def test_looking_at_a_sign_in_link_does_not_use_it(signed_in: SignedIn) -> None:
    signed_in(Role.COLLECTOR, name="invented-ada")
    link = make_sign_in_link(Account.objects.get(username="invented-ada"))
    Client().get(link)
    assert Client().post(link).status_code == 302


def test_keys_are_off_until_somebody_switches_them_on(signed_in: SignedIn) -> None:
    client = signed_in(Role.VERIFIER)
    assert 'data-keys="{}"' in page_of(client, "/")
    usual = {"next": "j", "previous": "k", "accept": "a", "edit": "e", "reject": "r", "verified": "v"}
    usual |= {"unverified": "u", "needs_more": "n", "open": "o", "help": "?"}
    client.post("/keys/", {**usual, "keys_on": "on", "next": "x"})
    assert "&quot;x&quot;: &quot;next&quot;" in page_of(client, "/")
    twice = client.post("/keys/", {**usual, "accept": "x", "reject": "x"})
    assert twice.status_code == 400


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_says_its_language_and_direction(signed_in: SignedIn, language: str, direction: str) -> None:
    answer = signed_in(Role.COLLECTOR).get("/", headers={"accept-language": language})
    assert f'<html lang="{language}" dir="{direction}">' in answer.content.decode()


def both_ticks() -> dict[str, str | list[str]]:
    return {"verdict": "confirmed", "ticked": ["party_implied", "denominator_missing"], "seconds": "30"}


def test_every_field_leads_to_its_words_in_the_text(signed_in: SignedIn, statement: Statement) -> None:
    shown = page_of(signed_in(Role.COLLECTOR), f"/statements/{statement.id}/")
    spans = [*statement.hedges, *(stated.span for stated in statement.quantities)]
    for span in spans:
        assert f'href="#w{span.start}-{span.end}"' in shown
        assert f'id="w{span.start}-{span.end}"' in shown
    assert "Bytes 19 to" in shown


def test_a_second_person_confirms_too(signed_in: SignedIn, statement: Statement, collector: Actor) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    address = f"/statements/{statement.id}/"
    first.post(f"{address}decide/", both_ticks())
    assert "Confirm it too" not in page_of(first, address)
    assert "Confirm it too" in page_of(second, address)
    second.post(f"{address}decide/", both_ticks())
    assert "2 persons stand behind it" in page_of(second, address)
    assert len(get_people_behind(Reader(collector), [statement.id])[statement.id]) == 2


def test_how_long_a_card_stayed_open_is_for_its_person_alone(signed_in: SignedIn, statement: Statement) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    first.post(f"/statements/{statement.id}/decide/", both_ticks())
    assert "stayed open 30 seconds" in page_of(first, "/statements/")
    assert "stayed open" not in page_of(second, "/statements/")


def test_an_edit_shows_both_versions_and_makes_no_case_before_it_is_confirmed(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    client.post(f"/statements/{statement.id}/edit/", as_the_form_sends_it(factuality="alleged"))
    (ours,) = [one for _seq, one in find_statements(Reader(collector), item_id=statement.item_id) if one.supersedes]
    shown = page_of(client, f"/statements/{ours.id}/")
    assert "Changed by a person" in shown
    assert shown.index(">believed</td>") < shown.index(">alleged</td>")
    with pytest.raises(Conflict):
        prefill(Reader(collector), [ours.id])


def test_what_a_model_proposed_and_the_gate_turned_away_is_counted_on_the_page(
    signed_in: SignedIn, article: Item, collector: Actor
) -> None:
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_proposal(work, article.id, "openai_compatible:x@1", Answered(1, {"quote_not_in_text": 3, "repeated": 1}))
    shown = page_of(signed_in(Role.COLLECTOR), f"/items/{article.id}/")
    assert "4 proposals were turned away" in shown
    assert "words that do not stand in the text: 3" in shown
    assert audit(Reader(actor(Role.AUDITOR))).faults == ()


def test_counts_as_a_page_of_their_own_and_in_another_keep_their_headings_in_order(signed_in: SignedIn) -> None:
    client = signed_in(Role.VERIFIER)
    alone = client.get("/counts/").content.decode()
    inside = client.get("/counts/", headers={"HX-Request": "true"}).content.decode()
    assert (alone.count("<h2>"), alone.count("<h3>")) == (2, 0)
    assert (inside.count("<h2>"), inside.count("<h3>")) == (0, 2)


def test_the_word_for_a_headline_gives_the_text_no_direction(signed_in: SignedIn, article: Item) -> None:
    client = signed_in(Role.COLLECTOR)
    shown = client.get(f"/items/{article.id}/", headers={"accept-language": "ar"}).content.decode()
    assert '<p class="b-headline" dir="auto"><bdi class="hidden">' in shown


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("page.html", '<!doctype html><meta charset="windows-1256"><p>قتل الجيش 12 طفلا في كيش</p>'.encode("cp1256")),
        ("wide.txt", "\ufeffكيش\n\nقتل الجيش 12 طفلا في كيش.".encode("utf-16-be")),
    ],
)
def test_the_kept_bytes_are_shown_in_their_own_letters(
    signed_in: SignedIn, collector: Actor, name: str, raw: bytes
) -> None:
    with Work(collector, Action.ITEM_ADD) as work:
        kept = add_item(work, io.BytesIO(raw), Arrival(name=name)).item
    (one,) = rules().extract(document_of_item(Reader(collector), kept))
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [one])
    shown = page_of(signed_in(Role.COLLECTOR), f"/statements/{one.id}/")
    assert f'<mark class="here">{one.quote}</mark>' in shown
    assert "\ufffd" not in shown
