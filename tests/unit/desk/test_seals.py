"""Seals of two persons, through the doors: nothing of a sealed item is shown, its copies are sealed with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tawthiq import flow
from tawthiq.doors import desk
from tawthiq.doors.cli import harm as at_the_prompt
from tawthiq.doors.evidence.gather import Flavour, gather
from tawthiq.record.collect import masked
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import get_item, harm
from tawthiq.record.collect.sealing import SealAct, SealState
from tawthiq.record.compare import step as compare
from tawthiq.record.compare.around import seal_with_copies
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.home import Home
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import Conflict, NotPermitted, SecondSignature
from unit.desk.viewed import REASON, SignedIn, keep, opened, pictures_in, repost, sealed
from unit.verify.made import put_case, put_telling

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def test_what_is_sealed_has_no_rendition_and_is_shown_to_nobody(
    signed_in: SignedIn, picture: Item, collector: Actor, verifier: Actor, home: Home
) -> None:
    client = signed_in(Role.VERIFIER)
    opened(client, picture, "grey")
    assert list(home.derivatives.hashes())
    sealed(collector, picture)
    assert list(home.derivatives.hashes()) == []
    page = client.get(f"/items/{picture.id}/").content.decode()
    assert "Sealed" in page and pictures_in(page) == []
    for address in (f"/items/{picture.id}/open/", f"/items/{picture.id}/masks/propose/"):
        assert client.post(address, {"step": "grey", **REASON}).status_code == 403
    with pytest.raises(NotPermitted):
        masked.propose(Reader(verifier), picture)
    with pytest.raises(NotPermitted):
        gather(Reader(Actor("usr_p", frozenset({Role.PUBLISHER}))), [picture.id], Flavour.FULL)
    assert list(home.derivatives.hashes()) == [] and home.vault.check(picture.sha256)


def test_the_words_of_a_sealed_text_stand_on_no_page_of_statements(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    assert statement.quote in client.get("/statements/").content.decode()
    with Work(collector, Action.ITEM_SEAL, thing=statement.item_id, purpose="invented reason") as work:
        seal_with_copies(work, statement.item_id, SealAct.ASK_SEAL)
    for address in ("/statements/", "/"):
        assert statement.quote not in client.get(address).content.decode()
    everything = client.get("/statements/?show=all").content.decode()
    assert "Sealed: nothing of it is shown" in everything and statement.quote not in everything
    for address in (f"/statements/{statement.id}/", f"/statements/{statement.id}/edit/"):
        answer = client.get(address)
        assert answer.status_code == 403 and statement.quote not in answer.content.decode()


def test_what_a_case_rests_on_is_not_quoted_from_a_sealed_text(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    case = put_case(collector)
    put_telling(collector, case, statement.item_id, name="invented teller")
    with Work(collector, Action.CASE_READ) as work:
        incident = link.find_incidents(work, limit=1)[0][1].id
    client = signed_in(Role.VERIFIER)
    pages = (f"/cases/{case}/", f"/incidents/{incident}/evidence/", f"/items/{statement.item_id}/check/")
    assert all("witness invented teller" in client.get(one).content.decode() for one in pages[:2])
    sealed(collector, get_item(Reader(collector), statement.item_id))
    for one in pages:
        page = client.get(one).content.decode()
        assert "nothing of it is shown" in page and "witness invented teller" not in page


def test_no_page_quotes_a_statement_without_asking_whether_its_item_is_sealed() -> None:
    """Two rooms may: their views refuse a sealed item as a whole."""
    folder = Path(desk.__file__).parent.parent / "templates" / "desk"
    raw = {one.name for one in folder.glob("*.html") if re.search(r"\{\{[^}]*\.quote\b", one.read_text("utf-8"))}
    assert raw == {"check.html", "statement_facts.html"}


def test_a_seal_takes_two_persons_to_stand_and_two_to_open(
    picture: Item, collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    reader = Reader(verifier)
    sealed(collector, picture)
    with pytest.raises(SecondSignature):
        sealed(collector, picture, SealAct.CONFIRM_SEAL)
    sealed(verifier, picture, SealAct.CONFIRM_SEAL)
    assert harm.get_seal(reader, picture.id).state is SealState.SEALED
    sealed(verifier, picture, SealAct.ASK_OPEN)
    assert harm.get_seal(reader, picture.id).closed
    with pytest.raises(SecondSignature):
        sealed(verifier, picture, SealAct.CONFIRM_OPEN)
    sealed(second_verifier, picture, SealAct.CONFIRM_OPEN)
    assert not harm.get_seal(reader, picture.id).closed
    with pytest.raises(NotPermitted), Work(collector, Action.ITEM_SEAL, thing=picture.id):
        raise AssertionError("a seal needs a reason")


def test_a_later_repost_of_what_is_sealed_is_sealed_before_anybody_sees_it(
    picture: Item, collector: Actor, verifier: Actor
) -> None:
    list(flow.run_step(collector, compare))
    sealed(collector, picture)
    sealed(verifier, picture, SealAct.CONFIRM_SEAL)
    copy, other = keep(collector, repost(), "repost.jpg"), keep(collector, repost(6), "other.jpg")
    list(flow.run_step(collector, compare))
    assert harm.get_seal(Reader(verifier), copy.id).state is SealState.SEALED
    assert not harm.get_seal(Reader(verifier), other.id).closed
    with pytest.raises(SecondSignature):
        sealed(verifier, copy, SealAct.ASK_OPEN)
        sealed(verifier, copy, SealAct.CONFIRM_OPEN)


def test_two_persons_seal_and_open_at_the_command_line(
    picture: Item, collector: Actor, verifier: Actor, second_verifier: Actor
) -> None:
    def say(actor: Actor, acts: tuple[str, ...], reason: str = "invented reason") -> str:
        return str(at_the_prompt.sealed(actor, picture.id, acts, reason)["state"])

    assert say(collector, at_the_prompt.SEAL) == "held"
    with pytest.raises(SecondSignature):
        say(collector, at_the_prompt.SEAL)
    with pytest.raises(NotPermitted):
        say(verifier, at_the_prompt.SEAL, " ")
    assert say(verifier, at_the_prompt.SEAL) == "sealed"
    with pytest.raises(Conflict):
        say(verifier, at_the_prompt.SEAL)
    assert say(verifier, at_the_prompt.UNSEAL) == "opening"
    assert say(second_verifier, at_the_prompt.DECLINE_OPEN) == "sealed"
    assert say(second_verifier, at_the_prompt.UNSEAL) == "opening"
    assert say(collector, at_the_prompt.UNSEAL) == "open"
