"""Several parties in one sentence: in a row, on both sides of a fight, each with its number."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def named_in(text: str, language: str = "en") -> list[str]:
    return [party.name for one in read(text, language) for party in one.parties]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front, the Kesh Union and the army killed 12 children in Amra.",
        "In Amra, 12 children were killed by the Red Front, the Kesh Union and the army.",
    ],
)
def test_whoever_stands_in_a_row_with_a_front_is_a_party(text: str) -> None:
    assert named_in(text) == ["Red Front", "Kesh Union", "army"]


def test_an_article_behind_and_begins_another_name() -> None:
    names = named_in("The Red Front, the Kesh Union and the Blue Guard killed 12 children in Amra.")
    assert names == ["Red Front", "Kesh Union", "Blue Guard"]


@pytest.mark.parametrize("fight", ["in crossfire", "during clashes", "in fighting", "in a battle"])
def test_both_sides_of_a_fight_are_parties_a_sort_beside_a_name(fight: str) -> None:
    assert named_in(f"Four boys were killed {fight} between the army and the Red Front.") == ["army", "Red Front"]


def test_a_fight_that_hurt_nobody_has_no_doer() -> None:
    assert named_in("Clashes between the army and the Red Front resumed on 3 February around Amra.") == []


def test_both_deny() -> None:
    names = named_in("Both the Red Front and the Kesh Union deny killing the children.")
    assert names == ["Red Front", "Kesh Union"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Responsibility lay with the Kesh Union (118), the Coalition of Patriots (71) and the Guard (18).",
            "Kesh Union",
        ),
        ("The main perpetrator of recruitment was the Red Front (188), followed by the Kesh Union (74).", "Red Front"),
    ],
)
def test_a_name_in_a_row_with_numbers_begins_behind_the_verb(text: str, first: str) -> None:
    assert named_in(text)[0] == first
