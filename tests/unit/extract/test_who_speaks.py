"""Who is heard in a sentence, what of it is only about the speaker; each line was misread before."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import read, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The family said the Kesh Front abducted the girl.", "family"),
        ("The family thinks rebels abducted the girl.", "family"),
        ("Staff blame the army for the killing of two boys.", "Staff"),
        ("Both the army and the Kesh Front denied recruiting children.", "army and the Kesh Front"),
        ("“They took my brother,” recalled a 12-year-old girl.", "12-year-old girl"),
    ],
)
def test_a_family_a_staff_a_girl_of_some_years_are_heard(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "In the deadliest incident documented, on 8 February, rebels killed 12 children.",
        "We can't say how many children were abducted.",
    ],
)
def test_an_incident_or_the_letter_of_a_negation_says_nothing(text: str) -> None:
    assert read(text)[0].speaker == "document"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Doctors said 14 children were killed."),
        ("en", "According to the Observatory, which cited local doctors, 14 children were killed."),
        ("en", "A teacher said 14 children were killed."),
        ("fr", "Selon des médecins, 14 enfants ont été tués."),
        ("es", "Según médicos locales, 14 niños fueron asesinados."),
        ("ar", "قال أطباء إن 14 طفلا قتلوا."),
    ],
)
def test_a_doctor_who_tells_of_the_dead_is_not_among_them(language: str, text: str) -> None:
    assert [ref.code for ref in read(text, language)[0].violations] == ["killing"]


def test_doctors_among_the_dead_are() -> None:
    codes = [ref.code for ref in read("Two doctors and 14 children were killed.")[0].violations]
    assert codes == ["killing", "attack_hospital"]


def test_how_old_the_speaker_is_and_where_he_was_are_no_numbers_of_the_claim() -> None:
    told = read("“They beat the boys,” said Adan, 15, who spent seven months with the Guard.")
    assert [one.quantities for one in told] == [()]


def test_who_the_girl_is_that_speaks_is_no_statement_of_its_own() -> None:
    assert len(read("“The soldiers took my two brothers to the barracks,” recalled a 12-year-old girl.")) == 1


def test_a_denial_of_two_parties_is_of_both() -> None:
    (told,) = read("Both the army and the Kesh Front denied recruiting children.")
    assert [party.name for party in told.parties] == ["army", "Kesh Front"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The United Nations verified 64 violations against 58 children."),
        ("fr", "L'ONU a vérifié 64 violations contre 58 enfants."),
        ("ar", "تحققت الأمم المتحدة من 64 انتهاكا ضد 58 طفلا."),
    ],
)
def test_violations_against_so_many_children_are_a_claim_of_some(language: str, text: str) -> None:
    (told,) = read(text, language)
    assert (told.kind, [ref.code for ref in told.violations]) == (StatementKind.CONTEXT_CLAIM, ["unspecified"])


def test_cases_in_a_text_on_children_are_theirs() -> None:
    text = (
        "The United Nations verified 64 violations against 58 children. "
        "Fourteen of the 22 verified cases of rape were attributed to the army."
    )
    assert [ref.code for ref in said(text, "en", "Fourteen").violations] == ["sexual_violence"]


def test_aid_that_is_taken_out_of_convoys_is_kept_from_those_it_was_for() -> None:
    (told,) = read("Medical supplies were removed from three convoys by government forces.")
    assert [ref.code for ref in told.violations] == ["denial_access"]


def test_groups_affiliated_with_a_party_did_what_is_told_of_them() -> None:
    text = "In 2014, 142 boys were recruited by groups affiliated with the Kesh Army and 69 by the Nour Front."
    assert len(read(text)[0].parties) == 2
