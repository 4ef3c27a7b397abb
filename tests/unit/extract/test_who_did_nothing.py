"""Whom a sentence names and blames for nothing: who is fought, told, silent. In four languages; all is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def parties_of(text: str, language: str) -> list[str]:
    """The parties of every statement, in order."""
    return [ref.name for one in read(text, language) for ref in one.parties]


def codes_of(text: str, language: str) -> list[str]:
    """The violations of every statement, in order."""
    return [ref.code for one in read(text, language) for ref in one.violations]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Three children were killed in an operation against the Kesh Front.", []),
        ("fr", "Trois enfants ont été tués lors d'une opération contre le Front du Kesh.", []),
        ("fr", "Des soldats ont tiré sur le Front du Kesh et tué trois enfants.", ["soldats"]),
        ("es", "Tres niños murieron en una operación contra el Frente de Kesh.", []),
        ("ar", "قتل ثلاثة أطفال في عملية ضد جبهة كيش.", []),
        ("en", "There are complaints against the army over the killing of three children.", ["army"]),
        ("fr", "Des plaintes contre l'armée pour le meurtre de trois enfants ont été déposées.", ["armée"]),
        ("es", "Hay denuncias contra el ejército por la muerte de tres niños.", ["ejército"]),
    ],
)
def test_who_is_fought_did_nothing_and_who_is_accused_is_named(language: str, text: str, parties: list[str]) -> None:
    assert parties_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A witness told the army that three children were killed."),
        ("fr", "Un témoin a dit à l'armée que trois enfants avaient été tués."),
        ("es", "Un testigo dijo al ejército que tres niños fueron asesinados."),
    ],
)
def test_who_is_told_of_a_killing_did_not_do_it(language: str, text: str) -> None:
    assert (codes_of(text, language), parties_of(text, language)) == (["killing"], [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army declined to comment on the killing of three children."),
        ("en", "The army did not respond to a request for comment on the killing of three children."),
        ("fr", "L'armée a refusé de commenter la mort de trois enfants."),
        ("es", "El ejército se negó a comentar la muerte de tres niños."),
        ("ar", "رفض الجيش التعليق على مقتل ثلاثة أطفال."),
    ],
)
def test_who_says_nothing_of_a_killing_is_not_blamed_for_it(language: str, text: str) -> None:
    assert codes_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "The army killed three children in Kesh and refused to comment.", "army"),
        ("fr", "L'armée a tué trois enfants à Kesh et refusé de commenter.", "armée"),
        ("es", "El ejército mató a tres niños en Kesh y se negó a comentar.", "ejército"),
    ],
)
def test_a_killing_told_before_the_silence_stays(language: str, text: str, party: str) -> None:
    assert (codes_of(text, language), parties_of(text, language)) == (["killing"], [party])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three children were killed near the prison in Kesh."),
        ("fr", "Trois enfants ont été tués devant la prison de Kesh."),
        ("es", "Tres niños murieron cerca de la prisión de Kesh."),
        ("ar", "قتل ثلاثة أطفال قرب السجن في كيش."),
    ],
)
def test_who_was_killed_near_a_prison_was_not_held_in_it(language: str, text: str) -> None:
    assert codes_of(text, language) == ["killing"]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Three children were killed near the headquarters of the Kesh Front.", []),
        ("fr", "Trois enfants ont été tués près d'une base de l'armée.", []),
        ("fr", "Des obus tirés d'une position de l'armée ont tué trois enfants.", ["armée"]),
        ("es", "Tres niños murieron a la entrada del cuartel del ejército.", []),
        ("es", "Tres niños murieron por disparos desde una base del ejército.", ["ejército"]),
        ("ar", "قتل ثلاثة أطفال قرب مقر الجيش.", []),
        ("ar", "قتل الجيش ثلاثة أطفال قرب مقر للجبهة.", ["الجيش"]),
    ],
)
def test_whose_site_it_was_near_did_not_do_it(language: str, text: str, parties: list[str]) -> None:
    assert parties_of(text, language) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "es",
            "Nueve niños murieron en fuego cruzado entre el Frente Azul y las tropas.",
            ["Frente Azul", "tropas"],
        ),
        (
            "fr",
            "Neuf enfants sont morts dans un échange de tirs entre le Front du Kesh et une patrouille.",
            ["Front du Kesh", "patrouille"],
        ),
    ],
)
def test_the_crossfire_is_no_party_where_those_who_fought_are_named(
    language: str, text: str, parties: list[str]
) -> None:
    assert [one.name for one in read(text, language)[0].parties] == parties
