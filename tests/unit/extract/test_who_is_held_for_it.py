"""Men who are held, tried, sentenced for what they did to children; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from unit.extract.told import read, violations_of


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Three soldiers were arrested over the rape of two girls.", "en", "sexual_violence"),
        ("A captain was jailed for recruiting nine boys.", "en", "recruitment_use"),
        ("Trois soldats ont été arrêtés pour le viol de deux filles.", "fr", "sexual_violence"),
        ("Tres soldados fueron detenidos por la violación de dos niñas.", "es", "sexual_violence"),
        ("El capitán fue condenado por reclutar a nueve niños.", "es", "recruitment_use"),
    ],
)
def test_who_is_held_for_it_is_no_child(text: str, language: str, code: str) -> None:
    assert violations_of(read(text, language)[0]) == {code}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine boys were arrested for alleged ties to the rebels.", "en"),
        ("The army detained 12 boys accused of killing a teacher.", "en"),
        ("Nueve niños fueron detenidos por lanzar piedras en la guerra.", "es"),
    ],
)
def test_children_who_are_held_for_something_are_held(text: str, language: str) -> None:
    assert "deprivation_liberty" in violations_of(read(text, language)[0])


@pytest.mark.parametrize(
    "text",
    [
        "El capitán será juzgado por haber reclutado a nueve niños.",
        "El capitán fue imputado por la muerte de nueve niños.",
        "El capitán está procesado por matar a nueve niños.",
        "El capitán irá a juicio por el secuestro de nueve niños.",
        "La Fiscalía investiga a tres soldados por la violación de dos niñas.",
    ],
)
def test_what_a_man_is_tried_for_is_alleged_and_names_no_speaker(text: str) -> None:
    told = read(text, "es")[0]
    assert told.factuality is Factuality.ALLEGED
    assert told.chain[-1].actor in ("document", "unnamed")
