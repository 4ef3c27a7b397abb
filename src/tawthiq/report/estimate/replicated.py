"""One method on many capture tables: strata, draws of the linkage, imputations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.combining import Over, combine
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.report.estimate.estimating import estimate_one
from tawthiq.report.estimate.gates import Quality
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.terms.errors import BadInput, UnknownCode


def fit(
    tables: CaptureTable | Sequence[CaptureTable],
    method: str | Method = "lcm",
    *,
    over: Over = Over.LINKAGE,
    weights: Sequence[float] | None = None,
    run: Run | None = None,
    quality: Quality | None = None,
) -> Outcome:
    """One outcome for all tables together.

    Tables of one stratum are draws of the linkage, or imputations (`over`), with `weights` (equal by default); their
    draws of N are pooled, which is the posterior over both doubts, and `diagnostics["share_between"]` (0-1) says how
    much of the variance the linkage makes. Tables of several strata are pooled within each, then summed draw by draw;
    there the share is that of the sum. A table of weight zero is not looked at. BadInput: no table, weights that do
    not fit them, a method without draws. UnknownCode: no such method.
    """
    run = run or Run()
    chosen = _method(method)
    given = [tables] if isinstance(tables, CaptureTable) else list(tables)
    shares = _weights(given, weights)
    if len(given) == 1:
        return estimate_one(given[0], chosen, run, quality)
    kept = [(table, weight) for table, weight in zip(given, shares, strict=True) if weight > 0]
    seeds = [int(s) for s in np.random.SeedSequence(run.seed).generate_state(len(kept), np.uint32)]
    fitted = [
        (table.stratum, weight, estimate_one(table, chosen, _watched(run, seed, k, len(kept)), quality))
        for k, ((table, weight), seed) in enumerate(zip(kept, seeds, strict=True))
    ]
    strata = list(dict.fromkeys(stratum for stratum, _, _ in fitted))
    grouped = [[(weight, found) for label, weight, found in fitted if label == one] for one in strata]
    repeated = any(len(group) > 1 for group in grouped)
    parts = [_pooled(group, over, run) if repeated else group[0][1] for group in grouped]
    return parts[0] if len(parts) == 1 else combine(parts, Over.STRATUM, level=run.level, seed=run.seed)


def _pooled(fitted: Sequence[tuple[float, Outcome]], over: Over, run: Run) -> Outcome:
    outcomes, weights = [found for _, found in fitted], [weight for weight, _ in fitted]
    return combine(outcomes, over, weights=weights, level=run.level, seed=run.seed)


def _method(method: str | Method) -> Method:
    if not isinstance(method, str):
        return method
    if method not in METHODS:
        raise UnknownCode("no such method", where=f"method {method}", do=f"one of {', '.join(METHODS)}")
    return METHODS[method]


def _weights(tables: Sequence[CaptureTable], weights: Sequence[float] | None) -> list[float]:
    if not tables:
        raise BadInput("no capture table", do="give one at least")
    given = [1.0] * len(tables) if weights is None else [float(weight) for weight in weights]
    fits = len(given) == len(tables) and all(np.isfinite(w) and w >= 0 for w in given)
    if not fits or sum(given) <= 0:
        raise BadInput("one weight a table, zero or more, not all zero", where="weights")
    return given


def _watched(run: Run, seed: int, done: int, total: int) -> Run:
    return replace(run, seed=seed, progress=lambda share: run.progress((done + share) / total))
