"""The truncated likelihood of the mixture, its prior, its gradient; compiled.

A state is one flat vector: logits of the list probabilities (lists x classes, row by row), then logits of the
stick-breaking fractions (classes - 1). Manrique-Vallier 2016, Biometrics 72(4): class shares nu_k = V_k prod (1 - V_l),
V_k ~ Beta(1, alpha), list probabilities uniform on (0, 1). The number unseen is summed out: a cell x of the observed
table has probability p_x / (1 - p_0).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.compiled import compiled

FloatArray = npt.NDArray[np.float64]
ByteArray = npt.NDArray[np.uint8]

TINY = 1e-300


@compiled
def probabilities(
    state: FloatArray, patterns: ByteArray, seen: FloatArray, missed: FloatArray, joint: FloatArray, cell: FloatArray
) -> None:
    """Fill list probabilities (`seen`, `missed` = 1 - seen), cell x class shares `joint`, cell sums `cell`.

    Shapes: lists x classes, the same, (cells + 1) x classes, cells + 1; the last cell is that of nobody's list.
    """
    n_cells, n_lists = patterns.shape
    n_classes = joint.shape[1]
    for i in range(n_lists):
        for k in range(n_classes):
            away = np.exp(-abs(state[i * n_classes + k]))
            small, large = away / (1 + away), 1 / (1 + away)
            if state[i * n_classes + k] > 0:
                seen[i, k], missed[i, k] = large, small
            else:
                seen[i, k], missed[i, k] = small, large
    rest = 1.0
    for k in range(n_classes):
        share = rest
        if k < n_classes - 1:
            fraction = 1 / (1 + np.exp(-state[n_lists * n_classes + k]))
            share = rest * fraction
            rest *= 1 / (1 + np.exp(state[n_lists * n_classes + k]))
        for m in range(n_cells + 1):
            joint[m, k] = share
    for m in range(n_cells):
        for i in range(n_lists):
            if patterns[m, i]:
                for k in range(n_classes):
                    joint[m, k] *= seen[i, k]
            else:
                for k in range(n_classes):
                    joint[m, k] *= missed[i, k]
    for i in range(n_lists):
        for k in range(n_classes):
            joint[n_cells, k] *= missed[i, k]
    for m in range(n_cells + 1):
        total = 0.0
        for k in range(n_classes):
            total += joint[m, k]
        cell[m] = max(total, TINY)


@compiled
def log_likelihood(cell: FloatArray, counts: FloatArray) -> float:
    """sum of n_x log p_x - n log(1 - p_0); `counts` per observed cell, `cell` from `probabilities`."""
    value, n_observed = 0.0, 0.0
    for m in range(counts.size):
        if counts[m] > 0:
            value += counts[m] * np.log(cell[m])
            n_observed += counts[m]
    return float(value - n_observed * np.log(max(1 - cell[counts.size], TINY)))


@compiled
def log_size_prior(p_unseen: float, power: float) -> float:
    """Of p_0, when the prior of N is Gamma(N + power) / N!, about N^(power - 1), and N is summed out; 0 for 1/N."""
    return float(-power * np.log(max(1 - p_unseen, TINY)))


@compiled
def softplus(value: float) -> float:
    """log(1 + exp(value)) without overflow."""
    return float(max(value, 0.0) + np.log1p(np.exp(-abs(value))))


@compiled
def log_prior(state: FloatArray, alpha: float, n_lists: int, n_classes: int) -> float:
    """Of a state given alpha, on the logit scale, without constants."""
    value = 0.0
    for i in range(n_lists * n_classes):
        value -= abs(state[i]) + 2 * np.log1p(np.exp(-abs(state[i])))
    for k in range(n_classes - 1):
        stick = state[n_lists * n_classes + k]
        value += np.log(alpha) - alpha * softplus(stick) - softplus(-stick)
    return float(value)


@compiled
def gradient(
    state: FloatArray,
    alpha: float,
    patterns: ByteArray,
    counts: FloatArray,
    seen: FloatArray,
    joint: FloatArray,
    cell: FloatArray,
    slope: FloatArray,
    power: float = 0.0,
) -> None:
    """Fill `slope` with the gradient of log-likelihood plus both log-priors; arrays as left by `probabilities`."""
    n_cells, n_lists = patterns.shape
    n_classes = joint.shape[1]
    slope[:] = 0.0
    class_weight = np.zeros(n_classes)
    for m in range(n_cells):
        if counts[m] == 0:
            continue
        scale = counts[m] / cell[m]
        for k in range(n_classes):
            class_weight[k] += scale * joint[m, k]
        for i in range(n_lists):
            if patterns[m, i]:
                for k in range(n_classes):
                    slope[i * n_classes + k] += scale * joint[m, k]
    scale = (counts.sum() + power) / max(1 - cell[n_cells], TINY)
    for k in range(n_classes):
        class_weight[k] += scale * joint[n_cells, k]
    for i in range(n_lists):
        for k in range(n_classes):
            slope[i * n_classes + k] += 1 - (2 + class_weight[k]) * seen[i, k]
    beyond = class_weight[n_classes - 1]
    for k in range(n_classes - 2, -1, -1):
        fraction = 1 / (1 + np.exp(-state[n_lists * n_classes + k]))
        slope[n_lists * n_classes + k] = (1 + class_weight[k]) * (1 - fraction) - (alpha + beyond) * fraction
        beyond += class_weight[k]
