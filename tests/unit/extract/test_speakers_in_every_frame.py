"""Speakers: the same person or body, wherever the sentence names who speaks; everyone is invented."""

from __future__ import annotations

from itertools import product

import pytest

from unit.extract.told import read

SPEAKERS = (
    ("Lena Marr, a nurse,", "Lena Marr"),
    ("the governor, Paul Kamb,", "Paul Kamb"),
    ("Paul Kamb", "Paul Kamb"),
    ("a spokesman for the army", "spokesman for the army"),
    ("a doctor at the Amra hospital", "doctor at the Amra hospital"),
    ("a teacher who fled the town", "teacher who fled the town"),
    ("three survivors", "three survivors"),
    ("the mother of one of the boys", "mother of one of the boys"),
)
FRAMES = (
    "{} said that nine children had been killed in Amra.",
    "Nine children were killed in Amra, {} said.",
    "Nine children were killed in Amra, said {}.",
    "Nine children were killed in Amra, according to {}.",
    "{} accused the Kesh Front of killing nine children.",
    "“Nine children were killed here,” said {}.",
    "In a statement on Monday, {} said nine children had been killed.",
    "The army killed nine children, {} alleged.",
)


def _sentence(frame: str, speaker: str) -> str:
    written = frame.format(speaker).replace(",.", ".").replace(",,", ",")
    return written[0].upper() + written[1:]


@pytest.mark.parametrize(("frame", "speaker"), list(product(FRAMES, SPEAKERS)))
def test_who_speaks_is_named_the_same_wherever_the_sentence_names_him(frame: str, speaker: tuple[str, str]) -> None:
    spoken, whole = speaker
    assert {one.speaker.casefold() for one in read(_sentence(frame, spoken))} == {whole.casefold()}


def test_members_that_are_only_suspected_accuse_nobody() -> None:
    (one,) = read("Gunmen, suspected members of the Kesh Front, killed nine children in Amra.")
    assert one.speaker == "unnamed"


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Un garçon de 15 ans affirme que neuf enfants ont été tués.", "fr", "garçon de 15 ans"),
        ("Nueve niños murieron en Amra, afirmó un niño de 15 años.", "es", "niño de 15 años"),
        ("Lundi, Lena Marr, infirmière, a confirmé la mort de neuf enfants à Amra.", "fr", "Lena Marr"),
        ("Lena Marr, a nurse, reported the killing of nine children in Amra.", "en", "Lena Marr"),
        ("Save the Villages, an aid group, reported the killing of nine children.", "en", "Save the Villages"),
        ("«Nueve niños —explicó el Ministerio de Salud— murieron aquí».", "es", "Ministerio de Salud"),
        ("Nueve niños murieron en Amra, afirmó la televisión estatal.", "es", "televisión estatal"),
        ("Nueve niños murieron, precisaron a la prensa vecinos de Amra.", "es", "vecinos de Amra"),
        ("Nueve niños murieron, precisó a la prensa Juan Kamb.", "es", "Juan Kamb"),
    ],
)
def test_an_age_an_insertion_a_dash_hide_nobody_who_speaks(text: str, language: str, speaker: str) -> None:
    assert {one.speaker for one in read(text, language)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Figures from the health ministry show that nine children were killed in Amra.", "health ministry"),
        ("Data from the ministry indicate that nine children were killed.", "ministry"),
        ("Testimony gathered by the bar association suggests that nine children were killed.", "bar association"),
        ("A list compiled by two residents names nine children killed in Amra.", "two residents"),
    ],
)
def test_what_somebody_gave_shows_it_and_he_speaks(text: str, speaker: str) -> None:
    assert {one.speaker for one in read(text)} == {speaker}
