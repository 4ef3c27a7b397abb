"""Bodies that go on: "it" behind a sentence that a body opens is that body; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (
            "The team interviewed 40 children in Kesh. It found that nine boys had been abducted by the Kesh Front.",
            "en",
            "team",
        ),
        (
            "The minister denied it. The UN mission, which visited Kesh, met 40 families. It found that nine boys "
            "had been abducted by the Kesh Front.",
            "en",
            "UN mission",
        ),
        (
            "L'équipe de la mission s'est rendue à Kesh. Elle a pu établir que neuf enfants avaient été tués par le "
            "Front du Lac.",
            "fr",
            "équipe de la mission",
        ),
        (
            "El equipo entrevistó a 40 niños. Constató que nueve niños fueron secuestrados por el Frente Rojo.",
            "es",
            "equipo",
        ),
    ],
)
def test_it_is_the_body_that_opens_the_sentence_before(text: str, language: str, speaker: str) -> None:
    assert read(text, language)[-1].speaker == speaker


def test_it_is_whoever_spoke_in_the_sentence_before() -> None:
    text = "The minister spoke. The mission met families, the report said. It found that nine boys had been abducted."
    assert read(text)[-1].speaker == "report"


def test_an_army_that_shelled_a_school_is_no_body_that_found_anything() -> None:
    assert read("The army shelled a school in Amra. It said that nine rebels had been killed.")[-1].speaker != "school"
