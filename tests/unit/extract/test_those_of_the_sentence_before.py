"""Children whom only the sentence before names, and what the next sentence tells of them; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The group handed over nine children. They had been abducted in May.", "en", "abduction"),
        ("Shots hit a minibus full of pupils in the war zone. Two of them were killed.", "en", "killing"),
        ("Le groupe a remis neuf enfants. Ils avaient été enlevés en mai.", "fr", "abduction"),
        ("Des tirs ont visé un minibus d'écoliers. Deux d'entre eux ont été tués.", "fr", "killing"),
        ("El grupo armado entregó a nueve niños. Habían sido raptados en mayo.", "es", "abduction"),
        ("El Frente entregó a doce alumnas. Dos de ellas murieron el lunes.", "es", "killing"),
        ("El chico de la foto es un alumno mío. Lo raptaron ayer hombres del Frente.", "es", "abduction"),
        ("La policía de la junta armada encontró a 12 chicos en un sótano. Habían sido golpeados.", "es", "maiming"),
    ],
)
def test_a_pronoun_or_a_verb_without_subject_means_the_children_just_named(text: str, language: str, code: str) -> None:
    assert code in violations_of(read(text, language)[-1])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Soldiers guarded the children. They were killed on Friday.", "en"),
        ("The army met 40 children. Two soldiers were killed in the clash.", "en"),
        ("The army met 40 children. It was attacked on the way.", "en"),
        ("Les soldats gardaient les enfants. Ils ont été tués vendredi.", "fr"),
        ("Los rebeldes cuidaban a los niños. Fueron asesinados el viernes.", "es"),
        ("El coro de 30 niños salió del frente el lunes. Los llevaron a la costa en autobús.", "es"),
        ("El ejército visitó a un niño. Habían sido asesinados tres capitanes.", "es"),
    ],
)
def test_where_others_could_be_meant_no_child_is_harmed(text: str, language: str) -> None:
    assert not any(violations_of(one) for one in read(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police found 12 boys in a cellar. They had been beaten and burned.", "en"),
        ("La policía encontró a 12 chicos en un sótano. Habían sido golpeados.", "es"),
    ],
)
def test_who_found_the_children_did_not_do_it(text: str, language: str) -> None:
    assert parties_of(read(text, language)[-1]) == []


def test_men_behind_a_verb_with_its_object_in_front_are_who_did_it() -> None:
    text = "El Ejército mató a tres niños. A otros dos los mataron hombres de la milicia Kibar."
    assert parties_of(read(text, "es")[-1]) == [("milicia Kibar", "stated")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Six clinics have closed because of the war. The other four were looted by rebels.", "en"),
        ("Seis centros de salud han cerrado por los combates. Los otros cuatro fueron saqueados.", "es"),
        ("Seis hospitales han cerrado por los combates. A dos de ellos les prendieron fuego los rebeldes.", "es"),
    ],
)
def test_sites_that_were_counted_are_those_struck_in_the_next_sentence(text: str, language: str) -> None:
    assert violations_of(read(text, language)[-1]) == {"attack_hospital"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Six clinics opened after the battle. The other two were never attacked.", "en"),
        ("Six clinics opened after the battle. Two other people were attacked in the market.", "en"),
        ("Seis escuelas abrieron tras el alto el fuego. Otros dos fueron atacados en el mercado.", "es"),
    ],
)
def test_where_no_site_is_meant_none_was_struck(text: str, language: str) -> None:
    assert not any(violations_of(one) for one in read(text, language))


def test_the_wounded_who_are_not_let_out_are_no_further_harm() -> None:
    text = "El Ejército mantiene cercada la ciudad. No deja salir a los heridos."
    assert violations_of(read(text, "es")[-1]) == {"denial_access"}
