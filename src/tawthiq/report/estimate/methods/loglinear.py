"""Log-linear Poisson models: dependence of pairs of lists chosen by the data, the choice paid for in the interval."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.stats import norm

from tawthiq.report.estimate.answering import from_draws
from tawthiq.report.estimate.capture import CaptureTable, IntArray
from tawthiq.report.estimate.cells import FloatArray, all_counts, all_patterns
from tawthiq.report.estimate.estimate import Draws, Estimate, Interval, Outcome
from tawthiq.report.estimate.loglinear.bootstrap import Bca, bca
from tawthiq.report.estimate.loglinear.model import Fitted, Pairs, Trouble, fit, trouble
from tawthiq.report.estimate.loglinear.search import P_VALUE, bic_weights, by_bic, stepwise, visited
from tawthiq.report.estimate.method import Run
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.terms.identity import Json

MAX_FAILED = 0.2
"""Share of replicates without an answer beyond which the interval would only describe the luckier ones; ours."""

GRID = 2001


class Rule(StrEnum):
    """How the pairs are chosen."""

    STEPWISE = "stepwise"
    BIC = "bic"
    AVERAGE = "average"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class LogLinear:
    """Main effects of lists plus chosen pairs; N = n + exp(intercept).

    `rule`: stepwise as in SparseMSE, BIC in place of p-values (Silverman, Chan & Vincent 2024), weights exp(-BIC/2)
    over the models met, or FIXED to `pairs` (names of lists). `n_replicates`: of the BCa bootstrap, which repeats
    the choice; AVERAGE uses the mixture of the models' log-normal distributions instead.
    """

    rule: Rule = Rule.STEPWISE
    pairs: tuple[tuple[str, str], ...] = ()
    n_replicates: int = 1000
    p_value: float = P_VALUE
    max_lists: int = 8
    name: str = "loglinear"
    family: str = "loglinear"
    assumption: str = (
        "Children are alike; lists depend on one another in pairs only, and the rule found the pairs that do."
    )

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        if not 3 <= table.n_lists <= self.max_lists:
            reason = Reason.TOO_FEW_LISTS if table.n_lists < 3 else Reason.TOO_MANY_LISTS
            ground = Ground(reason, f"takes 3 to {self.max_lists} lists, not {table.n_lists}")
            return Refused(self.name, table.n_observed, (ground,))
        x, counts = all_patterns(table.n_lists), all_counts(table)
        if self.rule is Rule.AVERAGE:
            return self._averaged(table, run, x, counts)
        chosen = self._choose(table, x, counts)
        if isinstance(chosen, Trouble):
            return Refused(self.name, table.n_observed, _grounds(chosen))
        return self._bootstrapped(table, run, x, chosen)

    def check(self, table: CaptureTable) -> Trouble:
        """Whether the model with the given pairs has one answer on this table."""
        return trouble(all_patterns(table.n_lists), all_counts(table), self._given(table))

    def _given(self, table: CaptureTable) -> Pairs:
        at = {name: k for k, name in enumerate(table.lists)}
        return frozenset((min(at[a], at[b]), max(at[a], at[b])) for a, b in self.pairs)

    def _choose(
        self, table: CaptureTable, x: IntArray, counts: FloatArray, begin: Pairs = frozenset()
    ) -> Fitted | Trouble:
        match self.rule:
            case Rule.STEPWISE:
                return stepwise(x, counts, self.p_value)
            case Rule.FIXED:
                return trouble(x, counts, self._given(table)) or fit(x, counts, self._given(table))
            case _:
                return by_bic(x, counts, begin)

    def _bootstrapped(self, table: CaptureTable, run: Run, x: IntArray, chosen: Fitted) -> Outcome:
        def total(counts: FloatArray) -> float | None:
            again = self._choose(table, x, counts, chosen.pairs)
            return counts.sum() + again.unseen if isinstance(again, Fitted) else None

        value = table.n_observed + chosen.unseen
        rng = np.random.default_rng(run.seed)
        found = bca(all_counts(table), total, value, run.tails, rng, self.n_replicates, run.progress)
        if found.failed > MAX_FAILED:
            detail = f"{found.failed:.0%} of resampled tables have no finite answer"
            return Refused(self.name, table.n_observed, (Ground(Reason.NO_FINITE_MAXIMUM, detail),))
        return self._estimate(table, run, chosen, value, found)

    def _estimate(self, table: CaptureTable, run: Run, chosen: Fitted, value: float, found: Bca) -> Estimate:
        low, high = min(found.low, value), max(found.high, value)
        warnings = (f"{found.failed:.1%} of resampled tables had no answer",) if found.failed else ()
        return Estimate(
            method=self.name,
            n_observed=table.n_observed,
            n_lists=table.n_lists,
            median=value,
            mean=None,
            interval=Interval(low, high, run.level),
            assumption=self.assumption,
            table_hash=table.hash(),
            seed=run.seed,
            warnings=warnings,
            settings={"rule": self.rule.value, "p_value": self.p_value, "n_replicates": self.n_replicates},
            diagnostics={"pairs": _named(table, chosen.pairs), "log_se_given_the_model": chosen.log_se},
            draws=Draws(found.replicates[None, :]),
        )

    def _averaged(self, table: CaptureTable, run: Run, x: IntArray, counts: FloatArray) -> Outcome:
        models = visited(x, counts)
        if isinstance(models, Trouble):
            return Refused(self.name, table.n_observed, _grounds(models))
        weights = bic_weights(models, counts.sum())
        draws = _mixture(table.n_observed, models, weights)
        best = int(np.argmax(weights))
        return from_draws(
            self,
            table,
            run,
            draws,
            settings={"rule": self.rule.value},
            diagnostics={
                "n_models": len(models),
                "top_weight": float(weights[best]),
                "pairs": _named(table, models[best].pairs),
            },
        )


def _named(table: CaptureTable, pairs: Pairs) -> list[Json]:
    return [[table.lists[a], table.lists[b]] for a, b in sorted(pairs)]


def _mixture(n_observed: int, models: list[Fitted], weights: FloatArray) -> Draws:
    """Each model's log-normal distribution of the unseen, on equal-probability points.

    To the variance of the fitted mean comes that of the number itself, which is Poisson about the mean.
    """
    z = norm.ppf((np.arange(GRID) + 0.5) / GRID)
    kept = [(model, weight) for model, weight in zip(models, weights, strict=True) if weight > 1e-6]
    values = np.concatenate([n_observed + model.unseen * np.exp(_log_spread(model) * z) for model, _ in kept])
    share = np.concatenate([np.full(GRID, weight / GRID) for _, weight in kept])
    return Draws(values[None, :], (share / share.sum())[None, :])


def _log_spread(model: Fitted) -> float:
    """Standard deviation of log(unseen), of the mean with the number about it."""
    return math.sqrt(model.log_se**2 + 1 / max(model.unseen, 1.0))


def _grounds(found: Trouble) -> tuple[Ground, ...]:
    grounds = []
    if found & Trouble.NO_FINITE_MAXIMUM:
        grounds.append(Ground(Reason.NO_FINITE_MAXIMUM, "the likelihood has no highest point at a finite number"))
    if found & Trouble.NOT_IDENTIFIABLE:
        grounds.append(Ground(Reason.NOT_IDENTIFIABLE, "different numbers unseen fit these counts equally well"))
    return tuple(grounds)
