"""A map is drawn of printed rows only, whole or not at all, and of no country whose outline would mislead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tawthiq.report.count.figure import figure_from
from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish import chart
from tawthiq.report.publish.division_map import outline_of
from tawthiq.report.publish.kinds import Bars
from tawthiq.report.publish.table import Table
from tawthiq.report.publish.tabled import Printing, make_table
from tawthiq.terms.registry import load_gazetteer
from unit.count.made import acts, child


def table(situation: str, counts: dict[str, int], hidden: frozenset[str] = frozenset(), language: str = "en") -> Table:
    codes = [code for code, n in counts.items() for _ in range(n)]
    rows = [child(n, situation=situation, admin1=code, violation="killing") for n, code in enumerate(codes)]
    spec = parse_spec(situation=situation, period="2014", violation="killing_maiming", by="admin1")
    return make_table(0, figure_from(acts(rows), spec), Printing(language, hidden, Bars()))


def circles(found: Table) -> list[dict[str, Any]]:
    drawn: Any = chart.spec(found)
    return list(drawn["layer"][1]["data"]["values"])


def test_each_printed_row_is_a_circle_with_its_number_in_its_own_division() -> None:
    found = table("AF", {"AF01": 12, "AF27": 7, "": 3})
    assert {one["text"]: one["n"] for one in circles(found)} == {"Kabul 12": 12, "Kandahar 7": 7}
    outline = outline_of(found)
    assert outline is not None
    for one, code in zip(circles(found), ("AF01", "AF27"), strict=True):
        xs, ys = zip(*(point for polygon in outline.parts[code] for point in polygon[0]), strict=True)
        assert min(xs) < one["x"] < max(xs) and min(ys) < one["y"] < max(ys)


def test_a_hidden_row_leaves_no_trace_on_the_map() -> None:
    hidden = frozenset({"table 1: AF21"})
    spec = json.dumps(chart.spec(table("AF", {"AF01": 12, "AF27": 7, "AF21": 4}, hidden)))
    assert "Balkh" not in spec and "Kabul" in spec


@pytest.mark.parametrize(
    ("situation", "counts"),
    [
        ("SY", {"SY01": 12, "SY02": 8}),
        ("AF", {"AF01": 12, "AF08": 8}),
        ("AF", {"AF01": 12}),
        ("AF", {"": 9, "AF01": 5}),
    ],
)
def test_where_an_outline_is_missing_or_in_dispute_bars_are_drawn(situation: str, counts: dict[str, int]) -> None:
    assert outline_of(table(situation, counts)) is None


def test_crimea_is_drawn_with_ukraine() -> None:
    assert outline_of(table("UA", {"UA.crimea": 6, "UA.sevastopol": 6})) is not None


def test_a_map_is_a_picture_with_words_in_arabic_too() -> None:
    found = table("AF", {"AF01": 12, "AF27": 7}, language="ar")
    assert chart.png(found).startswith(b"\x89PNG")
    assert "كابول: 12" in chart.alternative_text(found)
    assert any("الحدود" in note for note in found.notes)


def test_every_outline_is_of_a_division_that_we_know() -> None:
    outline = outline_of(table("AF", {"AF01": 12, "AF27": 7}))
    assert outline is not None and {code for code in outline.parts if code} <= load_gazetteer().places.keys()
