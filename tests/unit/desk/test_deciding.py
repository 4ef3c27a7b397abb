"""Promises of a decision: nobody overwrites another unseen, nothing written is lost, who was wrong can say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from django.test import Client

from tawthiq.doors.desk.deciding import acts_of
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.models import (
    find_statements,
    get_decisions,
    get_neighbours,
    get_people_behind,
    get_status,
    put_statements,
)
from tawthiq.record.extract.statement import Statement, StatementKind
from tawthiq.safe.access import Action, Actor, Role
from tawthiq.safe.work import Reader, Work
from unit.desk.test_correction import as_shown
from unit.desk.viewed import SignedIn

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
TICKS = ["party_implied", "denominator_missing"]
ACCEPT = {"verdict": "confirmed", "ticked": TICKS}
REJECT = {"verdict": "rejected"}


def said(client: Client, one: Statement, form: Mapping[str, object], follow: bool = True) -> tuple[int, str]:
    english = {"accept-language": "en"}
    answer = client.post(f"/statements/{one.id}/decide/", form, follow=follow, headers=english)
    return answer.status_code, answer.content.decode()


def edited(client: Client, one: Statement, **changes: str) -> int:
    form = {**as_shown(one), "violations": "recruitment_use", **changes}
    return client.post(f"/statements/{one.id}/edit/", form).status_code


def status(collector: Actor, one: Statement) -> Status:
    return get_status(Reader(collector), [one.id])[one.id]


def test_who_decides_on_a_page_that_another_left_behind_is_told_and_nothing_is_overwritten(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    said(first, statement, {**ACCEPT, "seen": "0"})
    code, page = said(second, statement, {**REJECT, "seen": "0", "reason": "Words I wrote."})
    assert (code, "somebody decided on it meanwhile" in page, "Words I wrote." in page) == (409, True, True)
    assert status(collector, statement) is Status.CONFIRMED
    assert said(second, statement, {**REJECT, "seen": "1"})[0] == 200
    assert status(collector, statement) is Status.REJECTED


def test_a_button_pressed_twice_decides_once_and_is_no_fault(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    answers = [said(client, statement, {**ACCEPT, "seen": "0"}, follow=False)[0] for _ in range(2)]
    assert answers == [302, 302]
    assert len(get_decisions(Reader(collector), [statement.id])[statement.id]) == 1


def test_the_machines_version_is_not_confirmed_beside_the_corrected_one(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    assert edited(client, statement, act_period="2014") == 302
    code, page = said(client, statement, ACCEPT)
    assert code == 409 and "a corrected version stands in its place" in page
    assert status(collector, statement) is Status.EDITED


def test_the_machines_version_is_open_again_when_the_corrected_one_was_rejected(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    edited(client, statement, act_period="2014")
    kept = find_statements(Reader(collector), item_id=statement.item_id)
    (ours,) = [one for _place, one in kept if one.supersedes]
    said(client, ours, REJECT)
    assert (
        "Accept after all"
        in client.get(f"/statements/{statement.id}/", headers={"accept-language": "en"}).content.decode()
    )
    assert said(client, statement, ACCEPT)[0] == 200
    assert status(collector, statement) is Status.CONFIRMED
    assert get_neighbours(Reader(collector), statement.id).n > 0


def test_a_slip_is_put_right_by_the_one_who_made_it(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    _code, page = said(client, statement, REJECT)
    assert "Rejected: statement 1 of 1." in page
    assert f'<a href="/statements/{statement.id}/" data-key="back">' in page
    assert (
        "Accept after all"
        in client.get(f"/statements/{statement.id}/", headers={"accept-language": "en"}).content.decode()
    )
    said(client, statement, {**ACCEPT, "seen": "1"})
    assert status(collector, statement) is Status.CONFIRMED
    assert len(get_people_behind(Reader(collector), [statement.id])[statement.id]) == 1


def test_what_is_missing_is_named_in_words_and_what_was_written_stays(
    signed_in: SignedIn, statement: Statement
) -> None:
    form = {"verdict": "confirmed", "ticked": ["party_implied"], "reason": "Words I wrote."}
    code, page = said(signed_in(Role.COLLECTOR), statement, form)
    notice = page[page.index('class="notice wrong"') : page.index("What to do")]
    assert code == 400 and "The text does not say what this is a share of" in notice
    assert "denominator_missing" not in notice and "stm_" not in notice
    assert 'value="party_implied" data-tick checked' in page
    assert 'value="denominator_missing" data-tick autofocus' in page
    assert "Words I wrote.</textarea>" in page


def test_what_was_rejected_is_not_marked_as_what_stands(signed_in: SignedIn, statement: Statement) -> None:
    client = signed_in(Role.COLLECTOR)
    said(client, statement, REJECT)
    page = client.get(f"/items/{statement.item_id}/", headers={"accept-language": "en"}).content.decode()
    assert 'aria-label="Statement 1: Figure, Rejected">1✕</a>' in page


@pytest.mark.parametrize(
    ("stands", "behind", "offers"),
    [
        (Status.CANDIDATE, False, (True, True, True)),
        (Status.CONFIRMED, True, (False, True, True)),
        (Status.CONFIRMED, False, (True, True, True)),
        (Status.REJECTED, False, (True, False, True)),
        (Status.EDITED, False, (False, False, False)),
    ],
)
def test_what_is_open_follows_from_where_it_stands(
    stands: Status, behind: bool, offers: tuple[bool, bool, bool]
) -> None:
    acts = acts_of(stands, stands_behind=behind)
    assert (bool(acts.accept), bool(acts.reject), acts.edit) == offers


def listed(client: Client, query: str) -> list[str]:
    page = client.get(f"/statements/?{query}", headers={"accept-language": "en"}).content.decode()
    return re.findall(r'<li data-row><a href="/statements/(stm_\w+)/"', page)


def test_who_waits_for_a_second_person_is_shown_to_others_alone(signed_in: SignedIn, statement: Statement) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    said(first, statement, ACCEPT)
    assert (listed(first, "show=second"), listed(second, "show=second")) == ([], [statement.id])
    said(second, statement, ACCEPT)
    assert listed(second, "show=second") == listed(signed_in(Role.COLLECTOR, name="three"), "show=second") == []


def test_a_person_who_writes_a_version_and_confirms_it_stands_behind_it_alone(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    edited(first, statement, party_0_basis="stated", quantity_1_remove="1")
    (ours,) = [one.id for _p, one in find_statements(Reader(collector), item_id=statement.item_id) if one.supersedes]
    first.post(f"/statements/{ours}/decide/", REJECT | {"verdict": "confirmed"})
    assert (listed(first, "show=second"), listed(second, "show=second")) == ([], [ours])


def many(statement: Statement, n: int, collector: Actor) -> None:
    kinds = (StatementKind.CONTEXT, StatementKind.FIGURE)
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [replace(statement, kind=kinds[n % 2], extractor=f"made@{n}") for n in range(n)])


def test_the_queue_goes_on_behind_its_first_page_and_by_kind(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    many(statement, 60, collector)
    client = signed_in(Role.COLLECTOR)
    page = client.get("/statements/").content.decode()
    onward = re.search(r'href="\?([^"]+)" rel="next"', page)
    assert onward
    assert len({*listed(client, ""), *listed(client, onward[1].replace("&amp;", "&"))}) == 61
    assert len(listed(client, "kind=context")) == 30
    assert client.get("/statements/?before=x").status_code == 400


def test_a_second_reader_goes_on_to_what_waits_for_a_second_reader(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    many(statement, 3, collector)
    first, second = signed_in(Role.COLLECTOR, name="one"), signed_in(Role.COLLECTOR, name="two")
    both = listed(first, "")[:2]
    for one in both:
        first.post(f"/statements/{one}/decide/", ACCEPT)
    answer = second.post(f"/statements/{both[0]}/decide/", ACCEPT)
    assert answer["Location"] == f"/statements/{both[1]}/"
