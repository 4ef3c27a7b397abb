"""Many fits into one: strata summed, imputations or linkage draws pooled; draw by draw, never median by median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.stats import t as student

from tawthiq.report.estimate.estimate import Draws, Estimate, FloatArray, Interval, Outcome
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, digest

N_DRAWS = 20_000


class Over(StrEnum):
    """What the fits differ by."""

    STRATUM = "stratum"
    IMPUTATION = "imputation"
    LINKAGE = "linkage"


@dataclass(frozen=True, slots=True)
class Spread:
    """Variance of N: within fits, between them; `share_between` (0-1) is what linkage or imputation adds."""

    within: float
    between: float

    @property
    def share_between(self) -> float:
        total = self.within + self.between
        return self.between / total if total > 0 else 0.0


def combine(
    fits: Sequence[Outcome], over: Over, *, weights: Sequence[float] | None = None, level: float = 0.95, seed: int = 1
) -> Outcome:
    """One outcome from fits of one method with draws.

    STRATUM: draws are summed, strata taken for independent. IMPUTATION, LINKAGE: draws are pooled with `weights`
    (equal by default), which is the posterior over both sources of doubt (Sadinle 2018 for linkage). One refused
    part refuses the whole; a fit without draws is BadInput.
    """
    if not fits:
        raise BadInput("nothing to combine")
    method = f"{fits[0].method} over {over.value}"
    kept = [fit for fit in fits if isinstance(fit, Estimate)]
    if len(kept) < len(fits):
        detail = f"{len(fits) - len(kept)} of {len(fits)} parts gave no answer; a total without them is no total"
        return Refused(method, _observed(fits, over), (Ground(Reason.PART_REFUSED, detail),))
    if len({fit.method for fit in kept}) > 1:
        raise BadInput("fits of different methods are compared, not combined", do="use the panel")
    rng = np.random.default_rng(seed)
    sampled = [_resampled(fit, rng) for fit in kept]
    shares = _shares(len(kept), weights)
    if over is Over.STRATUM:
        return _estimate(method, kept, over, np.sum(sampled, axis=0), _share_of_sum(kept, sampled), level, seed)
    share = _spread(sampled, shares).share_between
    return _estimate(method, kept, over, _pooled(sampled, shares, rng), share, level, seed)


def totals(strata: Sequence[Sequence[Outcome]], run: Run) -> tuple[Outcome, ...]:
    """The sum over strata of each method that draws; empty for one stratum. `strata`: outcomes per stratum.

    A method is summed only where every stratum was asked by it; lower bounds, which have no draws, are not summed.
    """
    if len(strata) < 2:
        return ()
    made = []
    for name in dict.fromkeys(outcome.method for outcomes in strata for outcome in outcomes):
        fits = [outcome for outcomes in strata for outcome in outcomes if outcome.method == name]
        drawn = all(isinstance(fit, Refused) or fit.draws is not None for fit in fits)
        if len(fits) == len(strata) and drawn and any(fits):
            made.append(combine(fits, Over.STRATUM, level=run.level, seed=run.seed))
    return tuple(made)


def shares_of_total(fits: Sequence[Estimate], *, seed: int = 1) -> FloatArray:
    """Draws of each stratum's share of the total (draws x strata): ratios draw by draw, not of medians."""
    rng = np.random.default_rng(seed)
    drawn = np.column_stack([_resampled(fit, rng) for fit in fits])
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True))


def rubin_log(fits: Sequence[Estimate], *, level: float = 0.95) -> tuple[float, Interval]:
    """verdata's combination of imputations: Rubin's rules on log N0, back on the scale of N.

    Per fit the mean and variance of log(N - n), 0 taken as 0.1; T = W + (1 + 1/R) B; Student's t with
    (R - 1)(1 + W / ((R + 1) B))^2 degrees, endless when B = 0. Point: mean of the fits' mean N0, plus the mean n.
    Raises BadInput for fewer than two fits.
    """
    if len(fits) < 2:
        raise BadInput("Rubin's rules need two imputations or more")
    rng = np.random.default_rng(1)
    unseen = [np.maximum(_resampled(fit, rng) - fit.n_observed, 0.1) for fit in fits]
    r = len(unseen)
    within = float(np.mean([np.log(u).var(ddof=1) for u in unseen]))
    between = float(np.var([np.log(u).mean() for u in unseen], ddof=1))
    degrees = np.inf if between == 0 else (r - 1) * (1 + within / ((r + 1) * between)) ** 2
    half = float(student.ppf((1 + level) / 2, degrees)) * np.sqrt(within + (1 + 1 / r) * between)
    centre = float(np.mean([np.log(u).mean() for u in unseen]))
    n_mean = float(np.mean([fit.n_observed for fit in fits]))
    point = n_mean + float(np.mean([u.mean() for u in unseen]))
    return point, Interval(n_mean + np.exp(centre - half), n_mean + np.exp(centre + half), level)


def _resampled(fit: Estimate, rng: np.random.Generator) -> FloatArray:
    if fit.draws is None:
        raise BadInput(f"{fit.method} has no draws to combine", do="use lcm, dga or loglinear")
    values, weights = fit.draws.flat()
    places = (np.arange(N_DRAWS) + rng.random(N_DRAWS)) / N_DRAWS
    at = np.minimum(np.searchsorted(np.cumsum(weights), places), values.size - 1)
    return rng.permutation(values[at])


def _shares(n_fits: int, weights: Sequence[float] | None) -> FloatArray:
    given = np.ones(n_fits) if weights is None else np.asarray(weights, dtype=np.float64)
    if given.shape != (n_fits,) or not np.all(given >= 0) or given.sum() <= 0:
        raise BadInput("one weight per fit, zero or more, not all zero", where="weights")
    return np.asarray(given / given.sum())


def _pooled(sampled: Sequence[FloatArray], shares: FloatArray, rng: np.random.Generator) -> FloatArray:
    which = rng.choice(len(sampled), size=N_DRAWS, p=shares)
    return np.asarray(np.array(sampled)[which, np.arange(N_DRAWS)])


def _spread(sampled: Sequence[FloatArray], shares: FloatArray) -> Spread:
    means = np.array([values.mean() for values in sampled])
    centre = float(shares @ means)
    within = float(shares @ np.array([values.var() for values in sampled]))
    return Spread(within, float(shares @ (means - centre) ** 2))


def _share_of_sum(kept: Sequence[Estimate], sampled: Sequence[FloatArray]) -> float | None:
    """Part of a sum's variance that lies between the draws of its parts; None when no part was pooled."""
    parts = [fit.diagnostics.get("share_between") for fit in kept]
    known = [
        (float(part), values.var()) for part, values in zip(parts, sampled, strict=True) if isinstance(part, float)
    ]
    total = sum(values.var() for values in sampled)
    return float(sum(part * var for part, var in known) / total) if known and total > 0 else None


def _observed(fits: Sequence[Outcome], over: Over) -> int:
    observed = [fit.n_observed for fit in fits]
    return sum(observed) if over is Over.STRATUM else round(sum(observed) / len(observed))


def _estimate(
    method: str, kept: Sequence[Estimate], over: Over, values: FloatArray, share: float | None, level: float, seed: int
) -> Estimate:
    draws = Draws(values[None, :])
    low, median, high = draws.quantiles(((1 - level) / 2, 0.5, (1 + level) / 2))
    diagnostics: dict[str, Json] = {} if share is None else {"share_between": share}
    few = over is not Over.STRATUM and len(kept) < 10
    once = (f"only {len(kept)} {over.value} draws: its share of the doubt is itself uncertain",) if few else ()
    return Estimate(
        method=method,
        n_observed=_observed(kept, over),
        n_lists=max(fit.n_lists for fit in kept),
        median=median,
        mean=draws.mean(),
        interval=Interval(low, high, level),
        assumption=kept[0].assumption,
        table_hash=digest([fit.table_hash for fit in kept]),
        seed=seed,
        warnings=tuple(dict.fromkeys([*once, *(w for fit in kept for w in fit.warnings)])),
        settings={"over": over.value, "n_fits": len(kept)},
        diagnostics=diagnostics,
        draws=draws,
    )
