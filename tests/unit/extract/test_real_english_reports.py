"""What reports really write beside violations: laws, work against them, headings, asides; every text is invented."""

from __future__ import annotations

import pytest

from unit.extract.told import codes_of, read

_TAKEN = "The Kassar Front recruited nine boys in Odem. "

AGAINST_IT = [
    "The law prohibited the recruitment of children and provided criminal penalties for perpetrators.",
    "The code outlawed the recruitment and use of children by armed groups.",
    "A decree which prohibits, among others, the use or recruitment of children came into force.",
    "The Law on prohibiting the recruitment of child soldiers has been published.",
    "The unit led efforts to address the recruitment and use of child soldiers within the armed forces.",
    "The bureau provided training to raise awareness of unlawful recruitment of child soldiers.",
    "The office used registers to detect and deter unlawful recruitment of child soldiers.",
    "The teams sit in police recruitment centres.",
    "Under it, any children believed to be associated with armed groups should be transferred to the ministry within"
    " seven days.",
]
NOT_PREVENTED = [
    ("The army failed to prevent the recruitment of 30 children by the Kassar Front.", "recruitment_use"),
    ("Despite the prohibited status of the group, the Kassar Front recruited 30 children.", "recruitment_use"),
    ("Soldiers detained 12 children on suspicion of association with armed groups.", "deprivation_liberty"),
]


@pytest.mark.parametrize("sentence", AGAINST_IT)
def test_laws_and_work_against_a_violation_tell_none(sentence: str) -> None:
    assert not any(codes_of(f"{_TAKEN}\n\n{sentence}")[1:]), sentence


@pytest.mark.parametrize(("sentence", "code"), NOT_PREVENTED)
def test_what_nobody_prevented_was_done(sentence: str, code: str) -> None:
    assert any(code in codes for codes in codes_of(sentence)), sentence


HEADED = [
    "Child Soldiers: The ministry has opened two new offices.",
    "Abductions: The police opened a hotline for families.",
    "Physical Abuse, Punishment, and Torture: The ministry ran two courses for guards.",
]


@pytest.mark.parametrize("sentence", HEADED)
def test_a_heading_in_front_of_a_sentence_tells_no_violation(sentence: str) -> None:
    assert codes_of(sentence) in ([()], []), sentence


def test_nothing_goes_on_behind_a_heading_that_turns_to_another_matter() -> None:
    text = f"{_TAKEN}Other Conflict-related Abuse: The Kassar Front said that it had three demands."
    assert codes_of(text)[-1] == ()


def test_a_sentence_behind_a_heading_keeps_its_own_violation() -> None:
    (told,) = read("Abductions: Fighters of the Kassar Front kidnapped nine girls in Odem.")
    assert [ref.code for ref in told.violations] == ["abduction"]


BESIDE_SITES = [
    ("A restaurant in Odem — popular with aid workers — was destroyed on Tuesday.", "denial_access"),
    ("The soldiers killed medical staff.", "denial_access"),
    ("The army withdrew from the vicinity of Orm Hospital.", "military_use"),
    ("Civilians sheltering in the school left on Tuesday.", "military_use"),
    ("Direct fighting in areas of Odem kept 40 children at home.", "recruitment_use"),
    ("Nine children were displaced by fighting in Odem.", "recruitment_use"),
    ("Doctors Without Borders withdrew support from Odem.", "denial_access"),
]


@pytest.mark.parametrize(("sentence", "code"), BESIDE_SITES)
def test_what_stands_beside_a_site_or_a_battle_is_no_violation(sentence: str, code: str) -> None:
    assert not any(code in codes for codes in codes_of(sentence)), sentence


STILL_TOLD = [
    ("Soldiers sheltering in the school left on Tuesday.", "military_use"),
    ("The army withdrew from Orm Hospital.", "military_use"),
    ("The convoy — ten trucks — was looted by gunmen.", "denial_access"),
    ("Boys were seen fighting in Odem.", "recruitment_use"),
]


@pytest.mark.parametrize(("sentence", "code"), STILL_TOLD)
def test_the_same_words_of_armed_men_or_children_tell_it(sentence: str, code: str) -> None:
    assert any(code in codes for codes in codes_of(sentence)), sentence


def test_nobody_hurt_is_no_killing_whoever_but_a_party_says_so() -> None:
    told = read("A shell fell inside the hospital of Odem, but no casualties were reported, the office added.")
    assert {ref.code for one in told for ref in one.violations} == {"attack_hospital"}


TURNS_AWAY = [
    "Fighters of the Kassar Front shelled the clinic in Odem. Armed groups announced a lockdown of the markets.",
    "Fighters of the Kassar Front shelled the clinic in Odem. The government reported that only 35,000 pupils came to"
    " class.",
    "Fighters of the Kassar Front shelled the clinic in Odem. A reporter saw the market surrounded by debris.",
    "The Kassar Front recruited 12 boys in Odem. In May, some 160 girls and boys were sheltered at a stadium.",
    "Soldiers shelled a school in Odem. The panel found that soldiers had killed civilians in Kesh.",
]


@pytest.mark.parametrize("text", TURNS_AWAY)
def test_a_sentence_that_turns_to_something_else_carries_no_violation_on(text: str) -> None:
    assert codes_of(text)[-1] == (), text


GOES_ON = [
    (
        "Fighters of the Kassar Front shelled the clinic in Odem. The Front said it had been fired on.",
        "attack_hospital",
    ),
    ("Gunmen killed three boys in Odem. The army pinned the attack on the Kassar Front.", "killing"),
    ("Gunmen took 12 girls in Odem. The families think it is the Kassar Front.", "abduction"),
]


@pytest.mark.parametrize(("text", "code"), GOES_ON)
def test_a_sentence_of_whoever_may_have_done_it_goes_on_about_it(text: str, code: str) -> None:
    assert code in codes_of(text)[-1], text


OTHER_DEEDS = [
    ("Children from villages in the hills were used by the Kassar Front.", "abduction", "recruitment_use"),
    (
        "The army accused the Kassar Front of launching a rocket from within the hospital.",
        "attack_hospital",
        "military_use",
    ),
    (
        "After the group met to recruit children in Odem, police arrested 11 individuals.",
        "deprivation_liberty",
        "recruitment_use",
    ),
    (
        "A drone attack on cadets at a military academy killed 12 people, among them children.",
        "recruitment_use",
        "killing",
    ),
]


@pytest.mark.parametrize(("sentence", "other", "code"), OTHER_DEEDS)
def test_where_they_came_from_or_fired_from_is_told_apart(sentence: str, other: str, code: str) -> None:
    told = {code for codes in codes_of(sentence) for code in codes}
    assert code in told and other not in told, sentence


HOW_SURE = [
    ("There were credible reports that soldiers recruited nine children in Odem.", "reported"),
    ("There were also persistent reports soldiers recruited nine children in Odem.", "reported"),
    ("In May, suspected armed elements attacked the clinic in Odem.", "alleged"),
    ("Suspected violent extremists took nine girls in Odem.", "alleged"),
    ("The teams are credited with freeing nine girls.", "reported"),
    ("The regime claimed in a statement that rebels killed three children.", "claimed_by_party"),
    ("The defence secretary said that its forces hit no school.", "claimed_by_party"),
    ("The Kassar Front posted videos that appeared to show boys holding rifles.", "reported"),
    ("Lantern Watch obtained photographs that appear to show boys holding rifles.", "believed"),
]


@pytest.mark.parametrize(("sentence", "level"), HOW_SURE)
def test_reports_are_no_surer_than_their_words(sentence: str, level: str) -> None:
    assert [one.factuality.value for one in read(sentence)] == [level], sentence


NO_LIMITS = [
    "Many children in Odem lack documents verifying their age.",
    "Some 400 children live in camps with limited access to water, sanitation and healthcare.",
]


@pytest.mark.parametrize("sentence", NO_LIMITS)
def test_papers_and_water_that_people_lack_limit_no_knowledge(sentence: str) -> None:
    assert [one.kind.value for one in read(sentence)] != ["limitation"], sentence
    assert all(one.factuality.value != "unknown" for one in read(sentence)), sentence


TOLD_IN_OTHER_WORDS = [
    ("The army restricted the ability of agencies and charities to deliver humanitarian assistance.", "denial_access"),
    ("Threats of attacks on convoys constrained the provision of assistance to families.", "denial_access"),
    ("Humanitarian workers regularly faced access obstacles in Odem.", "denial_access"),
    (
        "The Kassar Front ran camps where children were separated from their families for combat training.",
        "recruitment_use",
    ),
    ("Children are engaged in armed conflict in the hills.", "recruitment_use"),
    ("Children continued to be used by the security forces.", "recruitment_use"),
    ("There were reports of violence directed against health workers.", "attack_hospital"),
    ("Soldiers damaged 23 clinics and hospitals, 17 schools and a market.", "attack_school"),
    (
        "There were reports the army detained for long periods women and children removed from the area.",
        "deprivation_liberty",
    ),
    ("The army rescued two of the 219 girls abducted by the Kassar Front.", "abduction"),
    ("Armed groups exploited this lack of documentation to recruit children.", "recruitment_use"),
]


@pytest.mark.parametrize(("sentence", "code"), TOLD_IN_OTHER_WORDS)
def test_violations_as_reports_put_them(sentence: str, code: str) -> None:
    assert code in {code for codes in codes_of(sentence) for code in codes}, sentence


def test_what_those_held_are_said_to_be_leaves_the_holding_as_sure_as_it_was() -> None:
    (one,) = read("There were reports the army detained 12 children allegedly associated with the Kassar Front.")
    assert one.factuality.value == "reported"


def test_a_vague_number_of_others_carries_nothing_on() -> None:
    assert codes_of("The Kassar Front recruited nine boys in Odem. Many children lacked shoes.")[-1] == ()
