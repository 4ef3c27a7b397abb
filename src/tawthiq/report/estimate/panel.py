"""The methods on one axis: what each says, what each assumes, in plain words where they disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Draws, Estimate, Interval, Outcome
from tawthiq.report.estimate.methods import family_of
from tawthiq.report.estimate.predictive import independence_surprises
from tawthiq.report.estimate.refusal import Refused

WIDE = 3.0
THIN = 0.2
"""Flags of the research page: upper over lower end above 3, observed below a fifth of the median; our proposal."""

MIN_FAMILIES = 2
"""Families of methods that must have answered before they are thrown together."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Outcomes side by side, plain-word warnings. The widest range is a range, never an estimate of its own."""

    outcomes: tuple[Outcome, ...]
    warnings: tuple[str, ...]

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Estimate))

    @property
    def refused(self) -> tuple[Refused, ...]:
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Refused))

    @property
    def agrees(self) -> bool:
        """False when any warning was raised or no method gave an answer."""
        return bool(self.estimates) and not self.warnings

    def widest(self) -> tuple[float, float] | None:
        """Lowest to highest end among the methods, None when all refused."""
        ends = [(e.interval.low, e.interval.high) for e in self.estimates if not e.lower_bound]
        return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


def panel(table: CaptureTable, outcomes: Sequence[Outcome]) -> Panel:
    """Outcomes of one table, with every reason to doubt them as a group."""
    kept = [outcome for outcome in outcomes if isinstance(outcome, Estimate)]
    warnings = [
        *_disagreements(kept), *_below_bounds(kept), *_imprecise(kept), *_refusals(outcomes),
        *independence_surprises(table),
    ]  # fmt: skip
    return Panel(tuple(outcomes), tuple(dict.fromkeys(warnings)))


def doubts_of(table: CaptureTable, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """What speaks against the answers together; refusals give their own reasons."""
    return panel(table, [one for one in outcomes if isinstance(one, Estimate)]).warnings


def together(outcomes: Sequence[Outcome]) -> Interval | None:
    """The middle of all draws thrown together, each family of methods with the same weight, at the methods' level.

    None below MIN_FAMILIES families with draws: one opinion has nothing to be weighed against.
    """
    kept = [(one, one.draws) for one in outcomes if isinstance(one, Estimate) and one.draws and not one.lower_bound]
    members = Counter(family_of(one.method) for one, _ in kept)
    if len(members) < MIN_FAMILIES:
        return None
    drawn = [
        (values, weights / members[family_of(one.method)]) for one, draws in kept for values, weights in [draws.flat()]
    ]
    pooled = Draws(*(np.concatenate(part)[None, :] for part in zip(*drawn, strict=True)))
    level = kept[0][0].interval.level
    low, high = pooled.quantiles(((1 - level) / 2, (1 + level) / 2))
    return Interval(low, high, level)


def _disagreements(kept: Sequence[Estimate]) -> list[str]:
    points = [estimate for estimate in kept if not estimate.lower_bound]
    return [
        f"{one.method} and {two.method} disagree by more than their intervals say: "
        "at least one assumption does not hold, and the intervals do not show it"
        for one, two in combinations(points, 2)
        if not (one.interval.holds(two.median) and two.interval.holds(one.median))
    ]


def _below_bounds(kept: Sequence[Estimate]) -> list[str]:
    bounds = [estimate for estimate in kept if estimate.lower_bound]
    return [
        f"{one.method} lies below the lower bound of {bound.method}: lists may depend on one another"
        for bound in bounds
        for one in kept
        if not one.lower_bound and one.interval.high < bound.interval.low
    ]


def _imprecise(kept: Sequence[Estimate]) -> list[str]:
    wide = [e.method for e in kept if e.interval.high > WIDE * e.interval.low]
    thin = [e.method for e in kept if e.n_observed < THIN * e.median]
    words = [f"upper end more than {WIDE:g} times the lower: {', '.join(wide)}"] if wide else []
    if thin:
        words.append(f"more than {1 - THIN:.0%} of the answer was seen by nobody: {', '.join(thin)}")
    return words


def _refusals(outcomes: Sequence[Outcome]) -> list[str]:
    return [
        f"{outcome.method} gives no answer: {'; '.join(ground.detail for ground in outcome.grounds)}"
        for outcome in outcomes
        if isinstance(outcome, Refused)
    ]
