"""Sentences as agencies, missions and rights groups write them in English; each was misread before."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatementKind
from unit.extract.told import codes_of, read, said


def test_who_was_freed_was_taken_before_and_that_is_not_what_is_told() -> None:
    (told,) = read("In December, the Brotherhood freed 52 children after more than five weeks in captivity.")
    assert (told.kind, told.violations) == (StatementKind.CONTEXT, ())


def test_shot_dead_is_one_death_and_no_wound_beside_it() -> None:
    assert codes_of("A 15-year-old boy was shot dead as he tried to run away.") == [("killing",)]


def test_killed_and_injured_under_one_verb_are_one_claim() -> None:
    (told,) = read("Partners reported that 17 children were killed and 40 injured by shelling.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17, 40]


def test_a_report_of_62_pages_counts_none_of_them() -> None:
    (told,) = read("The 62-page report is based on interviews with 17 former child recruits.")
    assert [int(one.quantity.low or 0) for one in told.quantities] == [17]


def test_the_recruits_interviewed_are_those_who_were_taken() -> None:
    text = "Three quarters of the recruits interviewed were 15 or younger when the boys were taken by rebels."
    assert read(text)[0].kind is StatementKind.VIOLATION_CLAIM


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen abducted every girl they found there.", "document"),
        ("A nurse we spoke to says seven children were killed.", "nurse"),
    ],
)
def test_a_noun_with_those_who_found_it_or_spoke_to_it(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


def test_a_league_that_forcibly_recruits_is_a_party_and_so_is_its_short_name() -> None:
    text = "The Blue Hills Defence League has forcibly recruited 85 children. The League denied recruiting any boy."
    assert [said(text, "en", quote).parties[0].name for quote in ("forcibly", "denied")] == [
        "Blue Hills Defence League",
        "League",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I welcome the release of 64 children by the White Reed Movement in September.",
        "Rebels abducted ten girls. No group has claimed responsibility for it.",
        "Rebels abducted ten girls. The division did not answer written questions.",
    ],
)
def test_a_welcome_with_a_number_and_a_silence_are_told(text: str) -> None:
    assert read(text)[-1].kind is StatementKind.CONTEXT
    assert read(text)[-1].factuality.value == "asserted"


def test_what_is_asked_of_the_reader_is_not() -> None:
    text = "Rebels abducted ten girls in Kani. Please do not share the names of the girls."
    assert len(read(text)) == 1


def test_nobody_who_keeps_a_list_is_a_limit_of_what_is_known() -> None:
    text = "Rebels abducted ten girls. Nobody keeps a full list of the missing girls."
    assert read(text)[-1].kind is StatementKind.LIMITATION
