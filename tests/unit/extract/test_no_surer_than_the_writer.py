"""How sure an English text is where the writer heard it, believes it, could not check it, or nobody knows. Invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read

DEED = "soldiers killed two boys at a checkpoint"


@pytest.mark.parametrize(
    ("opening", "level"),
    [
        ("We have received reports that", Factuality.REPORTED),
        ("We've heard that", Factuality.REPORTED),
        ("We believe that", Factuality.BELIEVED),
        ("I think", Factuality.BELIEVED),
        ("NOT confirmed yet:", Factuality.UNCORROBORATED),
        ("We documented that", Factuality.ASSERTED),
        ("We can confirm that", Factuality.ASSERTED),
    ],
)
def test_what_the_writer_says_in_front_is_how_sure_it_is(opening: str, level: Factuality) -> None:
    (one,) = read(f"{opening} {DEED}.")
    assert (one.kind, one.factuality) == (StatementKind.VIOLATION_CLAIM, level)


@pytest.mark.parametrize("tail", ["we are told", "I'm told", "I hear"])
def test_an_aside_of_hearing_makes_it_reported_whoever_stands_in_front(tail: str) -> None:
    (one,) = read(f"Nine girls were raped in the camp by armed men, {tail}.")
    assert (one.speaker, one.factuality) == ("unnamed", Factuality.REPORTED)


def test_a_belief_of_the_writer_has_nobody_else_behind_it() -> None:
    assert read(f"We believe that {DEED}.")[0].speaker == "document"


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear whether nine girls were raped in the camp.",
        "We do not know whether the army shelled nine schools.",
        "Not confirmed: how many boys were killed.",
        "It is not clear when the video was filmed.",
        "The survey covered only four of nine districts.",
        "I have looked, and there is no source for that number.",
    ],
)
def test_what_nobody_knows_is_a_limit(text: str) -> None:
    assert [one.factuality for one in read(text)] == [Factuality.UNKNOWN]


def test_a_deed_that_could_not_be_checked_stays_a_deed() -> None:
    (one,) = read("The army shelled a school in Amra, a report we have not been able to verify.")
    assert (one.kind, one.factuality) == (StatementKind.VIOLATION_CLAIM, Factuality.UNCORROBORATED)


def test_a_doubt_between_commas_leaves_the_claim_that_goes_on() -> None:
    (one,) = read("The accounts, which could not be verified, say that soldiers killed nine boys.")
    assert (one.kind, one.factuality) == (StatementKind.VIOLATION_CLAIM, Factuality.UNCORROBORATED)


@pytest.mark.parametrize(
    "text", ["No officer has been charged.", "Soldiers killed two boys, and nobody has been charged."]
)
def test_who_is_charged_with_nothing_makes_nothing_alleged(text: str) -> None:
    assert {one.factuality for one in read(text)} == {Factuality.ASSERTED}


def test_who_is_charged_makes_it_alleged() -> None:
    assert read("Prosecutors charged two officers with the killing of nine boys.")[0].factuality is Factuality.ALLEGED


@pytest.mark.parametrize("words", ["have been confirmed dead", "are confirmed to have been killed"])
def test_who_is_confirmed_dead_is_dead(words: str) -> None:
    assert read(f"Nine children {words} in the strike.")[0].factuality is Factuality.ASSERTED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The clip first appeared on Facebook on 3 May.", StatementKind.MEDIA_PROVENANCE),
        ("The photo is from 2019.", StatementKind.MEDIA_PROVENANCE),
        ("The letter carries the stamp of the second company.", StatementKind.MEDIA_PROVENANCE),
        ("The girls were from Barta.", StatementKind.CONTEXT),
        ("A video of the killing of two boys first appeared on Monday.", StatementKind.VIOLATION_CLAIM),
    ],
)
def test_where_a_picture_or_a_paper_comes_from(text: str, kind: StatementKind) -> None:
    assert [one.kind for one in read(text)] == [kind]
