"""Sentences as rights groups and agencies tell of an attack: force, roles, strikes, days; every text is invented."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import codes_of, read


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Girls are often forced to have sex with the fighters of the Kesh Front.", ("sexual_violence",)),
        ("Armed men forced scores of boys to climb into military trucks.", ("abduction",)),
        ("Child casualties resulting from suicide attacks increased in Omer.", ("killing",)),
        ("Ten boys were abducted. Many are being forced to serve as soldiers.", ("recruitment_use",)),
    ],
)
def test_force_and_roles_are_told_apart(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text)[-1] == codes


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The LRA, one of the most-feared groups, recruits boys and forces them to be fighters.", "LRA"),
        ("The abduction of the girls, by former government soldiers, took minutes.", "government soldiers"),
    ],
)
def test_a_role_is_no_party_and_who_did_it_no_victim(text: str, party: str) -> None:
    (claim,) = read(text)
    assert ([ref.name for ref in claim.parties], claim.factuality) == ([party], Factuality.ASSERTED)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kesh Front abducted ten boys, the Omer Network learned.", "Omer Network"),
        ("The study showed that the Kesh Front abducted ten boys.", "study"),
    ],
)
def test_who_learned_it_and_a_study_that_shows_it_are_sources(text: str, actor: str) -> None:
    (claim,) = read(text)
    assert (claim.chain[-1].actor, claim.factuality) == (actor, Factuality.ATTRIBUTED)


def test_one_in_three_is_a_share() -> None:
    (claim,) = read("In Omer one in three casualties of the shelling was a child.")
    assert [item.quantity.kind.value for item in claim.quantities][:1] == ["percent"]


def test_an_insertion_between_dashes_is_no_dateline() -> None:
    (claim,) = read("According to Governor Mado, the gunmen — known as bandits — raided the college, killing a pupil.")
    assert (claim.chain[-1].actor, [ref.name for ref in claim.parties]) == ("Governor Mado", ["gunmen"])


def test_two_who_say_it_behind_a_comma_are_one_source() -> None:
    text = "Gunmen kidnapped ten students on Thursday, a police spokesman and a state government official said."
    (claim,) = read(text)
    assert claim.chain[-1].actor == "police spokesman and a state government official"


def test_a_ministry_that_a_party_runs_is_not_that_party() -> None:
    (claim,) = read("The Kesh Front-run health ministry said at least 29 children were killed in the air strike.")
    assert (claim.parties, claim.chain[-1].actor) == ((), "Kesh Front-run health ministry")


def test_what_is_not_clear_yet_is_a_limit_and_shots_in_the_air_hurt_nobody() -> None:
    (limit,) = read("It was not immediately clear how many of the children were on the bus.")
    assert limit.kind is StatementKind.LIMITATION
    assert codes_of("The gunmen stormed the school, shooting sporadically.") == [("attack_school",)]


@pytest.mark.parametrize(
    "text", ["Two boys were killed in Kesharian air strikes on Omer.", "Kesharian shelling killed two boys in Omer."]
)
def test_weapons_by_the_name_of_a_people_name_the_party(text: str) -> None:
    (claim,) = read(text.replace("air strikes", "airstrikes"))
    assert ([ref.name for ref in claim.parties], [ref.name for ref in claim.places]) == (["Kesharian"], ["Omer"])


@pytest.mark.parametrize("text", ["from February 1st to 7th", "from 1st to 7th February", "from February 1 to 7"])
def test_days_of_a_month_with_their_tails_are_a_span(text: str) -> None:
    (claim,) = read(f"Ten boys were killed in Omer {text}.")
    assert getattr(getattr(claim.act_period, "when", None), "text", "") == "2021-02-01/2021-02-07"


def test_the_deadliest_month_says_nothing_and_new_reports_are_those_of_their_body() -> None:
    first, second = read(
        "Ten boys were killed in Omer in February, the deadliest recorded month. The army killed two girls, according"
        " to a new Kesh Network (KN) report."
    )
    assert (len(first.chain), second.chain[-1].actor) == (1, "Kesh Network")


def test_who_stands_behind_another_voice_relays_it() -> None:
    (claim,) = read("The army killed ten boys in Omer, the mayor said, Reuters reported.")
    assert [link.actor for link in claim.chain] == ["document", "Reuters", "mayor"]


def test_two_days_are_no_count_and_staff_no_age() -> None:
    days, staff = read(
        "The army killed ten boys in Omer on November 4 and 5. The shelling led to the death of four staff"
        " and two girls."
    )
    assert [int(item.quantity.low or 0) for item in days.quantities] == [10]
    assert [(item.quantity.kind.value, item.quantity.unit) for item in staff.quantities] == [
        ("count", "person"),
        ("count", "child"),
    ]


def test_one_number_or_the_next_is_a_span_and_nobody_older_a_bound() -> None:
    (claim,) = read("Six or seven boys with rifles were at the checkpoint of the Kesh Front, none older than 15.")
    told = [(item.quantity.kind.value, item.quantity.comparator.value, item.quantity.low) for item in claim.quantities]
    assert ("count", "range", Fraction(6)) in told
    assert ("age", "<=", Fraction(15)) in told


def test_the_dead_and_the_wounded_of_one_breath_are_one_claim() -> None:
    (claim,) = read("Six children were killed and at least 14 others wounded when rockets struck a house in Omer.")
    assert [ref.code for ref in claim.violations] == ["killing", "maiming"]
