"""What real texts tell and do not tell, in English: deeds, speakers and how sure it is; all texts invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import codes_of, read


def speakers_of(text: str) -> list[str]:
    """Who says the last statement of the text, without the document."""
    return [link.actor for link in read(text)[-1].chain[1:]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Mara Lund the army killed two boys in Kesh.", "Mara Lund"),
        ("According to T. R. Lund the rebels killed two boys in Kesh.", "T. R. Lund"),
        ("According to Amra Watch the Kesh Front attack on the dam killed two boys.", "Amra Watch"),
    ],
)
def test_an_article_behind_a_name_opens_what_is_told(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]
    assert read(text)[-1].factuality is Factuality.ATTRIBUTED


@pytest.mark.parametrize(
    "text",
    [
        "Samira Odel heard the gunshots from afar.",
        "The panel heard nine children from Kesh in May.",
    ],
)
def test_who_hears_something_reports_nothing(text: str) -> None:
    assert [one.chain[1:] for one in read(text)] in ([], [()])


def test_what_is_heard_from_somebody_is_reported() -> None:
    assert speakers_of("One father has heard from a driver that the boys were taken to Kesh.") == ["driver"]


def test_who_does_not_know_how_to_do_something_limits_nothing() -> None:
    text = "It is hard for one who does not know how to write about the war in Kesh."
    assert not any(one.factuality is Factuality.UNKNOWN for one in read(text))
    assert read("We do not know how many boys were taken.")[-1].factuality is Factuality.UNKNOWN


def test_who_was_sentenced_because_of_a_deed_is_no_child_that_is_held() -> None:
    text = "Rauf Odeh was sentenced to 14 years in prison because of his role in the recruitment of child soldiers."
    assert codes_of(text) == [("recruitment_use",)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Armed groups raped women and girls as gangs fought in the hills.", ("sexual_violence",)),
        ("Gangs fought in the hills and raped girls.", ("sexual_violence",)),
        ("Boys from Kesh fought for the Kesh Front.", ("recruitment_use",)),
    ],
)
def test_armed_men_who_fight_are_no_children(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text) == [codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kidnappings for ransom have risen in Kesh.", ()),
        ("The state denied that a ransom was paid.", ()),
        ("The governor warned against paying ransom.", ()),
        ("A ransom was asked on Friday.", ("abduction",)),
        ("The kidnapping of two girls for ransom shocked the town.", ("abduction",)),
        ("Armed groups engaged in kidnappings for ransom, bombings and the recruitment of boys.", ("recruitment_use",)),
    ],
)
def test_kidnapping_for_ransom_is_of_children_where_they_are_told(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(f"Nine pupils were kidnapped. {text}")[-1] == codes


@pytest.mark.parametrize(
    "text",
    [
        "A blast in Kesh killed 12 people and wounded 40, most of them children.",
        "Gunmen killed nine people and wounded 20 others, mostly women and children.",
        "The raid killed 16 civilians and injured 30, mainly children.",
    ],
)
def test_who_they_mostly_are_is_told_of_dead_and_wounded(text: str) -> None:
    assert codes_of(text) == [("killing", "maiming")]
