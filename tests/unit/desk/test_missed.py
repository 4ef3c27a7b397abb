"""Promises of a statement that a person adds: it stands in the text, is signed, waits, and asks for a second person."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest
from django.test import Client

from tawthiq.doors.audit import audit
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.sealing import SealAct
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.models import (
    find_statements,
    find_to_second,
    get_people_behind,
    get_status,
    put_by_hand,
)
from tawthiq.record.extract.statement import Statement
from tawthiq.report.check.gather import check_item
from tawthiq.safe import ledger
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict
from unit.desk.made import QUOTE, TEXT
from unit.desk.viewed import SignedIn, sealed

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
WORDS = "more than 900 children, almost a third of them girls"
START = TEXT.index(WORDS)
SAID = {"kind": "figure", "factuality": "believed", "act_basis": "stated"}


def answered(client: Client, address: str, form: Mapping[str, object]) -> tuple[int, str, str]:
    """(status, where it leads, page) of a form that was sent."""
    answer = client.post(address, form, headers={"accept-language": "en"})
    return answer.status_code, answer.headers.get("Location", ""), answer.content.decode()


def shown(client: Client, address: str) -> str:
    return client.get(address, headers={"accept-language": "en"}).content.decode()


def form_at(client: Client, address: str) -> dict[str, str]:
    """What a browser sends of the form as it is opened."""
    page = shown(client, address)
    selects = re.findall(r'<select id="(\w+)"(.*?)</select>', page, re.DOTALL)
    chosen = {name: re.findall(r'<option value="([^"]*)" selected>', options) for name, options in selects}
    typed = dict(re.findall(r'<input id="(\w+)" name="\w+" value="([^"]*)"', page))
    told = {name: html.unescape(value) for name, value in typed.items()}
    return told | {name: html.unescape(values[0]) for name, values in chosen.items() if values}


def added(client: Client, article: Item, **changes: str) -> str:
    """Adds the statement of WORDS; the id it was kept under."""
    address = f"/items/{article.id}/statements/add/?start={START}&end={START + len(WORDS)}"
    status, onward, _page = answered(client, address, {**form_at(client, address), **SAID, **changes})
    assert status == 302
    return onward.strip("/").rsplit("/", 1)[-1]


def kept(reader: Actor, article: Item) -> list[Statement]:
    return [one for _place, one in find_statements(Reader(reader), item_id=article.id)]


def actor_of(client: Client) -> Actor:
    return Account.objects.get(pk=client.session["_auth_user_id"]).as_actor()


def test_words_that_were_selected_on_the_page_become_the_place(signed_in: SignedIn, article: Item) -> None:
    form = {"words": WORDS, "start": START, "end": START + len(WORDS)}
    status, onward, _page = answered(signed_in(Role.COLLECTOR), f"/items/{article.id}/statements/words/", form)
    assert (status, onward) == (
        302,
        f"/items/{article.id}/statements/add/?start={START}&end={START + len(WORDS)}",
    )


def test_a_place_at_which_other_words_stand_is_not_believed(signed_in: SignedIn, article: Item) -> None:
    form = {"words": WORDS, "start": START - 5, "end": START + len(WORDS) - 5}
    _status, onward, _page = answered(signed_in(Role.COLLECTOR), f"/items/{article.id}/statements/words/", form)
    assert onward.endswith(f"?start={START}&end={START + len(WORDS)}")


def test_words_are_typed_where_scripts_are_off(signed_in: SignedIn, article: Item) -> None:
    client, address = signed_in(Role.COLLECTOR), f"/items/{article.id}/statements/words/"
    assert answered(client, address, {"words": ""})[:2] == (302, address)
    assert QUOTE in html.unescape(re.sub("<[^>]+>", "", shown(client, address)))
    status, _onward, page = answered(client, address, {"words": "more than 900 childen", "typed": "1"})
    assert (status, "these words do not stand in the text" in page) == (400, True)
    assert "more than 900 childen</textarea>" in page, "what was typed is lost"


def test_who_types_words_that_stand_twice_chooses(signed_in: SignedIn, article: Item) -> None:
    status, _onward, page = answered(
        signed_in(Role.COLLECTOR), f"/items/{article.id}/statements/words/", {"words": "re", "typed": "1"}
    )
    places = re.findall(r'<a href="/items/\w+/statements/add/\?start=(\d+)&amp;end=(\d+)"', page)
    assert status == 200 and len(places) == TEXT.count("re") > 1


def test_the_form_begins_with_the_numbers_our_grammar_reads_and_chooses_nothing_else(
    signed_in: SignedIn, article: Item
) -> None:
    client = signed_in(Role.COLLECTOR)
    address = f"/items/{article.id}/statements/add/?start={START}&end={START + len(WORDS)}"
    form = form_at(client, address)
    assert (form["quantity_0_low"], form["quantity_0_comparator"]) == ("900", ">")
    assert "kind" not in form and form["factuality"] == "believed"
    status, _onward, page = answered(client, address, form)
    assert status == 400 and '<a href="#kind">Kind</a>' in page


def test_what_is_kept_is_signed_by_its_writer_and_stands_byte_for_byte(
    signed_in: SignedIn, article: Item, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    before = ledger.head().size
    added(client, article)
    (one,) = kept(collector, article)
    assert (one.quote, one.written_by, one.supersedes) == (WORDS, actor_of(client).id, "")
    assert ledger.head().size == before + 1
    assert [event.action for event in ledger.events_of(one.id)] == ["statement.written"]
    data = TEXT.encode()
    at = data.index(WORDS.encode())
    page = shown(client, f"/statements/{one.id}/")
    assert f"Bytes {at} to {at + len(WORDS.encode())} of the kept file" in page
    assert "no machine read it" in page and "(<bdi>you</bdi>)" in page
    assert audit(Reader(actor_of(signed_in(Role.AUDITOR)))).faults == ()


def test_it_passes_the_same_gates_as_a_machines(signed_in: SignedIn, article: Item, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    one = added(client, article)
    assert get_status(Reader(collector), [one])[one] is Status.CANDIDATE
    assert answered(client, f"/statements/{one}/decide/", {"verdict": "confirmed"})[0] == 400
    ticked = {"verdict": "confirmed", "ticked": ["denominator_missing"]}
    assert answered(client, f"/statements/{one}/decide/", ticked)[0] == 302
    assert answered(client, f"/statements/{one}/decide/", {"verdict": "rejected"})[0] == 302, "it cannot be undone"
    assert get_status(Reader(collector), [one])[one] is Status.REJECTED


def test_who_wrote_and_confirmed_it_is_one_person_and_waits_for_a_second(signed_in: SignedIn, article: Item) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    one = added(first, article)
    ticked = {"verdict": "confirmed", "ticked": ["denominator_missing"]}
    answered(first, f"/statements/{one}/decide/", ticked)
    behind = get_people_behind(Reader(actor_of(second)), [one])[one]
    assert behind == {actor_of(first).id}
    assert [found.id for _place, found in find_to_second(Reader(actor_of(second)))] == [one]
    answered(second, f"/statements/{one}/decide/", ticked)
    assert get_people_behind(Reader(actor_of(second)), [one])[one] == {actor_of(first).id, actor_of(second).id}


def test_who_corrects_it_stands_behind_the_new_version_alone(signed_in: SignedIn, article: Item) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    one = added(first, article)
    form = form_at(second, f"/statements/{one}/edit/")
    _status, onward, _page = answered(second, f"/statements/{one}/edit/", {**form, "party_0_name": "The group"})
    ours = onward.strip("/").rsplit("/", 1)[-1]
    assert get_people_behind(Reader(actor_of(first)), [ours])[ours] == {actor_of(second).id}
    assert "The version before" in shown(second, onward)


def test_nobody_signs_for_another(article: Item, signed_in: SignedIn, collector: Actor) -> None:
    added(signed_in(Role.COLLECTOR), article)
    (written,) = kept(collector, article)
    with pytest.raises(Conflict, match="signs it"), Work(collector, Action.STATEMENT_DECIDE) as work:
        put_by_hand(work, written)


def test_the_same_is_not_kept_twice(signed_in: SignedIn, article: Item) -> None:
    client = signed_in(Role.COLLECTOR)
    added(client, article)
    address = f"/items/{article.id}/statements/add/?start={START}&end={START + len(WORDS)}"
    status, _onward, page = answered(client, address, {**form_at(client, address), **SAID})
    assert (status, "this statement is kept already" in page) == (409, True)
    assert "1 statement stands on some of these words already" in page


def test_a_sealed_text_takes_no_statement(signed_in: SignedIn, article: Item, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    sealed(collector, article, SealAct.ASK_SEAL)
    address = f"/items/{article.id}/statements/add/?start={START}&end={START + len(WORDS)}"
    assert answered(client, address, SAID)[0] == 403
    assert WORDS not in shown(client, address)


def test_a_check_counts_it_as_a_persons_words(signed_in: SignedIn, statement: Statement, article: Item) -> None:
    client = signed_in(Role.COLLECTOR)
    before = check_item(Reader(actor_of(client)), article.id)
    added(client, article)
    after = check_item(Reader(actor_of(client)), article.id)
    assert after.n_candidates == before.n_candidates


@pytest.mark.parametrize("where", ["?start=x&end=9", "?start=9&end=3", "?start=0&end=999999"])
def test_a_place_that_is_none_is_refused(signed_in: SignedIn, article: Item, where: str) -> None:
    assert signed_in(Role.COLLECTOR).get(f"/items/{article.id}/statements/add/{where}").status_code == 400
