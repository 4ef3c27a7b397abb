"""Paid: what an act tells of pay converted, worked out from the pay as it was told, which it never replaces."""

from __future__ import annotations

from decimal import Decimal

from tawthiq.record.link.act import Act
from tawthiq.record.link.particulars.particulars import Particulars, of
from tawthiq.terms.errors import BadInput, MissingField
from tawthiq.terms.money import Conversion, Money
from tawthiq.terms.when import parse_when

_RATE = ("pay_rate", "pay_rate_on", "pay_rate_source")


def conversion_of(act: Act) -> Conversion | None:
    """The pay of an act in another currency, by the rate that is told with it; None without a pay or a rate."""
    rate, on, source = (act.particulars.get(name) for name in _RATE)
    if act.payment is None or not (isinstance(rate, str) and isinstance(on, str) and isinstance(source, str)):
        return None
    number, _, into = rate.partition(" ")
    day = parse_when(on).first
    return Conversion(act.payment, into, Decimal(number), day, source) if day else None


def still_told(before: Act, payment: Money | None) -> Particulars:
    """What was told of an act before its pay is told anew: a rate holds for the currency that it was told with."""
    was = before.payment and before.payment.currency
    if payment is not None and payment.currency == was:
        return before.particulars
    return of({name: value for name, value in before.particulars.values if name not in _RATE})


def check_paid(act: Act) -> None:
    """Raise for a rate of no pay, or one into the currency that was paid."""
    rate = act.particulars.known().get("pay_rate")
    if rate is None:
        return
    if act.payment is None:
        raise MissingField("a rate, and no pay that it converts", where="pay_amount", do="give the pay as it was told")
    if isinstance(rate, str) and rate.endswith(f" {act.payment.currency}"):
        raise BadInput("a rate into the currency of the pay", where="pay_rate", do="leave it out")
