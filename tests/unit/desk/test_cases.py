"""Promises of the way from a confirmed statement to a verified case, taken in the browser's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.safe.access import Actor, Role
from tawthiq.safe.work import Reader

pytestmark = pytest.mark.django_db(databases=["default", "identities"])
SignedIn = Callable[..., Client]
INCIDENT = {"situation": "SY", "happened_on": "2015-06", "admin1": "SY09", "public_account": "Invented."}
VIOLATION = {"type": "recruitment_use", "how": "sole", "parties": ["isil"], "certainty": "moderate"}
ACT = {"victim": "child", "sex": "m", "age_min": "11", "armed": "y", "roles": ["guard"], "recruited_or_used": "used"}
STEP = {"policy": "provisional@1", "body": "this organisation", "reliability": "B", "credibility": "2"}


def confirm(client: Client, statement: Statement) -> None:
    ticked = ["party_implied", "denominator_missing"]
    client.post(f"/statements/{statement.id}/decide/", {"verdict": "confirmed", "ticked": ticked})


def record_a_case(client: Client, statement: Statement, collector: Actor) -> str:
    confirm(client, statement)
    begun = f"?statement={statement.id}"
    onward = client.post(f"/incidents/add/{begun}", INCIDENT).headers["Location"]
    onward = client.post(onward, VIOLATION).headers["Location"]
    done = client.post(onward, {"kind": "media", "name": "The Invented Gazette", "statement": statement.id})
    incident_id = done.headers["Location"].strip("/").split("/")[-1]
    violation = link.get_violations(Reader(collector), incident_id)[0]
    client.post(f"/violations/{violation.id}/acts/add/", ACT)
    return incident_id


def test_a_case_is_recorded_from_a_statement_and_verified_by_two(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    incident_id = record_a_case(signed_in(Role.COLLECTOR), statement, collector)
    first, second = signed_in(Role.VERIFIER, name="invented-basil"), signed_in(Role.VERIFIER, name="invented-carmen")
    case = f"/verification/{incident_id}/"
    assert "1 case" in first.get("/verification/").content.decode()
    assert first.post(case, {**STEP, "stage": "focal", "occurrence": "verified"}).status_code == 302
    again = first.post(case, {**STEP, "stage": "final", "occurrence": "verified"})
    assert again.status_code == 403
    assert "who assessed a case before" in again.content.decode()
    assert second.post(case, {**STEP, "stage": "final", "occurrence": "verified"}).status_code == 302
    shown = second.get(f"/incidents/{incident_id}/", headers={"accept-language": "en"}).content.decode()
    assert "verified by <bdi>this organisation</bdi> under <bdi>provisional@1</bdi>" in shown
    held = second.get("/counts/", headers={"accept-language": "en"}).content.decode()
    assert held.index("Verified") < held.index('class="big">1<') < held.index("Not verified"), "apart, never added"
    assert "No case waits." in second.get("/verification/", headers={"accept-language": "en"}).content.decode()


def test_a_step_that_somebody_else_took_meanwhile_is_not_taken_twice(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    incident_id = record_a_case(signed_in(Role.COLLECTOR), statement, collector)
    case, focal = f"/verification/{incident_id}/", {**STEP, "stage": "focal", "occurrence": "verified"}
    signed_in(Role.VERIFIER, name="invented-basil").post(case, focal)
    meanwhile = signed_in(Role.VERIFIER, name="invented-carmen").post(case, focal)
    assert meanwhile.status_code == 409
    assert "the next step under provisional@1 is final" in meanwhile.content.decode()


def test_the_page_asks_for_reasons_where_the_rule_does(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    incident_id = record_a_case(signed_in(Role.COLLECTOR), statement, collector)
    case, second = f"/verification/{incident_id}/", signed_in(Role.VERIFIER, name="invented-carmen")
    asks = [asks_for_reasons(second.get(case).content.decode())]
    signed_in(Role.VERIFIER, name="invented-basil").post(case, {**STEP, "stage": "focal", "occurrence": "verified"})
    asks.append(asks_for_reasons(second.get(case).content.decode()))
    assert asks == [False, True]
    other = {**STEP, "stage": "final", "occurrence": "not_verifiable"}
    refused = second.post(case, other, headers={"accept-language": "en"})
    assert (refused.status_code, "needs reasons" in refused.content.decode()) == (400, True)
    assert second.post(case, other | {"reasons": "an invented second account differs"}).status_code == 302


def asks_for_reasons(page: str) -> bool:
    field = page[page.index('<textarea name="reasons"') :]
    return " required" in field[: field.index(">")]


def test_a_conversion_stands_beside_the_pay_on_the_pages_of_the_case(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    incident_id = record_a_case(client, statement, collector)
    violation = link.get_violations(Reader(collector), incident_id)[0]
    pay = {"pay_amount": "60000", "pay_currency": "SYP", "pay_per": "month"}
    rate = {"pay_rate": "0.0066 USD", "pay_rate_on": "2014-07-03", "pay_rate_source": "an invented rate table"}
    assert client.post(f"/violations/{violation.id}/acts/add/", ACT | pay | rate).status_code == 302
    act = next(one for one in link.get_acts(Reader(collector), violation.id) if one.payment)
    for page in (f"/incidents/{incident_id}/", f"/cases/{act.id}/"):
        shown = client.get(page, headers={"accept-language": "en"}).content.decode()
        assert "60000.00 SYP" in shown and "396 USD" in shown and "an invented rate table" in shown, page


def test_one_telling_is_not_two_independent_sources(
    signed_in: SignedIn, statement: Statement, collector: Actor
) -> None:
    incident_id = record_a_case(signed_in(Role.COLLECTOR), statement, collector)
    case = f"/verification/{incident_id}/"
    step = {**STEP, "policy": "two_independent@1", "occurrence": "verified"}
    signed_in(Role.VERIFIER, name="invented-basil").post(case, {**step, "stage": "focal"})
    refused = signed_in(Role.VERIFIER, name="invented-carmen").post(case, {**step, "stage": "final"})
    assert refused.status_code == 403
    assert "0 independent root" in refused.content.decode(), "its only source is not named"


def test_nothing_rests_on_a_statement_that_nobody_confirmed(signed_in: SignedIn, statement: Statement) -> None:
    answer = signed_in(Role.COLLECTOR).get(f"/incidents/add/?statement={statement.id}")
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("form", "change", "said"),
    [
        ("violation", {"how": "joint"}, "does not go with the number of parties"),
        ("violation", {"type": "attack_house"}, "attack_house"),
        ("act", {"victim": "group"}, "a group counts at least one child"),
        ("act", {"age_min": "12", "age_max": "10"}, "ages run from 12 down to 10"),
        ("act", {"pay_amount": "400"}, "a pay needs its currency"),
        ("act", {"happened_on": "2014-02-30"}, "no day of the calendar"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    signed_in: SignedIn, statement: Statement, collector: Actor, form: str, change: dict[str, str], said: str
) -> None:
    client = signed_in(Role.COLLECTOR)
    incident_id = record_a_case(client, statement, collector)
    violation = link.get_violations(Reader(collector), incident_id)[0]
    address = (
        f"/incidents/{incident_id}/violations/add/" if form == "violation" else f"/violations/{violation.id}/acts/add/"
    )
    answer = client.post(address, {**(VIOLATION if form == "violation" else ACT), **change})
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_an_incident_that_holds_nothing_yet_has_a_page_and_a_division_by_its_name(
    signed_in: SignedIn, collector: Actor
) -> None:
    client = signed_in(Role.COLLECTOR)
    made = client.post("/incidents/add/", INCIDENT | {"admin1": "Aleppo"}).headers["Location"]
    assert client.get(made).status_code == 200
    incident_id = made.strip("/").split("/")[-1]
    assert link.get_incident(Reader(collector), incident_id).admin1 == "SY02"
    assert signed_in(Role.VERIFIER).get(f"/verification/{incident_id}/").status_code == 200
    assert client.post("/incidents/add/", INCIDENT | {"situation": ""}).status_code == 400, "none is chosen for anybody"
