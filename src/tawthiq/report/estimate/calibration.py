"""Intervals widened by what a method got wrong where the answer is known.

Each list has a known size, which the other lists can be asked for (`consistency`). How far a method's answers lie from
those sizes, beyond what its own intervals say, is the part of the error that no interval from the data contains: lists
that depend on one another unseen. It is carried over to the whole on the logarithmic scale of the unseen, as a variance
between studies is in meta-analysis.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import norm
from scipy.stats import t as student

from tawthiq.report.estimate.consistency import Known
from tawthiq.report.estimate.estimate import Estimate, Interval
from tawthiq.report.estimate.refusal import Ground, Reason, Refused

MIN_KNOWN = 3
"""Fewer answered lists say nothing of the size of the error; ours."""

FLOOR = 0.5
"""Children unseen taken for none, so that a logarithm exists."""


@dataclass(frozen=True, slots=True)
class Widened:
    """An interval for the whole, in children, after errors at `n_known` lists of known size."""

    interval: Interval
    n_known: int
    error: float
    """Typical error on the scale of log(unseen), beyond the stated one: 0.7 is a factor of two."""


def widened(estimate: Estimate, known: Sequence[Known]) -> Widened | Refused:
    """The interval with the method's errors at lists of known size added; a refusal below MIN_KNOWN answers.

    `known`: of the same method, without the list that is being asked for, when there is one. Half-width on
    log(unseen): t x sqrt(s^2 (1 + 1/m) + extra), with s^2 from the interval, m answers, `extra` the mean square of
    their errors beyond their own variances, t of m degrees. The centre stays: a bias is a part of the error here.
    """
    answers = [(one.outcome, one.size) for one in known if isinstance(one.outcome, Estimate)]
    if len(answers) < MIN_KNOWN:
        ground = Ground(Reason.NOT_CHECKED, f"fewer than {MIN_KNOWN} lists of known size could be asked for")
        return Refused(estimate.method, estimate.n_observed, (ground,))
    n_known = len(answers)
    extra = sum(max(0.0, _error(found, size) ** 2 - _variance(found)) for found, size in answers) / n_known
    t = float(student.ppf((1 + estimate.interval.level) / 2, n_known))
    z = float(norm.ppf((1 + estimate.interval.level) / 2))
    centre = math.log(_unseen(estimate, estimate.median))
    ends = (estimate.interval.low, estimate.interval.high)
    sides = [abs(math.log(_unseen(estimate, end)) - centre) / z for end in ends]
    half = [max(z * side, t * math.sqrt(side**2 + extra * (1 + 1 / n_known))) for side in sides]
    low = min(estimate.interval.low, estimate.n_observed + math.exp(centre - half[0]))
    high = max(estimate.interval.high, estimate.n_observed + math.exp(centre + half[1]))
    return Widened(Interval(low, high, estimate.interval.level), n_known, math.sqrt(extra))


def held_out(known: Sequence[Known]) -> tuple[tuple[Known, Widened | Refused], ...]:
    """Each answered list with its interval widened by the other lists' errors alone: the honest test of `widened`."""
    return tuple(
        (one, widened(one.outcome, [other for other in known if other is not one]))
        for one in known
        if isinstance(one.outcome, Estimate)
    )


def _unseen(estimate: Estimate, value: float) -> float:
    return max(value - estimate.n_observed, FLOOR)


def _error(found: Estimate, size: int) -> float:
    return math.log(_unseen(found, size)) - math.log(_unseen(found, found.median))


def _variance(found: Estimate) -> float:
    z = float(norm.ppf((1 + found.interval.level) / 2))
    high, low = _unseen(found, found.interval.high), _unseen(found, found.interval.low)
    return ((math.log(high) - math.log(low)) / (2 * z)) ** 2
