"""Whose men did it: letters of a name, men of a leader, those who left, "its fighters"; all texts are invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    "text",
    [
        "The Popular Army of Kesh (PAK) took nine boys in May. The PAK has recruited 300 children since 2020.",
        "The Popular Army of Kesh (PAK) took nine boys in May. PAK fighters recruited 300 children.",
        "The Popular Army of Kesh, or PAK, took nine boys. In March PAK fighters recruited 300 children.",
    ],
)
def test_letters_that_a_text_spells_out_go_by_the_whole_name(text: str) -> None:
    assert parties_of(read(text)[-1]) == [("Popular Army of Kesh", "stated")]


def test_letters_of_a_monitoring_body_are_no_party() -> None:
    text = "The Tarn Centre for Children's Rights (TCCR) says soldiers use 12 schools. TCCR partners counted nine."
    assert "TCCR" not in {name for one in read(text) for name, _ in parties_of(one)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Forces loyal to General Adar killed five children in Kesh.", "Forces loyal to General Adar"),
        ("Five children were killed by a faction loyal to Habib Sor.", "faction loyal to Habib Sor"),
        (
            "Forces loyal to former president Omar Sey recruited 40 boys.",
            "Forces loyal to former president Omar Sey",
        ),
        ("Fighters loyal to the Steppe Front abducted nine boys.", "Steppe Front"),
        ("Dogo Ali's men abducted nine boys.", "Dogo Ali's men"),
        (
            "A breakaway faction of the Hill Front abducted nine boys, residents said.",
            "breakaway faction of the Hill Front",
        ),
        ("PRT fighters abducted nine boys, the mayor said.", "PRT"),
        ("Nine boys were abducted by fighters from the Hill Front.", "Hill Front"),
    ],
)
def test_men_are_known_by_whom_they_follow_or_have_left(text: str, who: str) -> None:
    assert parties_of(read(text)[-1]) == [(who, "stated")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Red Column, a breakaway faction of the Hill Front, abducted nine boys.", ["Red Column"]),
        ("Nine boys were abducted by fighters from the Reed Front, an affiliate of the Hill Front.", ["Reed Front"]),
    ],
)
def test_words_that_explain_a_party_bring_in_no_other(text: str, who: list[str]) -> None:
    assert [name for name, _ in parties_of(read(text)[-1])] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Northern Guard, a militia, controls the valley. Its fighters abducted nine boys.", "Northern Guard"),
        ("The Hill Guard took six boys in May. Its men recruited six more in June.", "Hill Guard"),
        (
            "A faction loyal to General Habib Sor is no better. In May its fighters turned a school into a barracks.",
            "faction loyal to General Habib Sor",
        ),
    ],
)
def test_its_men_are_those_of_the_party_just_named(text: str, who: str) -> None:
    assert parties_of(read(text)[-1]) == [(who, "implied")]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels abducted 31 minors in May. Some of them were made to carry ammunition or cook for the fighters.",
        "Gunmen abducted 31 boys in May. Others were forced to cook for the fighters.",
        "Militiamen kidnapped six boys. Two were told to guard a checkpoint.",
        '"Both sides use our children," one elder said. Five boys were killed in May.',
    ],
)
def test_what_captives_are_made_to_do_is_recruitment_and_use(text: str) -> None:
    told = [violations_of(one) for one in read(text)]
    assert {"recruitment_use"} in told


def test_what_the_army_sends_after_a_deed_is_not_the_deed() -> None:
    text = "Gunmen abducted 12 pupils. The mayor said soldiers and vigilantes had been deployed."
    assert violations_of(read(text)[-1]) == set()
