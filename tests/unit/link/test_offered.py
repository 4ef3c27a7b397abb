"""What a statement offers as a tally of a violation: a number of its own unit, the only one, or none."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tawthiq.record.extract.statement import StatedQuantity
from tawthiq.record.link.offered import tally_of
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from unit.desk.made import a_statement

ONE = a_statement()


def told(n: int, unit: str = "child", sex: str = "", comparator: Comparator = Comparator.EXACT) -> StatedQuantity:
    quantity = Quantity(QuantityKind.COUNT, comparator, Fraction(n), unit=unit)
    return StatedQuantity(quantity, ONE.quantities[0].span, "made", sex=sex)


@pytest.mark.parametrize(
    ("numbers", "violation", "offered"),
    [
        ([told(4)], "killing", 4),
        ([told(4)], "attack_school", None),
        ([told(18, "incident"), told(4)], "attack_school", 18),
        ([told(17, "family")], "killing", None),
        ([told(2, "school")], "", None),
        ([told(23), told(41)], "killing", None),
        ([told(96), told(83, sex="boys"), told(13, sex="girls")], "recruitment_use", 96),
        ([told(83, sex="boys"), told(13, sex="girls")], "recruitment_use", None),
        ([told(60, comparator=Comparator.ABOUT)], "recruitment_use", None),
        ([], "killing", None),
    ],
)
def test_only_a_number_of_what_the_violation_counts_is_offered(
    numbers: list[StatedQuantity], violation: str, offered: int | None
) -> None:
    assert tally_of(replace(ONE, quantities=tuple(numbers)), violation) == offered
