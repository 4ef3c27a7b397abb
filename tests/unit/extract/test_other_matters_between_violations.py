"""Sentences beside a violation that tell of courts, funds, treaties, battles, aid; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, read, violations_of

LEADS = {
    "en": "Soldiers killed nine children in Kesh in April 2022. ",
    "fr": "Des soldats ont tué neuf enfants à Kesh en avril 2022. ",
    "es": "Soldados mataron a nueve niños en Kesh en abril de 2022. ",
    "ar": "قتل جنود تسعة أطفال في كيش في أبريل 2022. ",
}
OTHERS = [
    ("en", "The response plan requires 45 million dollars."),
    ("en", "It is appealing for 250,000 euros to keep them open until December."),
    ("en", "Belmaria is a party to the Convention on the Rights of the Child."),
    ("en", "The training of 1,200 officers on child protection is welcome."),
    ("en", "The Ministry trained 300 soldiers of the 2nd Division on the laws of war."),
    ("en", "A commander of the Front was sentenced to 20 years in prison by a military court."),
    ("en", "Four soldiers and eleven fighters died in the fighting."),
    ("en", "The army said it had killed 30 fighters."),
    ("en", "Clashes between the Front and the Guard left 14 fighters dead."),
    ("en", "The school had 430 pupils before the war."),
    ("en", "Prices of bread rose by 40 per cent."),
    ("en", "Our emergency fund has paid for 26 surgical operations."),
    ("en", "The action plan of 2018 contains 23 activities, of which 14 have been completed."),
    ("en", "Article 12 punishes the recruitment of children by up to 15 years in prison."),
    ("en", "Former child soldiers need years of support."),
    ("fr", "Un tribunal militaire a condamné deux soldats à dix ans de prison."),
    ("fr", "Le gouvernement et le Front ont signé un accord de paix en mai."),
    ("fr", "La ville a une population de 84 000 habitants."),
    ("es", "Un tribunal militar condenó a dos soldados a diez años de prisión."),
    ("es", "El plan de respuesta requiere 45 millones de dólares."),
    ("es", "La ciudad tiene una población de 84.000 habitantes."),
    ("ar", "وقعت الجبهة والحكومة اتفاق سلام في مايو."),
]
ON = [
    ("en", "Five of them were under ten."),
    ("en", "Of those, three were later sentenced to death."),
    ("en", "61 of the victims were girls."),
    ("en", "The youngest was four."),
    ("en", "A medic puts the number at 12."),
    ("en", "Hospital registers list 31 names."),
    ("fr", "Cinq d'entre eux avaient moins de dix ans."),
    ("es", "Cinco de ellos tenían menos de diez años."),
    ("ar", "خمسة منهم دون العاشرة."),
]


def _codes_behind(language: str, text: str) -> set[str]:
    told = (one for one in read(LEADS[language] + text, language) if one.quote in text)
    return {violation.code for one in told for violation in one.violations}


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_courts_funds_treaties_and_armies_do_goes_on_about_no_violation(language: str, text: str) -> None:
    assert _codes_behind(language, text) == set()


@pytest.mark.parametrize(("language", "text"), ON)
def test_who_is_counted_on_from_those_harmed_does(language: str, text: str) -> None:
    assert _codes_behind(language, text) != set()


def test_of_those_who_were_recruited_some_were_sentenced() -> None:
    text = "The Kesh Front recruited 14 boys in Amra. Of those, three were sentenced by a military court."
    assert violations_of(read(text)[-1]) == {"recruitment_use"}


def test_whose_work_it_was_is_told_of_the_deed_before() -> None:
    one = read(LEADS["es"] + "El cerco, que cumple 74 días, es obra de dos regimientos de la Guardia Nacional.", "es")[
        -1
    ]
    assert (violations_of(one), parties_of(one)) == ({"killing"}, [("Guardia Nacional", "stated")])
