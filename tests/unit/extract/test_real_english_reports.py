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
