"""What a sentence without a deed of its own carries on from the one before, what it does not; all invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import Statement
from unit.extract.told import read

BEFORE = {
    "en": "The Kesh Front abducted ten girls in Kesh on Monday. ",
    "fr": "Le Front de Kesh a enlevé dix filles à Kesh lundi. ",
    "es": "El Frente de Kesh secuestró a diez niñas en Kesh el lunes. ",
    "ar": "خطفت جبهة كش عشر فتيات في كش يوم الاثنين. ",
}


def told_behind(text: str, language: str) -> set[str]:
    """The violations of whatever follows the first sentence."""
    behind: tuple[Statement, ...] = read(BEFORE[language] + text, language)[1:]
    return {ref.code for one in behind for ref in one.violations}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rice has gone up by 10 per cent since."),
        ("en", "Classes at seven rural schools have been suspended."),
        ("fr", "Au marché, le riz a pris 10 % en une semaine."),
        ("es", "El franco perdió este lunes otro 3 % frente al dólar."),
    ],
)
def test_prices_and_lessons_carry_no_abduction_on(language: str, text: str) -> None:
    assert told_behind(text, language) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About 40 per cent of them were under twelve."),
        ("en", "Two of them have come back."),
        ("fr", "Environ 40 % d'entre elles avaient moins de douze ans."),
    ],
)
def test_shares_of_those_taken_carry_it_on(language: str, text: str) -> None:
    assert told_behind(text, language) == {"abduction"}


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Four boys are being taught to shoot in a camp near Kesh.", "recruitment_use"),
        ("fr", "Dans un camp, on leur apprend à tirer.", "recruitment_use"),
        ("es", "En un campamento les enseñaron a disparar.", "recruitment_use"),
        ("ar", "في معسكر قرب كش علموهم إطلاق النار.", "recruitment_use"),
        ("fr", "L'armée loge depuis janvier dans l'école de filles.", "military_use"),
        ("ar", "ظلت خمس مدارس مشغولة من جانب الجيش.", "military_use"),
        ("en", "Permission to enter the camp was withheld by government forces.", "denial_access"),
    ],
)
def test_a_deed_of_its_own_stands_alone(language: str, text: str, code: str) -> None:
    assert told_behind(text, language) == {code}
