"""Who did the next deed, which names nobody: whoever did the one before, or left open; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import FRENCH_CLAIM, parties_of, read


def test_arabic_names_a_force_for_short_by_the_head_of_its_name() -> None:
    text = "جندت حركة البحيرة عشرة أطفال في كيش. وقتلت جبهة الشرق طفلين. وخطفت الحركة ثلاثة أطفال."
    assert parties_of(read(text, "ar")[-1]) == [("حركة البحيرة", "implied")]


@pytest.mark.parametrize(
    ("language", "first", "others"),
    [
        ("en", "The Lake Front killed ten children in Kesh.", "Another 12 children were wounded."),
        ("en", "The Lake Front killed ten children in Kesh.", "12 more children were wounded."),
        ("fr", FRENCH_CLAIM, "Treize autres mineurs ont été blessés."),
        ("es", "El Frente del Lago mató a diez niños en Kesh.", "Otros doce niños resultaron heridos."),
        ("ar", "قتلت جبهة البحيرة عشرة أطفال في كيش.", "وأصيب 12 طفلا آخرون."),
    ],
)
def test_others_of_the_next_paragraph_were_hurt_by_whoever_hurt_the_first(
    language: str, first: str, others: str
) -> None:
    before, after = (parties_of(one) for one in read(f"{first}\n\n{others}", language))
    assert [name for name, _ in after] == [name for name, _ in before]


@pytest.mark.parametrize(
    ("language", "first", "counted"),
    [
        ("en", "The Lake Front killed ten children in Kesh.", "12 children were wounded."),
        ("en", "The Lake Front killed ten children in Kesh.", "More than 900 children were wounded."),
        ("fr", FRENCH_CLAIM, "Plus de treize mineurs ont été blessés."),
        ("es", "El Frente del Lago mató a diez niños en Kesh.", "Más de doce niños resultaron heridos."),
        ("ar", "قتلت جبهة البحيرة عشرة أطفال في كيش.", "وأصيب 12 طفلا."),
    ],
)
def test_who_hurt_those_counted_anew_in_the_next_paragraph_is_left_open(
    language: str, first: str, counted: str
) -> None:
    assert parties_of(read(f"{first}\n\n{counted}", language)[-1]) == []


@pytest.mark.parametrize(
    ("between", "parties"),
    [
        ("Boys were taken from their beds.", [("Lake Front", "implied")]),
        ("Fifty boys were taken from their beds in Amra.", []),
    ],
)
def test_who_did_the_next_deed_is_open_behind_one_that_is_counted_anew(
    between: str, parties: list[tuple[str, str]]
) -> None:
    text = f"The Lake Front recruited ten boys in Kesh. {between} Most of the boys recruited were under 15."
    assert parties_of(read(text)[-1]) == parties
