"""The rules of counting, each on a register of a few invented rows."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.share import TooFew, percent
from tawthiq.report.count.spec import Counted, Dimension, parse_spec
from tawthiq.terms.errors import BadInput, MissingField, UnknownCode
from tawthiq.terms.quantity import Share
from unit.count.asked import Further, Words
from unit.count.made import Made, acts, child, incident


def build(rows: list[Made], by: str = "", violation: str = "recruitment_use", **more: Unpack[Further]) -> Figure:
    return figure_from(acts(rows), parse_spec(situation="SY", period="2014", violation=violation, by=by, **more))


def values(figure: Figure) -> dict[tuple[str, ...], int]:
    return {row.cell: row.value for row in figure.rows if not row.of_which}


def test_joint_attribution_counts_once_in_the_total_and_says_by_how_much_the_rows_exceed_it() -> None:
    rows = [child(n, parties="a") for n in range(200)] + [child(500 + n, parties="b") for n in range(162)]
    figure = build([*rows, child(999, parties="a;b")], by="party")
    assert (figure.value, figure.overlap) == (363, 1)
    assert sum(values(figure).values()) == 364


def test_crossfire_and_unidentified_are_rows_of_their_own() -> None:
    rows = [child(1, parties="a"), child(2, how="crossfire", parties="a;b"), child(3)]
    assert values(build(rows, by="party")) == {("a",): 1, ("crossfire",): 1, ("unidentified",): 1}


def test_a_child_with_two_acts_is_one_child_and_two_violations() -> None:
    rows = [child(1, parties="a"), child(1, parties="b"), child(2, parties="b")]
    figure = build(rows, by="party")
    assert (figure.value, figure.n_acts, figure.surplus_acts) == (2, 3, 1)
    assert values(figure) == {("b",): 2, ("a",): 1}
    assert build(rows, unit="act").value == 3


def test_a_group_counts_its_children_by_sex_and_never_as_one() -> None:
    figure = build([Made(n_boys=3, n_girls=2, n_sex_unknown=1), child(1)], by="sex")
    assert figure.value == 7
    assert values(figure) == {("m",): 4, ("f",): 2, ("u",): 1}
    assert len(figure.ids) == 2


def test_two_groups_of_one_row_each_do_not_melt() -> None:
    assert build([Made(n_boys=3), Made(n_boys=3)]).value == 6


def test_the_late_ones_are_apart_in_every_row() -> None:
    rows = [child(1, parties="a"), child(2, parties="a", when="2013"), child(3, parties="b", when="2013-05")]
    figure = build(rows, by="party")
    assert (figure.value, figure.late) == (1, 2)
    assert {row.cell: row.late for row in figure.rows} == {("a",): 1, ("b",): 1}
    assert figure.late_ids == ("act_000001", "act_000002")


def test_incidents_are_counted_as_incidents_and_never_among_children() -> None:
    rows = [incident("attack_school"), incident("attack_school"), child(1)]
    assert (build(rows, violation="attack_school").value, build(rows).value) == (2, 1)
    with pytest.raises(BadInput):
        parse_spec(situation="SY", period="2014", violation="attack_school,killing", unit="child")
    assert parse_spec(situation="SY", period="2014", violation="attack_school,killing").unit is Counted.ACT


def test_what_is_not_grave_is_in_no_total_unless_it_is_named() -> None:
    rows = [incident("military_use"), child(1)]
    assert (build(rows, violation="").value, build(rows, violation="military_use").value) == (1, 1)


def test_a_roll_up_repeats_its_members_and_is_never_added() -> None:
    rows = [
        child(1, parties="north"),
        child(2, parties="south"),
        child(3, parties="north;south"),
        child(4, parties="x"),
    ]
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party")
    figure = figure_from(acts(rows), spec, lambda code: ("umbrella",) if code in ("north", "south") else ())
    assert [(row.cell, row.value) for row in figure.rows if row.of_which] == [(("umbrella",), 3)]
    assert (figure.value, figure.overlap, sum(values(figure).values())) == (4, 1, 5)


def test_explosive_ordnance_gathers_its_weapons_and_is_never_added() -> None:
    rows = [
        child(1, violation="killing", weapon="missile"),
        child(2, violation="killing", weapon="landmine;small_arm"),
        child(3, violation="killing", weapon="small_arm"),
        child(4, violation="killing"),
    ]
    figure = build(rows, violation="killing", by="weapon")
    assert values(figure) == {("missile",): 1, ("landmine",): 1, ("small_arm",): 2, ("u",): 1}
    [roll_up] = [row for row in figure.rows if row.of_which]
    assert (roll_up.cell, roll_up.value, figure.value, figure.overlap) == (("explosive_ordnance",), 2, 4, 1)
    assert roll_up.share is not None and roll_up.share.unknown == 1
    kept = parse_spec(situation="SY", period="2014", violation="killing", only={"weapon": "missile,small_arm"})
    assert figure_from(acts(rows), kept).value == 3


@pytest.mark.parametrize(
    ("age", "band", "under_15"),
    [
        ((14, 14), "12_14", "yes"),
        ((15, 15), "15_17", "no"),
        ((14, 18), "u", "u"),
        ((-1, 12), "u", "yes"),
        ((-1, -1), "u", "u"),
    ],
)
def test_no_age_band_straddles_fifteen(age: tuple[int, int], band: str, under_15: str) -> None:
    figure = build([child(1, age=age)], by="age_band,under_15")
    assert values(figure) == {(band, under_15): 1}


def test_armed_or_in_combat_has_three_answers() -> None:
    rows = [
        child(1, armed="y"),
        child(2, armed="n", roles="cook;fighter"),
        child(3, armed="n", roles="cook"),
        child(4, armed="n"),
        child(5, roles="porter"),
    ]
    figure = build(rows, by="armed_or_combat")
    assert values(figure) == {("yes",): 2, ("no",): 1, ("u",): 2}
    yes = figure.row("yes")
    assert yes is not None and yes.share == Share(2, 5, 2)


def test_a_time_that_straddles_two_months_is_in_neither() -> None:
    rows = [child(1, when="2014-03-05"), child(2, when="2014-03-30/2014-04-02"), child(3, when="2014")]
    assert values(build(rows, by="month")) == {("2014-03",): 1, ("u",): 2}
    assert values(build(rows, by="year")) == {("2014",): 3}
    assert values(build(rows, by="quarter")) == {("2014-Q1",): 1, ("u",): 2}


def test_a_percentage_of_too_few_is_refused_with_its_numbers_kept() -> None:
    assert percent(Share(3, 9), min_n=10) == TooFew(9, 10)
    assert percent(Share(5, 10), min_n=10) == 50


def test_a_filter_keeps_its_own_denominator() -> None:
    rows = [child(1, parties="a"), child(2, "f", parties="a"), child(3, parties="b")]
    figure = build(rows, by="sex", only={"party": "a"})
    row = figure.row("f")
    assert row is not None and row.share == Share(1, 2)


def test_the_figure_does_not_depend_on_the_order_of_the_rows() -> None:
    rows = acts([child(1, parties="a"), child(2, parties="b"), child(3, "f", parties="b")])
    turned = replace(
        rows,
        **{
            name: getattr(rows, name).at([2, 1, 0]) if hasattr(getattr(rows, name), "at") else getattr(rows, name)[::-1]
            for name in rows.__dataclass_fields__
            if name not in ("size", "told")
        },
    )
    spec = parse_spec(situation="SY", period="2014", violation="recruitment_use", by="party,sex")
    assert figure_from(rows, spec) == figure_from(turned, spec)


PARTIES = st.sampled_from(["", "a", "b", "a;b", "a;b;c"])
ROWS = st.lists(
    st.builds(
        lambda number, sex, parties, when: child(number, sex, parties=parties, when=when),
        st.integers(0, 8),
        st.sampled_from("mfu"),
        PARTIES,
        st.sampled_from(["2013", "2014-02", "2014-07-03", "2015"]),
    )
    | st.builds(lambda boys, parties: Made(n_boys=boys, parties=parties), st.integers(1, 5), PARTIES),
    max_size=30,
)
DIMENSIONS = st.lists(st.sampled_from([Dimension.PARTY, Dimension.SEX, Dimension.MONTH]), unique=True, max_size=3)


@given(ROWS, DIMENSIONS, st.sampled_from(["child", "act"]))
def test_rows_close_on_the_total_by_the_stated_overlap(rows: list[Made], by: list[Dimension], unit: str) -> None:
    figure = build(rows, by=",".join(by), unit=unit)
    if by:
        assert sum(values(figure).values()) - figure.overlap == figure.value
    assert all(row.value <= figure.value for row in figure.rows)
    assert set().union(*(row.ids for row in figure.rows), figure.ids) == set(figure.ids)


@given(ROWS)
def test_the_count_is_the_one_that_plain_python_gives(rows: list[Made]) -> None:
    current = [row for row in rows if row.when.startswith("2014")]
    children = {row.child for row in current if row.child}
    in_groups = sum(row.n_boys + row.n_girls + row.n_sex_unknown for row in current if not row.child)
    assert build(rows).value == len(children) + in_groups


def test_figures_meet_neither_each_other_nor_plain_numbers() -> None:
    figure = build([child(1)])
    for other in (figure, 1, build([child(2)])):
        with pytest.raises(TypeError):
            figure + other  # type: ignore[operator]  # the point
    with pytest.raises(FrozenInstanceError):
        figure.value = 2  # type: ignore[misc]  # the point


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"violation": "recruitment"}, UnknownCode),
        ({"by": "colour"}, UnknownCode),
        ({"unit": "person"}, UnknownCode),
        ({"situation": ""}, MissingField),
        ({"period": "last year"}, BadInput),
        ({"by": "sex,sex"}, BadInput),
    ],
)
def test_words_that_cannot_be_meant_are_refused(words: Words, error: type[Exception]) -> None:
    asked: Words = {"situation": "SY", "period": "2014"}
    with pytest.raises(error):
        parse_spec(**(asked | words))
