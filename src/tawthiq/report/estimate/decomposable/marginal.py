"""Marginal likelihoods of the tables of every subset of lists, as functions of the number unseen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from tawthiq.report.estimate.capture import CaptureTable

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Marginals:
    """What a table says of each subset A of lists under a hyper-Dirichlet prior.

    `constant`, `zero_cell`, `pseudo`: one entry per code of A (entry 0, the empty set, is 0): the part of log f_A
    that does not depend on the unseen; children observed on none of A; the prior weight of one cell of A's table.
    """

    n_observed: int
    delta: float
    constant: FloatArray
    zero_cell: FloatArray
    pseudo: FloatArray

    def factors(self, unseen: FloatArray) -> FloatArray:
        """log f_A at each number unseen: codes x len(unseen); row 0 is zero."""
        total = self.delta * len(self.constant)
        n_all = self.n_observed + unseen
        values = self.constant[:, None] + gammaln(self.zero_cell[:, None] + unseen[None, :] + self.pseudo[:, None])
        values -= gammaln(n_all + total)[None, :]
        values[0] = 0.0
        return np.ascontiguousarray(values)

    def base(self, unseen: FloatArray) -> FloatArray:
        """log of N!/N0! times the prior 1/N; what every graph shares."""
        n_all = self.n_observed + unseen
        return np.asarray(gammaln(n_all + 1) - gammaln(unseen + 1) - np.log(n_all))


def marginals(table: CaptureTable, delta: float) -> Marginals:
    """All 2^J - 1 subsets; `delta`: prior weight of one cell of the full table."""
    n_lists, counts = table.n_lists, table.counts().astype(np.float64)
    packed = table.patterns() @ (1 << np.arange(n_lists))
    constant, zero_cell, pseudo = (np.zeros(2**n_lists) for _ in range(3))
    for code in range(1, 2**n_lists):
        size = code.bit_count()
        weight = delta * 2.0 ** (n_lists - size)
        cell, position = np.unique(packed & code, return_inverse=True)
        seen = np.bincount(position, weights=counts)
        zero_cell[code] = seen[cell == 0].sum()
        above_zero = seen[cell != 0]
        constant[code] = (
            (gammaln(above_zero + weight) - gammaln(weight)).sum() - gammaln(weight) + gammaln(delta * 2.0**n_lists)
        )
        pseudo[code] = weight
    return Marginals(table.n_observed, delta, constant, zero_cell, pseudo)
