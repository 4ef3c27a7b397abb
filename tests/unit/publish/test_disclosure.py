"""Small counts of children cannot be worked out from what a release prints."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish.disclosure import Published, Verdict, direct_differences, protect
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.tabled import Printing, audited, make_table
from tawthiq.terms.errors import Conflict
from unit.count import registers
from unit.count.asked import Words
from unit.count.made import Made, acts, child, incident

SY: Words = {"situation": "SY", "period": "2014", "violation": "recruitment_use"}


def figures(rows: Sequence[Made], *words: Words) -> list[Figure]:
    columns = acts(rows)
    return [figure_from(columns, parse_spec(**one)) for one in words]


def audit(rows: Sequence[Made], *words: Words, bars: Bars | None = None) -> Verdict:
    return audited(acts(rows), figures(rows, *words), bars or Bars(), lambda _code: ())


def test_a_lone_small_cell_takes_another_with_it() -> None:
    rows = [child(n, parties="a" if n < 40 else "b" if n < 57 else "c") for n in range(60)]
    verdict = audit(rows, SY | {"by": "party"})
    assert verdict.hidden == {"table 1: c", "table 1: b"}
    assert not verdict.leaks


def test_what_one_table_hides_another_does_not_give_away() -> None:
    rows = [child(n, "f" if n % 30 == 0 else "m", parties="a" if n < 60 else "b") for n in range(90)]
    verdict = audit(rows, SY | {"by": "party,sex"}, SY | {"by": "sex"}, SY | {"by": "party"})
    assert "table 2: f" in verdict.hidden and "table 2: m" in verdict.hidden
    assert not verdict.leaks


def test_the_difference_of_children_and_violations_gives_repeated_children_away() -> None:
    rows = registers.afghanistan_2024()
    words: Words = {"situation": "AF", "period": "2024"}
    children = "recruitment_use,killing_maiming,sexual_violence,abduction"
    verdict = audit(rows, words | {"by": "heading"}, words | {"violation": children, "unit": "child", "by": "sex"})
    assert [leak.name for leak in verdict.leaks] == ["children with several violations"]
    assert (verdict.leaks[0].low, verdict.leaks[0].high) == (3, 3)
    assert {"table 1: sexual_violence", "table 1: abduction"} <= verdict.hidden


def test_incidents_are_not_persons_and_stay_printed() -> None:
    rows = [incident("attack_school"), incident("attack_school", parties="a")]
    verdict = audit(rows, SY | {"violation": "attack_school", "by": "party"})
    assert verdict.hidden == frozenset()


def test_sexual_violence_has_a_higher_bar() -> None:
    rows = [child(n, violation="sexual_violence", parties="a" if n < 7 else "b") for n in range(40)]
    verdict = audit(rows, SY | {"violation": "sexual_violence", "by": "party"})
    assert "table 1: a" in verdict.hidden


def test_a_small_total_is_hidden_like_any_other_number() -> None:
    verdict = audit([child(1), child(2)], SY)
    assert verdict.hidden == {"table 1: total"} and not verdict.leaks


def test_lowered_bars_print_everything() -> None:
    rows = [child(n, parties="a" if n < 40 else "c") for n in range(43)]
    assert audit(rows, SY | {"by": "party"}, bars=Bars(0, 0)).hidden == frozenset()


def test_too_many_combinations_are_refused_not_passed_unaudited() -> None:
    with pytest.raises(Conflict):
        protect([Published("x", 1, {0: 1}, 5)], [1] * 20_001)


def test_two_releases_that_differ_by_one_child_are_seen() -> None:
    leaks = direct_differences({"girls": 20, "boys": 30}, {"girls": 21, "boys": 40}, 5)
    assert [leak.name for leak in leaks] == ["girls against the earlier release"]


def test_a_hidden_number_is_nowhere_in_its_table() -> None:
    rows = [child(n, parties="a" if n < 40 else "b" if n < 57 else "c") for n in range(60)]
    [figure] = figures(rows, SY | {"by": "party"})
    verdict = audited(acts(rows), [figure], Bars(), lambda _code: ())
    table = make_table(0, figure, Printing("en", verdict.hidden, Bars()))
    assert [(row.codes, row.value, row.share is None) for row in table.rows] == [
        (("a",), 40, False),
        (("b",), None, True),
        (("c",), None, True),
    ]


def bounds_of(target: Published, cells: Sequence[Published], hidden: frozenset[str], n: int) -> tuple[float, float]:
    """The attacker, written anew with plain dense arrays."""
    known = [cell for cell in cells if cell.name not in hidden]
    matrix = np.array([[cell.weights.get(kind, 0) for kind in range(n)] for cell in known], float).reshape(-1, n)
    goal = np.array([target.weights.get(kind, 0) for kind in range(n)], float)
    values = [cell.value for cell in known]
    low = linprog(goal, A_eq=matrix, b_eq=values, method="highs")
    high = linprog(-goal, A_eq=matrix, b_eq=values, method="highs")
    return (low.fun if low.status == 0 else -np.inf), (-high.fun if high.status == 0 else np.inf)


@settings(max_examples=6, deadline=None)
@given(st.integers(2, 4), st.integers(2, 4), st.data())
def test_an_attacker_written_anew_finds_no_small_count(n_rows: int, n_columns: int, data: st.DataObject) -> None:
    truth = data.draw(st.lists(st.integers(0, 12), min_size=n_rows * n_columns, max_size=n_rows * n_columns))
    kinds = [(row, column) for row in range(n_rows) for column in range(n_columns)]
    lines = {f"r{row}": {p: 1 for p, kind in enumerate(kinds) if kind[0] == row} for row in range(n_rows)}
    lines |= {f"c{column}": {p: 1 for p, kind in enumerate(kinds) if kind[1] == column} for column in range(n_columns)}
    lines |= {f"x{p}": {p: 1} for p in range(len(kinds))}
    cells = [Published(name, sum(truth[p] for p in places), places, 5) for name, places in lines.items()]
    cells.append(Published("all", sum(truth), dict.fromkeys(range(len(kinds)), 1), 5, fixed=True))
    verdict = protect(cells, truth)
    leaking = {leak.name for leak in verdict.leaks}
    for cell in cells:
        if cell.small and cell.name not in leaking:
            assert cell.name in verdict.hidden
            low, high = bounds_of(cell, cells, verdict.hidden, len(kinds))
            assert low <= 1e-6 and high >= 5 - 1e-6
    assert sum(truth) < 10 or not leaking
