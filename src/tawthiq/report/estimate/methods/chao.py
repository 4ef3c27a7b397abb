"""Chao's lower bound: at least how many, when some children are harder to reach than others."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tawthiq.report.estimate import poisson
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.cells import FloatArray, all_counts, all_patterns
from tawthiq.report.estimate.estimate import Estimate, Interval, Outcome
from tawthiq.report.estimate.intervals import log_normal
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused


@dataclass(frozen=True, slots=True)
class Bound:
    """A lower bound in children, its standard error, its interval."""

    value: float
    se: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Chao:
    """Chao's bound with an effect of each list (model Mth of Rivest & Baillargeon 2007, Rcapture)."""

    max_lists: int = 12
    name: str = "chao"
    family: str = "chao"
    assumption: str = (
        "A lower bound: children differ in how easily they are listed, and no pair of lists avoids the same children."
    )

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        refusal = self._refusal(table)
        if refusal:
            return Refused(self.name, table.n_observed, (refusal,))
        bound = with_list_effects(table, run.level)
        return Estimate(
            method=self.name,
            n_observed=table.n_observed,
            n_lists=table.n_lists,
            median=bound.value,
            mean=None,
            interval=bound.interval,
            assumption=self.assumption,
            table_hash=table.hash(),
            lower_bound=True,
            warnings=("a lower bound, not an estimate of the total",),
            diagnostics={"se": bound.se},
        )

    def _refusal(self, table: CaptureTable) -> Ground | None:
        if table.n_lists > self.max_lists:
            return Ground(Reason.TOO_MANY_LISTS, f"{table.n_lists} lists; this method takes {self.max_lists}")
        once, twice = table.captured_times()[1:3]
        if once == 0:
            return Ground(Reason.PILED_AT_FLOOR, "no child is on exactly one list")
        if twice == 0:
            return Ground(Reason.NO_OVERLAP, "no child is on exactly two lists")
        return None


def equal_lists(table: CaptureTable, level: float = 0.95) -> Bound:
    """N >= n + ((J-1)/J) f1^2/(2 f2), lists alike; variance and log-normal interval of Chao 1987.

    f1, f2: children on exactly one, two lists; f2 = 0 raises ZeroDivisionError (check overlaps first).
    """
    f1, f2 = (float(f) for f in table.captured_times()[1:3])
    a, ratio = (table.n_lists - 1) / table.n_lists, f1 / f2
    unseen = a * f1**2 / (2 * f2)
    variance = f2 * (a / 2 * ratio**2 + a**2 * ratio**3 + a**2 / 4 * ratio**4)
    return Bound(table.n_observed + unseen, math.sqrt(variance), log_normal(table.n_observed, unseen, variance, level))


def with_list_effects(table: CaptureTable, level: float = 0.95) -> Bound:
    """The bound as a log-linear model: list effects, plus one effect max(times - j + 1, 0) for each j = 3..J.

    A negative effect would contradict heterogeneity, so it is set to zero, the lowest j first (Rivest &
    Baillargeon 2007). Standard error of N: sqrt(u + u^2 var(log u)) for u unseen.
    """
    counts, design = all_counts(table), _design(table.n_lists)
    n_base = table.n_lists + 1
    everywhere = np.ones(counts.size)
    beta, mu, _, _ = poisson.fit(design, counts, everywhere)
    while np.any(beta[n_base:] < 0):
        first = n_base + int(np.flatnonzero(beta[n_base:] < 0)[0])
        design = np.ascontiguousarray(np.delete(design, first, axis=1))
        beta, mu, _, _ = poisson.fit(design, counts, everywhere)
    unseen = float(np.exp(beta[0]))
    variance = unseen + unseen**2 * poisson.intercept_variance(design, mu, everywhere)
    interval = log_normal(table.n_observed, unseen, variance, level)
    return Bound(table.n_observed + unseen, math.sqrt(variance), interval)


def _design(n_lists: int) -> FloatArray:
    x = all_patterns(n_lists)
    times = x.sum(axis=1)
    beyond = [np.maximum(times - j + 1, 0) for j in range(3, n_lists + 1)]
    return np.column_stack([np.ones(len(x)), x, *beyond]).astype(np.float64)
