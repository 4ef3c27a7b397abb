"""Binomial draws whose cost hardly depends on the number of trials; compiled.

Numba's own generator sets up a costlier rejection for every call; here parameters change with each draw.
"""

from __future__ import annotations

import math

import numpy as np

from tawthiq.report.estimate.compiled import compiled

FEW = 10.0
"""Expected successes up to which counting up is quicker than rejection (which needs ten or more)."""

FAR = 200
"""Counting up beyond this happens only to a uniform draw rounded up to one; it is drawn again."""


@compiled
def binomial(rng: np.random.Generator, n: int, p: float) -> int:
    """Successes of `n` trials at chance `p` (0-1), exact."""
    if n <= 0 or p <= 0.0:
        return 0
    if not p < 1.0:
        return n
    if p > 0.5:
        return n - binomial_below_half(rng, n, 1.0 - p)
    return int(binomial_below_half(rng, n, p))


@compiled
def binomial_below_half(rng: np.random.Generator, n: int, p: float) -> int:
    """The same for p of one half at most."""
    return int(_counted(rng, n, p)) if n * p < FEW else int(_rejected(rng, n, p))


@compiled
def _counted(rng: np.random.Generator, n: int, p: float) -> int:
    """Inversion: probabilities are taken off a uniform draw one by one."""
    first = rng.random()
    if first <= 1.0 - n * p:
        return 0  # Bernoulli's inequality: none has at least this chance
    odds = p / (1.0 - p)
    none = math.exp(n * math.log1p(-p))
    while True:
        left, chance, k = first, none, 0
        while left > chance and k < n and k < FAR:
            left -= chance
            k += 1
            chance *= (n - k + 1) * odds / k
        if k < FAR:
            return k
        first = rng.random()


@compiled
def _rejected(rng: np.random.Generator, n: int, p: float) -> int:
    """Hoermann 1993, The generation of binomial random variates (algorithm BTRS)."""
    spread = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre = n * p + 0.5
    inner = 0.92 - 4.2 / b
    while True:
        v = rng.random()
        if v <= 0.86 * inner:
            u = v / inner - 0.43
            return math.floor((2.0 * a / (0.5 - abs(u)) + b) * u + centre)
        if v >= inner:
            u = rng.random() - 0.5
        else:
            u = v / inner - 0.93
            u = (0.5 if u > 0 else -0.5) - u
            v = rng.random() * inner
        edge = 0.5 - abs(u)
        k = math.floor((2.0 * a / edge + b) * u + centre)
        if k < 0 or k > n:
            continue
        v = v * (2.83 + 5.1 / b) * spread / (a / (edge * edge) + b)
        if math.log(v) <= _log_ratio(n, p, k):
            return int(k)


@compiled
def _log_ratio(n: int, p: float, k: float) -> float:
    """log of the probability of k over that of the likeliest number.

    Stirling's series where all four factorials are large enough for it (an error below 1e-10), which costs three
    logarithms instead of four gamma functions: large tables must not cost more than small ones.
    """
    top = math.floor((n + 1) * p)
    a, b, c, d = top + 1.0, n - top + 1.0, k + 1.0, n - k + 1.0
    if min(a, b, c, d) < 10.0:
        value = math.lgamma(a) + math.lgamma(b) - math.lgamma(c) - math.lgamma(d)
        return float(value + (k - top) * math.log(p / (1.0 - p)))
    value = (a - 0.5) * math.log(a / c) + (b - 0.5) * math.log(b / d) + (k - top) * math.log(d * p / (c * (1.0 - p)))
    return float(value + _beyond(a) + _beyond(b) - _beyond(c) - _beyond(d))


@compiled
def _beyond(x: float) -> float:
    """What Stirling's formula for log Gamma(x) leaves out, x >= 10."""
    square = x * x
    return (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - 1.0 / (1680.0 * square)) / square) / square) / x
