"""Raids: who struck a place in one sentence did what the next ones tell; every text here is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Les rebelles ont attaqué Lodo vendredi. Quatre enfants ont été tués.", "fr", "rebelles"),
        ("Des hommes armés sont entrés à l'aube dans le village. Neuf garçons ont été enlevés.", "fr", "hommes armés"),
        ("The army shelled Lodo on Friday. Four children were killed.", "en", "army"),
        ("The militia stormed the village. Nine boys were abducted.", "en", "militia"),
        ("El Ejército bombardeó Lodo el viernes. Cuatro niños murieron.", "es", "Ejército"),
    ],
)
def test_who_raids_a_place_did_what_the_next_sentence_tells(text: str, language: str, who: str) -> None:
    raid, deed = read(text, language)
    assert parties_of(raid) == [(who, "stated")]
    assert parties_of(deed) == [(who, "implied")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les rebelles ont été attaqués par l'armée. Quatre enfants ont été tués.", "fr"),
        ("Les soldats n'ont pas attaqué Lodo. Quatre enfants ont été tués.", "fr"),
        ("The rebels were attacked near Lodo. Four children were killed.", "en"),
        ("The soldiers left Lodo on Friday. Four children were killed.", "en"),
    ],
)
def test_who_is_struck_or_did_not_strike_did_not_do_the_next_deed(text: str, language: str) -> None:
    assert parties_of(read(text, language)[-1]) == []


def test_the_attackers_are_those_of_whom_the_text_told_before() -> None:
    text = "Six enfants ont été tués par le Front du Lac. Les assaillants sont arrivés à pied. Deux filles ont disparu."
    told = read(f"{text} Ils ont enlevé trois garçons.", "fr")[-1]
    assert [name for name, _ in parties_of(told)] == ["Front du Lac"]


def test_soldiers_are_meant_until_another_is_named() -> None:
    text = "Des soldats ont violé deux filles. La plus jeune a 11 ans. Toutes deux avaient moins de 15 ans."
    assert [[name for name, _ in parties_of(one)] for one in read(text, "fr")] == [["soldats"]] * 3


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Les rebelles ont attaqué Lodo. Quatre enfants ont été tués. L'école a été incendiée.", ["rebelles"]),
        ("Les rebelles ont attaqué Lodo. Quatre enfants ont été tués. L'école de Maro a été incendiée.", []),
        ("Les rebelles ont attaqué Lodo. Quatre enfants ont été tués. Le 3 mai, l'école a été incendiée.", []),
        ("La milice a recruté 40 enfants. L'école a été incendiée.", []),
    ],
)
def test_the_school_of_the_place_just_raided_was_burned_by_who_raided_it(text: str, who: list[str]) -> None:
    told = read(text, "fr")[-1]
    assert violations_of(told) == {"attack_school"}
    assert [name for name, _ in parties_of(told)] == who
