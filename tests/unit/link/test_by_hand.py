"""Cases made by hand rest on confirmed statements, and never on others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tawthiq.record.extract.decision import Decision, Verdict
from tawthiq.record.extract.models import put_decision, put_statements
from tawthiq.record.link.act import Act
from tawthiq.record.link.by_hand import make_act, make_incident, make_violation, prefill
from tawthiq.record.link.incident import Incident
from tawthiq.record.link.models import read
from tawthiq.record.link.particulars.particulars import of
from tawthiq.record.link.violation import UNIDENTIFIED, Violation
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, Conflict, ImpossibleDate
from tawthiq.terms.identity import Kind, mint_id
from tawthiq.terms.money import Money
from tawthiq.terms.when import in_year
from unit.verify.made import NOW, put_item, statement

pytestmark = pytest.mark.django_db(databases=["default", "identities"])


def a_statement(collector: Actor, *, confirmed: bool) -> str:
    claim = statement(put_item(collector, b"An invented report."), "An invented report.")
    with Work(collector, Action.STATEMENT_EXTRACT, at=NOW) as work:
        put_statements(work, [claim])
    if confirmed:
        with Work(collector, Action.STATEMENT_DECIDE, at=NOW) as work:
            put_decision(work, Decision(claim.id, Verdict.CONFIRMED, collector.id, NOW))
    return claim.id


def test_a_case_is_made_in_one_work_from_a_confirmed_statement(collector: Actor) -> None:
    told = a_statement(collector, confirmed=True)
    with Work(collector, Action.CASE_WRITE, at=NOW) as work:
        incident = make_incident(work, Incident("", "SY", in_year(2014)), [told])
        violation = make_violation(work, Violation("", incident.id, "recruitment_use", UNIDENTIFIED), [told])
        act = make_act(work, Act("", violation.id, mint_id(Kind.CHILD)), [told])
    reader = Reader(collector)
    assert act.happened_on == in_year(2014)
    assert {one.subject_id for one in read.get_support(reader, [violation.id, act.id])} == {violation.id, act.id}
    assert prefill(reader, [told]).attribution == UNIDENTIFIED


def test_an_unconfirmed_statement_makes_no_case(collector: Actor) -> None:
    told = a_statement(collector, confirmed=False)
    with pytest.raises(Conflict):
        prefill(Reader(collector), [told])
    with pytest.raises(Conflict), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        make_incident(work, Incident("", "SY", None), [told])
    assert read.find_incidents(Reader(collector)) == []


def test_an_incident_from_the_future_is_refused(collector: Actor) -> None:
    with pytest.raises(ImpossibleDate), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        make_incident(work, Incident("", "SY", in_year(2016)))


def test_a_violation_counted_in_incidents_takes_no_act(collector: Actor) -> None:
    with pytest.raises(BadInput), Work(collector, Action.CASE_WRITE, at=NOW) as work:
        incident = make_incident(work, Incident("", "SY", in_year(2014)))
        violation = make_violation(work, Violation("", incident.id, "attack_school", UNIDENTIFIED))
        make_act(work, Act("", violation.id, mint_id(Kind.CHILD)))


@pytest.mark.parametrize(
    ("payment", "rate", "where"),
    [(None, "0.0066 USD", "pay_amount"), (Money(Decimal(60000), "SYP"), "1 SYP", "pay_rate")],
)
def test_a_rate_that_converts_no_pay_is_refused_by_hand_too(
    collector: Actor, payment: Money | None, rate: str, where: str
) -> None:
    told = of({"pay_rate": rate, "pay_rate_on": "2014-07-03", "pay_rate_source": "an invented rate table"})
    with pytest.raises(BadInput) as refused, Work(collector, Action.CASE_WRITE, at=NOW) as work:
        incident = make_incident(work, Incident("", "SY", in_year(2014)))
        violation = make_violation(work, Violation("", incident.id, "recruitment_use", UNIDENTIFIED))
        make_act(work, Act("", violation.id, mint_id(Kind.CHILD), payment=payment, particulars=told))
    assert refused.value.where == where
    assert read.find_incidents(Reader(collector)) == []
