"""Why a posterior has several modes: each mode's share with the classes that make it, in values and in words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tawthiq.report.estimate.latent.density import FloatArray
from tawthiq.report.estimate.latent.labels import log_shares
from tawthiq.report.estimate.latent.sampler import Snapshot
from tawthiq.terms.identity import Json

MAX_BINS = 40
MIN_BINS = 8
MIN_SHARE = 0.03
VALLEY = 0.5
"""A dip below this part of the lower of two peaks parts them; ours."""

WORTH_SHOWING = 0.01


def valleys(values: FloatArray) -> FloatArray:
    """Where the density of log(values) dips between two peaks, in the units of `values`; empty for one mode.

    Both sides of a dip hold at least MIN_SHARE of the values; whole numbers close together share a bin.
    """
    logs = np.log(values + 1)
    low, high = np.quantile(logs, [0.002, 0.998])
    n_bins = min(MAX_BINS, len(np.unique(values)) // 4)
    if n_bins < MIN_BINS:
        return np.array([])
    height, edges = np.histogram(logs, bins=n_bins, range=(low, high))
    smooth = np.convolve(height, np.array([1, 2, 3, 2, 1]) / 9, mode="same")
    cuts: list[int] = []
    for i in range(2, n_bins - 2):
        since = cuts[-1] if cuts else 0
        lower_peak = min(smooth[since : i + 1].max(), smooth[i:].max())
        parts = min(height[since:i].sum(), height[i:].sum()) >= MIN_SHARE * height.sum()
        if parts and smooth[i] == smooth[i - 2 : i + 3].min() and smooth[i] < VALLEY * lower_peak:
            cuts.append(i)
    return np.array([np.exp((edges[i] + edges[i + 1]) / 2) - 1 for i in cuts])


def explain(unseen: FloatArray, snapshots: tuple[Snapshot, ...], n_observed: int, n_lists: int) -> list[Json]:
    """One entry per mode, from low to high: share of draws, median in children, classes of a typical state.

    `unseen`: chains x draws. `chains` of an entry: the mode's share of each chain's draws.
    """
    cuts = valleys(unseen.ravel())
    edges = np.concatenate([[-1.0], cuts, [np.inf]])
    found: list[Json] = []
    for low, high in pairwise(edges):
        held = (unseen > low) & (unseen <= high)
        inside = unseen[held]
        if inside.size == 0:
            continue
        typical = [s for s in snapshots if low < s.unseen <= high]
        middle = float(np.median(inside))
        classes = _classes(min(typical, key=lambda s: abs(s.unseen - middle)), n_lists) if typical else []
        chains: list[Json] = [round(float(share), 2) for share in held.mean(axis=1)]
        found.append(
            {
                "share": round(inside.size / unseen.size, 3),
                "median": round(n_observed + middle),
                "classes": classes,
                "chains": chains,
            }
        )
    return found


def in_words(unseen: FloatArray, n_observed: int) -> str:
    """Where several answers lie, how much of each chain each holds; empty for one answer.

    In multiples of the observed, rounded to what tells them apart: words that explain, not a number to be used.
    """
    edges = np.concatenate([[-1.0], valleys(unseen.ravel()), [np.inf]])
    if len(edges) < 3:
        return ""
    parts = []
    for low, high in pairwise(edges):
        held = (unseen > low) & (unseen <= high)
        times = 1 + float(np.median(unseen[held])) / n_observed
        chains = ", ".join(f"{share:.0%}" for share in held.mean(axis=1))
        parts.append(f"about {times:.2g} times the children seen ({chains} of the draws of each chain)")
    return f"{len(parts)} answers fit: {'; '.join(parts)}"


def without_numbers(modes: list[Json]) -> tuple[Json, ...]:
    """The entries of `explain` as a refusal may carry them: kinds of children with shares of chains, no median."""
    return tuple({"chains": one["chains"], "classes": one["classes"]} for one in modes if isinstance(one, dict))


def _classes(snapshot: Snapshot, n_lists: int) -> list[Json]:
    n_classes = (snapshot.state.size + 1) // (n_lists + 1)
    shares = np.exp(log_shares(snapshot.state, n_lists, n_classes))
    probabilities = 1 / (1 + np.exp(-snapshot.state[: n_lists * n_classes].reshape(n_lists, n_classes)))
    shown: list[Json] = []
    for k in np.argsort(-shares):
        if shares[k] >= WORTH_SHOWING:
            listed: list[Json] = [round(float(p), 3) for p in probabilities[:, k]]
            shown.append({"share": round(float(shares[k]), 3), "listed": listed})
    return shown
