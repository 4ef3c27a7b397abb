"""What agencies, newspapers, posts write beside a deed: hours, days of the calendar, who leads whom; texts invented."""

from __future__ import annotations

import pytest

from unit.extract.told import parties_of, period_of, read, violations_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("14:30 Kilima hospital tells us they have received 19 wounded children.", "Kilima hospital"),
        ("Soldiers killed two boys. Doesn't deny that drones killed girls.", "document"),
    ],
)
def test_an_hour_or_an_auxiliary_is_no_part_of_who_speaks(text: str, who: str) -> None:
    assert read(text)[-1].speaker == who


@pytest.mark.parametrize(
    "text",
    [
        "The youngest drummer in the parade on Liberation Day was an 11-year-old recruit.",
        "The Coalition for Children in Uniform says two boys were killed there.",
        "The girls were handed over to the Red Crescent on Monday.",
    ],
)
def test_a_day_or_a_civil_body_is_no_party(text: str) -> None:
    assert [parties_of(one) for one in read(text) if parties_of(one)] == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Hill Guard, led by Omar Sey, a former officer, has abducted 150 children.", "Hill Guard"),
        ("The Reed Brigade, led by Abu Haroun, a former army major, has abducted 150 children.", "Reed Brigade"),
        ("Twelve girls were abducted by the Sons of Manipur Road.", "Sons of Manipur Road"),
    ],
)
def test_who_leads_a_party_and_was_in_another_did_nothing_of_his_own(text: str, who: str) -> None:
    assert parties_of(read(text)[-1]) == [(who, "stated")]


def test_an_age_before_a_month_is_no_day_of_it() -> None:
    told = read("He recalled burying one boy killed there, aged 13, in March 2020.")[-1]
    assert period_of(told) == "2020-03"


def test_hit_in_the_leg_is_a_wound() -> None:
    assert violations_of(read("Soldiers fired at a crowd. A 12-year-old girl was hit in the leg.")[-1]) == {"maiming"}
