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


def _speakers(text: str) -> list[list[str]]:
    return [[link.actor for link in one.chain[1:]] for one in read(text, "en")]


def test_two_joined_adjectives_say_nothing() -> None:
    text = "A total of 222 children were detained for their actual or alleged association with armed groups."
    assert _speakers(text) == [[]]


def test_the_sexes_in_brackets_attribute_nothing() -> None:
    text = "The United Nations verified the killing of 713 children (550 boys, 163 girls), attributed to the Red Front."
    assert _speakers(text) == [["United Nations"]]


def test_a_statement_does_not_speak_where_its_author_stands_before_the_verb() -> None:
    text = '"They killed nine boys," the group\'s director, Sami Noor, said in a statement.'
    assert _speakers(text) == [["Sami Noor"]]


@pytest.mark.parametrize("nurse", ["nurse at the hospital", "nurse at Kesh General Hospital", "nurse"])
def test_she_is_the_nurse_who_spoke_before(nurse: str) -> None:
    text = (
        f"A {nurse}, who was not allowed to speak to the press, said the bodies of nine children, the youngest of "
        "them 11, had been brought in. Three more died of their wounds, she said."
    )
    assert _speakers(text) == [[nurse], [nurse]]
    assert {one.factuality.value for one in read(text, "en")} == {"attributed"}


def test_what_happened_to_those_told_of_does_not_hide_who_speaks() -> None:
    text = "The Red Front abducted 12 girls, who were later freed, said a teacher."
    assert _speakers(text) == [["teacher"]]


def test_an_hour_counts_nobody() -> None:
    (found,) = read("The attackers stormed the school at around 2 a.m., killing nine pupils.", "en")
    assert [item.quantity.low for item in found.quantities] == [9]


def test_half_alone_is_a_share_and_the_second_half_is_none() -> None:
    found = read("Amal Watch says 412 children have been abducted. Fewer than half have been returned.", "en")
    assert [(item.quantity.comparator.value, str(item.quantity.low)) for item in found[1].quantities] == [("<", "50")]
    assert all(not one.quantities for one in read("Boys were abducted. The second half was calm.", "en"))


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("es", "Acusó al Ejército de matar a dos niños.", "Ejército"),
        ("es", "Culpó al Frente Rojo de matar a dos niños.", "Frente Rojo"),
        ("fr", "Des habitants attribuent au Front rouge l'enlèvement de 12 élèves.", "Front rouge"),
        ("fr", "L'Armée de l'Est a tué 12 élèves.", "Armée de l'Est"),
    ],
)
def test_an_article_of_what_comes_next_and_a_verb_before_are_no_part_of_a_name(
    language: str, text: str, party: str
) -> None:
    assert [one.name for one in read(text, language)[0].parties] == [party]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve children had been forced to take part in combat."),
        ("fr", "Douze enfants ont été forcés de participer aux combats."),
        ("es", "Doce niños fueron obligados a participar en los combates."),
        ("ar", "أُجبر 12 طفلاً على المشاركة في القتال."),
    ],
)
def test_taking_part_in_combat_is_use_and_no_abduction(language: str, text: str) -> None:
    (found,) = read(text, language)
    assert [ref.code for ref in found.violations] == ["recruitment_use"]


def test_arabic_estimates_are_those_of_who_stands_before_that() -> None:
    (found,) = read("وتقدر اليونيسف أن 12 طفلا قتلوا.", "ar")
    assert [link.actor for link in found.chain[1:]] == ["اليونيسف"]


def test_any_in_arabic_is_no_place() -> None:
    (found,) = read("لم تقم الحكومة بأي شيء لحماية 12 طفلا قتلوا.", "ar")
    assert found.places == ()
