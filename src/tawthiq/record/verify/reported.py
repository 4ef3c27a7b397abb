"""Reported: what was told of and is not verified, by type and status; another type than figures, with no way to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from tawthiq.record.verify.verified import UnverifiedTally
from tawthiq.terms import vocabulary
from tawthiq.terms.violation import Unit, violation_type


@dataclass(frozen=True, slots=True)
class Reported:
    """`status`: code of vocabulary `status`. `n`: children or incidents, by `unit`; a child told of twice counts twice,

    since nobody has judged yet that it is one.
    """

    violation: str
    status: str
    unit: Unit
    n: int


def reported(cases: UnverifiedTally, opens: date, closes: date) -> tuple[Reported, ...]:
    """What began in the period by what was claimed; types and statuses in the order of their vocabularies."""
    begins, ends = np.datetime64(opens, "D"), np.datetime64(closes, "D")
    here = (cases.first_day >= begins) & (cases.first_day <= ends)
    return tuple(_counted(cases, here))


def undated(cases: UnverifiedTally) -> int:
    """Rows of which no day is told: they stand in no period, and are said beside it rather than dropped."""
    return int(np.sum(np.isnat(cases.first_day)))


def _counted(cases: UnverifiedTally, here: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Iterator[Reported]:
    for violation in vocabulary.load("violation").terms:
        of_type, unit = here & cases.violation.is_word(violation), violation_type(violation).unit
        for status in vocabulary.load("status").terms:
            rows = of_type & cases.status.is_word(status)
            n = int(np.sum(cases.n_children[rows] if unit is Unit.CHILD else rows))
            if n:
                yield Reported(violation, status, unit, n)
