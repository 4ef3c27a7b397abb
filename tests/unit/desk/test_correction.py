"""Promises of a correction: what the form shows is kept, what was typed comes back, sources can be put right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from django.test import Client

from tawthiq.doors.desk.correction import corrected
from tawthiq.doors.desk.correction_form import form_of
from tawthiq.record.extract.chain import UNNAMED, Link, Mode, Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Basis, PartyRef, Statement, ViolationRef
from tawthiq.safe.access import Role as Person
from tawthiq.terms.errors import BadInput
from unit.desk.made import QUOTE, TEXT, a_statement
from unit.desk.viewed import SignedIn

ONE = a_statement()


def as_shown(one: Statement) -> dict[str, str]:
    """What a browser sends when nothing was touched: a box without its tick sends nothing."""
    fields = (field for group in form_of(one) for field in group.fields)
    sent = {field.name: str(field.value) for field in fields if field.look != "tick" or field.value}
    return {"kind": one.kind, "factuality": one.factuality, **sent}


def after(one: Statement, **changes: str) -> Statement:
    violations = [ref.code for ref in one.violations]
    return corrected(one, {**as_shown(one), **changes}, violations)


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    with pytest.raises(BadInput, match="nothing was changed"):
        after(ONE)


def test_violations_keep_the_order_of_the_text_whatever_the_order_of_the_boxes() -> None:
    one = replace(ONE, violations=(ViolationRef("killing"), ViolationRef("abduction")))
    changed = corrected(one, {**as_shown(one), "kind": "context"}, ["recruitment_use", "abduction", "killing"])
    assert [ref.code for ref in changed.violations] == ["killing", "abduction", "recruitment_use"]


def test_a_third_stays_a_third_beside_another_change() -> None:
    changed = after(ONE, act_period="2014")
    assert changed.quantities[1].quantity.low == Fraction(100, 3)


@pytest.mark.parametrize(("typed", "read"), [("1,200", 1200), ("٩٠٠٫٥", Fraction(1801, 2)), ("1 200", 1200)])
def test_a_number_is_read_as_people_write_it(typed: str, read: Fraction | int) -> None:
    assert after(ONE, quantity_0_low=typed).quantities[0].quantity.low == read


def test_half_in_the_french_way_is_not_read_as_ten_times_as_much() -> None:
    with pytest.raises(BadInput, match="not a number"):
        after(ONE, quantity_0_low="0,500")


def test_a_source_is_named_and_stands_in_the_text() -> None:
    changed = after(ONE, source_1_name="The group", source_1_role="party", source_1_factuality="claimed_by_party")
    link = changed.chain[1]
    assert (link.actor, link.role, link.factuality) == ("The group", Role.PARTY, Factuality.CLAIMED_BY_PARTY)
    assert link.mention is not None
    assert link.mention.of(TEXT) == "The group"
    assert changed.speaker == "The group"


def test_a_source_too_many_goes_and_one_that_is_missing_comes() -> None:
    assert len(after(ONE, source_1_remove="1").chain) == 1
    added = after(ONE, source_2_name="An invented office", source_2_mode="direct")
    assert [link.actor for link in added.chain[1:]] == [UNNAMED, "An invented office"]
    assert added.chain[2].mode is Mode.DIRECT
    assert added.chain[2].mention is None


@pytest.mark.parametrize(("name", "role"), [("", "witness"), ("A neighbour", "unnamed")])
def test_a_source_is_named_or_is_one_that_is_not_named(name: str, role: str) -> None:
    with pytest.raises(BadInput) as refused:
        after(ONE, source_1_name=name, source_1_role=role)
    assert refused.value.where == "source_1_name"


def test_a_number_that_was_not_read_is_added_with_its_words() -> None:
    added = after(ONE, quantity_2_words="a third", quantity_2_kind="fraction", quantity_2_low="33").quantities[2]
    assert added.span.of(TEXT) == "a third"
    assert added.denominator_stated is False
    with pytest.raises(BadInput, match="do not stand in the statement"):
        after(ONE, quantity_2_words="a half", quantity_2_low="50")


def test_a_number_keeps_its_party_when_another_party_goes() -> None:
    parties = (PartyRef("One", Basis.STATED), PartyRef("Two", Basis.STATED))
    one = replace(ONE, parties=parties, quantities=tuple(replace(n, party=1) for n in ONE.quantities))
    assert {stated.party for stated in after(one, party_0_name="").quantities} == {0}
    assert {stated.party for stated in after(one, party_1_name="").quantities} == {None}


def test_a_party_that_is_named_leads_to_its_words() -> None:
    mention = after(ONE, party_1_name="children").parties[1].mention
    assert mention is not None
    assert mention.of(TEXT) == "children"
    assert mention.start == TEXT.index(QUOTE) + QUOTE.index("children")


def posted(client: Client, statement: Statement, said: Mapping[str, str], language: str = "en") -> tuple[int, str]:
    answer = client.post(f"/statements/{statement.id}/edit/", said, headers={"accept-language": language})
    return answer.status_code, answer.content.decode()


@pytest.mark.django_db(databases=["default", "identities"])
def test_a_refused_correction_comes_back_as_it_was_typed(signed_in: SignedIn, statement: Statement) -> None:
    typed = {"act_period": "2015-13", "party_0_name": "Another group", "quantity_1_remove": "1", "kind": "context"}
    status, page = posted(signed_in(Person.COLLECTOR), statement, {**as_shown(statement), **typed})
    assert status == 400
    assert 'value="Another group"' in page
    assert re.search(r'name="act_period" value="2015-13"[^>]* aria-invalid="true"', page)
    assert re.search(r'name="quantity_1_remove" value="1" checked', page)
    assert '<option value="context" selected>' in page


@pytest.mark.django_db(databases=["default", "identities"])
@pytest.mark.parametrize(("language", "named"), [("en", "Number 1: Number"), ("ar", "العدد 1: العدد")])
def test_a_refused_correction_leads_to_the_field_by_its_label(
    signed_in: SignedIn, statement: Statement, language: str, named: str
) -> None:
    said = {**as_shown(statement), "quantity_0_low": "many"}
    _status, page = posted(signed_in(Person.COLLECTOR), statement, said, language)
    assert f'<a href="#quantity_0_low">{named}</a>' in page


@pytest.mark.django_db(databases=["default", "identities"])
def test_an_arabic_card_parts_its_words_by_arabic_commas(signed_in: SignedIn, statement: Statement) -> None:
    shown = signed_in(Person.COLLECTOR).get(f"/statements/{statement.id}/", headers={"accept-language": "ar"})
    chain = re.search(r'<ol class="chain">.*?</ol>', shown.content.decode(), re.DOTALL)
    assert chain and "،" in chain[0] and ", " not in chain[0]


@pytest.mark.django_db(databases=["default", "identities"])
def test_both_versions_of_a_source_are_shown(signed_in: SignedIn, statement: Statement) -> None:
    client = signed_in(Person.COLLECTOR)
    said = {**as_shown(statement), "source_1_name": "The group", "source_1_role": "party", "violations": "killing"}
    answer = client.post(f"/statements/{statement.id}/edit/", said, follow=True, headers={"accept-language": "en"})
    page = answer.content.decode()
    assert page.index("a source that is not named (") < page.index("The group (party to the conflict")


def test_what_was_typed_of_a_link_that_carries_on_is_no_longer_carried() -> None:
    carried = Link("The office", Role.ORGANISATION, carried=True)
    one = replace(ONE, chain=(ONE.chain[0], carried))
    assert after(one, source_1_name="The group").chain[1].carried is False
