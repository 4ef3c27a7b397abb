"""Intervals for the unseen on the logarithmic scale."""

from __future__ import annotations

import math

from scipy.stats import norm

from tawthiq.report.estimate.estimate import Interval


def log_normal(n_observed: int, unseen: float, variance: float, level: float) -> Interval:
    """Interval of n + unseen when log(unseen) is normal with this variance of `unseen`; never below n (Chao 1987)."""
    if unseen <= 0:
        return Interval(float(n_observed), float(n_observed), level)
    z = float(norm.ppf((1 + level) / 2))
    factor = math.exp(z * math.sqrt(math.log1p(variance / unseen**2)))
    return Interval(n_observed + unseen / factor, n_observed + unseen * factor, level)


def wald_on_log(n_observed: int, log_unseen: float, se: float, level: float) -> Interval:
    """Interval of n + exp(b) for b normal with this standard error."""
    z = float(norm.ppf((1 + level) / 2))
    return Interval(n_observed + math.exp(log_unseen - z * se), n_observed + math.exp(log_unseen + z * se), level)
