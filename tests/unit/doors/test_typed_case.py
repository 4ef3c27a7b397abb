"""Cases at the command line: typed they are read as a register's row would be, shown they are told as they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tawthiq.doors.cli.incident_shown import shown
from tawthiq.doors.cli.incident_typed import Typed, make_case
from tawthiq.record.link.by_hand import Prefill
from tawthiq.record.link.models.read import get_acts, get_violations
from tawthiq.record.link.models.write import put_act
from tawthiq.record.link.particulars.particulars import of
from tawthiq.record.link.source import Source
from tawthiq.record.link.violation import UNIDENTIFIED
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.money import Money, Per
from unit.verify.made import act, incident, put_case

pytestmark = pytest.mark.django_db(databases=["default", "identities"])

NOTHING_TOLD = Prefill("", "", "", None, "", UNIDENTIFIED, None, ())


@pytest.mark.parametrize(("situation", "party"), [("SD", "pdf_sd"), ("MM", "pdf_mm")])
def test_a_name_of_two_parties_is_that_of_the_typed_situation(collector: Actor, situation: str, party: str) -> None:
    typed = Typed(situation, "2014-07", "", "", "abduction", "", "unidentified", "m", "", "", (), ("handed_to=PDF",))
    with Work(collector, Action.CASE_WRITE) as work:
        incident = make_case(work, typed, NOTHING_TOLD, Source("media"))
    (violation,) = get_violations(Reader(collector), incident)
    (act,) = get_acts(Reader(collector), violation.id)
    assert act.particulars.get("handed_to") == (party,)


def test_a_conversion_is_shown_beside_the_pay_that_it_converts(collector: Actor) -> None:
    put_case(collector)
    (plain,) = shown(Reader(collector), incident().id)["violations"][0]["acts"]
    assert (plain["payment"], plain["converted"]) == (None, None)
    rate = of({"pay_rate": "0.0066 USD", "pay_rate_on": "2014-07-03", "pay_rate_source": "an invented rate table"})
    with Work(collector, Action.CASE_WRITE) as work:
        put_act(work, replace(act(), payment=Money(Decimal(60000), "SYP", Per.MONTH), particulars=rate))
    (paid,) = shown(Reader(collector), incident().id)["violations"][0]["acts"]
    assert paid["payment"] == ["60000.00", "SYP", "month"]
    assert Decimal(paid["converted"].pop("amount")) == 396
    assert paid["converted"] == {
        "currency": "USD", "per": "month", "rate": "0.0066", "on": "2014-07-03", "source": "an invented rate table",
    }  # fmt: skip
