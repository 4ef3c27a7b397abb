"""Decomposable graphical averaging: every way in which lists may depend, weighed by the data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawthiq.report.estimate.answering import from_draws
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.convergence import agreement
from tawthiq.report.estimate.decomposable.averaging import Posterior, posterior, refined
from tawthiq.report.estimate.decomposable.chain import sample
from tawthiq.report.estimate.decomposable.chordal import MAX_EXACT, all_graphs
from tawthiq.report.estimate.decomposable.marginal import marginals
from tawthiq.report.estimate.decomposable.shares import Shares, shares
from tawthiq.report.estimate.estimate import Draws, Estimate, Outcome
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.terms.identity import Json

TAIL_MASS = 1e-6
LAST_LIMIT = 2 * 10**9
PILED_RATIO = 1.5
SATURATED_LIMIT = 0.5
EDGE_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Dga:
    """Madigan & York (1997): exact over all decomposable graphs to 7 lists, a chain over graphs beyond.

    `delta`: prior weight of one cell, default 2^-J. `last_unseen`: None widens the grid until less than 1e-6 lies
    at its edge; a number fixes it, for comparison with other software. `first_unseen`: 0, or 1 as in R's dga.
    """

    delta: float | None = None
    first_unseen: int = 0
    last_unseen: int | None = None
    max_lists: int = 10
    n_draws: int = 4_000
    name: str = "dga"
    family: str = "dga"
    assumption: str = (
        "Children are alike but for the lists' dependence, which some decomposable graph describes; "
        "lists that all depend on one another say nothing of the unseen."
    )

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        if not 3 <= table.n_lists <= self.max_lists:
            reason = Reason.TOO_FEW_LISTS if table.n_lists < 3 else Reason.TOO_MANY_LISTS
            ground = Ground(reason, f"takes 3 to {self.max_lists} lists, not {table.n_lists}")
            return Refused(self.name, table.n_observed, (ground,))
        if table.n_lists <= MAX_EXACT:
            return self._exact(table, run)
        return self._sampled(table, run)

    def _exact(self, table: CaptureTable, run: Run) -> Outcome:
        data, graphs = marginals(table, self._delta(table)), all_graphs(table.n_lists)
        last = self.last_unseen or 8 * table.n_observed + 100
        while True:
            nodes = refined(graphs, data, self.first_unseen, last)
            found = posterior(nodes, self.first_unseen, last)
            if self.last_unseen or found.edge_mass < TAIL_MASS or last >= LAST_LIMIT:
                break
            last = min(last * 8, LAST_LIMIT)
        part = shares(graphs, data, found)
        grounds = _grounds(table, found, part, fixed=self.last_unseen is not None)
        if grounds:
            return Refused(self.name, table.n_observed, grounds)
        return self._estimate(table, run, found, part, last)

    def _estimate(self, table: CaptureTable, run: Run, found: Posterior, part: Shares, last: int) -> Estimate:
        draws = Draws((table.n_observed + found.unseen)[None, :], found.weight[None, :])
        pairs = [[table.lists[a], table.lists[b]] for a, b in part.top_edges]
        return from_draws(
            self,
            table,
            run,
            draws,
            settings={"delta": self._delta(table), "first_unseen": self.first_unseen, "last_unseen": last},
            diagnostics={
                "top_graph_weight": part.top,
                "top_graph_edges": [list(pair) for pair in pairs],
                "saturated_weight": part.saturated,
                "edge_mass": found.edge_mass,
                "mode": float(table.n_observed + found.unseen[_mode(found)]),
            },
        )

    def _sampled(self, table: CaptureTable, run: Run) -> Outcome:
        found = sample(marginals(table, self._delta(table)), table.n_lists, run.seed, self.n_draws)
        draws = Draws(table.n_observed + found.unseen)
        agreed = agreement(draws.values)
        grounds = list(agreed.grounds())
        if found.edge_mass > EDGE_SHARE:
            grounds.append(Ground(Reason.PILED_AT_BOUND, "draws lie at the end of the grid"))
        if grounds:
            return Refused(self.name, table.n_observed, tuple(grounds))
        settings: dict[str, Json] = {"delta": self._delta(table), "n_draws": self.n_draws}
        return from_draws(
            self, table, run, draws, settings=settings, diagnostics={"edge_mass": found.edge_mass}, agreed=agreed
        )

    def _delta(self, table: CaptureTable) -> float:
        return 2.0**-table.n_lists if self.delta is None else self.delta


def _mode(found: Posterior) -> int:
    return int(np.argmax(found.weight / found.width))


def _grounds(table: CaptureTable, found: Posterior, part: Shares, *, fixed: bool) -> tuple[Ground, ...]:
    grounds = []
    if not fixed and found.edge_mass >= TAIL_MASS:
        grounds.append(Ground(Reason.PILED_AT_BOUND, "the weights do not fall off at any size of the grid"))
    if part.saturated > SATURATED_LIMIT:
        detail = "the data favour lists that all depend on one another; then only the prior speaks of the unseen"
        grounds.append(Ground(Reason.PRIOR_DECIDES, detail))
    high = found.unseen[np.searchsorted(np.cumsum(found.weight), 0.975)]
    if not fixed and found.unseen[_mode(found)] <= 1 and high > (PILED_RATIO - 1) * table.n_observed:
        grounds.append(Ground(Reason.PILED_AT_FLOOR, "likeliest: nobody unseen; yet far more cannot be ruled out"))
    return tuple(grounds)
