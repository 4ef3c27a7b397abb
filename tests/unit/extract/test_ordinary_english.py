"""Ordinary English of reports: service, doubt, limits, aid in plain words; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import parties_of, period_of, read, violations_of

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


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The Kesh Front took nine boys, the youngest of them 12 years old.", [("=", 12)]),
        ("Four pupils, all under 11, were killed by the Kesh Front.", [("<", 11)]),
    ],
)
def test_the_youngest_is_as_old_as_told_and_all_of_them_are_younger(text: str, ages: list[tuple[str, int]]) -> None:
    told = [item.quantity for one in read(text) for item in one.quantities if item.quantity.kind is QuantityKind.AGE]
    assert [(age.comparator.value, int(age.low or 0)) for age in told] == ages


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 5 January 2021 the Kesh Front took nine boys. Two weeks later it took six girls.", "2021-01-19"),
        ("On 5 January 2021 the Kesh Front took nine boys. A week later it took six girls.", "2021-01-12"),
        ("On 5 January 2021 the Kesh Front took nine boys. Same day, it took six girls.", "2021-01-05"),
    ],
)
def test_a_day_is_told_from_the_day_before_it(text: str, day: str) -> None:
    assert period_of(read(text)[-1]) == day


def test_armed_people_in_front_of_a_deed_are_no_victims() -> None:
    text = "The Front occupied a school of 90 pupils in Amra. On 11 January, fighters abducted two sisters in Kesh."
    one = read(text)[-1]
    assert violations_of(one) == {"abduction"}


def test_who_guards_captives_was_used_and_whom_they_guard_is_another_tale() -> None:
    (one,) = read("A boy of 14 was made to stand watch over hostages of the Kesh Front.")
    assert violations_of(one) == {"recruitment_use"}


def test_boys_held_on_a_charge_are_detained() -> None:
    (one,) = read("Boys suspected of spying are being held by the Kesh Front in Amra.")
    assert violations_of(one) == {"deprivation_liberty"}


def test_what_is_not_corroborated_is_of_somebody_unnamed() -> None:
    (one,) = read("Unconfirmed: a roadside bomb killed two children near Kesh.")
    assert (one.speaker, one.factuality) == ("unnamed", Factuality.UNCORROBORATED)


def test_who_presents_captives_as_guests_says_so() -> None:
    one = read(BEFORE + "The Kesh Front presented the boys as guests.")[-1]
    assert one.factuality is Factuality.CLAIMED_BY_PARTY


def test_officers_are_a_party() -> None:
    one = read("Six girls described sexual abuse by officers.")[0]
    assert parties_of(one) == [("officers", "stated")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kesh Front took 14 boys from Amra.\n\nThe authorities endorsed a new protocol in Kesh.", "en"),
        ("Le Front du Lac a enlevé 14 garçons à Amra.\n\nL'armée a inauguré un pont à Kesh.", "fr"),
    ],
)
def test_a_paragraph_on_who_bears_arms_goes_on_about_no_deed_unless_somebody_says_so(text: str, language: str) -> None:
    assert violations_of(read(text, language)[-1]) == set()
