"""Disclosure: which cells of a release must be hidden so that nobody can work out a small count of children.

The attacker knows every printed number, that counts are whole numbers not below zero, and which combinations occur
among those who suffered several violations. Each hidden small cell must stay possible as nothing at all and as a
count of at least the minimum: lower bound 0, upper bound at least `k`, by linear programming over all tables at once
(formulation and bars after the security page, section 5).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tawthiq.terms.errors import Conflict

Floats: TypeAlias = NDArray[np.float64]

MAX_VARIABLES = 20_000
"""Kinds of children beyond which a joint audit takes too long; such a release is refused, never passed unaudited."""

SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Published:
    """One number of a release. `weights`: kind of child -> how often one such child counts in it.

    `k`: the smallest count of children that may be printed, 0 where no child is counted. `fixed`: a headline total,
    never hidden to protect another; `printed`: False for what is derived by a reader (repeated children).
    """

    name: str
    value: int
    weights: Mapping[int, int]
    k: int
    fixed: bool = False
    printed: bool = True

    @property
    def small(self) -> bool:
        """True when it may not be printed by itself."""
        return 0 < self.value < self.k


@dataclass(frozen=True, slots=True)
class Leak:
    """A small count that the printed numbers confine. `low`, `high`: what a reader can prove about it."""

    name: str
    low: int
    high: int
    k: int

    @property
    def words(self) -> str:
        """For the person who must decide."""
        return f"{self.name}: a reader can prove it lies between {self.low} and {self.high}, below {self.k}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`hidden`: names of cells not to be printed; `leaks`: small counts that stay provable even so."""

    hidden: frozenset[str]
    leaks: tuple[Leak, ...]


def protect(cells: Sequence[Published], truth: Sequence[int]) -> Verdict:
    """Hide small cells, then as little else as makes them safe; raises Conflict when it cannot be audited.

    `truth`: how many children there are of each kind. Totals marked fixed are never hidden, so a leak may remain: it
    is named, and the release is refused unless a person answers for it.
    """
    if len(truth) > MAX_VARIABLES:
        raise Conflict(
            f"{len(truth)} combinations are too many to audit together",
            where="release",
            do="use fewer or coarser tables",
        )
    system = _System(cells, truth)
    hidden = {place for place, cell in enumerate(cells) if cell.small and not cell.fixed}
    for place in sorted(hidden, key=lambda one: cells[one].value):
        hidden |= system.shield(place, hidden)
    small = [place for place, cell in enumerate(cells) if cell.small]
    hidden = system.cleaned(hidden, small)
    leaks = [leak for place in small if (leak := system.leak(place, hidden)) is not None]
    return Verdict(frozenset(cells[place].name for place in hidden if cells[place].printed), tuple(leaks))


def direct_differences(before: Mapping[str, int], after: Mapping[str, int], k: int) -> tuple[Leak, ...]:
    """Cells of two releases whose difference by itself tells of fewer than `k` children."""
    gaps = {name: abs(after[name] - before[name]) for name in sorted(before.keys() & after.keys())}
    return tuple(Leak(f"{name} against the earlier release", gap, gap, k) for name, gap in gaps.items() if 0 < gap < k)


class _System:
    """The cells as rows over kinds of children, with what the attacker can prove."""

    def __init__(self, cells: Sequence[Published], truth: Sequence[int]) -> None:
        # here and below: SciPy takes a second to load, and every command loads this module
        from scipy.sparse import csr_matrix

        self.cells = cells
        self.truth = np.array(truth, float)
        n_kinds = len(truth)
        self.values = np.array([cell.value for cell in cells], float)
        entries = [(row, kind, n) for row, cell in enumerate(cells) for kind, n in cell.weights.items()]
        rows, kinds, ns = (np.array(part) for part in zip(*entries, strict=True)) if entries else ([], [], [])
        self.matrix = csr_matrix((ns, (rows, kinds)), shape=(len(cells), n_kinds), dtype=float)
        self.costs = np.array([0.1 + np.log1p(cell.value) for cell in cells])

    def bounds(self, target: int, hidden: set[int]) -> tuple[float, float]:
        """What can be proved of a cell: its least and greatest value given all that is printed."""
        from scipy.optimize import linprog

        known = [row for row, cell in enumerate(self.cells) if row not in hidden and cell.printed and row != target]
        goal = self.matrix[target].toarray().ravel()
        ends = []
        for sign in (1.0, -1.0):
            solved = linprog(sign * goal, A_eq=self.matrix[known], b_eq=self.values[known], method="highs")
            ends.append(sign * solved.fun if solved.status == 0 else -sign * np.inf)
        return ends[0], ends[1]

    def leak(self, target: int, hidden: set[int]) -> Leak | None:
        """The leak of a small cell, None when it is safe."""
        cell = self.cells[target]
        low, high = (cell.value, cell.value) if self._shown(target, hidden) else self.bounds(target, hidden)
        if low <= SLACK and high >= cell.k - SLACK:
            return None
        return Leak(cell.name, round(np.ceil(low - SLACK)), round(min(np.floor(high + SLACK), 10**9)), cell.k)

    def cleaned(self, hidden: set[int], small: Sequence[int]) -> set[int]:
        """Without those hidden cells that protect nothing, the weightiest looked at first."""
        spare = sorted((place for place in hidden if not self.cells[place].small), key=lambda one: -self.costs[one])
        leaking = {place for place in small if self.leak(place, hidden) is not None}
        for place in spare:
            fewer = hidden - {place}
            if all(one in leaking or self.leak(one, fewer) is None for one in small):
                hidden = fewer
        return hidden

    def _shown(self, target: int, hidden: set[int]) -> bool:
        return self.cells[target].printed and target not in hidden

    def shield(self, target: int, hidden: set[int]) -> set[int]:
        """Further cells to hide so that the target may be nothing, and may be `k`."""
        cell = self.cells[target]
        found: set[int] = set()
        for needed in (cell.k - cell.value, -cell.value):
            if self.leak(target, hidden | found) is None:
                break
            found |= self._cheapest(target, needed, hidden | found)
        return found

    def _room(self, row: int) -> int | None:
        """How far a printed cell may move: a fixed one not at all."""
        return 0 if self.cells[row].fixed else None

    def _cheapest(self, target: int, needed: int, hidden: set[int]) -> set[int]:
        """The cheapest printed cells that change when the target changes by `needed`; none when nothing can."""
        from scipy.optimize import linprog
        from scipy.sparse import csr_matrix, eye, hstack, vstack

        open_rows = [row for row in range(len(self.cells)) if row not in hidden and self.cells[row].printed]
        n_open = len(open_rows)
        moved = self.matrix[open_rows]
        identity = eye(n_open, format="csr")
        limits = vstack([hstack([moved, -identity]), hstack([-moved, -identity])], format="csr")
        goal = hstack([self.matrix[target], csr_matrix((1, n_open))], format="csr")
        solved = linprog(
            np.r_[np.zeros(len(self.truth)), self.costs[open_rows]],
            A_ub=limits,
            b_ub=np.zeros(2 * n_open),
            A_eq=goal,
            b_eq=[needed],
            bounds=[
                *((-n, None) for n in self.truth),
                *((0, 0 if self.cells[row].fixed else None) for row in open_rows),
            ],
            method="highs",
        )
        if solved.status != 0:
            return set()
        change = solved.x[len(self.truth) :]
        return {row for row, size in zip(open_rows, change, strict=True) if size > SLACK}
