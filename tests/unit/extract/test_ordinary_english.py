"""Ordinary English of reports: service, doubt, limits, aid in plain words; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import parties_of, read, violations_of

BEFORE = "The Kesh Front took 14 boys from Amra. "


@pytest.mark.parametrize(
    "text",
    [
        "A boy of 13 had been made to haul explosives and stand watch over the Kesh Front's barrier.",
        "Nine boys were under 15 when they joined the Kesh Front.",
        "A girl of 14 stood watch for the Kesh Front.",
        "The Kesh Front denied that minors had ever served under it.",
    ],
)
def test_service_is_told_in_plain_words(text: str) -> None:
    assert "recruitment_use" in {code for one in read(text) for code in violations_of(one)}


def test_what_is_still_being_verified_is_not_corroborated() -> None:
    (one,) = read("The killing of 12 boys by the Kesh Front was still being verified at the time of writing.")
    assert (one.kind, one.factuality) == (StatementKind.VIOLATION_CLAIM, Factuality.UNCORROBORATED)


def test_a_commander_who_blames_others_speaks_for_a_party() -> None:
    (one,) = read("A naval commander blamed the Kesh Front for the killing of 12 boys.")
    assert one.factuality is Factuality.CLAIMED_BY_PARTY


def test_who_was_not_let_in_knows_less() -> None:
    one = read(BEFORE + "The ministry did not permit the Panel to enter the district.")[-1]
    assert one.kind is StatementKind.LIMITATION


def test_food_that_stands_still_on_its_way_is_aid() -> None:
    (one,) = read("Rice and saline for six camps near Kesh have been stuck at a Kesh Front checkpoint since May.")
    assert violations_of(one) == {"denial_access"}


def test_recruiters_are_a_party_only_where_they_stand() -> None:
    text = "The Kesh Front enlisted 14 boys in Amra. Recruiters offered six boys $50 a month. Nine boys were enlisted."
    assert [parties_of(one) for one in read(text)] == [
        [("Kesh Front", "stated")],
        [("Recruiters", "stated")],
        [("Kesh Front", "implied")],
    ]


def test_where_a_speaker_comes_from_is_part_of_who_speaks() -> None:
    (one,) = read("A farmer from Amra said the Kesh Front took nine boys.")
    assert one.speaker == "farmer from Amra"
