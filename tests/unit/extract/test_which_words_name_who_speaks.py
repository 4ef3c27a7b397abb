"""Which words of a sentence name who speaks: a body's sort, a person's body, a relative clause, a manner. Invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The human rights organisation Amal Watch has documented that ten boys were killed.", "Amal Watch"),
        ("Rights group Lake Observer said ten boys were killed in Kesh.", "Lake Observer"),
        ("The aid agency Bridge of Mercy says ten boys were killed in Kesh.", "Bridge of Mercy"),
        ("Ten boys were killed, the NGO Save the Young said.", "Save the Young"),
    ],
)
def test_the_sort_of_a_body_is_no_part_of_its_name(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ten boys were killed in Kesh, Lena Marr of Amal Watch said.", "Lena Marr"),
        ("Ali Sabo from the Kesh Red Cross said ten boys were killed.", "Ali Sabo"),
        ("The Ministry of Health in Kesh said ten boys were killed.", "Ministry of Health"),
        ("The Office of the Ombudsman said ten boys were killed.", "Office of the Ombudsman"),
    ],
)
def test_a_person_is_named_without_his_body(text: str, who: str) -> None:
    assert read(text)[0].speaker.startswith(who)
    assert "Amal" not in read(text)[0].speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to a United Nations report, ten boys were recruited by the Kesh Front.", "United Nations"),
        ("According to a report by the Kesh Rights Council, ten boys were killed.", "Kesh Rights Council"),
        ("Ten boys were killed, according to a police report quoted by the weekly Orda.", "police report"),
        ("Ten boys were killed in Kesh acc to the driver (spoke to him myself).", "driver"),
    ],
)
def test_a_report_is_led_in_by_who_made_it(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A priest who sheltered some of the families said ten boys were killed.", "priest who sheltered some of the"),
        ("Ten boys were killed, according to lawyers who represented them.", "lawyers who represented them"),
        ("A man describing himself as a commander of the Kesh Front said no boys serve.", "man describing himself"),
        ("A teacher who asked not to be named said ten boys were killed.", "teacher"),
        ("A 15-year-old girl who fled the camp said soldiers abducted two boys.", "15-year-old girl"),
    ],
)
def test_a_relative_clause_tells_who_speaks_unless_it_hides_the_name(text: str, who: str) -> None:
    told = read(text)[0].speaker
    assert told.startswith(who)
    assert "asked" not in told and "fled" not in told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("If the ferrymen are to be believed, soldiers killed ten boys in Kesh.", "ferrymen"),
        ("In the mayor's words, the Kesh Front killed ten boys.", "mayor"),
        ("As the mayor puts it, the Kesh Front killed ten boys.", "mayor"),
        ("The mayor's version is that soldiers killed ten boys.", "mayor"),
        ("Word from the mayor is that soldiers killed ten boys.", "mayor"),
        ("“They killed ten boys in Kesh,” the mayor sighed.", "mayor"),
        ("The mayor worries that ten boys were taken from Kesh.", "mayor"),
        ("The mayor is aware of ten boys killed in Kesh.", "mayor"),
        ("The mayor, by telephone: “They took ten boys from Kesh.”", "mayor"),
        ("Clinic staff in Kesh report the deaths of six boys.", "Clinic staff"),
        (
            "Three demobilized boys, aged 15, 16 and 17, described how soldiers recruited them.",
            "Three demobilized boys",
        ),
        ("With 214 killings of boys logged by the Kesh Red Cross, April was the worst month.", "Kesh Red Cross"),
        ("In Kesh, doctors counted ten dead boys.", "doctors"),
    ],
)
def test_ways_of_saying_that_name_their_speaker(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "Boys suspected of spying are being held by the Kesh Front.",
        "Men accused of killing ten boys were freed by the Kesh Front.",
        "Caption: “our lions of the hills and of Kesh”. Ten boys were killed.",
    ],
)
def test_a_participle_and_a_label_say_nothing(text: str) -> None:
    assert read(text)[-1].speaker == "document"


def test_a_person_named_at_the_head_of_a_sentence_is_who_she_means() -> None:
    text = "Petra Halloran can see the school from her window. Soldiers shot at it. “They killed two boys,” she says."
    assert said(text, "en", "They killed").speaker == "Petra Halloran"


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Two of the fathers said soldiers abducted ten boys in Kesh.", "Two of the fathers"),
        ("en", "In a video released on Monday, the Kesh Front shows ten boys with guns.", "Kesh Front"),
        (
            "fr",
            "Deux responsables de la sécurité ont fait état de dix enfants tués.",
            "Deux responsables de la sécurité",
        ),
        ("fr", "Selon un rapport confidentiel des enquêteurs, dix enfants ont été tués.", "enquêteurs"),
        ("fr", "La mairie, elle, n'a connaissance que de deux enfants tués.", "mairie"),
        ("fr", "« Nous opérons à la lumière des téléphones », témoigne le chirurgien.", "chirurgien"),
        ("fr", "À entendre le maire, dix enfants ont été tués à Kesh.", "maire"),
        ("es", "Dos de las víctimas dijeron que soldados mataron a diez niños.", "Dos de las víctimas"),
        ("es", "El alcalde tiene constancia de diez niños muertos en Kesh.", "alcalde"),
        ("es", "Según cifras de la ONU, diez niños murieron en Kesh.", "ONU"),
        ("ar", "الأهالي يقولون إن 12 طفلا قتلوا في كش.", "الأهالي"),
        ("ar", "الجيش من جهته أقر بمقتل 12 طفلا في كش.", "الجيش"),
        ("ar", "وأفيد بمقتل 12 طفلا في كش.", "unnamed"),
    ],
)
def test_who_speaks_in_four_languages(language: str, text: str, who: str) -> None:
    assert read(text, language)[0].speaker == who
