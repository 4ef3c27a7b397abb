"""The same sentences in French, Spanish, Arabic: lists, shares, limits, who verified."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        (
            "en",
            "The United Nations verified 9 attacks on schools. The abduction of 12 girls was verified.",
            "United Nations",
        ),
        (
            "fr",
            "L'ONU a vérifié 9 attaques contre des écoles. Le recrutement de 12 garçons a été vérifié.",
            "ONU",
        ),
    ],
)
def test_what_was_verified_was_verified_by_the_body_that_verifies_in_this_text(
    language: str, text: str, body: str
) -> None:
    last = read(text, language)[-1]
    assert (last.chain[-1].actor, last.chain[-1].carried) == (body, True)
    assert last.factuality is Factuality.VERIFIED_BY_SOURCE


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        (
            "fr",
            "Au total, 41 cas de recrutement d'enfants ont été vérifiés et attribués à l'EIIL (20), à l'Armée de"
            " Kesh et aux groupes affiliés (12), aux comités populaires (5) et aux autres groupes Maï-Maï (4).",
            [20, 12, 5, 4],
        ),
        (
            "es",
            "En total se verificaron 41 casos de reclutamiento de niños, atribuidos al EIIL (20), el Ejército de Kesh"
            " y grupos afiliados (12), los comités populares (5) y otros grupos Mai-Mai (4).",
            [20, 12, 5, 4],
        ),
        (
            "ar",
            "وجرى التحقق من 37 حالة تجنيد للأطفال عُزيت إلى تنظيم الدولة الإسلامية (20) وجيش كيش والجماعات"
            " المرتبطة به (12) واللجان الشعبية (5).",
            [20, 12, 5],
        ),
    ],
)
def test_a_list_of_parties_keeps_each_number_with_its_party(language: str, text: str, numbers: list[int]) -> None:
    (claim,) = read(text, language)
    bound = [int(item.quantity.low or 0) for item in claim.quantities if item.party is not None]
    assert (bound, len(claim.parties)) == (numbers, len(numbers))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La vérification de ces cas est restée difficile en raison de l'insécurité."),
        ("es", "La verificación de esos casos siguió siendo difícil debido a la inseguridad."),
        ("ar", "وظل التحقق من هذه الحوادث صعبا بسبب انعدام الأمن."),
    ],
)
def test_difficulty_of_verifying_is_a_limit_in_each_language(language: str, text: str) -> None:
    assert [one.kind for one in read(text, language)] == [StatementKind.LIMITATION]


def test_an_arabic_main_clause_behind_although_is_a_claim_of_its_own() -> None:
    text = "ورغم أن الأرقام الفعلية يُتوقع أن تكون أعلى، تحققت الأمم المتحدة من تجنيد 12 فتى."
    assert [one.kind for one in read(text, "ar")] == [StatementKind.LIMITATION, StatementKind.VIOLATION_CLAIM]


def test_a_spanish_share_is_no_source_and_an_article_no_age() -> None:
    (told,) = read("El cuarenta por ciento de los niños denunciaron malos tratos durante su detención.", "es")
    assert told.chain[-1].actor == "niños"
    (aged,) = read("El ejército reclutó a 56 niños menores de 15 años, un aumento considerable.", "es")
    assert [int(item.quantity.low or 0) for item in aged.quantities if item.rule == "age"] == [15]


def test_the_secretary_general_of_the_united_nations_speaks_for_no_state() -> None:
    text = "Según el secretario general de la ONU, el Frente de Kesh reclutó a doce niños."
    assert [one.factuality for one in read(text, "es")] == [Factuality.ATTRIBUTED]


def test_an_arabic_comma_groups_thousands_and_about_is_no_place() -> None:
    text = "قال المرصد في تقريره بشأن الأطفال إن الجيش جند عشرة أطفال في بلدة عمر مقابل 35،000 ليرة سورية."
    (claim,) = read(text, "ar")
    assert [int(item.quantity.low or 0) for item in claim.quantities if item.quantity.kind.value == "money"] == [35000]
    assert "بشأن" not in [ref.name for ref in claim.places]


def test_a_share_keeps_its_comparator_past_the_article() -> None:
    for language, text, sign in (
        ("fr", "Plus de la moitié des enfants tués à Omer étaient des filles.", ">"),
        ("es", "Casi la mitad de los niños muertos en Omer eran niñas.", "~<"),
    ):
        (claim,) = read(text, language)
        shares_told = [item.quantity for item in claim.quantities if item.quantity.kind.value == "percent"]
        assert [(one.comparator.value, one.low) for one in shares_told] == [(sign, Fraction(50))]


def test_what_is_in_brackets_limits_nothing_and_an_arabic_name_keeps_its_country() -> None:
    text = "تحققت الأمم المتحدة من تجنيد 351 طفلا (240 فتى و7 أطفال لم يُعرف نوع جنسهم) ونُسبت الحالات إلى"
    text = f"{text} الجبهة المتحدة لسهران."
    assert [one.kind for one in read(text, "ar")] == [StatementKind.VIOLATION_CLAIM]
    assert "الجبهة المتحدة لسهران" in [ref.name for one in read(text, "ar") for ref in one.parties]


def test_a_place_whose_name_begins_with_a_direction_is_that_place() -> None:
    (claim,) = read("قتل الجيش ثلاثة أطفال في شمال كردفان.", "ar")
    assert [(ref.name, bool(ref.code)) for ref in claim.places] == [("شمال كردفان", True)]
