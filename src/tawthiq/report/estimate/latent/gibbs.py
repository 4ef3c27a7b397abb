"""One sweep of data augmentation: classes of the children, number unseen, parameters; compiled."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.latent.binomial import binomial
from tawthiq.report.estimate.latent.density import ByteArray, FloatArray, softplus

IntArray = npt.NDArray[np.int64]

ALPHA_PRIOR = (0.25, 0.25)
"""Shape with rate of the concentration's Gamma prior, as Manrique-Vallier 2016 and LCMCR have them."""

N_ALPHA_STEPS = 2
ALPHA_REACH = 1.5
LOG_ALPHA_MIN = np.log(1e-12)


@compiled
def draw_unseen(rng: np.random.Generator, size: float, p_unseen: float, cap: float) -> float:
    """Negative binomial given the probability of being on no list; -1 when beyond `cap`.

    `size`: the children observed, plus the power of N in its prior (0 for 1/N), which makes it Poisson with a
    Gamma(size) mean. A caller that gets -1 keeps its old state: that is the exact step for the posterior cut at `cap`.
    """
    mean = rng.standard_gamma(size) * p_unseen / max(1 - p_unseen, 1e-300)
    if mean > 3 * cap + 1000:
        return -1.0
    drawn = float(rng.poisson(mean))
    return drawn if drawn <= cap else -1.0


@compiled
def split(rng: np.random.Generator, total: int, shares: FloatArray, share_sum: float, out: IntArray) -> None:
    """Multinomial draw of `total` over classes into `out`, by conditional binomials."""
    left, rest = total, share_sum
    last = shares.size - 1
    for k in range(last):
        out[k] = 0
        if left > 0 and shares[k] > 0:
            p = min(1.0, shares[k] / rest) if rest > 0 else 1.0
            out[k] = binomial(rng, left, p)
            left -= out[k]
        rest -= shares[k]
    out[last] = left


@compiled
def log_gamma_draw(rng: np.random.Generator, shape: float) -> float:
    """log of a Gamma(shape, 1) draw, exact for shapes so small that the draw itself would be zero."""
    if shape >= 1:
        return float(np.log(rng.standard_gamma(shape)))
    return float(np.log(rng.standard_gamma(shape + 1)) - rng.standard_exponential() / shape)


@compiled
def draw_alpha(rng: np.random.Generator, state: FloatArray, n_lists: int, n_classes: int, prior: FloatArray) -> float:
    """Concentration given the sticks: Gamma(a + K - 1, b - log nu_K); `prior` holds a, b."""
    rate = prior[1]
    for k in range(n_classes - 1):
        rate += softplus(state[n_lists * n_classes + k])
    return float(max(rng.standard_gamma(prior[0] + n_classes - 1) / rate, 1e-12))


@compiled
def log_alpha_density(log_alpha: float, size: FloatArray, prior: FloatArray) -> float:
    """log p(alpha | class sizes) on the log scale, sticks integrated out, without constants."""
    alpha = np.exp(log_alpha)
    value = (prior[0] + size.size - 1) * log_alpha - prior[1] * alpha
    beyond = size.sum()
    for k in range(size.size - 1):
        value -= math.lgamma(1 + alpha + beyond)
        beyond -= size[k]
        value += math.lgamma(alpha + beyond)
    return float(value)


@compiled
def alpha_given_sizes(rng: np.random.Generator, alpha: float, size: FloatArray, prior: FloatArray) -> float:
    """Metropolis steps on log alpha that do not see the sticks, so that both can move far together."""
    at = np.log(alpha)
    value = log_alpha_density(at, size, prior)
    for _ in range(N_ALPHA_STEPS):
        trial = at + ALPHA_REACH * rng.standard_normal()
        if trial < LOG_ALPHA_MIN:
            continue
        trial_value = log_alpha_density(trial, size, prior)
        if np.log(rng.random()) < trial_value - value:
            at, value = trial, trial_value
    return float(np.exp(at))


@compiled
def sweep(
    rng: np.random.Generator,
    state: FloatArray,
    alpha: float,
    unseen: float,
    patterns: ByteArray,
    counts: FloatArray,
    joint: FloatArray,
    cell: FloatArray,
    prior: FloatArray,
) -> float:
    """Redraw `state` given classes of seen plus unseen children; returns the new alpha.

    `joint`, `cell` belong to the old state.
    """
    n_cells, n_lists = patterns.shape
    n_classes = joint.shape[1]
    part = np.zeros(n_classes, dtype=np.int64)
    size = np.zeros(n_classes)
    hits = np.zeros((n_lists, n_classes))
    for m in range(n_cells + 1):
        total = int(counts[m]) if m < n_cells else int(unseen)
        if total == 0:
            continue
        split(rng, total, joint[m], cell[m], part)
        for k in range(n_classes):
            size[k] += part[k]
        if m < n_cells:
            for i in range(n_lists):
                if patterns[m, i]:
                    for k in range(n_classes):
                        hits[i, k] += part[k]
    for i in range(n_lists):
        for k in range(n_classes):
            yes = np.log(rng.standard_gamma(1 + hits[i, k]))
            no = np.log(rng.standard_gamma(1 + size[k] - hits[i, k]))
            state[i * n_classes + k] = yes - no
    alpha = alpha_given_sizes(rng, alpha, size, prior)
    beyond = size.sum()
    for k in range(n_classes - 1):
        beyond -= size[k]
        taken, left = log_gamma_draw(rng, 1 + size[k]), log_gamma_draw(rng, alpha + max(beyond, 0.0))
        state[n_lists * n_classes + k] = taken - left
    return alpha
