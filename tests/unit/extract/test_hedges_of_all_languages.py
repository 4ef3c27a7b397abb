"""Ways to say that a deed is thought, talked of, not proved: never read as sure; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Everything points to the Kesh Front having killed the four children."),
        ("en", "The fragments of the shell point to the Kesh Front, which killed four girls."),
        ("en", "Signs in the yard pointed to an abduction of six girls by the Kesh Front."),
        ("fr", "Des indices pointent vers le Front de Kesh, qui a tué six garçons."),
        ("fr", "La part du Front de Kesh dans la mort des quatre filles ne fait guère de doute."),
        ("es", "Se piensa que el Frente de Kesh secuestró a seis niñas."),
        ("es", "Es probable que el Frente de Kesh matara a cuatro niños."),
        ("es", "Todo apunta a que el Frente de Kesh mató a cuatro niños."),
        ("es", "Los restos del proyectil apuntan al Frente de Kesh, que mató a cuatro niñas."),
        ("es", "La fiscalía sospecha que el Frente de Kesh secuestró a seis niñas."),
        ("es", "La policía se inclina por atribuir al Frente de Kesh la muerte de cuatro niños."),
        ("es", "Con toda probabilidad el Frente de Kesh reclutó a seis niños."),
        ("ar", "تشير الدلائل إلى أن جبهة كش قتلت أربعة أطفال."),
        ("ar", "كل شيء يدل على أن جبهة كش خطفت ست فتيات."),
        ("ar", "تظن الممرضة أن تسع فتيات خطفن."),
    ],
)
def test_what_signs_point_to_is_believed(language: str, text: str) -> None:
    assert read(text, language)[0].factuality is Factuality.BELIEVED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six girls were abducted in Kesh, according to reports."),
        ("en", "Word spread in Kesh that the Front had abducted six girls."),
        ("en", "We hear that the Front abducted six girls in Kesh."),
        ("en", "The Front has abducted six girls, if the fishermen are to be believed."),
        ("fr", "Selon des informations, le Front de Kesh a enlevé six filles."),
        ("fr", "Il se dit que le Front de Kesh a enlevé six filles."),
        ("es", "Según versiones, el Frente de Kesh secuestró a seis niñas."),
        ("es", "Trascendió que el Frente de Kesh secuestró a seis niñas."),
        ("es", "De creer a los pescadores, el Frente de Kesh secuestró a seis niñas."),
    ],
)
def test_what_is_only_talked_of_is_reported(language: str, text: str) -> None:
    assert read(text, language)[0].factuality is Factuality.REPORTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rumour has it that the Front abducted six girls."),
        ("en", "A nurse said the Front had abducted six girls, but nobody could confirm it."),
        ("en", "A nurse said the Front had abducted six girls, but we found no evidence of it."),
        ("fr", "À vérifier : le Front de Kesh a enlevé six filles."),
        ("fr", "Selon une rumeur, le Front de Kesh a enlevé six filles."),
        ("fr", "Une infirmière affirme que le Front de Kesh a enlevé six filles, mais rien ne l'atteste."),
        ("es", "SIN CONFIRMAR: el Frente de Kesh secuestró a seis niñas."),
        ("es", "Por confirmar: el Frente de Kesh secuestró a seis niñas."),
        ("es", "El Frente de Kesh secuestró a seis niñas, lo que no se ha podido confirmar."),
        ("es", "Una enfermera afirma que el Frente de Kesh mató a seis niñas, pero no hay pruebas de ello."),
        ("ar", "لم نتحقق بعد: خطفت جبهة كش ست فتيات."),
        ("ar", "وفق شائعة خطفت جبهة كش ست فتيات."),
        ("ar", "تقول ممرضة إن جبهة كش خطفت ست فتيات، لكن لا دليل على ذلك."),
        ("ar", "إن صح ما يقوله القرويون فقد خطفت جبهة كش ست فتيات."),
    ],
)
def test_what_nobody_confirms_is_uncorroborated(language: str, text: str) -> None:
    told = [one for one in read(text, language) if one.kind is not StatementKind.LIMITATION]
    assert [one.factuality for one in told] == [Factuality.UNCORROBORATED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Front de Kesh s'est vanté d'avoir enlevé dix garçons."),
        ("es", "El Frente de Kesh se jactó de haber secuestrado a diez niños."),
        ("es", "El Frente de Kesh alardeó de haber secuestrado a diez niños."),
    ],
)
def test_what_a_party_boasts_of_is_its_claim(language: str, text: str) -> None:
    assert read(text, language)[0].factuality is Factuality.CLAIMED_BY_PARTY


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers of the Kesh Front killed four girls at the point where two roads meet."),
        ("en", "The Harbour Circle said that the Front had abducted six girls."),
        ("fr", "Le Front de Kesh a enlevé six filles à la pointe du lac."),
        ("es", "Sus madres dicen que el Frente de Kesh secuestró a seis niñas."),
        ("ar", "قال شهود إن جبهة كش خطفت ست فتيات في كش."),
    ],
)
def test_what_is_told_plainly_stays_as_sure(language: str, text: str) -> None:
    sure = (Factuality.ASSERTED, Factuality.ATTRIBUTED)
    assert read(text, language)[0].factuality in sure
