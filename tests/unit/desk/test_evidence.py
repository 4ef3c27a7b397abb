"""Promises of the evidence: copies collapse into one root, the unnamed add none, a tally is not believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from tawthiq.doors.desk.evidence import evidence_of
from tawthiq.doors.desk.roots_picture import LEFT, WIDTH, picture_of
from tawthiq.record.link.models.write import put_violation
from tawthiq.record.link.particulars.particulars import of
from tawthiq.record.verify.models.catalogue import find_neighbours
from tawthiq.record.verify.models.subjects import get_subjects
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.verify.made import NOW, incident, put_case, put_item, put_telling, violation

SignedIn = Callable[..., Client]
DATABASE = pytest.mark.django_db(databases=["default", "identities"])


def test_tellings_of_one_root_meet_in_one_dot() -> None:
    picture = picture_of([("agency", ["outlet a", "outlet b"]), ("clinic", ["clinic"])], ["somebody"], mirrored=False)
    ends = [(line.x2, line.y2) for line in picture.lines]
    assert len(picture.boxes) == 4 and len(picture.lines) == 3
    assert ends[0] == ends[1] != ends[2]
    assert picture.roots[0].y == (picture.boxes[0].y + picture.boxes[1].y) // 2


def test_a_page_read_from_the_right_has_the_picture_turned() -> None:
    groups = [("clinic", ["clinic"])]
    left, right = (picture_of(groups, [], mirrored=mirrored) for mirrored in (False, True))
    assert [WIDTH - line.x1 for line in right.lines] == [line.x1 for line in left.lines] == [LEFT]


@DATABASE
def test_two_outlets_that_quote_one_organisation_are_one_root(collector: Actor, verifier: Actor) -> None:
    subject = put_case(collector)
    for words in (b"An invented article.", b"Another invented article."):
        item = put_item(collector, words, publisher=words.decode())
        put_telling(collector, subject, item, kind="media", name=words.decode(), speaker="Invented Agency")
    put_telling(collector, subject, put_item(collector, b"An account."), kind="witness")
    found = evidence_of(Reader(verifier), get_subjects(Reader(verifier), [subject]))
    assert sorted(len(root.tellings) for root in found.roots) == [1, 2]
    assert {root.name for root in found.roots if len(root.tellings) == 2} == {"Invented Agency"}


@DATABASE
def test_a_tally_that_the_acts_do_not_bear_out_is_a_finding(signed_in: SignedIn, collector: Actor) -> None:
    put_case(collector)
    client = signed_in(Role.COLLECTOR)
    address = f"/incidents/{incident().id}/"
    for claimed, found in (
        ({"n_claimed": 1}, False),
        ({"n_claimed": 3}, True),
        ({"particulars": of({"tally_boys": 1})}, False),
        ({"particulars": of({"tally_girls": 1})}, True),
    ):
        with Work(collector, Action.CASE_WRITE, at=NOW) as work:
            put_violation(work, replace(violation(), **claimed))
        assert (b"The tally does not match" in client.get(address).content) is found


@DATABASE
def test_a_case_leads_to_the_ones_beside_it_in_the_queue(collector: Actor, verifier: Actor) -> None:
    for name in ("one", "two", "three"):
        put_case(collector, name)
    reader = Reader(verifier)
    assert find_neighbours(reader, incident("two").id) == (incident("three").id, incident("one").id)
    assert find_neighbours(reader, incident("three").id) == ("", incident("two").id)
