"""Promises of the register form and of the page of people."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tawthiq.record.collect.models import count_items
from tawthiq.record.link.models import read as link
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.models import Account
from tawthiq.safe.work import Reader

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]
ROWS = b"incident_id,violation,situation,sex,occurred_from\nI1,killing,SY,m,2014-03-01\nI2,no_such,SY,f,2014-03-02\n"


def send(client: Client, data: bytes = ROWS, **said: str) -> str:
    file = SimpleUploadedFile("acts.csv", data)
    headers = {"accept-language": "en"}
    answer = client.post("/registers/import/", {"file": file, "register": "invented", **said}, headers=headers)
    return answer.content.decode()


def test_nothing_is_kept_before_its_changes_were_seen(signed_in: SignedIn, collector: Actor) -> None:
    client = signed_in(Role.COLLECTOR)
    shown = send(client)
    assert "nothing is kept yet" in shown and "no code of violation" in shown
    assert "no_such" not in shown, "a cell's own words do not come back in an error"
    assert count_items(Reader(collector)) == 0
    mark = re.search(r'name="shown" value="([0-9a-f]{64})"', shown)
    assert mark is not None
    assert "not the file whose changes were shown" in send(
        client, ROWS + b"I3,killing,SY,m,2014\n", shown=mark[1], keep="1"
    )
    assert count_items(Reader(collector)) == 0
    assert "1 is put aside" in send(client, shown=mark[1], keep="1")
    assert len(link.find_incidents(Reader(collector))) == 1


def test_a_tally_that_the_rows_contradict_is_said_before_and_after_the_import(signed_in: SignedIn) -> None:
    told = b"incident_id,violation,situation,sex,tally_boys,tally_girls\nI1,killing,SY,f,7,2\nI1,killing,SY,f,7,2\n"
    client = signed_in(Role.COLLECTOR)
    shown = send(client, told)
    mark = re.search(r'name="shown" value="([0-9a-f]{64})"', shown)
    assert mark is not None
    for page in (shown, send(client, told, shown=mark[1], keep="1")):
        assert "The tally does not match" in page
        assert "Boys, as somebody reports: Somebody gives 7; the acts recorded here hold 0 children" in page
        assert "Girls, as somebody reports" not in page
    assert "The tally does not match" not in send(client, told.replace(b"f,7,2", b"f,0,2"))


def test_an_administrator_gives_roles_and_a_first_way_in(signed_in: SignedIn) -> None:
    client = signed_in(Role.ADMINISTRATOR)
    made = client.post("/people/", {"username": "invented-new", "roles": ["verifier"]}).content.decode()
    link_to = re.search(r"/enter/[\w:-]+/", made)
    assert link_to is not None and Account.objects.get(username="invented-new").roles == ["verifier"]
    assert Client().post(link_to[0]).status_code == 302


def test_nobody_is_given_a_way_in_as_somebody_who_works_here(signed_in: SignedIn) -> None:
    signed_in(Role.VERIFIER, name="invented-basil")
    changed = signed_in(Role.ADMINISTRATOR).post("/people/", {"username": "invented-basil", "roles": ["analyst"]})
    assert "/enter/" not in changed.content.decode()
    assert Account.objects.get(username="invented-basil").roles == ["analyst"]


def test_an_administrator_does_not_lock_everybody_out(signed_in: SignedIn) -> None:
    answer = signed_in(Role.ADMINISTRATOR).post("/people/", {"username": "invented-administrator", "roles": []})
    assert answer.status_code == 409
