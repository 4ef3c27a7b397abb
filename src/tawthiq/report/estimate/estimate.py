"""The estimate: an interval for how many there are, with what it rests on; it has no `+`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.refusal import Refused
from tawthiq.terms.identity import Json

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends in children, at a stated level."""

    low: float
    high: float
    level: float = 0.95

    def __post_init__(self) -> None:
        if not (0 < self.level < 1 and self.low <= self.high):
            raise ValueError("an interval runs from low to high at a level between 0 and 1")

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """True when the two intervals share a point."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Draws of the population size N: chains x draws for a sampler, one row for weighted grids.

    `weights`: same shape, summing to one, for a grid or pooled draws; None when every draw counts the same.
    """

    values: FloatArray
    weights: FloatArray | None = None

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or (self.weights is not None and self.weights.shape != self.values.shape):
            raise ValueError("draws are chains x draws, weights of the same shape")

    def flat(self) -> tuple[FloatArray, FloatArray]:
        """Values sorted ascending, with weights summing to one."""
        values = self.values.ravel()
        weights = np.full(values.size, 1.0 / values.size) if self.weights is None else self.weights.ravel()
        order = np.argsort(values, kind="stable")
        return values[order], weights[order]

    def mean(self) -> float:
        return float(np.average(self.values, weights=self.weights))

    def quantiles(self, levels: tuple[float, ...]) -> tuple[float, ...]:
        """Smallest value whose cumulative weight reaches each level."""
        values, weights = self.flat()
        cumulative = np.cumsum(weights)
        at = np.searchsorted(cumulative, np.array(levels) * cumulative[-1] * (1 - 1e-12))
        return tuple(float(values[min(i, values.size - 1)]) for i in at)


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """How many there are in all, seen or not, by one method.

    `median`, `mean`, `interval`: children, the observed included; mean is None for methods without a distribution.
    `lower_bound`: True when the method only says "at least". `ess`, `rhat`: of N; None for methods without chains.
    `settings`: all that is needed to run again, besides the table. `diagnostics`: what was checked, as plain values.
    No arithmetic is defined on purpose: an estimate is never added to a figure, nor to another estimate
    (strata are summed draw by draw, in strata.py).
    """

    method: str
    n_observed: int
    n_lists: int
    median: float
    mean: float | None
    interval: Interval
    assumption: str
    table_hash: str
    seed: int | None = None
    ess: float | None = None
    rhat: float | None = None
    seconds: float = 0.0
    lower_bound: bool = False
    warnings: tuple[str, ...] = ()
    settings: Mapping[str, Json] = field(default_factory=dict)
    diagnostics: Mapping[str, Json] = field(default_factory=dict)
    draws: Draws | None = None


Outcome: TypeAlias = Estimate | Refused
