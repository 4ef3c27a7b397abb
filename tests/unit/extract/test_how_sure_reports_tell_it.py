"""How sure reports tell it: what was received, is being checked, could not be confirmed; every text is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read

_FRONT = "the Kassar Front recruited nine pupils"

UNCHECKED = [
    "The United Nations received reports of 64 grave violations against children, which it could not verify.",
    "Information on 15 additional killings of children is under verification.",
    "Fourteen additional cases of recruitment of children are in the process of verification.",
    "The abduction of nine pupils is still under investigation.",
    "The task force is working to verify reports of 17 attacks on schools.",
    "Verification is ongoing for 16 reported cases of sexual violence against girls.",
    "We have not been able to verify reports that nine pupils were abducted.",
    "The mission was not in a position to verify the alleged recruitment of nine pupils.",
    "There is no independent confirmation of the claim that 15 children died in the strike.",
    "Local media reported the abduction of 11 girls, but the Office has no independent confirmation.",
    "If confirmed, the killing of eight children would be the deadliest attack this year.",
    "There are conflicting reports on whether the nine pupils were abducted.",
]
BELIEVED = [
    f"There are strong indications that {_FRONT}.",
    f"In all likelihood {_FRONT}.",
    f"It is possible that {_FRONT}.",
    f"The Panel is of the view that {_FRONT}.",
    "The attack that killed nine pupils bore the hallmarks of the Kassar Front.",
]
REPORTED = [
    f"The Panel was informed that {_FRONT}.",
    f"According to credible reports, {_FRONT}.",
    "Soldiers are reported to have killed three boys.",
]
LIMITS = [
    "The extent of child recruitment by the Kassar Front is not known.",
    "Little is known about the recruitment of girls.",
    "Data on sexual violence against boys are lacking.",
    "The Commission did not receive sufficient information to make a finding.",
    "The Panel was unable to reconcile the two accounts.",
    "Attribution was not possible in 12 cases.",
]


def _weakest(text: str) -> Factuality:
    return max((one.factuality for one in read(text, "en") if one.violations), key=lambda level: level.rank)


@pytest.mark.parametrize("text", UNCHECKED)
def test_what_nobody_could_check_yet_is_not_read_as_told(text: str) -> None:
    assert _weakest(text) is Factuality.UNCORROBORATED


@pytest.mark.parametrize("text", BELIEVED)
def test_what_is_only_likely_is_believed(text: str) -> None:
    assert _weakest(text) is Factuality.BELIEVED


@pytest.mark.parametrize("text", REPORTED)
def test_what_reached_a_body_is_reported(text: str) -> None:
    assert _weakest(text) is Factuality.REPORTED


@pytest.mark.parametrize("text", LIMITS)
def test_what_is_not_known_of_a_violation_is_a_limit(text: str) -> None:
    assert [one.kind for one in read(f"Besto is a town. {text}", "en")][-1:] == [StatementKind.LIMITATION]


def test_who_is_open_takes_nothing_from_those_of_whom_it_is_known() -> None:
    text = "The army was responsible for 29 child casualties; responsibility for the rest could not be established."
    assert [one.factuality for one in read(text, "en")] == [Factuality.ASSERTED, Factuality.UNKNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen suspected of belonging to the Kassar Front killed two boys.",
        "Men thought to be members of the Kassar Front killed two boys.",
        "Individuals believed to be affiliated with the Kassar Front killed two boys.",
    ],
)
def test_men_held_to_be_of_a_party_are_that_party_and_no_recruits(text: str) -> None:
    (one,) = read(text, "en")
    assert [party.name for party in one.parties] == ["Kassar Front"]
    assert [violation.code for violation in one.violations] == ["killing"]


def test_boys_suspected_of_belonging_do_not_make_their_party_the_jailer() -> None:
    (one,) = read("Twelve boys suspected of links to the Kassar Front were detained by the police.", "en")
    assert [party.name for party in one.parties] == ["police"]
