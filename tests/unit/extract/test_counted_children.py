"""How many children a word counts without a number, what months and bounds say of their age; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import read


def counts_of(text: str, language: str) -> list[tuple[str, int]]:
    """(comparator, number) of each count of children with a number, in order."""
    found = [item.quantity for one in read(text, language) for item in one.quantities]
    counts = [one for one in found if one.kind is QuantityKind.COUNT and one.unit == "child" and one.low is not None]
    return [(one.comparator.value, int(one.low or 0)) for one in counts]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Rebels abducted twins in Kesh.", 2),
        ("en", "Gunmen abducted triplets from a house in Kesh.", 3),
        ("en", "The rebels killed twin girls in Kesh.", 2),
        ("en", "Rebels killed two twins in Kesh.", 2),
        ("fr", "Des miliciens ont enlevé des jumeaux à Kesh.", 2),
        ("fr", "Des miliciens ont enlevé des triplés à Kesh.", 3),
        ("es", "Los rebeldes secuestraron a gemelos en Kesh.", 2),
        ("es", "Los rebeldes secuestraron a unas niñas gemelas en Kesh.", 2),
        ("ar", "خطف المسلحون توأمين في كيش.", 2),
        ("ar", "قتل توأمان في كيش.", 2),
    ],
)
def test_twins_are_two_children(language: str, text: str, number: int) -> None:
    (one,) = read(text, language)
    assert {ref.code for ref in one.violations} <= {"abduction", "killing"}
    assert one.violations
    assert counts_of(text, language) == [("=", number)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twin bombings hit the bridge in Kesh."),
        ("fr", "Un soldat a perdu ses jumelles à Kesh."),
        ("es", "Los rebeldes atacaron las torres gemelas de Kesh."),
        ("ar", "قتل جنود خلال توأمة المدينتين."),
    ],
)
def test_what_comes_in_pairs_is_not_always_children(language: str, text: str) -> None:
    assert counts_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Shelling killed a pair of toddlers in Kesh.", 2),
        ("en", "The rebels abducted a half-dozen pupils.", 6),
        ("en", "The rebels abducted five dozen pupils.", 60),
        ("fr", "Une demi-douzaine d'enfants ont été tués.", 6),
        ("fr", "Une petite dizaine d'enfants ont été tués.", 10),
        ("fr", "Deux centaines d'enfants ont été tués.", 200),
        ("fr", "Un millier d'enfants ont été recrutés par le Front.", 1000),
        ("es", "Un par de niños fueron secuestrados.", 2),
        ("es", "Medio centenar de niños fueron secuestrados.", 50),
        ("es", "Un millar de niños fueron reclutados.", 1000),
        ("ar", "خطف المسلحون نصف دزينة من الأطفال.", 6),
        ("ar", "خطف المسلحون دزينة من الأطفال.", 12),
    ],
)
def test_a_word_that_rounds_counts_about_so_many(language: str, text: str, number: int) -> None:
    assert counts_of(text, language) == [(Comparator.ABOUT.value, number)]


@pytest.mark.parametrize("text", ["خطف المسلحون بضعة أطفال.", "خطف المسلحون حفنة من الأطفال."])
def test_a_handful_in_arabic_is_a_count_without_a_number(text: str) -> None:
    (item,) = read(text, "ar")[0].quantities
    assert item.quantity.comparator is Comparator.VAGUE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A three-month-old baby was killed by shelling in Kesh."),
        ("en", "A baby of nine months was killed in Kesh."),
        ("fr", "Une fillette de neuf mois a été tuée à Kesh."),
        ("es", "Una niña de nueve meses murió en el bombardeo."),
        ("es", "Un bebé de 20 días de nacido murió en el bombardeo."),
        ("ar", "قتل رضيع عمره ثلاثة أشهر في كيش."),
    ],
)
def test_months_of_life_are_neither_years_nor_a_duration(language: str, text: str) -> None:
    kinds = {item.quantity.kind for one in read(text, language) for item in one.quantities}
    assert kinds <= {QuantityKind.COUNT}
    assert counts_of(text, language) in ([], [("=", 1)])


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "The ten-month-old siege killed 4 children.", 10),
        ("es", "El asedio de nueve meses mató a dos niños.", 9),
    ],
)
def test_months_of_a_siege_stay_a_duration(language: str, text: str, months: int) -> None:
    found = [item.quantity for one in read(text, language) for item in one.quantities]
    assert [int(one.low or 0) for one in found if one.kind is QuantityKind.DURATION] == [months]


@pytest.mark.parametrize(
    "text", ["One in three children killed was under 5.", "Half of the boys killed were under 12."]
)
def test_whoever_was_under_five_is_of_that_age(text: str) -> None:
    kinds = [item.quantity.kind for one in read(text) for item in one.quantities]
    assert QuantityKind.AGE in kinds
    assert QuantityKind.COUNT not in kinds


def test_a_number_of_children_that_was_under_five_is_no_age() -> None:
    found = [
        item.quantity.kind for one in read("The number of children killed was under 5.") for item in one.quantities
    ]
    assert QuantityKind.AGE not in found
