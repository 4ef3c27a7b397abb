"""The estimate that draws of N make: median, mean, interval, with what made them."""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.convergence import Agreement
from tawthiq.report.estimate.estimate import Draws, Estimate, Interval
from tawthiq.report.estimate.method import Method, Run
from tawthiq.terms.identity import Json


def from_draws(
    method: Method,
    table: CaptureTable,
    run: Run,
    draws: Draws,
    *,
    settings: Mapping[str, Json],
    diagnostics: Mapping[str, Json],
    agreed: Agreement | None = None,
    warnings: tuple[str, ...] = (),
) -> Estimate:
    """`draws`: of N, in children. `agreed`: of chains; None for a grid, whose numbers no seed changes."""
    low, median, high = draws.quantiles((run.tails[0], 0.5, run.tails[1]))
    return Estimate(
        method=method.name,
        n_observed=table.n_observed,
        n_lists=table.n_lists,
        median=median,
        mean=draws.mean(),
        interval=Interval(low, high, run.level),
        assumption=method.assumption,
        table_hash=table.hash(),
        seed=run.seed if agreed else None,
        ess=agreed.ess_bulk if agreed else None,
        rhat=agreed.rhat if agreed else None,
        warnings=warnings,
        settings=dict(settings),
        diagnostics={**({"ess_tail": agreed.ess_tail} if agreed else {}), **diagnostics},
        draws=draws,
    )
