"""A row of the lexicon passes over no verb and no other subject, and what can burn besides a child is no child; every
text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def told(language: str, text: str) -> set[str]:
    return {ref.code for one in read(text, language) for ref in one.violations}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los milicianos golpearon a hombres mayores de 18 años y a un niño en Kesh."),
        ("fr", "Les soldats ont tué 18 enfants à Kesh."),
        ("fr", "Les soldats ont secouru des enfants de moins de 15 ans."),
    ],
)
def test_what_soldiers_do_to_somebody_of_an_age_recruits_nobody(language: str, text: str) -> None:
    assert "recruitment_use" not in told(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des combattants de moins de 15 ans ont été vus à Kesh."),
        ("fr", "Des combattants qui avaient moins de 15 ans ont été vus à Kesh."),
    ],
)
def test_fighters_under_fifteen_are_used(language: str, text: str) -> None:
    assert "recruitment_use" in told(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A girl was burned by the explosion of a shell in Kesh."),
        ("fr", "Une fille a été brûlée par l'explosion d'un obus à Kesh."),
        ("es", "Una niña fue quemada por la explosión de una bomba en Kesh."),
    ],
)
def test_a_child_that_is_burned_is_maimed(language: str, text: str) -> None:
    assert "maiming" in told(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels abducted ten children in Kesh. Six houses were burned."),
        ("fr", "Des rebelles ont enlevé dix enfants à Kesh. Six cases de santé ont été brûlées."),
        ("es", "Los rebeldes secuestraron a diez niños en Kesh. Seis casas fueron quemadas."),
    ],
)
def test_a_house_that_is_burned_maims_no_child_told_before(language: str, text: str) -> None:
    assert "maiming" not in told(language, text)
