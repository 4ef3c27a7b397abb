"""All files of a run: the document, draws, charts; bytes by name, nothing written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.charts.chains_chart import rank_chart, trace_chart
from tawthiq.report.estimate.charts.panel_chart import leave_one_out_chart, method_panel
from tawthiq.report.estimate.charts.posterior_chart import posterior_chart
from tawthiq.report.estimate.charts.spec import Spec
from tawthiq.report.estimate.charts.upset_chart import upset_chart
from tawthiq.report.estimate.checks import Checks
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.parquet import draws_parquet
from tawthiq.terms.identity import Json, canonical


def charts(
    table: CaptureTable,
    outcomes: Sequence[Outcome],
    checks: Sequence[Checks] = (),
    *,
    smallest_shown: int = 1,
) -> dict[str, Spec]:
    """Every chart that these outcomes carry, by name; a refused method has its line in the panel, nothing else.

    `smallest_shown`: of the counts in the UpSet picture, for readers who may not see small cells.
    """
    return {
        "lists": upset_chart(table, smallest_shown=smallest_shown),
        "methods": method_panel(outcomes),
        **pictures(outcomes, checks),
    }


def pictures(outcomes: Sequence[Outcome], checks: Sequence[Checks] = (), *, observed: bool = True) -> dict[str, Spec]:
    """The charts that only draws and changed tables can give, so that a kept estimate keeps them: posteriors, chains,
    lists left out. `observed`: mark the children on the lists; False where those were verified."""
    found: dict[str, Spec] = {}
    for outcome in outcomes:
        if isinstance(outcome, Estimate) and outcome.draws is not None:
            found[f"{outcome.method}-posterior"] = posterior_chart(outcome, observed=observed)
            if outcome.rhat is not None:
                found[f"{outcome.method}-trace"] = trace_chart(outcome)
                found[f"{outcome.method}-ranks"] = rank_chart(outcome)
    for one in checks:
        changed = leave_one_out_chart(one.whole, (*one.without, *one.merged), observed=observed)
        found[f"{one.whole.method}-lists-left-out"] = changed
    return found


def files(
    document: Mapping[str, Json],
    parts: Sequence[tuple[CaptureTable, Sequence[Outcome], Sequence[Checks]]],
) -> dict[str, bytes]:
    """Bytes by file name: `estimate.json`, then per table (numbered from 1) its draws as Parquet, its charts."""
    made = {"estimate.json": canonical(dict(document))}
    for number, (table, outcomes, checks) in enumerate(parts, start=1):
        for name, spec in charts(table, outcomes, checks).items():
            made[f"{number}-{name}.vl.json"] = canonical(spec)
        for outcome in outcomes:
            if isinstance(outcome, Estimate) and outcome.draws is not None:
                made[f"{number}-{outcome.method}-draws.parquet"] = draws_parquet(outcome)
    return made
