"""Reported: what was told of and is not verified, by type and status; another type than figures, with no way to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from tawthiq.record.verify.verified import Flags, UnverifiedTally
from tawthiq.terms import vocabulary
from tawthiq.terms.violation import Unit, violation_type


@dataclass(frozen=True, slots=True)
class Reported:
    """`status`: code of vocabulary `status`. `n`: children or incidents, by `unit`; a child told of twice counts twice,

    since nobody has judged yet that it is one. `n_undated`: the same, of those that may have begun in the period or
    not, as nobody tells their first day; they are in no `n` of any period.
    """

    violation: str
    status: str
    unit: Unit
    n: int
    n_undated: int = 0


def reported(cases: UnverifiedTally, opens: date, closes: date) -> tuple[Reported, ...]:
    """What began in the period by what was claimed; types and statuses in the order of their vocabularies."""
    begins, ends = np.datetime64(opens, "D"), np.datetime64(closes, "D")
    here = (cases.first_day >= begins) & (cases.first_day <= ends)
    undated = np.isnat(cases.first_day) & ~(cases.last_day < begins)
    return tuple(_counted(cases, here, undated))


def _counted(cases: UnverifiedTally, here: Flags, undated: Flags) -> Iterator[Reported]:
    for violation in vocabulary.load("violation").terms:
        of_type, unit = cases.violation.is_word(violation), violation_type(violation).unit
        for status in vocabulary.load("status").terms:
            rows = of_type & cases.status.is_word(status)
            n, n_undated = (_sum(cases, rows & some, unit) for some in (here, undated))
            if n or n_undated:
                yield Reported(violation, status, unit, n, n_undated)


def _sum(cases: UnverifiedTally, rows: Flags, unit: Unit) -> int:
    return int(np.sum(cases.n_children[rows] if unit is Unit.CHILD else rows))
