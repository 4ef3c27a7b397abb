"""Children whom a group and another act tell of are counted once, whichever way the two are told."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from strategies import tried
from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.verify.told_once import told_once
from tawthiq.record.verify.verified import Coded

MEMBER, SAME = OverlapKind.MEMBER, OverlapKind.SAME_GROUP
Row = tuple[str, str, str, int, int, int]
"""Act, violation, child (empty for a group), boys, girls, of unknown sex."""


def columns(rows: list[Row]) -> dict[str, Any]:
    acts, violations, children, boys, girls, unknown = zip(*rows, strict=True)
    words = ("f", "m", "mixed", "u")
    sexes = ["mixed" if not row[2] else "m" if row[3] else "f" if row[4] else "u" for row in rows]
    counts = {"n_boys": boys, "n_girls": girls, "n_sex_unknown": unknown, "n_children": [sum(row[3:]) for row in rows]}
    return {
        "act_id": np.array(acts, "S30"),
        "violation_id": np.array(violations, "S30"),
        "child_id": np.array(children, "S30"),
        "sex": Coded(np.array([words.index(sex) for sex in sexes], "int32"), words),
        **{name: np.array(numbers, "int32") for name, numbers in counts.items()},
    }


def n_distinct(found: dict[str, Any]) -> int:
    """Children: each pseudonym once, members of groups one by one."""
    named = {child for child in found["child_id"].tolist() if child}
    return len(named) + int(found["n_children"][found["child_id"] == b""].sum())


def n_acts(found: dict[str, Any]) -> int:
    return int(found["n_children"].sum())


def test_a_member_told_in_the_same_violation_is_one_act_and_one_child() -> None:
    rows: list[Row] = [("g", "v1", "", 2, 1, 0), ("a", "v1", "c", 1, 0, 0)]
    found = told_once(columns(rows), [Overlap("g", "a", MEMBER)])
    assert (n_distinct(found), n_acts(found)) == (3, 3)
    assert found["n_boys"].tolist() == [1, 1]


def test_a_member_told_in_another_violation_is_two_acts_and_one_child() -> None:
    rows: list[Row] = [("g", "v1", "", 2, 1, 0), ("a", "v2", "c", 1, 0, 0)]
    found = told_once(columns(rows), [Overlap("g", "a", MEMBER)])
    assert (n_distinct(found), n_acts(found)) == (3, 4)
    assert found["sex"].word(2) == "m" and found["act_id"].tolist() == [b"g", b"a", b"g"]


def test_a_group_told_again_in_the_same_violation_is_not_counted_again() -> None:
    rows: list[Row] = [("g", "v1", "", 3, 0, 0), ("h", "v1", "", 4, 0, 0)]
    found = told_once(columns(rows), [Overlap("g", "h", SAME)])
    assert (n_distinct(found), n_acts(found)) == (4, 4)


def test_a_group_told_again_in_another_violation_is_the_same_children() -> None:
    rows: list[Row] = [("g", "v1", "", 3, 2, 0), ("h", "v2", "", 3, 2, 0)]
    found = told_once(columns(rows), [Overlap("g", "h", SAME)])
    assert (n_distinct(found), n_acts(found)) == (5, 10)


def test_an_overlap_with_an_act_that_is_not_verified_takes_nothing_away() -> None:
    rows: list[Row] = [("g", "v1", "", 2, 0, 0)]
    assert told_once(columns(rows), [Overlap("g", "absent", MEMBER)]) is not None
    assert n_acts(told_once(columns(rows), [Overlap("g", "absent", MEMBER)])) == 2


def test_a_group_told_child_by_child_is_gone() -> None:
    rows: list[Row] = [("g", "v1", "", 0, 0, 1), ("a", "v1", "c", 1, 0, 0), ("b", "v1", "d", 0, 1, 0)]
    found = told_once(columns(rows), [Overlap("g", "a", MEMBER), Overlap("g", "b", MEMBER)])
    assert found["act_id"].tolist() == [b"a", b"b"]


def test_one_child_in_two_other_acts_is_taken_out_of_the_group_once() -> None:
    rows: list[Row] = [("g", "v1", "", 3, 0, 0), ("a", "v1", "c", 1, 0, 0), ("b", "v2", "c", 1, 0, 0)]
    found = told_once(columns(rows), [Overlap("g", "a", MEMBER), Overlap("g", "b", MEMBER)])
    assert (n_distinct(found), n_acts(found)) == (3, 4)


groups = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4)).filter(any)
children = st.lists(st.tuples(st.sampled_from(["v1", "v2", "v3"]), st.integers(0, 2)), max_size=6)


@tried
@given(groups, children)
def test_naming_members_never_changes_how_many_children_there_are(
    group: tuple[int, int, int], named: list[tuple[str, int]]
) -> None:
    named = named[: sum(group)]
    rows: list[Row] = [("g", "v1", "", *group)]
    overlaps = []
    for nth, (violation, sex) in enumerate(named):
        one_hot = [int(sex == place) for place in range(3)]
        rows.append((f"a{nth}", violation, f"c{nth}", one_hot[0], one_hot[1], one_hot[2]))
        overlaps.append(Overlap("g", f"a{nth}", MEMBER))
    found = told_once(columns(rows), overlaps)
    assert n_distinct(found) == sum(group)
    assert n_acts(found) == sum(group) + sum(violation != "v1" for violation, _ in named)
    sexes = found["n_boys"] + found["n_girls"] + found["n_sex_unknown"]
    assert sexes.tolist() == found["n_children"].tolist() and (found["n_children"] > 0).all()
