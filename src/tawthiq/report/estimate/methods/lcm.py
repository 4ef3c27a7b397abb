"""Latent classes: children of unknown kinds, as many kinds as the data ask for (Manrique-Vallier 2016)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from tawthiq.report.estimate.answering import from_draws
from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Draws, Estimate, Outcome
from tawthiq.report.estimate.latent.modes import explain, in_words, without_numbers
from tawthiq.report.estimate.latent.sampler import Plan, Sampled, sample
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.terms.identity import Json

NEAR_BOUND = 0.95
BOUND_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class LatentClasses:
    """Dirichlet-process mixture cut at `plan.n_classes`, unseen at most `plan.max_ratio` times the observed.

    Refuses when chains do not agree (R-hat above 1.01, fewer than 400 effective draws) or when more than 1 % of the
    draws lie at the bound, where the bound would be the answer.
    """

    plan: Plan = field(default_factory=Plan)
    max_lists: int = 40
    name: str = "lcm"
    family: str = "lcm"
    assumption: str = (
        "Within each kind of child lists are independent; kinds are as many as the data show, "
        "and no kind is on no list at all."
    )

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        if not 3 <= table.n_lists <= self.max_lists:
            reason = Reason.TOO_FEW_LISTS if table.n_lists < 3 else Reason.TOO_MANY_LISTS
            ground = Ground(reason, f"takes 3 to {self.max_lists} lists, not {table.n_lists}")
            return Refused(self.name, table.n_observed, (ground,))
        found = sample(table, self.plan, run)
        grounds = [*found.agreed.grounds(), *self._at_bound(table, found)]
        modes = explain(found.unseen, found.snapshots, table.n_observed, table.n_lists)
        if grounds:
            return self._refused(table, found, grounds, modes)
        return self._estimate(table, run, found, modes)

    def _refused(self, table: CaptureTable, found: Sampled, grounds: list[Ground], modes: list[Json]) -> Refused:
        if len(modes) < 2:
            return Refused(self.name, table.n_observed, tuple(grounds))
        words = in_words(found.unseen, table.n_observed)
        told = tuple(replace(ground, detail=f"{ground.detail}; {words}") for ground in grounds[:1])
        return Refused(self.name, table.n_observed, (*told, *grounds[1:]), modes=without_numbers(modes))

    def _at_bound(self, table: CaptureTable, found: Sampled) -> list[Ground]:
        bound = self.plan.max_ratio * table.n_observed
        if (found.unseen > NEAR_BOUND * bound).mean() <= BOUND_SHARE:
            return []
        return [Ground(Reason.PILED_AT_BOUND, f"draws lie at the bound of {self.plan.max_ratio:g} times the observed")]

    def _estimate(self, table: CaptureTable, run: Run, found: Sampled, modes: list[Json]) -> Estimate:
        draws = Draws(table.n_observed + found.unseen)
        several = ("the posterior has several modes: different kinds of unseen children fit nearly as well",)
        return from_draws(
            self,
            table,
            run,
            draws,
            agreed=found.agreed,
            warnings=several if len(modes) > 1 else (),
            settings=self._settings(table),
            diagnostics={
                "moves": found.moves.value,
                "p_unseen_mean": float(np.mean(found.p_unseen)),
                "modes": modes,
            },
        )

    def _settings(self, table: CaptureTable) -> dict[str, Json]:
        plan, kernel = self.plan, self.plan.short(table)
        return {
            "n_classes": plan.n_classes,
            "max_ratio": plan.max_ratio,
            "alpha_prior": list(plan.alpha_prior),
            "power_of_n": plan.power(table.n_lists) - 1,
            "n_chains": plan.n_chains,
            "warm_up": list(plan.warm_up),
            "batch": plan.batch,
            "max_batches": plan.max_batches,
            "target_ess": plan.target_ess,
            "n_leaps": kernel.n_leaps,
            "n_sweeps": kernel.n_sweeps,
            "n_exchanges": kernel.n_exchanges,
            "n_leaps_long": plan.long_kernel.n_leaps,
            "n_ladders": plan.n_ladders,
            "n_levels": plan.n_levels,
            "coolest": plan.coolest,
        }
