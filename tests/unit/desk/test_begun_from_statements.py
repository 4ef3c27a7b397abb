"""What a confirmed statement brings into the forms of a case: nothing that nobody said, and each violation it tells."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models import put_decision, put_statements
from tawthiq.record.extract.statement import Statement, ViolationRef
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.access import Role as Person
from tawthiq.safe.work import Work
from unit.desk.viewed import SignedIn
from unit.verify.made import put_case

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


@pytest.fixture
def told(statement: Statement, collector: Actor) -> Statement:
    """A confirmed statement of two violations on the word of an organisation."""
    chain = (statement.chain[0], Link("An invented office", Role.ORGANISATION))
    violations = (ViolationRef("recruitment_use"), ViolationRef("abduction"))
    one = replace(statement, chain=chain, violations=violations, parties=(), quantities=())
    with Work(collector, Action.STATEMENT_EXTRACT) as work:
        put_statements(work, [one])
    with Work(collector, Action.STATEMENT_DECIDE) as work:
        put_decision(work, Decision(one.id, Verdict.CONFIRMED, collector.id, work.at))
    return one


@pytest.fixture
def act(collector: Actor) -> str:
    """An act of recruitment."""
    return put_case(collector)


def test_nobody_is_the_source_before_somebody_says_so(signed_in: SignedIn, told: Statement, act: str) -> None:
    address = f"/support/{act}/add/?statement={told.id}"
    page = signed_in(Person.COLLECTOR).get(address, headers={"accept-language": "en"}).content.decode()
    kinds = re.search(r'<select name="kind".*?</select>', page, re.DOTALL)
    assert kinds and re.search(r'<option value="" selected>\s*Choose one', kinds[0]) and "autofocus" in kinds[0]
    assert 'value="An invented office"' in page


def test_each_violation_that_a_statement_tells_is_offered(signed_in: SignedIn, told: Statement, act: str) -> None:
    client, address = signed_in(Person.COLLECTOR), f"/support/{act}/add/?statement={told.id}"
    form = {"kind": "ngo_report", "name": "An invented office", "statement": told.id}
    page = client.post(address, form, follow=True, headers={"accept-language": "en"}).content.decode()
    more = re.search(r"another violation too: Abduction\. <a href=\"([^\"]+)\">", page)
    assert more
    form_of_it = client.get(more[1].replace("&amp;", "&"), headers={"accept-language": "en"}).content.decode()
    assert "Add a violation: Abduction" in form_of_it
