"""Why a posterior has several modes: each mode's share with the classes that make it."""

from __future__ import annotations

import numpy as np

from tawthiq.report.estimate.latent.density import FloatArray
from tawthiq.report.estimate.latent.labels import log_shares
from tawthiq.report.estimate.latent.sampler import Snapshot
from tawthiq.terms.identity import Json

N_BINS = 40
VALLEY = 0.5
"""A dip below this part of the lower of two peaks parts them; ours."""

WORTH_SHOWING = 0.01


def valleys(values: FloatArray) -> FloatArray:
    """Where the density of log(values) dips between peaks, in the units of `values`; empty for one mode."""
    logs = np.log(values + 1)
    low, high = np.quantile(logs, [0.002, 0.998])
    if high <= low:
        return np.array([])
    height, edges = np.histogram(logs, bins=N_BINS, range=(low, high))
    smooth = np.convolve(height, np.array([1, 2, 3, 2, 1]) / 9, mode="same")
    cuts = []
    last_cut = 0
    for i in range(1, N_BINS - 1):
        left, right = smooth[last_cut : i + 1].max(), smooth[i:].max()
        floor = min(left, right)
        is_lowest = smooth[i] == smooth[last_cut:][:N_BINS].min() or smooth[i] <= smooth[i - 1 : i + 2].min()
        if is_lowest and smooth[i] < VALLEY * floor and floor > 0.02 * smooth.max():
            cuts.append(float(np.exp((edges[i] + edges[i + 1]) / 2) - 1))
            last_cut = i
    return np.array(cuts)


def explain(unseen: FloatArray, snapshots: tuple[Snapshot, ...], n_observed: int, n_lists: int) -> list[Json]:
    """One entry per mode, from low to high: share of draws, median in children, classes of a typical state."""
    cuts = valleys(unseen.ravel())
    edges = np.concatenate([[-1.0], cuts, [np.inf]])
    found: list[Json] = []
    for low, high in zip(edges[:-1], edges[1:], strict=True):
        inside = unseen[(unseen > low) & (unseen <= high)]
        if inside.size == 0:
            continue
        typical = [s for s in snapshots if low < s.unseen <= high]
        middle = float(np.median(inside))
        classes = _classes(min(typical, key=lambda s: abs(s.unseen - middle)), n_lists) if typical else []
        found.append(
            {"share": round(inside.size / unseen.size, 3), "median": round(n_observed + middle), "classes": classes}
        )
    return found


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
