"""Who speaks by the second verb of a sentence, its subject standing in front of the first; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("language", "text", "who", "level"),
    [
        ("en", "The Section visited nine prisons and identified 22 minors held with adults.", "Section", "attributed"),
        ("en", "The Panel visited Kesh in May and documented the abduction of nine pupils.", "Panel", "attributed"),
        (
            "en",
            "The Commission met 40 witnesses and found that nine children had been killed.",
            "Commission",
            "attributed",
        ),
        ("en", "The Office has staff in Kesh but recorded only 40 cases of child recruitment.", "Office", "attributed"),
        ("en", "A nurse stayed at the clinic and counted nine dead children.", "nurse", "attributed"),
        ("en", "The mission went to Kesh and verified the rape of six girls.", "mission", "verified_by_source"),
        (
            "en",
            "The Commission considers this estimate exaggerated but concludes that the recruitment of boys was common.",
            "Commission",
            "attributed",
        ),
        ("es", "La Oficina visitó Kesh y documentó el secuestro de nueve alumnos.", "Oficina", "attributed"),
    ],
)
def test_who_came_and_documented_is_who_tells(language: str, text: str, who: str, level: str) -> None:
    told = read(text, language)[-1]
    assert (told.chain[-1].actor, told.factuality.value) == (who, level)


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the village and found three boys.",
        "Fighters of the Kesh Front entered the school and identified three boys.",
    ],
)
def test_who_came_upon_children_tells_nothing(text: str) -> None:
    assert all(len(one.chain) == 1 for one in read(text, "en"))
