"""What is counted in English as it is published: vague numbers, spans, machines, peoples, ages. Invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import read


def _told(text: str) -> list[tuple[str, str, int | None]]:
    quantities = [item.quantity for one in read(text) for item in one.quantities]
    return [(one.kind.value, one.comparator.value, None if one.low is None else int(one.low)) for one in quantities]


_VAGUE = (QuantityKind.COUNT.value, Comparator.VAGUE.value, None)


@pytest.mark.parametrize(
    "text",
    [
        "The unit found several hundred children in the barracks.",
        "The Front recruited large numbers of children.",
        "A growing number of children are displaced.",
        "Soldiers killed hundreds of other civilians and children.",
        "A few thousand children are out of school.",
    ],
)
def test_a_number_by_its_order_alone_is_vague(text: str) -> None:
    assert _VAGUE in _told(text)
    assert all(low is None for _, _, low in _told(text))


def test_a_dozen_is_a_number() -> None:
    assert _told("Soldiers took a dozen boys from Kesh.") == [("count", "~", 12)]


@pytest.mark.parametrize(
    "text",
    [
        "During a 22-day offensive, soldiers killed ten boys.",
        "The attack that killed ten boys was the second in a three-week period.",
        "After 11 years of war soldiers killed ten boys.",
        "A 16-month-long campaign killed ten boys.",
        "An F-16 aircraft killed ten boys.",
        "Soldiers with AK-47 rifles killed ten boys.",
        "Soldiers fired multiple shells, killing ten boys.",
    ],
)
def test_spans_and_machines_are_no_numbers_of_children(text: str) -> None:
    assert [item for item in _told(text) if item != ("count", "=", 10)] == []


def test_how_long_a_child_was_held_is_told() -> None:
    assert (QuantityKind.DURATION.value, "=", 10) in _told("Soldiers held two boys for 10 days.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army found no soldier younger than age 18 among its recruits.", ("age", "<", 18)),
        ("More than 1,380 Lasanians, among them 30 children, were killed.", ("count", ">", 1380)),
        ("Thirteen of Lasa's 36 hospitals were attacked.", ("count", "=", 13)),
        ("Some 800 lorries bring food to children in Kesh.", ("count", "~", 800)),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, wanted: tuple[str, str, int]) -> None:
    assert wanted in _told(text)


def test_an_age_hard_to_tell_is_no_unknown_number() -> None:
    assert _told("It was often difficult to determine the age of children in the army.") == []
