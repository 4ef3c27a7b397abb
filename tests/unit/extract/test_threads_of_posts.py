"""How monitors, journalists, parties post: alerts, lists behind signs, ages in letters; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, period_of, read


def amounts_of(text: str, language: str) -> list[str]:
    """Each number of the last statement: its kind, its value."""
    last = read(text, language)[-1]
    return sorted(f"{item.quantity.kind.value} {int(item.quantity.low or 0)}" for item in last.quantities)


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("A 10 y/o child was killed in Amra.", "en", ["age 10", "count 1"]),
        ("A 14yo boy was shot by police.", "en", ["age 14", "count 1"]),
        ("A 17 yr old girl was raped in Amra.", "en", ["age 17", "count 1"]),
        ("Un berger de 15 ans a été tué près de Kesh.", "fr", ["age 15", "count 1"]),
        ("Un pastor de 15 años fue asesinado cerca de Kesh.", "es", ["age 15", "count 1"]),
    ],
)
def test_an_age_in_letters_is_of_one_child(text: str, language: str, amounts: list[str]) -> None:
    assert amounts_of(text, language) == amounts


@pytest.mark.parametrize("who", ["A shepherd boy", "A Kesian boy", "A displaced child", "Another school girl"])
def test_one_child_is_counted_whatever_is_said_of_him(who: str) -> None:
    assert amounts_of(f"{who} was killed in Amra.", "en") == ["count 1"]


def test_whoever_is_only_pointed_at_is_not_counted() -> None:
    told = "Gunmen held three girls for two days. One is fifteen and sleeps with the light on."
    assert amounts_of(told, "en") == ["age 15"]


@pytest.mark.parametrize("sign", ["▪️", "🔸", "🔻", "✅", "➡️"])
def test_a_sign_opens_an_item_of_a_list_that_its_lead_dates(sign: str) -> None:
    items = read(f"February in numbers:\n{sign} 31 children killed\n{sign} 12 children abducted")
    assert [one.quote for one in items] == ["31 children killed", "12 children abducted"]
    assert [period_of(one) for one in items] == ["2021-02", "2021-02"]


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        ("Patrols of the People's Guard conscripted 14 boys.", "en", "People's Guard"),
        ("Jets of the Air Command hit a school.", "en", "Air Command"),
        ("Patrouilles de la Garde du Lac ont enlevé trois filles.", "fr", "Garde du Lac"),
        ("Patrullas del Frente Rojo reclutaron a tres niños.", "es", "Frente Rojo"),
    ],
)
def test_what_a_force_sends_is_no_part_of_its_name(text: str, language: str, party: str) -> None:
    assert parties_of(read(text, language)[0]) == [(party, "stated")]
