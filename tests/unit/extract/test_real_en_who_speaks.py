"""Who speaks in English as it is published: reports of nobody, orders, gerunds, findings, offices. Invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read, said


@pytest.mark.parametrize(
    "text",
    [
        "There were credible reports the Kesh Front recruited ten boys.",
        "There have been numerous unconfirmed reports that soldiers took ten boys.",
        "There continued to be reports that armed groups recruited children.",
        "Reports persisted of the Kesh Front recruiting boys.",
        "Allegations persisted that the Kesh Front recruited boys.",
        "There were reports police killed ten boys in the pursuit of Kesh Front suspects, at times in their homes.",
    ],
)
def test_reports_that_there_were_are_of_nobody(text: str) -> None:
    assert read(text)[0].speaker == "unnamed"


@pytest.mark.parametrize(
    "text",
    [
        "Many children continued to lack documents that show their age.",
        "Lasa has repeatedly told families with children to leave Kesh.",
        "General Adam Sabo called on the young to join the army, among them boys of 15.",
        "Armed groups announced a lockdown that closed 40 schools.",
        "Armed groups announced and enforced a lockdown that closed 40 schools.",
        "The Kesh Front, determined to retake Odem, killed ten boys.",
        "Camps for 300 children were set up in Kesh, Odem and Lasa states.",
    ],
)
def test_an_order_an_act_a_noun_says_nothing(text: str) -> None:
    assert {one.speaker for one in read(text)} == {"document"}


def test_who_comes_to_class_reports_nothing() -> None:
    told = read("The ministry reported that only 300 pupils of Odem reported to classes.")
    assert [one.speaker for one in told] == ["ministry"]
    assert read("The monitors reported to the council that ten boys were killed.")[0].speaker == "monitors"


def test_fears_that_are_raised_are_of_whoever_spoke() -> None:
    text = "The mayor accused the Kesh Front of killing ten boys, raising fears that more would die."
    assert {one.speaker for one in read(text)} == {"mayor"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Camps were set up, with rights organizations reporting children were recruited.", "rights organizations"),
        ("The camps stayed open, with the mayor warning that boys were recruited.", "mayor"),
        ("The talks failed, despite aid chief Peter Kamb warning that soldiers killed boys.", "Peter Kamb"),
        ("The council published the Lasa Commission's findings that soldiers took ten boys.", "Lasa Commission"),
        ("The court notes the envoy's indication to the assembly that boys were recruited.", "envoy"),
        ("The Secretary for Peace determined Lasa had groups that recruited boys.", "Secretary for Peace"),
    ],
)
def test_who_warns_or_finds_inside_a_sentence_speaks(text: str, who: str) -> None:
    assert said(text, "en", "boys" if "boys" in text else "children").speaker == who


def test_a_reporting_period_reports_nothing() -> None:
    text = "Ten boys were killed, compared with 31 children in the previous reporting period."
    assert read(text)[0].speaker == "document"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fund spokesman Peter Kamb said ten boys were killed.", "Peter Kamb"),
        ("Lasa ambassador to the UN Linda Torres-Hall warned that ten boys were killed.", "Linda Torres-Hall"),
        ("Ten boys were killed, said aid chief Omar al Sabo.", "Omar al Sabo"),
        ("The mayor of Tel Orm said ten boys were killed.", "mayor of Tel Orm"),
        ("Medical personnel in Lual-Dok said ten boys were killed.", "Medical personnel"),
    ],
)
def test_a_name_stands_without_the_office_in_front(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


def test_he_is_whom_the_office_in_front_of_his_name_told_of() -> None:
    text = 'UN envoy Peter Kamb called it a crime. "Ten boys were killed," he told reporters.'
    assert said(text, "en", "Ten boys").speaker == "Peter Kamb"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army claimed in a statement that rebels killed ten boys.", "army"),
        ("A Lake Watch report published in April 2020 confirmed that ten boys were killed.", "Lake Watch"),
        ("A UN report released on Monday found that ten boys were killed.", "UN"),
        ("LRW interviews with teachers and nurses confirmed the killing of ten boys.", "LRW"),
        ("According to the League report, the government said that ten boys were killed.", "government"),
        ("According to the League, the Health Ministry recorded the killing of ten boys.", "Health Ministry"),
        ("According to the League, the area recorded the killing of ten boys.", "League"),
        ('Sabo was blunt: "Soldiers took ten boys."', "Sabo"),
        ("Ten boys were killed there. (Source: Lake Herald; LNN) Two girls fled.", "Lake Herald"),
        ("Ten boys were killed, via the mayor.", "mayor"),
    ],
)
def test_the_last_mouth_is_named_wherever_it_stands(text: str, who: str) -> None:
    assert said(text, "en", "boys").speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "The Front trained ten boys according to the group's rules.",
        "Food was sent via Odem and Tel Orm to 300 children.",
        'Nothing was clear, neither who nor why. (Source: Lake Herald) "',
    ],
)
def test_a_rule_and_a_way_say_nothing(text: str) -> None:
    assert {one.speaker for one in read(text)} <= {"document"}


def test_whoever_cites_goes_on() -> None:
    text = "Ten boys were killed, Doctors for Peace said, citing a surgeon. Two girls were taken, it said."
    assert [one.speaker for one in read(text)] == ["surgeon", "Doctors for Peace"]


@pytest.mark.parametrize(
    ("whole", "short"), [("U.N. Office for Lake Affairs", "office"), ("Health Ministry", "ministry")]
)
def test_a_body_by_its_noun_alone_is_the_one_told_of(whole: str, short: str) -> None:
    text = f"The {whole} said ten boys were killed. Two girls died later, the {short} added."
    assert said(text, "en", "Two girls").speaker == whole


def test_a_committee_that_writes_of_itself_is_the_document() -> None:
    text = (
        "The Committee notes that soldiers took ten boys. In its previous comments, the Committee noted that two girls"
        " were taken. The Committee notes the League's indication that children are recruited in Lasa."
    )
    assert [one.speaker for one in read(text)] == ["document", "document", "League"]
    assert read("The Committee said soldiers took ten boys. The Committee notes fear.")[0].speaker == "Committee"


def test_who_speaks_for_a_party_is_no_party() -> None:
    told = read("Kesh Front spokesman Omar Sabo claimed responsibility for the killing of ten boys.")[0]
    assert [party.name for party in told.parties] == ["Kesh Front"]
    assert told.speaker == "Omar Sabo"


def test_a_death_that_is_confirmed_confirms_nothing() -> None:
    text = "The mayor of Odem, a town of which little is known, confirmed the death of ten children."
    assert read(text)[0].speaker == "mayor of Odem"
