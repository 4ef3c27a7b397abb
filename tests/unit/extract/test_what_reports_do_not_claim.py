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


@pytest.mark.parametrize(
    "text",
    [
        "The governor commented on a UN report which estimated that the Kesh Front used 50 boys.",
        "Rui Odel welcomed a new UN report, which found that the Kesh Front used 50 boys.",
    ],
)
def test_a_report_that_estimates_is_who_says_it(text: str) -> None:
    assert speakers_of(text)[-1] in ("UN report", "new UN report", "UN")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In 2017 the mission was still receiving reports of boys used by the Front.", "mission"),
        ("Residents were saying that soldiers took nine boys.", "Residents"),
    ],
)
def test_who_is_saying_or_receiving_reports_says_it(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]


def test_who_volunteered_said_nothing() -> None:
    text = "The Kesh council said that all of its soldiers volunteered and that those accepted are 18 or over."
    assert speakers_of(text) == ["Kesh council"]


@pytest.mark.parametrize(
    "text",
    [
        '"Our Children Now": in May the Kesh Front kidnapped nine girls.',
        "Not Just Girls: nine boys were kidnapped in December.",
    ],
)
def test_a_motto_in_front_of_a_colon_says_nothing(text: str) -> None:
    assert speakers_of(text) == []


@pytest.mark.parametrize("text", ["The nuns have taken in nine boys.", "Families took in children from Omer."])
def test_who_takes_children_in_abducts_nobody(text: str) -> None:
    assert ("abduction",) not in codes_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Many children are members of armed groups in Omer.",
        "In 2005 some 11,000 children were involved with paramilitaries.",
        "As many as 5,000 boys were part of the main rebel group.",
        "Children participate in various militias.",
    ],
)
def test_children_who_are_part_of_an_armed_group_are_used(text: str) -> None:
    assert codes_of(text) == [("recruitment_use",)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Girls were raped by members of an armed group.", ("sexual_violence",)),
        ("The men who took the girls were members of the Kesh Front.", ("abduction",)),
    ],
)
def test_men_who_are_part_of_an_armed_group_are_no_children(text: str, codes: tuple[str, ...]) -> None:
    assert codes_of(text) == [codes]


@pytest.mark.parametrize("text", ["Soldiers invaded the Ecole Nour in Kesh.", "Gunmen invaded a school in Kesh."])
def test_who_invades_a_school_attacks_it(text: str) -> None:
    assert codes_of(text) == [("attack_school",)]


def test_what_a_country_is_plagued_by_did_not_do_what_was_told_before() -> None:
    text = "A blast killed 65 people, mostly women and children. Omer is plagued by an insurgency and criminal gangs."
    assert codes_of(text) == [("killing",), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Armed groups, some believed to be backed by Omer, killed nine boys.",
        "The army detained boys believed to be associated with the Front.",
    ],
)
def test_a_doubt_about_who_they_are_is_none_about_the_deed(text: str) -> None:
    assert [one.factuality for one in read(text)] == [Factuality.ASSERTED]
    assert read(text)[0].chain[1:] in ([], ())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Nine boys were taken, several believed to be dead.", Factuality.BELIEVED),
        ("Soldiers are suspected of detaining nine boys.", Factuality.ALLEGED),
        ("Soldiers hold nine boys on suspicion of acting as lookouts for the gang.", Factuality.ALLEGED),
    ],
)
def test_a_doubt_about_the_deed_stays(text: str, level: Factuality) -> None:
    assert read(text)[-1].factuality is level
