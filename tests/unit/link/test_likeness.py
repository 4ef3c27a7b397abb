"""Promises of what is suggested as told before: near in time, never of another place, the most alike first."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

import pytest
from hypothesis import given

from strategies import whens
from tawthiq.record.link.likeness import Ground, Sketch, grounds, most_alike
from tawthiq.terms.when import When, parse_when

NEW = Sketch("SY", parse_when("2014-07-03"), "SY02", frozenset({"killing"}), frozenset({"isil"}))


class Changes(TypedDict, total=False):
    """What is told otherwise than of NEW."""

    situation: str
    happened_on: When | None
    admin1: str
    violations: frozenset[str]
    parties: frozenset[str]


def kept(**changes: Unpack[Changes]) -> Sketch:
    return replace(NEW, **changes)


def test_the_same_telling_has_every_ground_but_a_time_that_merely_fits() -> None:
    assert set(grounds(NEW, NEW)) == set(Ground) - {Ground.NEAR_TIME}


@pytest.mark.parametrize(
    "other",
    [
        kept(situation="YE"),
        kept(admin1="SY03"),
        kept(happened_on=parse_when("2014-07-10")),
        kept(happened_on=None),
        kept(happened_on=parse_when("2014-07-05"), admin1="", violations=frozenset(), parties=frozenset()),
    ],
)
def test_what_cannot_be_the_same_is_not_suggested(other: Sketch) -> None:
    assert grounds(NEW, other) == ()


def test_a_telling_three_days_off_is_suggested_behind_one_of_the_day() -> None:
    near, same = kept(happened_on=parse_when("2014-07-06")), kept(parties=frozenset())
    assert [thing for thing, _why in most_alike(NEW, [("near", near), ("same", same)])] == ["same", "near"]


@given(whens, whens)
def test_looking_alike_has_no_direction(one: When, other: When) -> None:
    left, right = kept(happened_on=one), kept(happened_on=other)
    assert bool(grounds(left, right)) == bool(grounds(right, left))
