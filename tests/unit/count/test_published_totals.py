"""The counts, breakdowns, percentages and late buckets of published reports come out of registers built to them."""

from __future__ import annotations

from fractions import Fraction
from typing import Unpack

import pytest

from tawthiq.report.count.figure import Figure, figure_from
from tawthiq.report.count.share import Change, change_percent, percent, share_words
from tawthiq.report.count.spec import parse_spec
from unit.count import registers
from unit.count.asked import Further, Words
from unit.count.made import Made, acts


def build(rows: list[Made], **words: Unpack[Words]) -> Figure:
    return figure_from(acts(rows), parse_spec(**words))


def syria(by: str, **more: Unpack[Further]) -> Figure:
    return build(registers.syria_2014(), situation="SY", period="2014", violation="recruitment_use", by=by, **more)


def test_f1_total_and_sex() -> None:
    figure = syria("sex")
    assert (figure.value, figure.unit.value, figure.late, figure.surplus_acts) == (278, "child", 0, 0)
    assert {row.cell: row.value for row in figure.rows} == {("m",): 271, ("f",): 7}


def test_f1_parties_in_descending_order_with_the_remainder_as_a_row_of_its_own() -> None:
    figure = syria("party")
    assert [(row.cell[0], row.value) for row in figure.rows] == [
        ("fsa", 142),
        ("isil", 69),
        ("nusra", 25),
        ("ypg", 24),
        ("unidentified", 18),
    ]
    assert figure.overlap == 0


def test_f1_77_per_cent_prints_numerator_denominator_and_unknown() -> None:
    row = syria("armed_or_combat").row("yes")
    assert row is not None and row.share is not None
    assert (row.share.numerator, row.share.denominator, row.share.unknown) == (214, 278, 20)
    assert share_words(row.share, 10) == "77 per cent (214 of 278, 20 unknown)"


def test_f1_under_15_is_a_share_of_a_stated_population() -> None:
    everyone, isil = syria("under_15").row("yes"), syria("under_15", only={"party": "isil"}).row("yes")
    assert everyone is not None and everyone.share is not None and isil is not None and isil.share is not None
    assert (everyone.share.numerator, everyone.share.denominator, everyone.share.unknown) == (17, 278, 30)
    assert (isil.share.numerator, isil.share.denominator) == (17, 69)
    assert (percent(everyone.share, 10), percent(isil.share, 10)) == (6, 25)


def test_f4_violations_children_acts_and_surplus() -> None:
    rows = registers.afghanistan_2024()
    violations = build(rows, situation="AF", period="2024", by="heading")
    assert (violations.value, violations.late, violations.unit.value) == (1647, 244, "act")
    assert {row.cell[0]: row.value for row in violations.rows} == {
        "recruitment_use": 11,
        "killing_maiming": 543,
        "sexual_violence": 6,
        "attack_school_hospital": 135,
        "abduction": 2,
        "denial_access": 950,
    }
    in_children = "recruitment_use,killing_maiming,sexual_violence,abduction"
    children = build(rows, situation="AF", period="2024", violation=in_children, by="sex")
    assert (children.value, children.n_acts, children.surplus_acts) == (559, 562, 3)
    assert {row.cell[0]: (row.value, row.n_acts) for row in children.rows} == {"m": (434, 436), "f": (125, 126)}


@pytest.mark.parametrize(
    ("violation", "value", "parties"),
    [
        ("killing_maiming", 543, {"taliban": 454, "unidentified": 50, "iskp": 22, "nrf_af": 10, "crossfire": 7}),
        ("attack_school_hospital", 135, {"taliban": 128, "iskp": 6, "unidentified": 1}),
        ("denial_access", 950, {"taliban": 941, "unidentified": 9}),
        ("military_use", 31, {"taliban": 31}),
    ],
)
def test_f4_parties_close_on_their_total(violation: str, value: int, parties: dict[str, int]) -> None:
    figure = build(registers.afghanistan_2024(), situation="AF", period="2024", violation=violation, by="party")
    assert figure.value == value == sum(parties.values())
    assert {row.cell[0]: row.value for row in figure.rows} == parties


def test_f5_parts_close_on_the_total() -> None:
    figure = build(registers.afghanistan_2015_2018(), situation="AF", period="2015-01-01/2018-12-31", by="heading")
    assert figure.value == 14202
    assert [row.value for row in figure.rows if row.cell == ("killing_maiming",)] == [12599]


def test_f6_current_late_and_children_by_sex() -> None:
    rows = registers.world_2022()
    violations = build(rows, situation="WORLD", period="2022")
    assert (violations.value, violations.late, violations.value + violations.late) == (24300, 2880, 27180)
    children = build(rows, situation="WORLD", period="2022", violation="killing", by="sex")
    assert children.value == 18890
    assert {row.cell[0]: row.value for row in children.rows} == {"m": 13469, "f": 4638, "u": 783}


def test_f6_by_type_leaves_the_remainder_of_the_source() -> None:
    figure = build(registers.world_2022_by_type(), situation="WORLD", period="2022", by="heading")
    found = {row.cell[0]: row.value for row in figure.rows}
    assert (found["killing_maiming"], found["recruitment_use"], found["abduction"]) == (8631, 7622, 3985)
    assert (found["sexual_violence"], found["attack_school_hospital"], found["denial_access"]) == (1165, 1810, 3931)
    assert 27180 - figure.value == 36


def test_f7_change_against_the_published_and_the_restated_figure() -> None:
    figure = build(registers.world_2023(), situation="WORLD", period="2023")
    assert (figure.value, figure.late) == (30705, 2285)
    assert round(float(change_percent(figure.value + figure.late, 27180)), 1) == 21.4
    assert round(change_percent(5301 + 6348, 8631)) == 35
    change = Change(now=110, published=100, restated=88)
    assert (change.on_published, change.on_restated) == (Fraction(10), Fraction(25))
