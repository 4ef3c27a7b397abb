"""The grid is read: each construction by itself without a fault, two together nearly always."""

from pathlib import Path

import pytest

from tawthiq.record.extract.extractors.rules import Rules
from unit.extract.grid.grid import Grid, alone, drawn_pairs, read_grid
from unit.extract.grid.reading import differences

GRIDS = [read_grid(path) for path in sorted(Path(__file__).parent.glob("*.yaml"))]
N_DRAWN = 200
FEWEST_RIGHT = 0.95
"""Of pairs: two constructions may meet in a sentence that nobody writes."""


def _language(grid: Grid) -> str:
    return grid.language


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules()


@pytest.mark.parametrize("grid", GRIDS, ids=_language)
def test_every_construction_is_read_for_what_it_says(grid: Grid, rules: Rules) -> None:
    wrong = [f"{cell.gold.text} {told}" for cell in alone(grid) if (told := differences(cell, rules))]
    assert wrong == []


@pytest.mark.parametrize("grid", GRIDS, ids=_language)
def test_two_constructions_in_one_sentence_do_not_disturb_each_other(grid: Grid, rules: Rules) -> None:
    wrong = [
        f"{cell.gold.text} {told}" for cell in drawn_pairs(grid, N_DRAWN, seed=1) if (told := differences(cell, rules))
    ]
    assert len(wrong) <= (1 - FEWEST_RIGHT) * N_DRAWN, wrong


def test_a_level_says_nothing_where_the_shape_has_no_slot_for_it() -> None:
    english = next(grid for grid in GRIDS if grid.language == "en")
    nobody = next(cell for cell in alone(english) if cell.varied == {"shape": "nobody"})
    assert nobody.wanted["party"] == frozenset()
    assert nobody.wanted["quantity"]
