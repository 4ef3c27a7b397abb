"""The check against a known size: each list's children are estimated from the other lists, as if not known.

After Binette & Steorts' internal consistency analysis; their published best coverage over five tables is 0.90.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.estimating import estimate_one
from tawthiq.report.estimate.method import Method, Run

MIN_CHILDREN = 30
"""Lists whose children the others saw fewer times than this are left out, as published."""


@dataclass(frozen=True, slots=True)
class Known:
    """A list of known size, with what the other lists say of it."""

    name: str
    size: int
    outcome: Outcome

    @property
    def covered(self) -> bool | None:
        """Whether the interval holds the size (a lower bound: whether its low end is none too high); None: refused."""
        if not isinstance(self.outcome, Estimate):
            return None
        if self.outcome.lower_bound:
            return self.outcome.interval.low <= self.size
        return self.outcome.interval.holds(self.size)


def against_known_sizes(table: CaptureTable, method: Method, run: Run) -> tuple[Known, ...]:
    """One entry per list that the other lists saw at least MIN_CHILDREN of."""
    totals, found = table.overlaps().diagonal(), []
    for name, size in zip(table.lists, totals, strict=True):
        k = table.lists.index(name)
        if sum(count for pattern, count in table.cells if pattern[k] and sum(pattern) > 1) >= MIN_CHILDREN:
            found.append(Known(name, int(size), estimate_one(table.within(name), method, run)))
    return tuple(found)
