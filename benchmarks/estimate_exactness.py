"""Is every kernel of the latent classes exact: closed form, importance sampling, simulation-based calibration.

    python benchmarks/estimate_exactness.py --worlds 300 --iterations 60000

For each kernel (Gibbs alone, the three of the plan, a ladder of two levels):
- one class: E[unseen] against its closed form, in standard errors;
- three lists, three classes, 23 children: E[N] and E[p_0] against 10 million weighted prior draws (37.04, 0.3492);
- calibration: parameters from the prior, the table from them; the true number's rank among 99 thinned draws must be
  even (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): the histogram in tenths with its chi-square probability.
Geweke's joint test and the enumeration of two classes run with the tests.
"""

from __future__ import annotations

import argparse
import time

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, gammaln
from scipy.stats import chisquare

from tawthiq import estimate
from tawthiq.report.estimate.convergence import ess, split
from tawthiq.report.estimate.latent.chain import Kernel, start
from tawthiq.report.estimate.latent.sampler import Plan

N_RANKS = 100
SMALL = "001:6 010:5 100:7 110:2 101:1 111:2"
KERNELS = {
    "gibbs": (Kernel(n_leaps=0, n_sweeps=2), np.ones(1)),
    "few children": (Plan().kernel, np.ones(1)),
    "many children": (Plan().crowded_kernel, np.ones(1)),
    "long leaps": (Plan().long_kernel, np.ones(1)),
    "ladder": (Kernel(), np.array([1.0, 0.9])),
}
Draws = npt.NDArray[np.float64]


def error(values: Draws) -> float:
    return float(values.std() / np.sqrt(ess(split(values[None, :]))))


def one_class(kernel: Kernel, shares: Draws, n: int) -> str:
    table = estimate.from_text("ABC", SMALL)
    unseen = np.arange(0, 20 * 23 + 1.0)
    log_weight = gammaln(23 + unseen) - gammaln(unseen + 1)
    log_weight += sum(betaln(t + 1, 23 + unseen - t + 1) for t in table.overlaps().diagonal())
    weight = np.exp(log_weight - log_weight.max())
    exact = float((weight * unseen).sum() / weight.sum())
    chain = start(table, 1, 20, shares, np.random.default_rng(17), kernel)
    chain.run(1_000, adapting=True)
    values = chain.run(n, adapting=False).unseen
    return f"one class {values.mean():.2f} (exact {exact:.2f}, {(values.mean() - exact) / error(values):+.1f} s.e.)"


def three_classes(kernel: Kernel, shares: Draws, n: int) -> str:
    chain = start(estimate.from_text("ABC", SMALL), 3, 20, shares, np.random.default_rng(23), kernel)
    chain.run(2_000, adapting=True)
    block = chain.run(n, adapting=False)
    mean, p_mean = block.unseen.mean() + 23, block.p_unseen.mean()
    return (
        f"three classes N {mean:.2f} (37.04, s.e. {error(block.unseen):.2f}), "
        f"p0 {p_mean:.4f} (0.3492, s.e. {error(block.p_unseen):.4f})"
    )


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


def rank(table: estimate.CaptureTable, unseen: int, rng: np.random.Generator, kernel: Kernel, shares: Draws) -> int:
    chain = start(table, 3, 20, shares, rng, kernel)
    for length in (300, 400):
        chain.rescale(chain.run(length, adapting=True))
    chain.run(400, adapting=True)
    draws = chain.run((N_RANKS - 1) * 30, adapting=False).unseen[::30]
    return int((draws < unseen).sum() + rng.integers(0, (draws == unseen).sum() + 1))


def calibration(kernel: Kernel, shares: Draws, n_worlds: int, seed: int) -> str:
    rng = np.random.default_rng(seed)
    ranks = []
    for _ in range(n_worlds):
        table, unseen = world(rng, n=60, n_lists=4, n_classes=3, cap=20)
        ranks.append(rank(table, unseen, rng, kernel, shares))
    height = np.histogram(ranks, bins=10, range=(0, N_RANKS))[0]
    return f"ranks in tenths {height.tolist()}, chi-square p = {chisquare(height).pvalue:.3f}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=300)
    asked.add_argument("--iterations", type=int, default=60_000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    for name, (kernel, shares) in KERNELS.items():
        started = time.process_time()
        print(name)
        print("  ", one_class(kernel, shares, given.iterations))
        print("  ", three_classes(kernel, shares, given.iterations))
        print("  ", calibration(kernel, shares, given.worlds, given.seed))
        print(f"   {time.process_time() - started:.0f} CPU s", flush=True)


if __name__ == "__main__":
    main()
