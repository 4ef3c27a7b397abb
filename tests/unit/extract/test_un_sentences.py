"""Sentences as reports to the Security Council build them: lists of parties, counts side by side, who verified."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.statement import Statement, StatementKind
from unit.extract.told import read


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


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        (
            "en",
            "The United Nations verified 9 attacks on schools. The abduction of 12 girls was verified.",
            "United Nations",
        ),
        (
            "fr",
            "L'ONU a vérifié 9 attaques contre des écoles. Le recrutement de 12 garçons a été vérifié.",
            "ONU",
        ),
    ],
)
def test_what_was_verified_was_verified_by_the_body_that_verifies_in_this_text(
    language: str, text: str, body: str
) -> None:
    last = read(text, language)[-1]
    assert (last.chain[-1].actor, last.chain[-1].carried) == (body, True)
    assert last.factuality is Factuality.VERIFIED_BY_SOURCE


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
