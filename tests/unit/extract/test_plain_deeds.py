"""Plain ways to tell a grave deed, and its neighbours that are none, in four languages; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read

_USED = "recruitment_use"
_FORCED = "sexual_violence"


def told(text: str, language: str) -> set[str]:
    """Every violation of a text."""
    return {ref.code for one in read(text, language) for ref in one.violations}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kesh Front used 12 children."),
        ("en", "The Kesh Front employed more than 30 boys."),
        ("en", "The Kesh Front made a boy of 13 carry messages."),
        ("en", "The Kesh Front forced six girls to fetch water for its fighters."),
        ("en", "Girls cooked and washed for the Kesh Front in its camps."),
        ("en", "Boys of 14 spied on the army for the Kesh Front."),
        ("en", "The Kesh Front took in nine boys as fighters."),
        ("fr", "Le Front de Kesh a utilisé 12 enfants."),
        ("fr", "Le Front de Kesh a fait porter des messages à un garçon de 13 ans."),
        ("fr", "Des filles faisaient la cuisine et le ménage pour le Front de Kesh."),
        ("fr", "Des garçons de 14 ans espionnaient l'armée pour le Front de Kesh."),
        ("fr", "Le Front de Kesh a pris neuf garçons comme combattants."),
        ("es", "El Frente de Kesh utilizó a 12 niños."),
        ("es", "El Frente de Kesh hizo que un niño de 13 años llevara mensajes."),
        ("es", "Niñas cocinaban y limpiaban para el Frente de Kesh."),
        ("es", "Muchachos de 14 años espiaban al ejército para el Frente de Kesh."),
        ("es", "Una niña de 15 años fue entrenada por el Frente de Kesh para colocar bombas."),
        ("ar", "استخدمت جبهة كش 12 طفلا."),
        ("ar", "أجبرت جبهة كش صبيا عمره 13 عاما على حمل الرسائل."),
        ("ar", "دربت جبهة كش فتاة عمرها 15 عاما على زرع القنابل."),
        ("ar", "عمل اثنا عشر فتى كمراقبين لدى جبهة كش."),
        ("ar", "ضمت جبهة كش تسعة فتيان إلى مقاتليها."),
    ],
)
def test_children_who_serve_a_party_are_used(language: str, text: str) -> None:
    assert told(text, language) == {_USED}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighters of the Kesh Front married girls as young as 13."),
        ("fr", "Des combattants du Front de Kesh ont épousé des filles de 13 ans."),
        ("es", "Combatientes del Frente de Kesh se casaron con niñas de 13 años."),
        ("es", "Un soldado agredió sexualmente a un niño de 12 años."),
        ("ar", "تزوج مقاتلو جبهة كش فتيات في الثالثة عشرة."),
        ("ar", "أجبرت جبهة كش ست فتيات على الزواج من مقاتليها."),
    ],
)
def test_girls_whom_fighters_marry_suffer_sexual_violence(language: str, text: str) -> None:
    assert told(text, language) == {_FORCED}


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The Kesh Front is holding 14 children hostage.", "abduction"),
        ("ar", "تحتجز جبهة كش 14 طفلا رهائن.", "abduction"),
        ("en", "A stray bullet took the life of a girl of 7 in Kesh.", "killing"),
        ("ar", "أردى جنود أربعة فتيان قرب كش.", "killing"),
        ("ar", "أفقد لغم طفلة عمرها 6 سنوات بصرها.", "maiming"),
        ("fr", "Une mine a rendu aveugle une fillette de 6 ans.", "maiming"),
        ("en", "The Kesh Front threatened the staff of the hospital.", "attack_hospital"),
        ("fr", "Le Front de Kesh a menacé le personnel de l'hôpital.", "attack_hospital"),
        ("es", "El Frente de Kesh amenazó al personal del hospital.", "attack_hospital"),
        ("ar", "هددت جبهة كش العاملين في المستشفى.", "attack_hospital"),
        ("ar", "أطلق جنود النار على سيارتي إسعاف.", "attack_hospital"),
        ("ar", "تعرضت ثلاث مدارس لإطلاق نار في كش.", "attack_school"),
        ("es", "El Frente de Kesh hizo retroceder seis camiones con alimentos.", "denial_access"),
        ("ar", "لا يزال سبعة عشر فتى موقوفين في كش.", "deprivation_liberty"),
    ],
)
def test_one_deed_is_one_violation(language: str, text: str, code: str) -> None:
    assert told(text, language) == {code}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five detained boys were beaten by their guards."),
        ("fr", "Cinq garçons détenus ont été battus par leurs gardiens."),
        ("es", "Cinco niños detenidos fueron golpeados por sus guardias."),
        ("ar", "ضرب الحراس خمسة فتيان محتجزين."),
    ],
)
def test_blows_in_a_cell_are_part_of_the_detention(language: str, text: str) -> None:
    assert told(text, language) == {"deprivation_liberty"}


def test_blows_outside_are_wounds() -> None:
    assert told("Soldiers beat six boys in the market of Kesh.", "en") == {"maiming"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kesh Front, which holds the valley, killed 12 children."),
        ("en", "The Kesh Front was held responsible for the killing of four children."),
        ("fr", "Le Front de Kesh, qui tient la vallée, a tué 12 enfants."),
        ("es", "El Secretario General condenó el asesinato de nueve niños."),
        ("ar", "قتلت جبهة كش التي تسيطر على الوادي 12 طفلا."),
    ],
)
def test_who_holds_ground_is_held_responsible_or_condemned_detains_nobody(language: str, text: str) -> None:
    assert told(text, language) == {"killing"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Kesh Front killed 12 soldiers. It recruited 50 men."),
        ("en", "The army used mortars against the Kesh Front. Drugs used by children are sold in Kesh."),
        ("fr", "Le Front de Kesh a tué 12 soldats et recruté 50 hommes."),
        ("es", "El Frente de Kesh mató a 12 soldados y reclutó a 50 hombres."),
        ("ar", "قتلت جبهة كش 12 جنديا وجندت 50 رجلا."),
        ("ar", "قاتلت جبهة كش الجيش. ويحفظ بهرام جدول الضرب كاملا."),
    ],
)
def test_deeds_against_grown_ups_are_no_violation(language: str, text: str) -> None:
    assert told(text, language) == set()
