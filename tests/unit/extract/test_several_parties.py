"""Several parties in one sentence: in a row, on both sides of a fight, each with its number."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def named_in(text: str, language: str = "en") -> list[str]:
    return [party.name for one in read(text, language) for party in one.parties]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front, the Kesh Union and the army killed 12 children in Amra.",
        "In Amra, 12 children were killed by the Red Front, the Kesh Union and the army.",
    ],
)
def test_whoever_stands_in_a_row_with_a_front_is_a_party(text: str) -> None:
    assert named_in(text) == ["Red Front", "Kesh Union", "army"]


def test_an_article_behind_and_begins_another_name() -> None:
    names = named_in("The Red Front, the Kesh Union and the Blue Guard killed 12 children in Amra.")
    assert names == ["Red Front", "Kesh Union", "Blue Guard"]


@pytest.mark.parametrize("fight", ["in crossfire", "during clashes", "in fighting", "in a battle"])
def test_both_sides_of_a_fight_are_parties_a_sort_beside_a_name(fight: str) -> None:
    assert named_in(f"Four boys were killed {fight} between the army and the Red Front.") == ["army", "Red Front"]


def test_a_fight_that_hurt_nobody_has_no_doer() -> None:
    assert named_in("Clashes between the army and the Red Front resumed on 3 February around Amra.") == []


def test_both_deny() -> None:
    names = named_in("Both the Red Front and the Kesh Union deny killing the children.")
    assert names == ["Red Front", "Kesh Union"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Responsibility lay with the Kesh Union (118), the Coalition of Patriots (71) and the Guard (18).",
            "Kesh Union",
        ),
        ("The main perpetrator of recruitment was the Red Front (188), followed by the Kesh Union (74).", "Red Front"),
    ],
)
def test_a_name_in_a_row_with_numbers_begins_behind_the_verb(text: str, first: str) -> None:
    assert named_in(text)[0] == first


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "fr",
            "Quatre garçons ont été tués lors d'un échange de tirs entre le Front rouge et une patrouille de l'armée.",
            ["Front rouge", "armée"],
        ),
        (
            "fr",
            "Douze enfants ont été tués par le Front rouge, l'Union du Kesh et l'armée à Amra.",
            ["Front rouge", "Union du Kesh", "armée"],
        ),
        (
            "fr",
            "Le Front rouge est le premier responsable de l'enrôlement ; viennent ensuite l'Union du Nord (31) et"
            " l'armée nationale (13).",
            ["Front rouge", "Union du Nord", "armée nationale"],
        ),
        (
            "es",
            "Cuatro niños murieron en enfrentamientos entre el ejército y el Frente Rojo.",
            ["ejército", "Frente Rojo"],
        ),
        (
            "es",
            "De los niños reclutados, 411 correspondían al Frente Rojo, 150 a la Unión de Kesh y 52 a la policía"
            " fronteriza.",
            ["Frente Rojo", "Unión de Kesh", "policía fronteriza"],
        ),
        ("ar", "قُتل أربعة أطفال في اشتباكات بين الجيش والجبهة الحمراء في أمرا.", ["الجيش", "الجبهة الحمراء"]),
        ("ar", "قتلت الجبهة الحمراء والجيش اثني عشر طفلا في أمرا.", ["الجبهة الحمراء", "الجيش"]),
        ("ar", "نفى الجيش والجبهة الحمراء قتل الأطفال.", ["الجيش", "الجبهة الحمراء"]),
    ],
)
def test_several_parties_in_other_languages(language: str, text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(named_in(text, language))) == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The government denied recruiting children.", "government"),
        ("en", "The army rejected a claim that soldiers had slept in two schools.", "army"),
        ("es", "El Ministerio de Defensa negó que sus tropas hubieran matado a los niños.", "Ministerio de Defensa"),
        ("ar", "نفت وزارة الدفاع أن تكون قواتها قد قتلت الأطفال.", "وزارة الدفاع"),
    ],
)
def test_a_state_that_denies_speaks_of_its_own_forces(language: str, text: str, name: str) -> None:
    assert named_in(text, language) == [name]


def test_whoever_frees_children_is_named() -> None:
    assert named_in("I welcome the release of 94 children by the Red Front.") == ["Red Front"]
