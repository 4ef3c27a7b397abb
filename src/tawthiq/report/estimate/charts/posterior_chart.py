"""The posterior of the number of children, with the observed marked."""

from __future__ import annotations

import numpy as np

from tawthiq.report.estimate.charts.spec import ESTIMATE, QUIET, Spec, chart, number
from tawthiq.report.estimate.estimate import Draws, Estimate
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json

N_BINS = 80


def posterior_chart(estimate: Estimate, *, observed: bool = True) -> Spec:
    """Density of the draws over 99.8 % of their mass; BadInput without draws. `observed`: as in the panel."""
    if estimate.draws is None:
        raise BadInput(f"{estimate.method} has no posterior to draw")
    values = _density(estimate.draws)
    layers: list[Json] = [
        {
            "mark": {"type": "area", "color": ESTIMATE, "opacity": 0.5, "interpolate": "monotone"},
            "encoding": {
                "x": {"field": "n", "type": "quantitative", "title": "Children, seen or not", "scale": {"zero": False}},
                "y": {"field": "density", "type": "quantitative", "title": None, "axis": None},
            },
        },
        *([_rule(estimate.n_observed, QUIET, "observed")] if observed else []),
        _rule(estimate.median, ESTIMATE, "median"),
        _rule(estimate.interval.low, ESTIMATE, "low"),
        _rule(estimate.interval.high, ESTIMATE, "high"),
    ]
    words = (
        f"Posterior of {estimate.method}: median {number(estimate.median)}, {estimate.interval.level:.0%} interval "
        f"{number(estimate.interval.low)} to {number(estimate.interval.high)}"
        f"{f'; {number(estimate.n_observed)} observed' if observed else ''}."
    )
    return chart(f"How many in all, by {estimate.method}", words, values, {"layer": layers})


def _rule(at: float, colour: str, name: str) -> Json:
    dash: list[Json] = [1, 0] if name in {"observed", "median"} else [4, 3]
    return {
        "mark": {"type": "rule", "color": colour, "strokeDash": dash, "tooltip": name},
        "encoding": {"x": {"datum": at, "type": "quantitative"}},
    }


def _density(draws: Draws) -> list[Json]:
    low, high = draws.quantiles((0.001, 0.999))
    values, weights = draws.flat()
    height, edges = np.histogram(values, bins=N_BINS, range=(low, high + 1), weights=weights, density=True)
    middle = (edges[:-1] + edges[1:]) / 2
    return [{"n": round(float(n), 1), "density": float(d)} for n, d in zip(middle, height, strict=True)]
