"""Parties, times and numbers of English as it is published, a second time: states that act, decades, years at a
sentence's head, words that begin no name. Invented."""

from __future__ import annotations

import pytest

from tawthiq.record.extract.statement import StatedTime
from unit.extract.told import days_of, read


def names_of(text: str) -> list[str]:
    """Every party of an English text."""
    return [party.name for one in read(text) for party in one.parties]


def numbers_of(text: str) -> list[tuple[str, str, int]]:
    """Kind, comparator, value of every number of an English text."""
    quantities = [item.quantity for one in read(text) for item in one.quantities]
    return [(one.kind.value, one.comparator.value, int(one.low or 0)) for one in quantities]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya has destroyed hospitals and schools.", ["Kenya"]),
        ("Kenya bombed a hospital in Odem.", ["Kenya"]),
        ("Kenya's massacre of 19 children in Odem drew attention.", ["Kenya"]),
        ("The children were killed in strikes by Kenya, a nurse said.", ["Kenya"]),
    ],
)
def test_a_state_that_does_the_deed_is_its_party(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "A Kenya attack killed 20 children.",
        "In Kenya bombed hospitals were rebuilt.",
        "Kenya condemned the killing of four children.",
        "Kenya child soldiers were freed.",
        "Children abducted in Kenya were freed.",
    ],
)
def test_a_land_where_it_was_is_no_party(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("During the Black River gang's attacks on Odem, six children were killed.", ["Black River"]),
        ("Under Kori Guard rule, six children were executed.", ["Kori Guard"]),
        ("Islamist militant group Lasa Front kidnapped 26 girls in Odem.", ["Lasa Front"]),
        ("KESH, Omeria A suicide bomber killed 65 people and nine children.", ["suicide bomber"]),
        (
            "The use of child soldiers by terrorist and antigovernment organizations went on.",
            ["terrorist and antigovernment organizations"],
        ),
        ("Dan Dyilo, one of the warlords in Odem, recruited child soldiers.", ["warlords"]),
        ("Lasanian armed groups and the Kori Guard recruited 26 boys.", ["Lasanian armed groups", "Kori Guard"]),
    ],
)
def test_a_name_begins_behind_prepositions_and_sorts(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The abduction of girls and insurgency-related violence went on.",
        "The killings of girls were reported to police.",
        "Gang violence caused displacement in Odem, where six children were killed.",
        "The president warned local authorities against paying ransom for kidnapped girls.",
    ],
)
def test_who_is_told_or_only_related_did_nothing(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In the 1990s children were recruited by the Kori Guard.", ("1990-01-01", "1999-12-31")),
        ("The Kori Guard recruited boys in the late 1990s.", ("1997-01-01", "1999-12-31")),
        ("From the mid-1970s to the present, the Kori Guard used boys.", ("1974-01-01", "2021-03-03")),
        ("From 2014 to present, the Kori Guard abducted 20 girls.", ("2014-01-01", "2021-03-03")),
        ("In 2019 gunmen took 12 boys.", ("2019-01-01", "2019-12-31")),
        ("A 2003 raid killed four boys.", ("2003-01-01", "2003-12-31")),
    ],
)
def test_decades_and_years_are_times(text: str, days: tuple[str, str]) -> None:
    assert days_of(read(text)[0]) == days


@pytest.mark.parametrize(
    "text",
    [
        "In 2002 the Child League reported that 300 boys fought for the Kori Guard.",
        "In March residents said gunmen took 12 boys.",
        "The envoy presented a report in May on children recruited by the rebels.",
        "The Kori Guard currently holds 20 girls.",
    ],
)
def test_when_it_was_said_is_not_when_it_was(text: str) -> None:
    act = read(text)[0].act_period
    assert not isinstance(act, StatedTime) or act.rule == "not_after_publication"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A 2003 training video showed boys as young as 11.", [("age", ">=", 11)]),
        ("In 2019 gunmen took 12 boys.", [("count", "=", 12)]),
        ("In the 1990s children were recruited by the Kori Guard.", []),
        ("Gunmen killed two girls less than 15 yards from the hospital.", [("count", "=", 2)]),
        ("As many as 300 boys were recruited by the Kori Guard.", [("count", ">=", 300)]),
        ("In the town of 20,000 people, soldiers killed nine boys.", [("count", "=", 9)]),
        ("One-fourth of the fighters were children.", [("percent", "=", 25)]),
    ],
)
def test_years_and_lengths_count_nobody(text: str, numbers: list[tuple[str, str, int]]) -> None:
    assert numbers_of(text) == numbers
