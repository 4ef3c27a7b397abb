"""Plain sentences of agencies that were once misread; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import read


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        ("a woman who fled", "woman"),
        ("several residents who had left", "several residents"),
        ("a boy who had escaped", "boy"),
        ("Mariam Sabo, a nurse who fled", "Mariam Sabo"),
    ],
)
def test_what_a_speaker_did_does_not_make_the_victims_speak(speaker: str, actor: str) -> None:
    (found,) = read(f"The Red Front killed four boys who tried to run, said {speaker}.", "en")
    assert [link.actor for link in found.chain[1:]] == [actor]


def test_suspects_do_not_suspect_anybody() -> None:
    (found,) = read("The army detained 12 boys suspected of links to the Red Front.", "en")
    assert found.chain[1:] == ()


@pytest.mark.parametrize(
    ("verb", "party"),
    [("detuvo a", "Ejército"), ("retuvo a", "Ejército"), ("hizo trabajar a", "Ejército")],
)
def test_an_irregular_verb_is_no_part_of_a_spanish_name(verb: str, party: str) -> None:
    (found,) = read(f"El Ejército {verb} 12 niños.", "es")
    assert [one.name for one in found.parties] == [party]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Half of the fighters are under 18."),
        ("en", "The militia's fighters were under 15, Amal Watch said."),
        ("fr", "La moitié des combattants ont moins de 18 ans."),
        ("es", "La mitad de los combatientes tiene menos de 18 años."),
        ("ar", "نصف المقاتلين دون سن الثامنة عشرة."),
    ],
)
def test_fighters_below_an_age_were_recruited_as_children(language: str, text: str) -> None:
    (found,) = read(text, language)
    assert [ref.code for ref in found.violations] == ["recruitment_use"]
    assert "age" in {item.quantity.kind.value for item in found.quantities}


def test_in_one_incident_counts_who_was_hurt_alone() -> None:
    (found,) = read("In one incident, three boys were shot dead.", "en")
    assert [item.quantity.low for item in found.quantities] == [3]


def test_a_month_in_which_fighting_began_is_no_place() -> None:
    (found,) = read("Amal Watch said 215 minors had been killed since the fighting began in April.", "en")
    assert found.places == ()


def test_all_but_three_are_not_nearly_three() -> None:
    (found,) = read("All but three schools used as barracks were vacated.", "en")
    assert [item.quantity.comparator.value for item in found.quantities] == ["="]
