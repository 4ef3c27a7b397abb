"""Ages that stand beside a person without the word: in brackets, between commas, two with one tail. Every text is
invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import Comparator, QuantityKind
from unit.extract.told import lasting_of, read


def told_of(text: str, language: str) -> list[tuple[str, int]]:
    """(count or age, number) of the first statement, in order."""
    found = [item.quantity for item in read(text, language)[0].quantities]
    return [(one.kind.value, int(one.low or 0)) for one in found]


def test_the_first_of_two_numbers_shares_the_tail_of_the_second() -> None:
    assert told_of("Soldiers held 16- and 17-year-olds in Amra.", "en") == [("age", 16), ("age", 17)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed Amina, 14, in Amra."),
        ("fr", "Des soldats ont tué Amina, 14, à Amra."),
        ("es", "Amina, 14, dijo que los soldados quemaron la escuela."),
    ],
)
def test_a_number_between_commas_behind_a_name_is_an_age(language: str, text: str) -> None:
    assert told_of(text, language) == [("age", 14)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed the boy (15) in Amra."),
        ("en", "Soldiers killed a boy (15, from Amra) in Kesh."),
        ("en", "Soldiers killed a young boy (15, from Amra) in Kesh."),
        ("fr", "Des soldats ont tué un garçon (15) à Amra."),
        ("es", "Soldados mataron a un niño (15, de Amra) en Kesh."),
    ],
)
def test_a_number_in_brackets_behind_one_child_is_its_age(language: str, text: str) -> None:
    assert told_of(text, language) == [("count", 1), ("age", 15)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers killed the son of the mayor (15) in Amra."),
        ("es", "Soldados mataron a la hija del señor Evelio (15)."),
    ],
)
def test_a_number_in_brackets_behind_whose_child_it_is_is_its_age(language: str, text: str) -> None:
    assert told_of(text, language) == [("age", 15)]


def test_a_number_in_brackets_behind_children_counts_them() -> None:
    assert told_of("Soldiers killed children (12, nine of them girls) in Kesh.", "en")[0] == ("count", 12)
    assert ("count", 3) in told_of("Soldiers killed four children (3, all of them girls) in Kesh.", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two boys (12 and 14) were killed in Amra."),
        ("en", "Two boys (12 and 14 years) were killed in Amra."),
        ("fr", "Deux garçons (12 et 14) ont été tués à Amra."),
        ("es", "Dos niños (12 y 14) murieron en Amra."),
    ],
)
def test_as_many_numbers_in_brackets_as_children_are_their_ages(language: str, text: str) -> None:
    assert told_of(text, language) == [("count", 2), ("age", 12), ("age", 14)]


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "Soldiers killed a 10-year-old patient in Amra.", 10),
        ("fr", "Des soldats ont tué ma fille de 14 ans à Kesh.", 14),
    ],
)
def test_whoever_has_an_age_and_an_article_is_one_person(language: str, text: str, age: int) -> None:
    kinds = [item.quantity.kind for item in read(text, language)[0].quantities]
    assert kinds == [QuantityKind.COUNT, QuantityKind.AGE]
    assert told_of(text, language) == [("count", 1), ("age", age)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Soldiers abducted boys in Amra. The boys killed were 21.", ("count", 21)),
        ("en", "Soldiers abducted a girl in Amra. She is 25.", ("age", 25)),
        ("es", "Los soldados se llevaron a una niña de Amra. Ella tenía 25.", ("age", 25)),
        ("fr", "Des soldats ont enlevé une fille à Amra. Elle avait 25.", ("age", 25)),
    ],
)
def test_so_many_were_counts_them_and_she_is_25_tells_her_age(language: str, text: str, told: tuple[str, int]) -> None:
    (one,) = read(text, language)[-1].quantities
    assert (one.quantity.kind.value, int(one.quantity.low or 0)) == told


@pytest.mark.parametrize(
    ("text", "language", "age"),
    [
        ("Many of the boys were recruited before the age of 12.", "en", 12),
        ("Most of the girls were abducted before turning 15.", "en", 15),
        ("La plupart des garçons ont été recrutés avant d'avoir 15 ans.", "fr", 15),
        ("La mayoría de los niños fueron reclutados antes de cumplir los 15 años.", "es", 15),
        ("جند معظم الأطفال قبل سن 12 عاما.", "ar", 12),
    ],
)
def test_before_an_age_is_under_it(text: str, language: str, age: int) -> None:
    assert ("age", Comparator.LESS_THAN, age) in lasting_of(text, language)
