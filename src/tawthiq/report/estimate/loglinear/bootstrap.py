"""BCa intervals that rerun the choice of the model in every replicate (Efron 1987; Chan, Silverman & Vincent 2021)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bca:
    """Ends of the interval, the replicates that had an answer, the share that had none."""

    low: float
    high: float
    replicates: FloatArray
    failed: float


def bca(
    counts: FloatArray,
    statistic: Callable[[FloatArray], float | None],
    value: float,
    tails: tuple[float, float],
    rng: np.random.Generator,
    n_replicates: int,
    progress: Callable[[float], None],
) -> Bca:
    """`counts`: children per cell; `statistic`: from counts to a number, None when there is none; `value`: on `counts`.

    All `value` children are drawn again with replacement, those unseen too: how many come onto a list is chance as
    well, and an interval that takes their number as given is too short by sqrt(unseen). The acceleration leaves out one
    child at a time, which only depends on the cell; without an unseen one nothing changes. With no replicate that has
    an answer both ends are the value.
    """
    n_observed = int(counts.sum())
    n_all, seen = max(round(value), n_observed), min(n_observed / value, 1.0)
    found = []
    for b in range(n_replicates):
        again = rng.multinomial(rng.binomial(n_all, seen), counts / n_observed).astype(np.float64)
        if again.any() and (total := statistic(again)) is not None:
            found.append(total)
        if b % 20 == 0:
            progress(b / n_replicates)
    replicates = np.sort(np.array(found))
    if replicates.size == 0:
        return Bca(value, value, replicates, 1.0)
    low, high = np.quantile(replicates, _levels(replicates, value, _acceleration(counts, statistic, value), tails))
    return Bca(float(low), float(high), replicates, 1 - len(found) / n_replicates)


def _levels(replicates: FloatArray, value: float, acceleration: float, tails: tuple[float, float]) -> list[float]:
    below = (np.sum(replicates < value) + 0.5 * np.sum(replicates == value)) / replicates.size
    shift = norm.ppf(np.clip(below, 0.5 / replicates.size, 1 - 0.5 / replicates.size))
    levels = []
    for tail in tails:
        moved = shift + norm.ppf(tail)
        levels.append(float(norm.cdf(shift + moved / (1 - acceleration * moved))))
    return levels


def _acceleration(counts: FloatArray, statistic: Callable[[FloatArray], float | None], value: float) -> float:
    values, weights = [value], [value - counts.sum()]
    for cell in np.flatnonzero(counts):
        fewer = counts.copy()
        fewer[cell] -= 1
        if (without := statistic(fewer)) is not None:
            values.append(without)
            weights.append(counts[cell])
    if len(values) == 1:
        return 0.0
    away = np.average(values, weights=weights) - np.array(values)
    spread = np.sum(weights * away**2)
    return float(np.sum(weights * away**3) / (6 * spread**1.5)) if spread > 0 else 0.0
