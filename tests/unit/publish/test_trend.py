"""A period stands beside what was published before it, and beside that restated; small differences stay hidden."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.report.count.spec import parse_spec
from tawthiq.report.publish.beside import NOTHING, Beside, grids, signed
from tawthiq.report.publish.products import Product, product, standard_specs
from tawthiq.report.publish.release import Proposal, Restatement, proposal_from
from tawthiq.report.publish.trend import Point, chains, previous, printable, rounded, series_before, steps
from tawthiq.terms.errors import UnknownCode
from tawthiq.terms.when import When, parse_when

SPEC = parse_spec(situation="SY", period="2023", violation="", unit="act")
QUESTION = (SPEC.violations, "act")


@pytest.mark.parametrize(
    ("period", "before"),
    [("2024", "2023"), ("2024-Q1", "2023-Q4"), ("2024-H2", "2024-H1"), ("2024-01", "2023-12"), ("2024-H1", "2023-H2")],
)
def test_the_period_before_has_the_same_length(period: str, before: str) -> None:
    found = previous(parse_when(period))
    assert found is not None and found.text == before


def test_a_range_belongs_to_no_series() -> None:
    assert previous(parse_when("2013-01-01/2014-12-31")) is None


def test_a_gap_ends_the_series() -> None:
    assert [one.text for one in series_before(Proposal((SPEC,)), {"2022", "2021", "2019"})] == ["2022", "2021"]


def test_f7_against_the_published_and_the_restated_figure() -> None:
    def recounted(_spec: object, _period: When) -> int:
        return 30_000

    [(before, now)] = chains(Proposal((SPEC,)), {"2022": {QUESTION: 27_180}}, {QUESTION: 32_990}, recounted)
    assert (before.point.published, before.point.restated) == (27_180, 30_000)
    assert (now.point.published, now.on_published, now.on_restated) == (32_990, 21, 10)
    assert (before.on_published, signed(now.on_published), signed(-3)) == (None, "+21 %", "−3 %")


def test_nothing_published_before_is_no_trend() -> None:
    assert chains(Proposal((SPEC,)), {}, {QUESTION: 5}, lambda _spec, _period: 0) == ()


@pytest.mark.parametrize(
    ("published", "restated", "shown"), [(100, 98, None), (100, 95, 95), (100, 100, 100), (None, 3, None)]
)
def test_a_restated_number_that_gives_few_children_away_is_not_printed(
    published: int | None, restated: int, shown: int | None
) -> None:
    assert printable(published, restated, 5) == shown


@given(st.integers(-10_000, 10_000), st.integers(1, 500))
def test_whole_per_cent_is_at_most_a_half_away(n: int, of: int) -> None:
    assert abs(rounded(Fraction(n, of)) - Fraction(n, of)) <= Fraction(1, 2)


def test_too_few_have_no_change_in_per_cent() -> None:
    points = [Point("killing", "child", "2022", 4, 4), Point("killing", "child", "2023", 8, None)]
    assert [one.on_published for one in steps(points, min_n=10)] == [None, None]


def test_the_grids_say_what_they_are_in_every_language() -> None:
    one = steps([Point("killing", "child", "2022", 1000, 1010), Point("killing", "child", "2023", 1100, None)], 10)
    restated = (Restatement("", "rel_x", "killing-by-sex: total", 10, None, "=recount"),)
    for language in ("en", "ar", "fr", "es"):
        trend, changed = grids(Beside((one,), restated), language)
        assert (trend.kind, changed.kind) == ("trend", "restated")
        assert all((*trend.header, *changed.header, *trend.notes, trend.title))
        assert trend.texts(trend.rows[1])[3:] == [trend.texts((1100,))[0], "+10 %", "", "+9 %"]
        assert changed.rows == (("killing-by-sex: total", 10, None, "=recount"),)
    assert grids(NOTHING, "en") == ()


def test_every_product_asks_what_can_be_counted_and_once() -> None:
    specs = standard_specs("SY", "2014", tuple(Product))
    assert len(set(specs)) == len(specs) > 30
    with pytest.raises(UnknownCode):
        product("leaflet")


def test_a_proposal_of_before_trends_reads_as_it_was_written() -> None:
    old = Proposal((parse_spec(situation="SY", period="2014"),))
    assert "beside" not in old.content()
    assert proposal_from(old.content()) == old
    new = Proposal(old.specs, beside=("trend",), labels=(("isil", "ISIL, formerly known as another"),))
    assert proposal_from(new.content()) == new
