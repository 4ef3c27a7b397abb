"""Do the chains agree: rank-normalised R-hat, bulk ESS, tail ESS.

Vehtari, Gelman, Simpson, Carpenter & Buerkner 2021, Bayesian Analysis 16(2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.fft import next_fast_len
from scipy.special import ndtri
from scipy.stats import rankdata

from tawthiq.report.estimate.refusal import Ground, Reason

FloatArray = npt.NDArray[np.float64]

MAX_RHAT = 1.01
MIN_ESS = 400.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """R-hat (1 is agreement), effective draws for the centre, for the 5 % and 95 % quantiles."""

    rhat: float
    ess_bulk: float
    ess_tail: float

    def grounds(self) -> tuple[Ground, ...]:
        """Why the draws may not be used; empty when they may."""
        grounds = []
        if not self.rhat <= MAX_RHAT:
            grounds.append(Ground(Reason.CHAINS_DISAGREE, f"R-hat {self.rhat:.3f} above {MAX_RHAT}"))
        if not min(self.ess_bulk, self.ess_tail) >= MIN_ESS:
            least = min(self.ess_bulk, self.ess_tail)
            grounds.append(Ground(Reason.TOO_FEW_DRAWS, f"{least:.0f} effective draws, fewer than {MIN_ESS:.0f}"))
        return tuple(grounds)


def agreement(draws: FloatArray) -> Agreement:
    """Of chains x draws, at least 4 draws each; a constant has R-hat 1 with every draw effective."""
    return Agreement(rhat(draws), ess_bulk(draws), ess_tail(draws))


def rhat(draws: FloatArray) -> float:
    """The larger of the split R-hats of rank-normalised draws, of rank-normalised distances from the median."""
    halves = split(draws)
    folded = np.abs(halves - np.median(halves))
    return max(_rhat(_normal_ranks(halves)), _rhat(_normal_ranks(folded)))


def ess_bulk(draws: FloatArray) -> float:
    """Effective draws for the centre: of the rank-normalised split chains."""
    return ess(_normal_ranks(split(draws)))


def ess_tail(draws: FloatArray) -> float:
    """The smaller of the effective draws for the 5 % and the 95 % quantile."""
    halves = split(draws)
    return min(ess((halves <= np.quantile(halves, q)).astype(np.float64)) for q in (0.05, 0.95))


def split(draws: FloatArray) -> FloatArray:
    """Each chain as two: 2 x chains, half the draws (a middle one is dropped)."""
    half = draws.shape[1] // 2
    if half < 2:
        raise ValueError("at least four draws per chain")
    return np.concatenate([draws[:, :half], draws[:, -half:]])


def ess(chains: FloatArray) -> float:
    """Effective draws of the mean of (already split) chains; Geyer's initial monotone sequence, their equation 10."""
    n_chains, n_draws = chains.shape
    within = chains.var(axis=1, ddof=1).mean()
    if within == 0 and np.ptp(chains) == 0:
        return float(n_chains * n_draws)
    pooled = within * (n_draws - 1) / n_draws
    if n_chains > 1:
        pooled += chains.mean(axis=1).var(ddof=1)
    rho = 1 - (within - _autocovariance(chains).mean(axis=0) * n_draws / (n_draws - 1)) / pooled
    rho[0] = 1.0
    tau = -1 + 2 * _monotone_pairs(rho).sum()
    return float(n_chains * n_draws / max(tau, 1 / np.log10(n_chains * n_draws)))


def _monotone_pairs(rho: FloatArray) -> FloatArray:
    """Sums of neighbouring autocorrelations until one is negative, none above the one before."""
    even = rho.size // 2 * 2
    pairs = rho[:even:2] + rho[1:even:2]
    negative = np.flatnonzero(pairs < 0)
    pairs = pairs[: negative[0]] if negative.size else pairs
    return np.minimum.accumulate(pairs)


def _autocovariance(chains: FloatArray) -> FloatArray:
    n_draws = chains.shape[1]
    size = next_fast_len(2 * n_draws)
    spectrum = np.fft.rfft(chains - chains.mean(axis=1, keepdims=True), size, axis=1)
    return np.asarray(np.fft.irfft(np.abs(spectrum) ** 2, size, axis=1)[:, :n_draws] / n_draws)


def _normal_ranks(chains: FloatArray) -> FloatArray:
    ranks = rankdata(chains, method="average").reshape(chains.shape)
    return np.asarray(ndtri((ranks - 0.375) / (chains.size + 0.25)))


def _rhat(chains: FloatArray) -> float:
    n_draws = chains.shape[1]
    within = chains.var(axis=1, ddof=1).mean()
    between = chains.mean(axis=1).var(ddof=1)
    if within == 0:
        return 1.0 if between == 0 else float("inf")
    return float(np.sqrt((n_draws - 1) / n_draws + between / within))
