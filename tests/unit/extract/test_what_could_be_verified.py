"""What somebody could verify, and what not; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La Mission a pu confirmer le recrutement de 12 enfants par le Front de l'Est.", "Mission"),
        ("La MINUSAR a été en mesure de vérifier que 12 enfants avaient été enlevés.", "MINUSAR"),
        ("Le HCDH a pu établir que 12 enfants avaient été tués par l'armée.", "HCDH"),
    ],
)
def test_who_could_establish_a_deed_has_verified_it(text: str, who: str) -> None:
    told = read(text, "fr")[0]
    assert told.kind is StatementKind.VIOLATION_CLAIM
    assert told.factuality is Factuality.VERIFIED_BY_SOURCE
    assert told.speaker == who


def test_what_the_writers_could_document_is_no_limit() -> None:
    told = read("Nos équipes ont pu documenter 12 enlèvements d'enfants.", "fr")[0]
    assert told.kind is StatementKind.VIOLATION_CLAIM


@pytest.mark.parametrize(
    "text",
    [
        "La Mission n'a pas pu confirmer le recrutement de 12 enfants.",
        "Nous ne pouvons pas confirmer le nombre d'enfants tués.",
        "Personne n'a pu établir combien d'enfants ont été enlevés.",
        "On a pas pu vérifier la vidéo.",
    ],
)
def test_what_nobody_could_establish_stays_a_limit(text: str) -> None:
    assert read(text, "fr")[0].kind is StatementKind.LIMITATION


def test_what_a_mission_was_not_in_a_position_to_confirm_is_uncorroborated() -> None:
    told = read("La Mission n'a pas été en mesure de confirmer le recrutement de 12 enfants.", "fr")[0]
    assert told.factuality is Factuality.UNCORROBORATED
