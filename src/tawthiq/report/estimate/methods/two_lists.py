"""Two lists: Lincoln-Petersen, with Chapman's correction for small counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.intervals import log_normal
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused

Formula: TypeAlias = Callable[[int, int, int], tuple[float, float]]

INDEPENDENT = "Being on one list does not change the chance of being on the other, and all children are alike in it."


def lincoln_petersen(first: int, second: int, both: int) -> tuple[float, float]:
    """N = first x second / both with its variance (Seber 1982, 3.1); both > 0."""
    variance = first * second * (first - both) * (second - both) / both**3
    return first * second / both, variance


def chapman(first: int, second: int, both: int) -> tuple[float, float]:
    """Chapman's nearly unbiased form with Seber's variance (Seber 1982, 3.1)."""
    value = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (first + 1) * (second + 1) * (first - both) * (second - both) / ((both + 1) ** 2 * (both + 2))
    return value, variance


@dataclass(frozen=True, slots=True)
class TwoLists:
    """A two-list formula; refuses any other number of lists, where dependence could be seen and must be."""

    name: str
    formula: Formula
    family: str = "two"
    assumption: str = INDEPENDENT

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        n = table.n_observed
        if table.n_lists != 2:
            reason = Reason.TOO_FEW_LISTS if table.n_lists < 2 else Reason.TOO_MANY_LISTS
            return Refused(self.name, n, (Ground(reason, f"takes two lists, not {table.n_lists}"),))
        overlaps = table.overlaps()
        first, second, both = int(overlaps[0, 0]), int(overlaps[1, 1]), int(overlaps[0, 1])
        if both == 0:
            return Refused(self.name, n, (Ground(Reason.NO_OVERLAP, "no child is on both lists"),))
        value, variance = self.formula(first, second, both)
        return Estimate(
            method=self.name,
            n_observed=n,
            n_lists=2,
            median=value,
            mean=None,
            interval=log_normal(n, value - n, variance, run.level),
            assumption=self.assumption,
            table_hash=table.hash(),
            warnings=("two lists cannot show whether they depend on one another",),
            diagnostics={"variance": variance},
        )
