"""Promises of the charts: they compile, they speak, they hide small cells when told to, they never show a refusal."""

from __future__ import annotations

import json

import numpy as np
import pytest
import vl_convert

from as_json import mapping, number, rows
from tawthiq import estimate
from tawthiq.report.estimate.charts.chains_chart import rank_chart, trace_chart
from tawthiq.report.estimate.charts.panel_chart import leave_one_out_chart, method_panel
from tawthiq.report.estimate.charts.posterior_chart import posterior_chart
from tawthiq.report.estimate.charts.spec import Spec, chart
from tawthiq.report.estimate.charts.upset_chart import upset_chart
from tawthiq.report.estimate.estimate import Draws
from tawthiq.report.estimate.published import published
from tawthiq.report.estimate.sensitivity import Variant
from tawthiq.terms.errors import BadInput

REFUSED = estimate.Refused("dga", 96, (estimate.Ground(estimate.Reason.PILED_AT_FLOOR, "floor"),))


def chained() -> estimate.Estimate:
    values = np.random.default_rng(1).normal(1_000, 50, (4, 800))
    return estimate.Estimate(
        method="lcm", n_observed=600, n_lists=3, median=1_000, mean=1_000, interval=estimate.Interval(900, 1_100),
        assumption="", table_hash="", rhat=1.001, ess=3_000, draws=Draws(values),
    )  # fmt: skip


SPECS = {
    "posterior": lambda: posterior_chart(chained()),
    "panel": lambda: method_panel([chained(), REFUSED]),
    "leave one out": lambda: leave_one_out_chart(chained(), [Variant("without A", REFUSED)]),
    "upset": lambda: upset_chart(published("UKdat")),
    "trace": lambda: trace_chart(chained()),
    "rank": lambda: rank_chart(chained()),
}


@pytest.mark.parametrize("name", SPECS)
def test_every_chart_compiles_and_has_words(name: str) -> None:
    made: Spec = SPECS[name]()
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(made))
    assert len(str(made["description"])) > 40


def test_a_refused_method_is_on_the_panel_without_a_number() -> None:
    made = method_panel([REFUSED])
    assert "no answer" in str(made["description"])
    (row,) = rows(mapping(made["data"])["values"])
    assert row["median"] is row["low"] is row["high"] is None


def test_small_overlaps_can_be_kept_from_readers() -> None:
    made = upset_chart(published("UKdat"), smallest_shown=10)
    counts = [number(row["children"]) for row in rows(mapping(made["data"])["values"])]
    assert min(counts) >= 10
    assert "smaller patterns are not shown" in str(made["description"])


def test_a_method_without_chains_has_no_paths() -> None:
    (chao,) = estimate.estimate_all(published("kosovo"), ["chao"])
    assert isinstance(chao, estimate.Estimate)
    with pytest.raises(BadInput):
        trace_chart(chao)
    with pytest.raises(BadInput):
        posterior_chart(chao)


def test_a_chart_without_words_is_not_made() -> None:
    with pytest.raises(ValueError, match="words"):
        chart("title", " ", [], {})
