"""Parties that no list of names holds, known by the row, the article or the verb they stand beside. All invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def named(text: str, language: str = "en") -> list[list[str]]:
    """The parties of each statement."""
    return [[party.name for party in one.parties] for one in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "Nine girls were abducted by Boko Tamba, Wagadou Sons and Tahrir al-Bahr.",
            ["Boko Tamba", "Wagadou Sons", "Tahrir al-Bahr"],
        ),
        (
            "en",
            "Attacks on 9 schools by Kataib Hazm and Saraya Wadi were documented.",
            ["Kataib Hazm", "Saraya Wadi"],
        ),
        (
            "en",
            "Twelve children were killed by Boko Tamba, six by Katiba Nahda and three by the Pasdaran.",
            ["Boko Tamba", "Katiba Nahda", "Pasdaran"],
        ),
        (
            "fr",
            "Douze enfants ont été tués par Boko Tamba, six par la Katiba Nahda et trois par les Simba.",
            ["Boko Tamba", "Katiba Nahda", "Simba"],
        ),
    ],
)
def test_whoever_stands_in_a_row_with_a_party_is_one(language: str, text: str, parties: list[str]) -> None:
    assert named(text, language) == [parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Nine boys were killed by Boko Tamba, Doru officials and a witness said.", ["Boko Tamba"]),
        ("Five boys were abducted by Boko Tamba and the United Nations Mission searched for them.", ["Boko Tamba"]),
        ("Nine boys were killed by the Omer Defence and Security Forces.", ["Omer Defence and Security Forces"]),
    ],
)
def test_whoever_speaks_or_searches_stands_in_no_row(text: str, parties: list[str]) -> None:
    assert named(text)[0] == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cinq garçons ont été recrutés par Jound al-Wahda à Tel Omer."),
        ("es", "Cinco niños fueron reclutados por Jund al-Wahda en Tel Omer."),
    ],
)
def test_an_arabic_article_in_a_name_ends_no_name(language: str, text: str) -> None:
    assert [[name.split()[1] for name in parties] for parties in named(text, language)] == [["al-Wahda"]]


def test_a_spanish_name_does_what_the_verb_behind_it_tells() -> None:
    assert named("La Mano Negra reclutó a 14 niños en Omer.", "es") == [["Mano Negra"]]


def test_whom_cases_are_attributed_to_may_bear_one_word_with_its_article() -> None:
    assert named("Neuf cas de viol sur des filles ont été attribués aux Simba.", "fr") == [["Simba"]]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "Fighters of the Kessar Liberation Army killed two boys.", "Kessar Liberation Army"),
        ("en", "Militants of the Red Front killed two boys.", "Red Front"),
        ("fr", "Combattants du Front rouge ont tué deux garçons.", "Front rouge"),
        ("es", "Combatientes del Ejército del Norte mataron a dos niños.", "Ejército del Norte"),
        ("en", "Sons of the North killed two boys.", "Sons of the North"),
    ],
)
def test_men_at_the_head_of_a_sentence_are_no_part_of_whose_men_they_are(language: str, text: str, party: str) -> None:
    assert named(text, language) == [[party]]
