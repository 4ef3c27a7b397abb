"""Nouns for whoever bears arms: who did it where no name is given; not those who were hurt, nor who only speaks."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def named_in(text: str, language: str = "en") -> list[str]:
    return [party.name for one in read(text, language) for party in one.parties]


@pytest.mark.parametrize(
    "men",
    [
        "guards",
        "attackers",
        "kidnappers",
        "paratroopers",
        "mercenaries",
        "prison guards",
        "loyalist fighters",
        "foreign fighters",
        "security personnel",
        "plain-clothes officers",
        "armed youths",
        "unidentified armed groups",
        "both sides",
    ],
)
def test_men_at_arms_are_the_party_as_subject_and_behind_by(men: str) -> None:
    assert named_in(f"Her mother said that {men} had taken three boys from the school.") == [men]
    assert named_in(f"In Amra, twelve boys were killed by {men} last week.") == [men]


@pytest.mark.parametrize("one", ["commander", "sergeant", "soldier", "military patrol", "platoon", "rebel", "jailer"])
def test_one_man_at_arms_is_the_party_of_what_he_did(one: str) -> None:
    assert named_in(f"In Amra, two boys were killed by a {one} last week.") == [one]


@pytest.mark.parametrize("men", ["officers", "soldiers", "snipers", "an officer", "a patrol", "a captain"])
def test_a_body_in_front_of_its_men_is_the_party(men: str) -> None:
    article, _, noun = men.rpartition(" ")
    body = f"{'an army' if article else 'army'} {noun}"
    assert named_in(f"Two boys were shot by {body} at the market in Amra.") == ["army"]


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers and two children were killed in Amra on Monday.",
        "Two guards and a girl were wounded by a shell in Amra.",
        "A teacher abused two girls in Amra on Monday.",
        "Two aid workers and three children were abducted in Amra.",
        "Captain Tan of the fire brigade said that two boys had been killed in Amra.",
        "The ferry captain said that two boys had been killed by a shell.",
    ],
)
def test_those_who_were_hurt_and_those_who_tell_did_nothing(text: str) -> None:
    assert named_in(text) == []


def test_whoever_is_arrested_did_not_arrest() -> None:
    assert "kidnappers" not in named_in("We arrest kidnappers, the army said.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Girls were forced to marry commanders.", ["commanders"]),
        ("Girls were forced to marry Red Front commanders.", ["Red Front"]),
        ("Two Red Front fighters killed a boy in Amra.", ["Red Front"]),
        ("Several Red Front gunmen abducted a girl in Amra.", ["Red Front"]),
        ("Units of the Red Front killed two boys in Amra.", ["Red Front"]),
        ("Combatants of the Red Front killed two boys in Amra.", ["Red Front"]),
        ("Units of the army killed two boys in Amra.", ["army"]),
        ("Fighters loyal to the Kesh Alliance looted thirteen aid trucks.", ["Kesh Alliance"]),
    ],
)
def test_whose_men_they_are_is_the_party(text: str, names: list[str]) -> None:
    assert named_in(text) == names


def test_a_short_form_in_small_letters_goes_by_the_whole_name() -> None:
    text = "The Kesh Resistance Column abducted two girls on Monday. The column killed a boy in Amra on Tuesday."
    assert set(named_in(text)) == {"Kesh Resistance Column"}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Sa mère a déclaré que des gardiens de prison avaient enlevé trois garçons.", ["gardiens de prison"]),
        ("fr", "À Amra, douze garçons ont été tués par des chefs de guerre lundi.", ["chefs de guerre"]),
        ("fr", "À Amra, deux garçons ont été tués par un sergent lundi.", ["sergent"]),
        ("fr", "Un commandant rebelle a tué deux garçons à Amra.", ["commandant rebelle"]),
        ("fr", "À Amra, deux garçons ont été tués par une patrouille de l'armée.", ["armée"]),
        ("fr", "Deux filles ont été violées par un commandant du Front rouge.", ["Front rouge"]),
        ("es", "En Amra, doce niños fueron asesinados por guardias fronterizos.", ["guardias fronterizos"]),
        ("es", "Su madre declaró que mercenarios habían secuestrado a tres niños.", ["mercenarios"]),
        ("es", "Un sargento mató a dos niños en Amra.", ["sargento"]),
        ("es", "En Amra, dos niños fueron asesinados por una patrulla del ejército.", ["ejército"]),
        ("es", "Soldados extranjeros mataron a dos niños en Amra.", ["Soldados extranjeros"]),
        ("ar", "احتجز حراس السجن ثلاثة أطفال في أمرا.", ["حراس السجن"]),
        ("ar", "اغتصب ضابط فتاة في أمرا.", ["ضابط"]),
        ("ar", "قتل قناص طفلا في أمرا.", ["قناص"]),
        ("ar", "خطف مقاتلو الجبهة الحمراء ثلاثة أطفال في أمرا.", ["الجبهة الحمراء"]),
        ("ar", "خطف مقاتلون من الجبهة الحمراء ثلاثة أطفال في أمرا.", ["الجبهة الحمراء"]),
    ],
)
def test_men_at_arms_in_other_languages(language: str, text: str, names: list[str]) -> None:
    assert named_in(text, language) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Trois soldats et deux enfants ont été tués à Amra lundi."),
        ("fr", "Le capitaine Jean Tan a déclaré que deux garçons avaient été tués à Amra."),
        ("es", "Tres soldados y dos niños murieron en Amra el lunes."),
        ("es", "El capitán Juan Tan declaró que dos niños habían sido asesinados en Amra."),
    ],
)
def test_the_hurt_and_the_tellers_in_other_languages(language: str, text: str) -> None:
    assert named_in(text, language) == []
