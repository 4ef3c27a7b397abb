"""Units: the words of what is counted, in the form that its number asks for."""

from __future__ import annotations

from fractions import Fraction

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
    match code:
        case "child":
            return npgettext("counted", "child", "children", n)
        case "incident":
            return npgettext("counted", "incident", "incidents", n)
        case "act":
            return npgettext("counted", "violation", "violations", n)
        case "person":
            return npgettext("counted", "person", "persons", n)
        case "case":
            return npgettext("counted", "case", "cases", n)
        case "year":
            return npgettext("counted", "year of age", "years of age", n)
        case "boy":
            return npgettext("counted", "boy", "boys", n)
        case "girl":
            return npgettext("counted", "girl", "girls", n)
        case _:
            return word(code, words)
