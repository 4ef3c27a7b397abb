"""A unit behind its number has the form that the number asks for, in English and in Arabic."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.utils.translation import override

from tawthiq.doors.desk.units import counted, unit_of
from tawthiq.record.extract.words.lexicon import load
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind


@pytest.mark.parametrize(("n", "english"), [(0, "children"), (1, "child"), (2, "children"), (101, "children")])
def test_one_child_is_not_children(n: int, english: str) -> None:
    with override("en"):
        assert counted("child", n) == english


def test_arabic_has_a_form_for_each_kind_of_number() -> None:
    with override("ar"):
        told = {n: counted("incident", n) for n in (1, 2, 3, 11, 100)}
    assert told == {1: "حادث", 2: "حادثان", 3: "حوادث", 11: "حادثا", 100: "حادث"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_unit_that_the_extractor_counts_has_words(language: str) -> None:
    entries = [one for known in ("en", "fr", "es", "ar") for one in load(known).entries]
    units = {one.code for one in entries if one.section == "units"}
    assert len(units) > 8
    with override(language):
        assert [unit for unit in units if counted(unit, 17, "quantity_unit") == unit] == []


def stated(low: Fraction | None, high: Fraction | None = None, unit: str = "boy") -> Quantity:
    comparator = Comparator.EXACT if high is None else Comparator.RANGE
    return Quantity(QuantityKind.COUNT, comparator, low, high, unit)


@pytest.mark.parametrize(
    ("quantity", "english"),
    [
        (stated(Fraction(1)), "boy"),
        (stated(Fraction(1), Fraction(2)), "boys"),
        (stated(Fraction(3, 2), unit="year"), "years of age"),
        (stated(Fraction(1), unit="USD"), "USD"),
        (stated(None, unit="girl"), "girls"),
    ],
)
def test_a_stated_number_has_its_unit_behind_it(quantity: Quantity, english: str) -> None:
    with override("en"):
        assert unit_of(quantity) == english
