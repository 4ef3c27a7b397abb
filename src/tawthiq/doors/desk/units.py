"""Units: the words of what is counted, in the form that its number asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from django.utils.translation import npgettext

from tawthiq.doors.desk.words import word
from tawthiq.terms.quantity import Quantity

_MANY = 100
"""A number whose form is that of a number that is not whole, or not told."""


def unit_of(quantity: Quantity) -> str:
    """The unit of a stated number behind it; of a range, that of its upper end."""
    last = quantity.low if quantity.high is None else quantity.high
    if last is None:
        return word(quantity.unit, "quantity_unit")
    return counted(quantity.unit, int(last) if Fraction(last).denominator == 1 else _MANY, "quantity_unit")


def counted(code: str, n: int, words: str = "unit") -> str:
    """The unit of a number behind it, in the form that the number asks for; one without forms is a word of `words`."""
    form = FORMS.get(code)
    return form(n) if form else word(code, words)


FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "child": lambda n: npgettext("counted", "child", "children", n),
        "incident": lambda n: npgettext("counted", "incident", "incidents", n),
        "act": lambda n: npgettext("counted", "violation", "violations", n),
        "violation": lambda n: npgettext("counted", "violation", "violations", n),
        "person": lambda n: npgettext("counted", "person", "persons", n),
        "case": lambda n: npgettext("counted", "case", "cases", n),
        "year": lambda n: npgettext("counted", "year of age", "years of age", n),
        "boy": lambda n: npgettext("counted", "boy", "boys", n),
        "girl": lambda n: npgettext("counted", "girl", "girls", n),
        "school": lambda n: npgettext("counted", "school", "schools", n),
        "hospital": lambda n: npgettext("counted", "hospital", "hospitals", n),
        "family": lambda n: npgettext("counted", "family", "families", n),
        "place": lambda n: npgettext("counted", "place", "places", n),
        "report": lambda n: npgettext("counted", "report", "reports", n),
        "thing": lambda n: npgettext("counted", "thing", "things", n),
    }
)
"""Unit -> its form for so many: what the record counts, and what texts do."""
