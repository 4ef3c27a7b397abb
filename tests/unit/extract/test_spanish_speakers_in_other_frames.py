"""Who speaks in frames of Spanish sentences that newsrooms use every day; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


def sources(text: str) -> list[str]:
    """The last source of each statement, "" where it is the document."""
    return [one.chain[-1].actor if len(one.chain) > 1 else "" for one in read(text, "es")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Los rebeldes mataron a nueve niños, de acuerdo con lo que contó la alcaldesa.", "alcaldesa"),
        ("Los rebeldes mataron a nueve niños, según lo que dijeron dos testigos.", "dos testigos"),
        ("Tal como señalaron vecinos de Amra, los rebeldes mataron a nueve niños.", "vecinos de Amra"),
        ("«Los rebeldes mataron a nueve niños», escribió en X el alcalde de Amra.", "alcalde de Amra"),
        ("«Los rebeldes mataron a nueve niños», escribió en la red social X la alcaldesa.", "alcaldesa"),
        ("«Los rebeldes mataron a nueve niños», escribió en su cuenta de Twitter el alcalde.", "alcalde"),
        ("Dijo el alcalde de Amra, Pedro Lasa, que los rebeldes mataron a nueve niños.", "alcalde de Amra"),
        ("Así lo confirmó la alcaldesa: los rebeldes mataron a nueve niños.", "alcaldesa"),
        ("Los rebeldes mataron a nueve niños, contaron Médicos por la Infancia.", "Médicos por la Infancia"),
    ],
)
def test_who_speaks_stands_behind_the_verb_and_where_he_wrote(text: str, source: str) -> None:
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Los rebeldes mataron a nueve niños. Así lo confirmó la alcaldesa.",
        "Los rebeldes mataron a nueve niños. Así lo denunció ayer la alcaldesa en un comunicado.",
    ],
)
def test_a_sentence_that_only_says_who_said_so_names_the_source_of_the_one_before(text: str) -> None:
    assert sources(text) == ["alcaldesa"]


@pytest.mark.parametrize(
    "text",
    [
        "Los rebeldes mataron a nueve niños. Así lo negó el ministro en un comunicado.",
        "Los rebeldes mataron a nueve niños. Así lo hicieron también en Tarsa.",
        "Los rebeldes mataron a nueve niños. Así lo contó el ministro, que cifra en diez los niños heridos.",
    ],
)
def test_where_more_is_told_the_sentence_before_keeps_its_own_source(text: str) -> None:
    assert sources(text)[0] == ""
