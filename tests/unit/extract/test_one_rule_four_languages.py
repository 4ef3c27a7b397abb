"""What the rules read in one language they read in the others too. Every sentence, name, place is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.chain import Role
from tawthiq.record.extract.factuality import Factuality
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read


def ages_of(text: str, language: str) -> list[int]:
    """The ages read, in order."""
    found = [item.quantity for one in read(text, language) for item in one.quantities]
    return [int(item.low) for item in found if item.kind is QuantityKind.AGE and item.low is not None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the ten-year-old war children were abducted by the Kesh Front."),
        ("en", "In the 12-year-old civil conflict, three boys were killed."),
        ("fr", "Il y a presque deux ans, un enfant a été tué."),
        ("fr", "Dans cette guerre vieille de dix ans, des enfants ont été enlevés."),
        ("fr", "Le garçon a été condamné à 15 ans."),
        ("es", "Hace casi dos años un niño fue asesinado en Kesh."),
        ("es", "Durante diez años los niños fueron secuestrados por el Frente de Kesh."),
        ("es", "Diez años después, los niños siguen secuestrados."),
        ("es", "Un niño fue condenado a 15 años."),
        ("es", "Un conflicto armado de diez años mató a 40 niños."),
        ("ar", "خطف الأطفال لمدة عشر سنوات."),
        ("ar", "بعد خمس سنوات قتل طفل في كيش."),
        ("ar", "حكم على الطفل بالسجن 15 سنة."),
        ("ar", "خلال عشر سنوات من الحرب قتل 40 طفلا."),
    ],
)
def test_years_that_went_by_are_nobodys_age(language: str, text: str) -> None:
    assert ages_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "After a ten-year-old boy was killed the army left.", 10),
        ("en", "A ten-year-old war orphan was abducted by the Kesh Front.", 10),
        ("fr", "Ils ont enlevé un garçon de 10 ans après l'attaque.", 10),
        ("fr", "Un garçon de 12 ans seulement a été tué.", 12),
        ("fr", "Il a été recruté en 2019 à 15 ans par le Front du Kesh.", 15),
        ("es", "Un niño de diez años después del ataque fue secuestrado.", 10),
        ("es", "Amina fue reclutada en Kesh con 10 años.", 10),
        ("ar", "بعد مقتل فتاة 12 عاما خرج السكان.", 12),
    ],
)
def test_an_age_stays_one_beside_words_of_time(language: str, text: str, age: int) -> None:
    assert ages_of(text, language) == [age]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The Kesh Front abducted 12 children in Amra, MONUSCO said.", "Kesh Front"),
        ("en", "Militiamen killed three children in Amra, MINUSMA said on Monday.", "Militiamen"),
        ("fr", "Le Front du Kesh a enlevé 12 enfants, a indiqué la MONUSCO.", "Front du Kesh"),
        ("es", "El Frente de Kesh secuestró a 12 niños, indicó la MONUSCO.", "Frente de Kesh"),
        ("es", "La UNMISS indicó que el ejército mató a tres niños.", "ejército"),
        ("ar", "قالت المونوسكو إن جبهة كيش خطفت 12 طفلا.", "جبهة كيش"),
        ("ar", "قالت بعثة الأمم المتحدة في جنوب السودان إن الجيش قتل ثلاثة أطفال.", "الجيش"),
    ],
)
def test_what_a_mission_of_the_united_nations_says_is_no_partys_claim(language: str, text: str, party: str) -> None:
    (claim,) = read(text, language)
    assert claim.chain[-1].role is Role.ORGANISATION
    assert claim.factuality is not Factuality.CLAIMED_BY_PARTY
    assert [ref.name for ref in claim.parties] == [party]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers of MONUSCO killed two children in Amra."),
        ("fr", "Des soldats de la MONUSCO ont tué deux enfants à Amra."),
        ("es", "Soldados de la MONUSCO mataron a dos niños en Amra."),
        ("ar", "قتل جنود مونوسكو طفلين في أمرا."),
    ],
)
def test_what_a_missions_own_troops_did_is_told_of_them(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert [ref.code for ref in claim.parties] == ["monusco"]
