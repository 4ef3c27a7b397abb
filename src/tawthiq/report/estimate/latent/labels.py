"""Exchanging two classes, which changes nothing but the prior of their order; compiled."""

from __future__ import annotations

import numpy as np

from tawthiq.report.estimate.compiled import compiled
from tawthiq.report.estimate.latent.density import FloatArray, softplus


@compiled
def log_shares(state: FloatArray, n_lists: int, n_classes: int) -> FloatArray:
    """log nu_k of each class."""
    shares = np.empty(n_classes)
    rest = 0.0
    for k in range(n_classes - 1):
        stick = state[n_lists * n_classes + k]
        shares[k] = rest - softplus(-stick)
        rest -= softplus(stick)
    shares[n_classes - 1] = rest
    return shares


@compiled
def log_order_prior(shares: FloatArray, alpha: float) -> float:
    """log p(nu | alpha) without constants: (alpha - 1) log nu_K - sum of log R_k, R_k = nu_k + ... + nu_K."""
    last = shares.size - 1
    value, tail = alpha * shares[last], shares[last]
    for k in range(last - 1, -1, -1):
        value -= tail
        tail = np.logaddexp(tail, shares[k])
    return float(value)


@compiled
def exchange(rng: np.random.Generator, state: FloatArray, alpha: float, n_lists: int, n_classes: int) -> None:
    """Metropolis step that swaps two random classes with their shares."""
    a = rng.integers(0, n_classes)
    b = rng.integers(0, n_classes)
    if a == b:
        return
    shares = log_shares(state, n_lists, n_classes)
    before = log_order_prior(shares, alpha)
    shares[a], shares[b] = shares[b], shares[a]
    if np.log(rng.random()) >= log_order_prior(shares, alpha) - before:
        return
    for i in range(n_lists):
        one, two = i * n_classes + a, i * n_classes + b
        state[one], state[two] = state[two], state[one]
    tail = shares[n_classes - 1]
    for k in range(n_classes - 2, -1, -1):
        state[n_lists * n_classes + k] = shares[k] - tail
        tail = np.logaddexp(tail, shares[k])
