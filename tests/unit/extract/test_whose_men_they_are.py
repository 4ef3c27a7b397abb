"""Whose men did it, where a sentence names them beside the body that they fight for. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def named(text: str, language: str) -> list[str]:
    """The parties of the one statement."""
    (one,) = read(text, language)
    return [party.name for party in one.parties]


@pytest.mark.parametrize(
    ("language", "men", "party"),
    [
        ("en", "Gunmen loyal to the Red Front", "Red Front"),
        ("en", "Militiamen belonging to the Red Front", "Red Front"),
        ("en", "Fighters tied to the Kolu Liberation Army", "Kolu Liberation Army"),
        ("fr", "Des combattants liés au Front rouge", "Front rouge"),
        ("fr", "Des miliciens appartenant au Front rouge", "Front rouge"),
        ("fr", "Des individus se réclamant du Front rouge", "Front rouge"),
        ("fr", "Des hommes armés loyaux à l'Armée du Kolu", "Armée du Kolu"),
        ("es", "Hombres armados leales al Frente Rojo", "Frente Rojo"),
        ("es", "Milicianos afines al Frente Rojo", "Frente Rojo"),
        ("es", "Combatientes vinculados al Frente Rojo", "Frente Rojo"),
    ],
)
def test_men_who_belong_to_a_body_are_that_body(language: str, men: str, party: str) -> None:
    deeds = {"en": "abducted nine girls", "fr": "ont enlevé neuf filles", "es": "secuestraron a nueve niñas"}
    assert named(f"{men} {deeds[language]}.", language) == [party]


def test_children_who_belong_to_a_body_are_its_recruits_and_its_men_are_not() -> None:
    (men,) = read("Combatientes vinculados al Frente Rojo asesinaron a 12 niños.", "es")
    (boys,) = read("Fueron detenidos 12 niños vinculados al Frente Rojo.", "es")
    assert [violation.code for violation in men.violations] == ["killing"]
    assert "recruitment_use" in [violation.code for violation in boys.violations]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("fr", "L'attaque, qui a tué neuf filles, est attribuée au Front rouge.", "Front rouge"),
        ("fr", "Neuf filles ont été enlevées, toutes par le Front rouge.", "Front rouge"),
        ("fr", "Le groupe armé Front rouge a enlevé neuf filles.", "Front rouge"),
        ("fr", "La milice Garde blanche a enlevé neuf filles.", "milice Garde blanche"),
        ("fr", "Harakat al-Nur a enlevé neuf filles.", "Harakat al-Nur"),
        ("es", "Harakat al-Nur secuestró a nueve niñas.", "Harakat al-Nur"),
        ("es", "Nueve niñas fueron secuestradas por Jabhat al-Fajr.", "Jabhat al-Fajr"),
        ("es", "La 5.ª Brigada del Ejército de Kolu secuestró a nueve niñas.", "5.ª Brigada del Ejército de Kolu"),
        ("es", "La 33ª Brigada secuestró a nueve niñas.", "33ª Brigada"),
    ],
)
def test_a_name_is_whole_whatever_leads_it_in(language: str, text: str, party: str) -> None:
    assert named(text, language) == [party]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("El Frente Rojo detuvo a nueve niñas.", ["deprivation_liberty"]),
        ("El Frente Rojo agredió sexualmente a nueve niñas.", ["sexual_violence"]),
        ("El Frente Rojo detuvo un microbús escolar y se llevó a nueve niñas.", ["abduction"]),
    ],
)
def test_a_front_is_no_place_in_front_of_a_prison(text: str, codes: list[str]) -> None:
    (one,) = read(text, "es")
    assert [violation.code for violation in one.violations] == codes
