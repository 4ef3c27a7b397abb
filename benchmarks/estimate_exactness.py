"""Simulation-based calibration of the latent classes: the truth's rank among draws must be even.

    python benchmarks/estimate_exactness.py --worlds 300 --seed 1

Parameters come from the prior, the table from the parameters, the number unseen with them; the sampler then ranks the
true number among 99 thinned draws (Talts, Betancourt, Simpson, Vehtari & Gelman 2018). Prints the histogram with the
chi-square probability of an even one.
"""

from __future__ import annotations

import argparse

import numpy as np
from scipy.stats import chisquare

from tawthiq import estimate
from tawthiq.report.estimate.latent.chain import Kernel, start

N_RANKS = 100


def world(
    rng: np.random.Generator, n: int, n_lists: int, n_classes: int, cap: float
) -> tuple[estimate.CaptureTable, int]:
    while True:
        alpha = max(rng.gamma(0.25, 4.0), 1e-12)
        rest = np.concatenate([[0.0], np.cumsum(np.log(rng.random(n_classes - 1)) / alpha)])
        shares = np.exp(rest) * np.concatenate([-np.expm1(np.diff(rest)), [1.0]])
        listed = rng.random((n_classes, n_lists))
        p_unseen = float(shares @ np.prod(1 - listed, axis=1))
        unseen = rng.poisson(min(rng.gamma(n) * p_unseen / max(1 - p_unseen, 1e-300), 1e15))
        if unseen > cap * n:
            continue
        rows: list[np.ndarray] = []
        while len(rows) < n:
            seen = rng.random(n_lists) < listed[rng.choice(n_classes, p=shares / shares.sum())]
            if seen.any():
                rows.append(seen)
        return estimate.tabulate(np.array(rows, dtype=float)), int(unseen)


def rank(
    table: estimate.CaptureTable, unseen: int, n_classes: int, cap: float, rng: np.random.Generator, n_leaps: int
) -> int:
    chain = start(table, n_classes, cap, np.ones(1), rng, Kernel(n_leaps=n_leaps))
    for length in (300, 400):
        chain.rescale(chain.run(length, adapting=True))
    chain.run(400, adapting=True)
    draws = chain.run((N_RANKS - 1) * 30, adapting=False).unseen[::30]
    return int((draws < unseen).sum() + rng.integers(0, (draws == unseen).sum() + 1))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--leaps", type=int, default=16)
    given = asked.parse_args()
    rng = np.random.default_rng(given.seed)
    ranks = []
    for _ in range(given.worlds):
        table, unseen = world(rng, n=60, n_lists=4, n_classes=3, cap=20)
        ranks.append(rank(table, unseen, 3, 20, rng, given.leaps))
    height = np.histogram(ranks, bins=10, range=(0, N_RANKS))[0]
    print(f"ranks in tenths: {height.tolist()}; chi-square p = {chisquare(height).pvalue:.3f}")


if __name__ == "__main__":
    main()
