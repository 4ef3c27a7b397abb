"""Promises of entry: each type asks its own fields, what is typed is not lost, what is recorded already is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tawthiq.doors.models import Draft
from tawthiq.record.link.models import read as link
from tawthiq.record.link.particulars.form import OF_TYPE, particulars_of
from tawthiq.record.link.particulars.spec import Level
from tawthiq.safe import ledger
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.work import Reader
from tawthiq.terms.unknown import Unknown
from unit.verify.made import incident, put_case, violation

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]
KILLING = {"type": "killing", "how": "unidentified", "certainty": "u", "happened_on": "2014-07-03"}


@pytest.mark.parametrize("type_code", list(OF_TYPE))
def test_the_form_of_a_type_asks_each_of_its_fields(signed_in: SignedIn, collector: Actor, type_code: str) -> None:
    put_case(collector)
    shown = signed_in(Role.COLLECTOR).get(f"/incidents/{incident().id}/violations/add/?type={type_code}")
    missing = [
        name for name in particulars_of(type_code, Level.VIOLATION) if f'name="{name}"'.encode() not in shown.content
    ]
    assert missing == []


def test_what_is_typed_of_a_type_is_kept_and_unknown_keeps_its_reason(signed_in: SignedIn, collector: Actor) -> None:
    put_case(collector)
    said = {**KILLING, "weapons": ["mortar_rocket"], "harm_context": "?not_stated"}
    client = signed_in(Role.COLLECTOR)
    assert client.post(f"/incidents/{incident().id}/violations/add/", said).status_code == 302
    made = next(one for one in link.get_violations(Reader(collector), incident().id) if one.type == "killing")
    assert made.particulars.get("weapons") == ("mortar_rocket",)
    assert isinstance(made.particulars.get("harm_context"), Unknown)
    page = client.get(f"/incidents/{incident().id}/", headers={"accept-language": "en"}).content.decode()
    assert "not stated" in page


def test_a_violation_begins_with_its_type(signed_in: SignedIn, collector: Actor) -> None:
    put_case(collector)
    shown = signed_in(Role.COLLECTOR).get(f"/incidents/{incident().id}/violations/add/").content
    assert shown.count(b'type="radio"') == len(OF_TYPE)


def test_a_draft_is_there_again_and_goes_when_the_form_is_kept(signed_in: SignedIn) -> None:
    client, before = signed_in(Role.COLLECTOR), ledger.head().size
    half = {"draft_form": "/incidents/add/", "draft_title": "Invented", "situation": "SY", "public_account": "Half a"}
    client.post("/drafts/save/", half)
    assert ledger.head().size == before, "a draft is no part of the record"
    assert "Half a" in client.get("/incidents/add/").content.decode()
    assert "Invented" in client.get("/").content.decode()
    assert "Half a" not in signed_in(Role.COLLECTOR, name="invented-other").get("/incidents/add/").content.decode()
    client.post("/incidents/add/", {"situation": "SY", "public_account": "Half an account"})
    assert not Draft.objects.exists()


def test_nobody_throws_away_the_draft_of_another(signed_in: SignedIn) -> None:
    signed_in(Role.COLLECTOR).post("/drafts/save/", {"draft_form": "/incidents/add/", "situation": "SY"})
    signed_in(Role.COLLECTOR, name="invented-other").post(f"/drafts/{Draft.objects.get().pk}/discard/")
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "", "javascript:x"])
def test_a_draft_leads_nowhere_but_to_the_desk(signed_in: SignedIn, address: str) -> None:
    answer = signed_in(Role.COLLECTOR).post("/drafts/save/", {"draft_form": address, "situation": "SY"})
    assert answer.status_code == 400


@pytest.mark.parametrize(("day", "found"), [("2014-07-04", True), ("2014-07-20", False), ("2014-07-", False)])
def test_what_may_be_recorded_already_is_shown_while_typing(
    signed_in: SignedIn, collector: Actor, day: str, found: bool
) -> None:
    put_case(collector)
    said = {"situation": "SY", "happened_on": day, "admin1": "SY02"}
    client, part = signed_in(Role.COLLECTOR), {"HX-Request": "true"}
    shown = client.post("/similar/", said, headers=part).content.decode()
    assert (incident().id in shown) is found
    typed = said | {"type": violation().type}
    beside = client.post(f"/incidents/{incident().id}/similar/", typed, headers=part)
    assert incident().id not in beside.content.decode(), "an incident is not told again by itself"


def test_what_is_recorded_already_can_be_asked_for_without_a_script(signed_in: SignedIn, collector: Actor) -> None:
    put_case(collector)
    client = signed_in(Role.COLLECTOR)
    form = client.get("/incidents/add/").content.decode()
    assert '<noscript><p><button class="plain" form="entry" formaction="/similar/" formtarget="_blank"' in form
    typed = {"situation": "SY", "happened_on": "2014-07-03", "admin1": "SY02"}
    page = client.post("/similar/", typed).content.decode()
    part = client.post("/similar/", typed, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in page and "<html" not in part
    assert all(f"/incidents/{incident().id}/" in one for one in (page, part))
