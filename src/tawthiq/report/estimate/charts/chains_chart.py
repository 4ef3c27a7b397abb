"""Whether the chains agree: their paths, their ranks."""

from __future__ import annotations

import numpy as np
from scipy.stats import rankdata

from tawthiq.report.estimate.charts.spec import CHAIN_COLOURS, Spec, chart
from tawthiq.report.estimate.estimate import Draws, Estimate, FloatArray
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json

MAX_POINTS = 400
N_RANK_BINS = 20


def trace_chart(estimate: Estimate) -> Spec:
    """Each chain's draws in order, thinned to MAX_POINTS; BadInput for a method without chains."""
    values = _chains(estimate).values
    step = max(1, values.shape[1] // MAX_POINTS)
    points: list[Json] = [
        {"chain": c + 1, "draw": int(d), "n": float(values[c, d])}
        for c in range(values.shape[0])
        for d in range(0, values.shape[1], step)
    ]
    body: Spec = {
        "mark": {"type": "line", "strokeWidth": 0.7},
        "encoding": {
            "x": {"field": "draw", "type": "quantitative", "title": "Draw"},
            "y": {"field": "n", "type": "quantitative", "title": "Children, seen or not", "scale": {"zero": False}},
            "color": _colour(),
        },
    }
    return chart("Paths of the chains", _words(estimate, "Paths"), points, body)


def rank_chart(estimate: Estimate) -> Spec:
    """How the ranks of each chain's draws spread: flat bars when chains agree (Vehtari et al. 2021)."""
    values = _chains(estimate).values
    ranks = rankdata(values).reshape(values.shape)
    bars: list[Json] = []
    for c in range(values.shape[0]):
        height, edges = np.histogram(ranks[c], bins=N_RANK_BINS, range=(0.5, values.size + 0.5))
        bars += [{"chain": c + 1, "rank": float(edges[i]), "draws": int(height[i])} for i in range(N_RANK_BINS)]
    body: Spec = {
        "mark": {"type": "bar"},
        "encoding": {
            "row": {"field": "chain", "type": "ordinal", "title": "Chain"},
            "x": {"field": "rank", "type": "ordinal", "title": "Rank among all draws", "axis": {"labels": False}},
            "y": {"field": "draws", "type": "quantitative", "title": None},
            "color": _colour(),
        },
        "height": 40,
    }
    return chart("Ranks of the chains", _words(estimate, "Ranks"), bars, body)


def _chains(estimate: Estimate) -> Draws:
    if estimate.draws is None or estimate.rhat is None:
        raise BadInput(f"{estimate.method} has no chains to draw")
    return estimate.draws


def _colour() -> Json:
    colours: list[Json] = list(CHAIN_COLOURS)
    return {"field": "chain", "type": "nominal", "scale": {"range": colours}, "legend": None}


def _words(estimate: Estimate, what: str) -> str:
    chains: FloatArray = _chains(estimate).values
    medians = np.median(chains, axis=1)
    return (
        f"{what} of {len(chains)} chains of {estimate.method}: R-hat {estimate.rhat:.3f}; "
        f"the chains' medians lie between {medians.min():.0f} and {medians.max():.0f}."
    )
