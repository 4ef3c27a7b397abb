"""Promises of Chao's bound, Lincoln-Petersen, Chapman against published figures."""

from __future__ import annotations

import pytest

from tawthiq import estimate
from tawthiq.report.estimate.methods.chao import equal_lists, with_list_effects
from tawthiq.report.estimate.methods.two_lists import chapman, lincoln_petersen
from tawthiq.report.estimate.published import published


@pytest.mark.parametrize(
    ("name", "bound", "se"),
    [
        ("kosovo", 8591, 214),
        ("my5", 660, 21),
        ("UKdat_5", 13570, 821),
        ("Ned_5", 53714, 2490),
        ("NewOrl_5", 1294, 387),
        ("Western", 2201, 456),
        ("HIV", 11701, 1031),
    ],
)
def test_chao_with_list_effects_is_that_of_rcapture(name: str, bound: int, se: int) -> None:
    ours = with_list_effects(published(name))
    assert round(ours.value) == bound
    assert round(ours.se) == se


def test_chao_for_equal_lists_by_hand() -> None:
    table = estimate.from_text("AB", "10:30 01:20 11:10")
    assert equal_lists(table).value == pytest.approx(60 + 0.5 * 50**2 / (2 * 10))


def test_chao_for_equal_lists_has_chao_1987_interval() -> None:
    bound = equal_lists(published("kosovo"))
    assert bound.interval.low < bound.value < bound.interval.high
    assert bound.interval.low > 4400


def test_two_list_formulas_by_hand() -> None:
    assert lincoln_petersen(40, 30, 10)[0] == 120
    assert chapman(40, 30, 10)[0] == pytest.approx(41 * 31 / 11 - 1)
    assert lincoln_petersen(40, 30, 10)[1] == pytest.approx(40 * 30 * 30 * 20 / 1000)


def test_two_lists_offer_only_two_list_methods() -> None:
    table = estimate.from_text("AB", "10:30 01:20 11:10")
    assert [outcome.method for outcome in estimate.estimate_all(table)] == ["lincoln-petersen", "chapman"]


def test_three_lists_are_not_squeezed_into_two() -> None:
    (outcome,) = estimate.estimate_all(published("my3"), ["chapman"])
    assert isinstance(outcome, estimate.Refused)


def test_a_lower_bound_says_so() -> None:
    (outcome,) = estimate.estimate_all(published("kosovo"), ["chao"])
    assert isinstance(outcome, estimate.Estimate)
    assert outcome.lower_bound
    assert "a lower bound, not an estimate of the total" in outcome.warnings
