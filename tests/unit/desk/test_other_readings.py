"""Two extractors that read the same words otherwise are shown side by side; who accepts one may turn the other down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.models import find_other_readings, get_decisions, get_status, put_statements
from tawthiq.record.extract.second_reading import is_other_reading
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import BY_HAND, Statement
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.desk.test_deciding import ACCEPT, REJECT, said
from unit.desk.viewed import SignedIn

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


@pytest.fixture
def other(statement: Statement, collector: Actor) -> Statement:
    """The same words, read by a model as less sure."""
    read = replace(statement, extractor="openai_compatible:m@3", factuality=Factuality.ALLEGED)
    with Work(collector, Action.STATEMENT_EXTRACT, thing=statement.item_id) as work:
        put_statements(work, [read])
    return read


def status(collector: Actor, one: Statement) -> Status:
    return get_status(Reader(collector), [one.id])[one.id]


def test_the_card_shows_what_another_extractor_read_there_and_where_it_differs(
    signed_in: SignedIn, statement: Statement, other: Statement
) -> None:
    page = signed_in(Role.COLLECTOR).get(f"/statements/{statement.id}/", headers={"accept-language": "en"})
    words = page.content.decode()
    assert "Another reading of the same words" in words
    assert f"/statements/{other.id}/" in words
    assert "How sure" in words
    assert "The same words elsewhere" not in words


def test_who_accepts_one_reading_turns_the_other_down_in_the_same_breath(
    signed_in: SignedIn, statement: Statement, other: Statement, collector: Actor
) -> None:
    form = {**ACCEPT, "seen": "0", "others": "reject", "others_seen": [other.id]}
    assert said(signed_in(Role.COLLECTOR), statement, form)[0] == 200
    assert (status(collector, statement), status(collector, other)) == (Status.CONFIRMED, Status.REJECTED)
    (decision,) = get_decisions(Reader(collector), [other.id])[other.id]
    assert decision.reason == "Another reading of the same words was accepted."


@pytest.mark.parametrize(
    "form",
    [
        {**ACCEPT, "others_seen": "ID"},
        {**ACCEPT, "others": "reject"},
        {**REJECT, "others": "reject", "others_seen": "ID"},
    ],
)
def test_a_reading_that_the_person_did_not_see_or_name_waits_on(
    form: dict[str, object], signed_in: SignedIn, statement: Statement, other: Statement, collector: Actor
) -> None:
    seen = {"others_seen": [other.id]} if "others_seen" in form else {}
    said(signed_in(Role.COLLECTOR), statement, {**form, **seen, "seen": "0"})
    assert status(collector, other) is Status.CANDIDATE


def test_what_somebody_confirmed_is_not_turned_down_on_the_way(
    signed_in: SignedIn, statement: Statement, other: Statement, collector: Actor
) -> None:
    said(signed_in(Role.COLLECTOR, name="one"), other, {**ACCEPT, "seen": "0"})
    form = {**ACCEPT, "seen": "0", "others": "reject", "others_seen": [other.id]}
    assert said(signed_in(Role.COLLECTOR, name="two"), statement, form)[0] == 200
    assert status(collector, other) is Status.CONFIRMED


@pytest.mark.parametrize(("box", "checked"), [({"others": "reject"}, True), ({}, False)])
def test_the_box_stays_as_it_was_when_a_tick_was_missing(
    box: dict[str, str], checked: bool, signed_in: SignedIn, statement: Statement, other: Statement
) -> None:
    code, page = said(signed_in(Role.COLLECTOR), statement, {"verdict": "confirmed", "seen": "0", **box})
    assert (code, 'name="others" value="reject" checked' in page) == (400, checked)


def test_a_newer_reading_of_the_same_extractor_is_no_other_one(statement: Statement, collector: Actor) -> None:
    newer = replace(statement, extractor=statement.extractor.partition("@")[0] + "@999", factuality=Factuality.ALLEGED)
    with Work(collector, Action.STATEMENT_EXTRACT, thing=statement.item_id) as work:
        put_statements(work, [newer])
    assert find_other_readings(Reader(collector), statement) == []


def test_what_a_person_wrote_sees_other_readings_and_is_none_itself(statement: Statement) -> None:
    by_hand = replace(statement, extractor=BY_HAND + "usr_invented")
    assert is_other_reading(by_hand, statement)
    assert not is_other_reading(statement, by_hand)


def test_words_that_only_touch_are_no_other_reading(statement: Statement) -> None:
    assert isinstance(statement.span, Span)
    longer = Span(statement.span.start, statement.span.end + 2 * len(statement.span))
    assert not is_other_reading(statement, replace(statement, extractor="openai_compatible:m@3", span=longer))
