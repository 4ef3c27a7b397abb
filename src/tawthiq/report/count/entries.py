"""Entries: the children behind countable rows, grouped into cells in which each child counts once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.columns import Codes, Mask, numbered
from tawthiq.report.count.spec import Counted

SEXES = ("m", "f", "u")


@dataclass(frozen=True, slots=True)
class Entries:
    """Children by row and sex. `row`: place in the columns; `who`: the same for the same child; `n`: how many."""

    row: Codes
    sex: Codes
    who: Codes
    n: Codes

    def keep(self, chosen: Mask | Codes) -> Entries:
        """Some of them, by mask or by place; a place may come twice."""
        return Entries(self.row[chosen], self.sex[chosen], self.who[chosen], self.n[chosen])


@dataclass(frozen=True, slots=True)
class Count:
    """`value`: distinct, in the unit asked for; `n_acts`: violations; `rows`: places of the acts it rests on."""

    value: int
    n_acts: int
    rows: Codes


NOTHING = Count(0, 0, np.zeros(0, np.int64))


def entries(acts: VerifiedActs, rows: Codes, *, sex_of_row: bool = False) -> Entries:
    """A row is one entry for each sex it counts; a child is the same in all its acts, group members never.

    A row that is counted in incidents is one entry of its own. `sex_of_row`: a child has the sex that each row tells,
    not the one that all its rows tell together; figures were once counted so.
    """
    incidents = np.where(acts.n_children == 0, 1, 0)
    by_sex = (acts.n_boys, acts.n_girls, acts.n_sex_unknown + incidents)
    split = [rows[n[rows] > 0] for n in by_sex]
    row = np.concatenate(split)
    sex = np.repeat(np.arange(len(SEXES)), [len(kept) for kept in split])
    n = np.concatenate([n[kept] for n, kept in zip(by_sex, split, strict=True)]).astype(np.int64)
    child, n_children = numbered(acts.child_id)
    if not sex_of_row:
        sex = np.where(child[row] == 0, sex, _sex_of_child(acts, child, n_children)[child[row]])
    who = np.where(child[row] == 0, n_children + row * len(SEXES) + sex, child[row])
    return Entries(row, sex, who, n)


def _sex_of_child(acts: VerifiedActs, child: Codes, n_children: int) -> Codes:
    """Of each numbered child the one sex that its verified acts tell; not known where they tell none, or both."""
    boy, girl = (np.bincount(child, weights=n, minlength=n_children) > 0 for n in (acts.n_boys, acts.n_girls))
    return np.where(boy == girl, SEXES.index("u"), np.where(boy, SEXES.index("m"), SEXES.index("f")))


def count(found: Entries, unit: Counted) -> Count:
    """The distinct count of some entries."""
    return grouped(found, np.zeros(len(found.row), np.int64), unit).get(0, NOTHING)


def grouped(found: Entries, keys: Codes, unit: Counted) -> dict[int, Count]:
    """Cell number -> its count: each child once, each act once."""
    values = _sums(keys, found.who, found.n)
    acts = _sums(keys, found.row * len(SEXES) + found.sex, found.n)
    rows = _rows(keys, found.row)
    return {key: Count(acts[key] if unit is Counted.ACT else values[key], acts[key], rows[key]) for key in values}


def _sums(keys: Codes, who: Codes, n: Codes) -> dict[int, int]:
    """Sum of n over the distinct who of each key."""
    order = np.lexsort((who, keys))
    keys, who, n = keys[order], who[order], n[order]
    fresh = np.r_[True, (keys[1:] != keys[:-1]) | (who[1:] != who[:-1])][: len(keys)]
    keys, n = keys[fresh], n[fresh]
    distinct, starts = np.unique(keys, return_index=True)
    sums = np.add.reduceat(n, starts) if len(n) else n
    return dict(zip(distinct.tolist(), sums.tolist(), strict=True))


def _rows(keys: Codes, row: Codes) -> dict[int, Codes]:
    """The distinct rows of each key, ascending."""
    order = np.lexsort((row, keys))
    keys, row = keys[order], row[order]
    fresh = np.r_[True, (keys[1:] != keys[:-1]) | (row[1:] != row[:-1])][: len(keys)]
    keys, row = keys[fresh], row[fresh]
    distinct, starts = np.unique(keys, return_index=True)
    return dict(zip(distinct.tolist(), np.split(row, starts[1:]), strict=True)) if len(distinct) else {}
