"""One log-linear model on one table: its design, whether it has an answer, its fit.

Chan, Silverman & Vincent 2021 (Multiple systems estimation for sparse capture data): a pair in the model whose lists
share no child has the parameter minus infinity, so its cells leave the model; then a finite maximum must exist
(a linear programme says) and the design must have full rank.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog

from tawthiq.report.estimate import poisson
from tawthiq.report.estimate.cells import all_patterns

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Pair = tuple[int, int]
Pairs = frozenset[Pair]

CLEARLY_POSITIVE = 1e-13
"""Converged means above this prove a finite maximum: they are a point of the programme.

Without a finite maximum some mean falls by a factor e each step, the step stays near one, so that it cannot count as
converged before that mean drowns in rounding, far below this.
"""

LP_ZERO = 1e-7


class Trouble(IntFlag):
    """What keeps a model from having one answer; the numbers are those of SparseMSE's checkident."""

    NONE = 0
    NO_FINITE_MAXIMUM = 1
    NOT_IDENTIFIABLE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """Matrix (cells x terms, first column ones) with 1 per cell in the model, 0 per structural zero."""

    matrix: FloatArray
    weights: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A fit: children unseen, standard error of its logarithm, log-likelihood, number of terms, means per cell."""

    pairs: Pairs
    unseen: float
    log_se: float
    log_likelihood: float
    n_terms: int
    means: FloatArray

    def bic(self, n_observed: float) -> float:
        """Bayesian information criterion with the observed children as sample size."""
        return -2 * self.log_likelihood + self.n_terms * math.log(n_observed)


def design(x: IntArray, counts: FloatArray, pairs: Pairs) -> Design:
    """`x`: all cells x lists (`cells.all_patterns`); pairs without a shared child lose their cells instead of gaining
    a term.
    """
    terms, both, place = _columns(x.shape[1])
    at = np.array([place[pair] for pair in sorted(pairs)], dtype=np.int64)
    shared = counts @ both[:, at] > 0
    weights = 1.0 - both[:, at[~shared]].max(axis=1, initial=0.0)
    return Design(np.hstack([terms, both[:, at[shared]]]), weights)


@lru_cache(maxsize=8)
def _columns(n_lists: int) -> tuple[FloatArray, FloatArray, dict[Pair, int]]:
    """The columns that every design is made of: ones with the lists, each pair's, where each pair's column stands."""
    x = all_patterns(n_lists)
    every = list(combinations(range(n_lists), 2))
    terms = np.column_stack([np.ones(len(x)), x]).astype(np.float64)
    both = np.zeros((len(x), len(every)))
    for k, (a, b) in enumerate(every):
        both[:, k] = x[:, a] & x[:, b]
    return terms, both, {pair: k for k, pair in enumerate(every)}


def trouble(x: IntArray, counts: FloatArray, pairs: Pairs) -> Trouble:
    """Existence plus identifiability of the estimate, by linear programme and rank."""
    made = design(x, counts, pairs)
    kept = made.weights > 0
    matrix = made.matrix[kept]
    found = Trouble.NONE
    if not _maximum_exists(matrix, counts[kept]):
        found |= Trouble.NO_FINITE_MAXIMUM
    if np.linalg.matrix_rank(matrix) < matrix.shape[1]:
        found |= Trouble.NOT_IDENTIFIABLE
    return found


def _maximum_exists(matrix: FloatArray, counts: FloatArray) -> bool:
    """True when some table, positive everywhere, has the same sufficient statistics."""
    n_cells, n_terms = matrix.shape
    equal = np.hstack([matrix.T, np.zeros((n_terms, 1))])
    above = np.hstack([-np.eye(n_cells), np.ones((n_cells, 1))])
    aim = np.zeros(n_cells + 1)
    aim[-1] = -1.0
    solved = linprog(aim, A_ub=above, b_ub=np.zeros(n_cells), A_eq=equal, b_eq=matrix.T @ counts, bounds=(0, None))
    return bool(solved.status == 0 and -solved.fun > LP_ZERO)


def fit(x: IntArray, counts: FloatArray, pairs: Pairs, *, proven: bool = True) -> Fitted | Trouble:
    """The fit, or what is the matter. The programme is solved only where fitted means leave doubt.

    Not `proven`: a fit that does not settle counts as having no finite maximum, without the programme; for the many
    tables of a bootstrap.
    """
    made = design(x, counts, pairs)
    kept = made.weights > 0
    if kept.sum() < made.matrix.shape[1]:
        return trouble(x, counts, pairs)
    beta, mu, value, converged = poisson.fit(made.matrix, counts, made.weights)
    if not converged or mu[kept].min() < CLEARLY_POSITIVE or not np.isfinite(beta[0]):
        found = trouble(x, counts, pairs) if proven else Trouble.NO_FINITE_MAXIMUM
        if found:
            return found
    try:
        variance = poisson.intercept_variance(made.matrix, mu, made.weights)
    except np.linalg.LinAlgError:
        return Trouble.NOT_IDENTIFIABLE
    if not 0 <= variance < 1e6:
        return Trouble.NOT_IDENTIFIABLE
    unseen = math.exp(min(float(beta[0]), 700.0))
    return Fitted(pairs, unseen, math.sqrt(variance), float(value), made.matrix.shape[1], mu * made.weights)
