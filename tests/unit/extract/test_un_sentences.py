"""Sentences as reports to the Security Council build them: lists of parties, counts side by side, who verified."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import codes_of, read


def shares(one: Statement) -> dict[str, int]:
    """Each party of the statement with the number that stands beside it."""
    bound = [(one.parties[item.party].name, item.quantity.low) for item in one.quantities if item.party is not None]
    return {name: int(low) for name, low in bound if low is not None}


def test_two_counts_of_one_subject_are_one_claim() -> None:
    text = (
        "While actual numbers are expected to be higher, the United Nations verified that 31 boys and 7 girls had been"
    )
    limit, claim = read(f"{text} recruited and used by the Kesh Front (KF) (20), the Omer Army (OA) (12) and ISIL (6).")
    assert limit.kind is StatementKind.LIMITATION
    assert [int(item.quantity.low or 0) for item in claim.quantities] == [31, 7, 20, 12, 6]
    assert shares(claim) == {"Kesh Front": 20, "Omer Army": 12, "ISIL": 6}


def test_what_was_verified_and_attributed_is_one_claim_with_its_list() -> None:
    text = "A total of 41 cases of recruitment and use of children were verified and attributed to the Kesh Front (20),"
    (claim,) = read(
        f"{text} the Omer Army and affiliated groups (12), popular committees (5) and the Army of Doru (4)."
    )
    parties = {"Kesh Front": 20, "Omer Army and affiliated groups": 12, "popular committees": 5, "Army of Doru": 4}
    assert shares(claim) == parties


def test_two_verbs_with_their_own_victims_stay_two_claims() -> None:
    first, second = read("The army killed 12 boys and seven girls were abducted by the militia.")
    assert ([ref.code for ref in first.violations], [ref.code for ref in second.violations]) == (
        ["killing"],
        ["abduction"],
    )


def test_where_nobody_verifies_by_name_what_was_verified_stays_reported() -> None:
    (claim,) = read("The abduction of 12 girls was verified.")
    assert claim.factuality is Factuality.REPORTED


def test_a_year_that_something_is_compared_with_counts_nobody() -> None:
    (claim,) = read("In Omer the army killed 56 children under 15, a significant increase compared with 2014.")
    assert [int(item.quantity.low or 0) for item in claim.quantities if item.quantity.unit == "child"] == [56]


@pytest.mark.parametrize(
    "text",
    [
        "During the battles children were used for fighting and attending to the wounded.",
        "The use of children as child executioners was reported.",
        "The use of child foreign fighters increased.",
    ],
)
def test_what_children_are_used_for_is_no_harm_done_to_them(text: str) -> None:
    (claim,) = read(text)
    assert [ref.code for ref in claim.violations] == ["recruitment_use"]
    assert claim.parties == ()


def test_refugee_children_are_counted_as_children() -> None:
    (claim,) = read("The Kesh Front recruited 11 Doru refugee children.")
    assert [item.quantity.unit for item in claim.quantities] == ["child"]


def test_a_child_sent_to_attack_is_used_whoever_else_is_hurt() -> None:
    text = "A 15-year-old boy conducted a suicide attack, killing three police officers and injuring 16 civilians."
    assert codes_of(text) == [("recruitment_use",)]


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations secured the release of 121 children (110 boys, 11 girls) from military detention centres.",
        "The Kesh Front had committed to an action plan to end and prevent the recruitment and use of children.",
    ],
)
def test_what_is_ended_or_promised_is_not_told_as_done(text: str) -> None:
    assert codes_of(text) == [()]


def test_letters_with_a_slash_and_a_rest_of_a_list_are_parties_with_their_numbers() -> None:
    (claim,) = read("Recruitment of boys was carried out by the Omer Units (OPU/OPJ) (13) and other Kesh groups (61).")
    assert shares(claim) == {"Omer Units": 13, "other Kesh groups": 61}


def test_boys_and_girls_are_held_against_the_parties_not_against_one_of_them() -> None:
    (claim,) = read("31 boys and 7 girls were recruited by the Kesh Front (20), the Omer Army (12) and the ALF (5).")
    assert [doubt.code for doubt in claim.warnings] == ["parts_below_total"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One boy associated with the national army was used as a porter.", "recruitment_use"),
        ("In all 196 boys were held in juvenile rehabilitation centres.", "deprivation_liberty"),
    ],
)
def test_roles_and_places_of_detention_are_read_in_the_singular_too(text: str, code: str) -> None:
    assert codes_of(text) == [(code,)]


def test_what_could_be_documented_is_no_limit() -> None:
    (claim,) = read("The network could document the recruitment of at least 400 children by the Kesh Front.")
    assert claim.kind is StatementKind.VIOLATION_CLAIM


def test_difficulty_of_verifying_is_a_limit() -> None:
    (limit,) = read("Verification of such incidents remained a challenge owing to insecurity.")
    assert limit.kind is StatementKind.LIMITATION


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Forty per cent of the children reported being beaten during detention.", "children"),
        ("The Kesh Front is accused of raping girls in a new report by the Omer Network.", "Omer Network"),
        ("In all 196 boys were arrested by soldiers on security-related charges.", "document"),
    ],
)
def test_who_tells_it_is_found_past_shares_compounds_and_reports(text: str, actor: str) -> None:
    (claim,) = read(text)
    assert claim.chain[-1].actor == actor


def test_each_doer_of_a_row_has_a_claim_of_its_own() -> None:
    first, second = read("The Kesh Movement recruited 43 children, 6 were recruited by the Omer Army.")
    assert [ref.name for ref in (*first.parties, *second.parties)] == ["Kesh Movement", "Omer Army"]


def test_the_end_of_a_compound_is_no_verb_and_a_party_stands_once() -> None:
    text = "1,094 children were recruited by the Kesh Front, 829 by the SDF and other SDF-linked components."
    (claim,) = read(text)
    assert [ref.name for ref in claim.parties] == ["Kesh Front", "SDF"]


@pytest.mark.parametrize(
    "text",
    [
        "Survivors described girls being gang raped in front of their families.",
        "A 16-year-old boy was killed at the entrance to the ISAF headquarters in Kabul.",
    ],
)
def test_words_for_a_deed_and_names_of_a_site_are_no_party(text: str) -> None:
    assert [one.parties for one in read(text)] == [()]


def test_between_the_ages_of_is_a_span_of_years() -> None:
    (claim,) = read("Soldiers raped 79 girls between the ages of 7 and 15.")
    assert [(item.quantity.low, item.quantity.high) for item in claim.quantities if item.rule == "age"] == [
        (Fraction(7), Fraction(15))
    ]


def test_a_lead_whose_claim_stands_apart_is_no_statement() -> None:
    (claim,) = read("The report found that, although the Front had signed a plan, it recruited 12 children.")
    assert claim.chain[-1].actor == "report"


def test_what_was_verified_by_somebody_named_is_verified_by_him() -> None:
    (claim,) = read("Over 200 grave violations against children have been verified by the United Nations.")
    assert (claim.chain[-1].actor, claim.factuality) == ("United Nations", Factuality.VERIFIED_BY_SOURCE)


def test_violations_without_a_party_are_context_however_many() -> None:
    (claim,) = read("In 2020, the United Nations verified 386 grave violations against 341 children.")
    assert claim.kind is StatementKind.CONTEXT_CLAIM


def test_links_to_a_group_make_it_no_jailer() -> None:
    (claim,) = read("In all 46 boys were held by the government forces for their alleged links to the Kesh Front.")
    assert [ref.name for ref in claim.parties] == ["government forces"]


def test_a_party_named_twice_stands_where_it_is_named_first() -> None:
    (claim,) = read("Children were recruited by the Kesh Front, the army and the Kesh Front.")
    assert [ref.name for ref in claim.parties] == ["Kesh Front", "army"]
