"""Who could speak: words beside a cue that can be nobody do not; people whom no list knows do. Invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "text", "nobody"),
    [
        ("es", "Murieron seis niñas en el ataque, lluvia dijo que cesó.", "lluvia"),
        ("en", "The shelling that killed six girls, with smoke noted above, went on.", "smoke"),
        ("es", "El alcalde salió al paso asegurando que tres niños murieron en Amra.", "paso"),
        ("fr", "Les deux enfants blessés ont 10 et 12 ans, précisent d’autres sources.", "ans"),
        (
            "en",
            "The army shelled a ward of Amra and killed six girls, raising fears that more would be killed.",
            "raising",
        ),
    ],
)
def test_words_that_can_be_nobody_do_not_speak(language: str, text: str, nobody: str) -> None:
    assert nobody not in [one.speaker for one in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Six girls were killed in Amra, bargemen said.", "bargemen"),
        ("en", "A matron said that six girls were killed in Amra.", "matron"),
        ("fr", "Six filles ont été tuées à Amra, a déclaré une préfète.", "préfète"),
        ("es", "Una cocinera dijo que seis niñas murieron en Amra.", "cocinera"),
    ],
)
def test_people_whom_no_list_of_offices_knows_speak(language: str, text: str, who: str) -> None:
    assert read(text, language)[0].speaker == who


def test_a_year_tells_which_report_speaks() -> None:
    text = "Militias recruited 40 boys, according to a 2013 report by Amra Watch."
    assert read(text)[0].speaker == "Amra Watch"
