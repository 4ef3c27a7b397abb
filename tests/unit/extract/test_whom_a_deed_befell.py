"""Whom a deed befell: children who are only named beside it suffered nothing; all invented."""

from __future__ import annotations

import pytest

from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import read, said, violations_of

_HELD, _TAKEN, _USED = "deprivation_liberty", "abduction", "recruitment_use"


def told(text: str) -> set[str]:
    """Every violation of a text."""
    return {code for one in read(text) for code in violations_of(one)}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the mother of three girls.",
        "Soldiers detained a journalist who had filmed the children.",
        "A woman was abducted in front of her daughters.",
        "The girls' father was arrested in March.",
        "Gunmen killed a guard at a market where children played.",
        "Two men were kidnapped on the road to a camp for orphans.",
    ],
)
def test_children_named_beside_who_was_hurt_suffered_nothing(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Police arrested a mother and her three girls.", _HELD),
        ("Sixty people were arrested, nine of them boys.", _HELD),
        ("Two women were abducted with six children.", _TAKEN),
        ("Gunmen abducted 14 people, including six pupils.", _TAKEN),
        ("The army detained 60 people – 18 children among them.", _HELD),
        ("The men were accused of abducting nine girls.", _TAKEN),
        ("The boys' arrest in March was confirmed.", _HELD),
    ],
)
def test_children_led_in_as_more_of_them_suffered_it_too(text: str, deed: str) -> None:
    assert told(text) == {deed}


@pytest.mark.parametrize(
    "text",
    [
        "Their father joined the Kesh Front when the boys were small.",
        "The school held 300 children for two hours because of a storm.",
        "A girl of 12 was taken to the police station by her mother.",
    ],
)
def test_what_others_do_is_not_done_by_children_or_armed_people(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Soldiers held four boys for three days.", _HELD),
        ("Rebels held four boys for three days.", _TAKEN),
        ("Rebels held four boys captive for three days.", _TAKEN),
    ],
)
def test_a_state_that_keeps_children_detains_them(text: str, deed: str) -> None:
    assert told(text) == {deed}


def test_an_age_in_the_next_sentence_tells_that_brothers_are_children() -> None:
    one = said("Two brothers were taken from their home at night. They are 12 and 14.", "en", "taken")
    assert violations_of(one) == {_TAKEN}
    assert told("Two brothers were taken from their home at night. They are 32 and 34.") == set()


def test_an_age_in_the_last_sentence_tells_of_whom_it_is() -> None:
    assert violations_of(said("My brother is 14. They arrested him at school.", "en", "arrested")) == {_HELD}
    assert told("My brother is 24. They arrested him at school.") == set()


@pytest.mark.parametrize(("age", "codes"), [(14, {_HELD}), (34, set())])
def test_who_tells_of_us_and_how_old_he_is_tells_whom_it_befell(age: int, codes: set[str]) -> None:
    assert violations_of(read(f"“They held us in a cell for a week,” said Luka, who is {age}.")[0]) == codes


def test_two_numbers_that_they_are_tell_their_ages() -> None:
    one = said("A court jailed five boys. They were 15 and 16 when they were arrested.", "en", "They")
    assert [item.quantity.kind for item in one.quantities] == [QuantityKind.AGE, QuantityKind.AGE]
