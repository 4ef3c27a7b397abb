"""Plain words of Spanish sentences that were read for more than they say; every text here is invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from tawthiq.terms.quantity import QuantityKind
from unit.extract.told import parties_of, places_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A Mateo lo reclutaron los rebeldes cuando tenía 12 años.", []),
        ("A Sami, de 13 años, lo mataron los rebeldes.", []),
        ("Los rebeldes llevaron a Tarsa a doce niños secuestrados.", ["Tarsa"]),
    ],
)
def test_whom_the_pronoun_of_the_verb_takes_up_is_no_place(text: str, places: list[str]) -> None:
    assert places_of(text, "es") == places


@pytest.mark.parametrize(
    "text",
    [
        "La Brigada, que firmó en 2019 un acuerdo con la ONU para dejar de reclutar a menores, no respondió.",
        "La Brigada se comprometió a dejar de reclutar a menores.",
    ],
)
def test_what_a_party_agreed_to_stop_is_not_told_as_done(text: str) -> None:
    assert not any(violations_of(one) for one in read(text, "es"))


def test_a_case_that_is_not_the_only_one_tells_no_harm_again() -> None:
    assert len(read("La milicia Kibar mató a tres niños. Su caso no es único.", "es")) == 1


def test_of_whom_there_is_no_information_nothing_is_known() -> None:
    told = read("La milicia mató a tres niños. De los otros nueve no hay información suficiente.", "es")[-1]
    assert told.kind is StatementKind.LIMITATION


@pytest.mark.parametrize("text", ["Si el Frente vuelve a la zona, matará a los niños.", "Temen que el Frente reclute."])
def test_a_partys_name_ends_before_its_verb(text: str) -> None:
    assert {party for one in read(text, "es") for party in parties_of(one)} <= {("Frente", "stated")}


def test_how_long_it_lasted_is_told_once() -> None:
    told = read("La milicia retuvo durante una semana a cuatro trabajadores humanitarios.", "es")[0]
    assert len([item for item in told.quantities if item.quantity.kind is QuantityKind.DURATION]) == 1


def test_troops_that_search_a_quarter_say_nothing() -> None:
    told = read("Las tropas registraron casa por casa el barrio y mataron a un niño.", "es")[0]
    assert (len(told.chain), parties_of(told)) == (1, [("tropas", "stated")])


@pytest.mark.parametrize(
    "text",
    [
        "Nueve niños fueron obligados a unirse al Frente Rojo.",
        "Dos niñas fueron forzadas a vivir en la base del Frente.",
    ],
)
def test_who_is_made_to_join_or_to_stay_was_not_abused_for_that(text: str) -> None:
    assert all("sexual_violence" not in violations_of(one) for one in read(text, "es"))


def test_who_is_made_to_live_with_a_commander_was() -> None:
    told = read("Dos niñas fueron forzadas a vivir con un comandante del Frente.", "es")[0]
    assert "sexual_violence" in violations_of(told)


def test_what_the_men_said_they_were_makes_no_speaker_of_their_victims() -> None:
    text = "Nueve niños fueron secuestrados por hombres que dijeron pertenecer al Frente Rojo."
    assert len(read(text, "es")[0].chain) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El Frente podría reclutar a niños, temen los vecinos.", "es"),
        ("The rebels could abduct children, residents fear.", "en"),
    ],
)
def test_what_could_be_done_and_is_feared_behind_a_comma_was_not_done(text: str, language: str) -> None:
    assert not any(violations_of(one) for one in read(text, language))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Después de golpear a tres muchachas, los combatientes huyeron hacia el norte.", "maiming"),
        ("El puesto de salud fue saqueado por los rebeldes.", "attack_hospital"),
    ],
)
def test_one_deed_is_told_and_no_other_beside_it(text: str, code: str) -> None:
    assert violations_of(read(text, "es")[0]) == {code}
