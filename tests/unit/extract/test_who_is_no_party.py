"""Who is no party to a deed, and what is no speaker: bodies that inquire, who accuses, headings; all texts invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, read, violations_of


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, a researcher with the group Open Maps, said 12 boys had been killed.",
        "A rebel wing is accused by UN experts of abducting 60 children.",
        "Two boys were killed by a shell. Posted by Lina for the Zahra Voices page.",
    ],
)
def test_who_inquires_accuses_or_posts_is_no_party(text: str) -> None:
    names = {name for one in read(text) for name, _ in parties_of(one)}
    assert not names & {"Open Maps", "Ana Ruiz", "UN", "Lina for the Zahra Voices"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rights groups say the militia massacred 13 children. It denies this.", "militia"),
        ("Rights groups say the Hill Front massacred 13 children. It denies this.", "Hill Front"),
    ],
)
def test_it_denies_is_the_party_told_of_not_who_told(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Fighters killed 14 children in Ituro, the head of a local society and a hospital source said on Monday.",
            "head of a local society and a hospital source",
        ),
        (
            "Eleven boys, according to relatives and a lawyer following the cases, have been detained by soldiers.",
            "relatives and a lawyer following the cases",
        ),
        ("Her brother-in-law says soldiers killed two boys.", "brother-in-law"),
        ("Forced recruitment of children: 9 cases confirmed (6 in Argelia, 3 in El Tambo).", "document"),
    ],
)
def test_the_name_of_who_speaks_is_whole_and_a_heading_is_none(text: str, who: str) -> None:
    assert read(text)[0].speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted three girls. The rebels accused the army of arming rival groups.",
        "Gunmen abducted three girls. The rebels accused the government of violating the ceasefire.",
        "For nine days the two sides fought, and for nine days she kept her three children in a cellar.",
    ],
)
def test_other_charges_and_a_mothers_care_are_no_violation(text: str) -> None:
    assert violations_of(read(text)[-1]) == set()


def test_who_accuses_an_army_of_firing_tells_of_the_deed_before() -> None:
    told = read("Shells killed three girls. The rebels accused the army of firing the shells.")[-1]
    assert violations_of(told) == {"killing"}


def test_a_provisional_toll_is_a_count() -> None:
    told = read("Gunmen killed 14 children. The mayor put the provisional toll at 11.")[-1]
    assert violations_of(told) == {"killing"}
    assert [item.quantity.low for item in told.quantities] == [11]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Two boys, both 17, were abducted by gunmen.", [("count", 2), ("age", 17)]),
        ("Two brothers (15 & 17) killed on the road.", [("count", 2), ("age", 15), ("age", 17)]),
        ("Both 17 boys and 12 girls were killed by gunmen.", [("count", 17), ("count", 12)]),
    ],
)
def test_ages_behind_both_and_in_brackets(text: str, numbers: list[tuple[str, int]]) -> None:
    found = [item.quantity for item in read(text)[0].quantities]
    assert sorted((one.kind.value, int(one.low or 0)) for one in found) == sorted(numbers)
