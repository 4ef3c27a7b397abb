"""All 2^J - 1 cells that can be observed, in one fixed order."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tawthiq.report.estimate.capture import CaptureTable

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


def all_patterns(n_lists: int) -> IntArray:
    """(2^J - 1) x J of 0/1; the first list is the highest bit, the unseen cell (all zero) is left out."""
    codes = np.arange(1, 2**n_lists)
    return (codes[:, None] >> np.arange(n_lists - 1, -1, -1)) & 1


def all_counts(table: CaptureTable) -> FloatArray:
    """Counts of all cells, zeros included, in the order of `all_patterns`."""
    weights = 1 << np.arange(table.n_lists - 1, -1, -1)
    dense = np.zeros(2**table.n_lists)
    dense[table.patterns() @ weights] = table.counts()
    return dense[1:]
