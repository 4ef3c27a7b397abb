"""Pay stays in the currency it was told in; a conversion stands beside it with its rate, its day and whose it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tawthiq.record.collect.acts_table import RawRow
from tawthiq.record.link.act import Act
from tawthiq.record.link.paid import conversion_of
from tawthiq.record.link.particulars.particulars import NONE
from tawthiq.record.link.plan import Known, plan
from tawthiq.record.link.register import Reading
from tawthiq.terms.errors import BadInput
from tawthiq.terms.money import Money, Per

ROW = {"incident_id": "I1", "violation": "recruitment_use", "act_id": "A1", "child_id": "C1"}
PAY = {"pay_amount": "60,000", "pay_currency": "SYP", "pay_per": "month"}
RATE = {"pay_rate": "0.0066 usd", "pay_rate_on": "2014-07-03", "pay_rate_source": "an invented rate table"}


def act(**cells: str) -> Act:
    made = Reading("", date(2025, 8, 8)).entry(RawRow(2, {**ROW, **cells})).act
    assert made is not None
    return made


def test_a_conversion_is_worked_out_beside_the_pay_as_it_was_told() -> None:
    told = act(**PAY, **RATE)
    made = conversion_of(told)
    assert told.payment == Money(Decimal(60000), "SYP", Per.MONTH)
    assert made is not None
    assert made.value == Money(Decimal(396), "USD", Per.MONTH)
    assert (made.original, made.on, made.origin) == (told.payment, date(2014, 7, 3), "an invented rate table")


def test_no_conversion_is_worked_out_where_nobody_gave_a_rate() -> None:
    assert conversion_of(act(**PAY)) is None
    assert conversion_of(act()) is None


def test_a_conversion_given_later_leaves_what_was_judged() -> None:
    told = act(**PAY, **RATE)
    assert told.facts() == replace(told, particulars=NONE).facts()
    assert told.content() != replace(told, particulars=NONE).content()


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({**PAY, **RATE, "pay_rate_on": ""}, "pay_rate_on"),
        ({**PAY, **RATE, "pay_rate_source": ""}, "pay_rate_source"),
        ({**PAY, "pay_rate_on": "2014-07-03"}, "pay_rate"),
        ({**PAY, **RATE, "pay_rate_on": "2014"}, "pay_rate_on"),
        ({**PAY, **RATE, "pay_rate": "0.0066"}, "pay_rate"),
        ({**PAY, **RATE, "pay_rate": "0 USD"}, "pay_rate"),
        ({**PAY, **RATE, "pay_rate": "1 SYP"}, "pay_rate"),
        (RATE, "pay_amount"),
    ],
)
def test_a_conversion_that_does_not_say_all_is_refused(cells: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        act(**{name: text for name, text in cells.items() if text})
    assert refused.value.where == field


def again(before: Act, **cells: str) -> Act:
    """The act after a register told it again in these cells."""
    entry = Reading("", date(2025, 8, 8)).entry(RawRow(2, {**ROW, **cells}))
    (made,) = plan([entry], Known({}, {}, {}, {before.id: before}, {})).acts
    return made


def test_a_rate_goes_with_the_currency_that_it_was_told_with() -> None:
    before = act(**PAY, **RATE)
    assert conversion_of(again(before, **{**PAY, "pay_amount": "70,000"})) is not None, "a pay of the same currency"
    for currency in ("EUR", "USD"):
        made = again(before, pay_amount="400", pay_currency=currency)
        assert (conversion_of(made), made.particulars) == (None, NONE)
    assert again(before).particulars == NONE, "and a rate of no pay is none"
    told = {**RATE, "pay_rate": "1.09 USD"}
    fresh = conversion_of(again(before, pay_amount="400", pay_currency="EUR", **told))
    assert fresh is not None and fresh.value == Money(Decimal(436), "USD")
