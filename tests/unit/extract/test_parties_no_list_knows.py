"""Parties that no list knows: a name by itself says nothing, what a text does with it does; every name is invented."""

from __future__ import annotations

from itertools import product

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import parties_of, read

NAMES = ("Red Sashes", "Gulmar coalition", "M-14 movement", "Tigers of Amra", "Shadow Company")
FRAMES = (
    "On 4 May 2020, the {} abducted 12 boys from Amra.",
    "Nine children were killed when the {} shelled the market in Amra.",
    "Children as young as 12 are serving in the ranks of the {}.",
    "Fighters of the {} looted the hospital in Amra.",
    "Commanders of the {} pay boys as young as 13 to plant explosives.",
    "The {}, which controls the area, denied aid convoys access to Amra.",
    "A boy of 14 told Amra Radio he had been forced to join the {}.",
    "The {} was responsible for the killing of nine children, the report says.",
    "The {} is holding 14 children in a prison in Amra.",
    "Since May, the {} has been using two schools as barracks.",
    "Six boys escaped from a training camp run by the {}.",
    "Six boys were released by the {} in May after two years as porters.",
    "In one incident, the {} opened fire on a minibus, killing four children.",
    "The {} is accused of killing nine children in Amra.",
    "The {} denied killing the children.",
    "A drone belonging to the {} hit a school bus, killing four children.",
    "The {} turned the primary school in Amra into a base.",
    "The 14-year-old spent two years with the {}, carrying ammunition.",
    "The {} said it had released 12 boys.",
)


@pytest.mark.parametrize(("frame", "name"), list(product(FRAMES, NAMES)))
def test_a_name_is_that_of_a_party_where_it_does_what_parties_do(frame: str, name: str) -> None:
    parties = {party for one in read(frame.format(name)) for party in parties_of(one)}
    assert parties == {(name, "stated")}


@pytest.mark.parametrize(
    "text",
    [
        "The Amra Choir was responsible for nine concerts.",
        "The Blue Line is holding 14 concerts in Amra.",
        "The Rosewood Trust has been using two schools as libraries.",
        "The Amra Choir attacked the plan of the ministry.",
        "Nine children died before the Rosewood Trust launched an appeal.",
    ],
)
def test_a_name_is_that_of_nobody_armed_where_it_does_what_others_do(text: str) -> None:
    assert [parties_of(one) for one in read(text) if one.parties] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Girls freed from the Kesh Front said they had been raped.", "Girls freed from the Kesh Front"),
        (
            "Families displaced by the Kesh Front told aid workers that 12 boys had been taken.",
            "Families displaced by the Kesh Front",
        ),
        (
            "A boy abducted by the Kesh Front in May said that he had been beaten.",
            "boy abducted by the Kesh Front",
        ),
        (
            "Two girls who escaped from the Kesh Front told the radio that they had been raped.",
            "Two girls who escaped from the Kesh Front",
        ),
    ],
)
def test_those_who_were_in_the_hands_of_a_party_do_not_speak_for_it(text: str, speaker: str) -> None:
    (one,) = read(text)
    assert (one.speaker, one.factuality) == (speaker, Factuality.ATTRIBUTED)


def test_girls_forced_into_marriage_are_told_of_with_their_number() -> None:
    (one,) = read("The Kesh Front forced more than 60 girls into marriage.")
    assert [ref.code for ref in one.violations] == ["sexual_violence"]


def test_who_struck_a_training_camp_is_not_who_runs_it() -> None:
    (one,) = read("Nine children died in an army strike on a training camp run by the Kesh Front.")
    assert parties_of(one) == [("army", "stated")]


def test_an_arabic_name_goes_on_with_what_else_it_stands_for() -> None:
    (one,) = read("جندت حركة العدل والكرامة 40 طفلا في عمرة.", "ar")
    assert parties_of(one) == [("حركة العدل والكرامة", "stated")]
