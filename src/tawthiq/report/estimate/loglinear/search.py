"""Which pairs of lists depend on one another: stepwise by p-value, by BIC, or averaged over models."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.special import pdtr, pdtrc

from tawthiq.report.estimate.loglinear.model import Fitted, Pair, Pairs, Trouble, fit

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

P_VALUE = 0.02
"""Threshold of SparseMSE; Chan, Silverman & Vincent 2021."""


def stepwise(x: IntArray, counts: FloatArray, threshold: float = P_VALUE) -> Fitted | Trouble:
    """From main effects, add the pair whose overlap is least likely under the fit, until none is below threshold.

    A pair whose addition leaves no answer is passed over for the next one (Chan, Silverman & Vincent 2021).
    """
    current = fit(x, counts, frozenset())
    while isinstance(current, Fitted):
        better = _next_pair(x, counts, current, threshold)
        if better is None:
            return current
        current = better
    return current


def _next_pair(x: IntArray, counts: FloatArray, current: Fitted, threshold: float) -> Fitted | None:
    absent = [pair for pair in combinations(range(x.shape[1]), 2) if pair not in current.pairs]
    ranked = sorted((_p_value(x, counts, current.means, pair), pair) for pair in absent)
    for p, pair in ranked:
        if p >= threshold:
            return None
        trial = fit(x, counts, current.pairs | {pair})
        if isinstance(trial, Fitted):
            return trial
    return None


def _p_value(x: IntArray, counts: FloatArray, means: FloatArray, pair: Pair) -> float:
    both = (x[:, pair[0]] & x[:, pair[1]]) == 1
    observed, expected = counts[both].sum(), means[both].sum()
    at_least = pdtrc(observed - 1, expected) if observed > 0 else 1.0
    return float(min(pdtr(observed, expected), at_least))


def by_bic(x: IntArray, counts: FloatArray, begin: Pairs = frozenset()) -> Fitted | Trouble:
    """The model of lowest BIC on the path of `visited`."""
    models = visited(x, counts, begin)
    if isinstance(models, Trouble):
        return models
    return min(models, key=lambda model: model.bic(counts.sum()))


def visited(x: IntArray, counts: FloatArray, begin: Pairs = frozenset()) -> list[Fitted] | Trouble:
    """Every model met when single pairs are added or removed as long as the BIC falls.

    `begin`: the first model; a replicate of a bootstrap begins where the table itself ended, which is near, without
    the programme that proves a maximum.
    """
    start = fit(x, counts, begin)
    if isinstance(start, Trouble) and begin:
        start = fit(x, counts, frozenset())
    if isinstance(start, Trouble):
        return start
    seen: dict[Pairs, Fitted | Trouble] = {start.pairs: start}
    best = start
    while True:
        around = [
            model
            for pairs in _neighbours(best.pairs, x.shape[1])
            if (model := _seen(seen, x, counts, pairs, proven=not begin))
        ]
        better = min(around, key=lambda model: model.bic(counts.sum()), default=best)
        if better.bic(counts.sum()) >= best.bic(counts.sum()) - 1e-9:
            return [model for model in seen.values() if isinstance(model, Fitted)]
        best = better


def _neighbours(pairs: Pairs, n_lists: int) -> list[Pairs]:
    return [pairs ^ {pair} for pair in combinations(range(n_lists), 2)]


def _seen(
    seen: dict[Pairs, Fitted | Trouble], x: IntArray, counts: FloatArray, pairs: Pairs, *, proven: bool
) -> Fitted | None:
    if pairs not in seen:
        seen[pairs] = fit(x, counts, pairs, proven=proven)
    found = seen[pairs]
    return found if isinstance(found, Fitted) else None


def bic_weights(models: list[Fitted], n_observed: float) -> FloatArray:
    """exp(-BIC/2), summing to one."""
    bic = np.array([model.bic(n_observed) for model in models])
    weights = np.exp(-(bic - bic.min()) / 2)
    return np.asarray(weights / weights.sum())
