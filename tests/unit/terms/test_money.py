"""Money stays in the currency it was paid in; a conversion is derived and says from what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from strategies import conversions, moneys, tried
from tawthiq.terms.errors import BadInput, MissingField, UnknownCode
from tawthiq.terms.money import Conversion, Money, Per

DAY = date(2014, 12, 31)


@tried
@given(conversions)
def test_a_conversion_keeps_the_original_and_its_time(conversion: Conversion) -> None:
    assert conversion.value.per is conversion.original.per
    assert conversion.value.currency == conversion.into
    assert conversion.value.amount == conversion.original.amount * conversion.rate


@tried
@given(moneys)
def test_a_rate_of_one_changes_no_amount(paid: Money) -> None:
    assert Conversion(paid, paid.currency, Decimal(1), DAY, "same currency").value == paid


@pytest.mark.parametrize("code", ["usd", "US", "USDT", "U$D", "ÄÖÜ", ""])
def test_what_is_no_currency_code_is_refused(code: str) -> None:
    with pytest.raises(UnknownCode):
        Money(Decimal(400), code, Per.MONTH)
    with pytest.raises(UnknownCode):
        Conversion(Money(Decimal(400), "USD"), code, Decimal(1), DAY, "an invented rate table")


@pytest.mark.parametrize("amount", ["-1", "NaN", "Infinity"])
def test_an_amount_below_zero_or_no_number_is_refused(amount: str) -> None:
    with pytest.raises(BadInput):
        Money(Decimal(amount), "USD")


def test_a_conversion_needs_a_rate_above_zero_and_an_origin() -> None:
    paid = Money(Decimal(400), "USD", Per.MONTH)
    with pytest.raises(BadInput):
        Conversion(paid, "SYP", Decimal(0), DAY, "an invented rate table")
    with pytest.raises(MissingField):
        Conversion(paid, "SYP", Decimal(150), DAY, "")
