"""Tabulate: verified acts to the rows of a figure; each child once a row, each row apart from the others.

Joint attribution puts a child into the row of every party and once into the total, so rows may exceed the total:
the excess is a number of its own (`overlap`). Rows "of which" repeat other rows and are never added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tawthiq.record.verify.verified import Coded, Days, VerifiedActs
from tawthiq.report.count.columns import Codes, Mask, coded
from tawthiq.report.count.dimensions import CROSSFIRE, ROWWISE, SETS, UNDECIDED, UNIDENTIFIED, UNKNOWN
from tawthiq.report.count.entries import NOTHING, SEXES, Count, Entries, count, entries, grouped
from tawthiq.report.count.period import Bucket, later_mask, verified_masks
from tawthiq.report.count.spec import EVERYWHERE, SEVERAL, Counted, Dimension, Spec
from tawthiq.terms import vocabulary

Umbrellas = Callable[[str], tuple[str, ...]]
"""A code -> the heads over it in the period, nearest first, itself not among them: of a party its umbrellas."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a breakdown. `codes` run beside the dimensions; `of_which` rows repeat others.

    `n_undecided`: those of the row's current who are not known in some asked direction, here or in another row.
    """

    codes: tuple[str, ...]
    current: Count
    late: Count
    of_which: bool = False
    n_undecided: int = 0


@dataclass(frozen=True, slots=True)
class Tabulation:
    """`overlap`: by how much the rows that add exceed the total; `n_undecided`: children of rows not known;

    `n_later`: happened in the period, verified after it.
    """

    current: Count
    late: Count
    n_undated: int
    cells: tuple[Cell, ...]
    overlap: int
    n_undecided: int
    n_later: int


def tabulate(
    acts: VerifiedActs, spec: Spec, umbrellas: Umbrellas | None = None, *, sex_of_row: bool = False
) -> Tabulation:
    """Count the acts as the spec asks; the columns hold verified rows only, of any type or day.

    `sex_of_row`: each row of a child by the sex that it tells, as figures were once counted.
    """
    everyone, masks = chosen(acts, spec, sex_of_row=sex_of_row), _masks(acts, spec)
    current, late, undated = (
        everyone.keep(masks[bucket][everyone.row]) for bucket in (Bucket.CURRENT, Bucket.LATE, Bucket.UNDATED)
    )
    total = count(current, spec.unit)
    cells = _cells(acts, spec, (current, late), umbrellas)
    return Tabulation(
        total,
        count(late, spec.unit),
        count(undated, spec.unit).value,
        cells,
        sum(cell.current.value for cell in cells if not cell.of_which) - total.value if spec.by else 0,
        count(current.keep(_undecided(acts, spec, current)), spec.unit).value,
        count(everyone.keep(_later(acts, spec)[everyone.row]), spec.unit).value,
    )


def chosen_current(acts: VerifiedActs, spec: Spec) -> Entries:
    """The children, or incidents, behind the value of the figure."""
    everyone = chosen(acts, spec)
    return everyone.keep(_masks(acts, spec)[Bucket.CURRENT][everyone.row])


def _masks(acts: VerifiedActs, spec: Spec) -> dict[Bucket, Mask]:
    return verified_masks(*_days(acts), spec.period, spec.straddle)


def _later(acts: VerifiedActs, spec: Spec) -> Mask:
    return later_mask(*_days(acts), spec.period, spec.straddle)


def _days(acts: VerifiedActs) -> tuple[Days, Days, Days, Days]:
    return acts.first_day, acts.last_day, acts.verified_on, acts.released_on


def chosen(acts: VerifiedActs, spec: Spec, *, sex_of_row: bool = False) -> Entries:
    """The children, or incidents, that the spec asks about, whatever the period."""
    wanted = acts.violation.is_word(*spec.violations)
    if spec.situation != EVERYWHERE:
        wanted &= acts.situation.is_word(spec.situation)
    found = entries(acts, np.flatnonzero(wanted), sex_of_row=sex_of_row)
    for dimension, codes in spec.only:
        found = found.keep(_has(acts, found, dimension, codes))
    return found


def axis(acts: VerifiedActs, found: Entries, dimension: Dimension) -> Coded:
    """The code of each entry in one direction; for party and role, the whole set."""
    if dimension is Dimension.SEX:
        return Coded(found.sex.astype(np.int32), SEXES)
    column = (SETS.get(dimension) or ROWWISE[dimension])(acts)
    return column.at(found.row)


def _cells(
    acts: VerifiedActs, spec: Spec, buckets: tuple[Entries, Entries], umbrellas: Umbrellas | None
) -> tuple[Cell, ...]:
    if not spec.by:
        return ()
    cells = _broken_down(acts, spec, buckets, {}, of_which=False)
    over_what = {Dimension.PARTY: umbrellas, Dimension.WEAPON: weapon_heads}
    for dimension, over in over_what.items():
        if dimension in spec.by and over is not None:
            rolled = _rolled_up(over, axis(acts, buckets[0], dimension).words)
            cells += _broken_down(acts, spec, buckets, {dimension: rolled}, of_which=True)
    return cells


def weapon_heads(code: str) -> tuple[str, ...]:
    """The heading that a weapon is printed under, if it has one."""
    term = vocabulary.load("weapon").terms.get(code)
    head = str(term.more.get("roll_up", "")) if term else ""
    return (head,) if head else ()


Members = Callable[[str], tuple[str, ...]]
"""The label of a set -> the rows that it belongs to."""


def _own_codes(label: str) -> tuple[str, ...]:
    return tuple(label.split(";"))


def _rolled_up(heads_over: Umbrellas, labels: tuple[str, ...]) -> Members:
    """The heads over a set: an umbrella named itself belongs to its own row beside its members."""
    named = {code for label in labels for code in label.split(";")} - {UNKNOWN, UNIDENTIFIED, CROSSFIRE}
    over = {code: heads_over(code) for code in named}
    heads = {head for chain in over.values() for head in chain}
    return lambda label: tuple(
        sorted({head for code in label.split(";") for head in (code, *over.get(code, ())) if head in heads})
    )


def _broken_down(
    acts: VerifiedActs,
    spec: Spec,
    buckets: tuple[Entries, Entries],
    members: Mapping[Dimension, Members],
    *,
    of_which: bool,
) -> tuple[Cell, ...]:
    counted: list[dict[tuple[str, ...], Count]] = []
    for found in (*buckets, buckets[0].keep(_of_undecided(acts, spec, buckets[0]))):
        place, keys, labels = _keys(acts, found, spec.by, members)
        cells = grouped(found.keep(place), keys, spec.unit)
        counted.append({_spelled(key, labels): cell for key, cell in cells.items()})
    current, late, undecided = counted
    return tuple(
        Cell(
            codes, current.get(codes, NOTHING), late.get(codes, NOTHING), of_which, undecided.get(codes, NOTHING).value
        )
        for codes in sorted({*current, *late})
    )


def _of_undecided(acts: VerifiedActs, spec: Spec, found: Entries) -> Mask:
    """Every entry of those who are undecided in one of their entries; an act is undecided for itself alone."""
    undecided = _undecided(acts, spec, found)
    if spec.unit is Counted.ACT:
        return undecided
    return np.isin(found.who, found.who[undecided])


def _keys(
    acts: VerifiedActs, found: Entries, by: tuple[Dimension, ...], members: Mapping[Dimension, Members]
) -> tuple[Codes, Codes, list[tuple[str, ...]]]:
    """(entry, cell number) for each entry in each of its cells, and the labels of every direction."""
    place = np.arange(len(found.row), dtype=np.int64)
    columns: dict[Dimension, Coded] = {}
    for dimension in by:
        column = axis(acts, found, dimension).at(place)
        if dimension in SEVERAL:
            step, column = _apart(column, members.get(dimension, _own_codes))
            place = place[step]
            columns = {name: before.at(step) for name, before in columns.items()}
        columns[dimension] = column
    keys = np.zeros(len(place), np.int64)
    for dimension in by:
        column = columns[dimension]
        keys = keys * max(len(column.words), 1) + column.codes
    return place, keys, [columns[dimension].words for dimension in by]


def _apart(sets: Coded, members: Members) -> tuple[Codes, Coded]:
    """One entry for each row of a set: (place of the entry, its code)."""
    rows = [members(label) for label in sets.words]
    parties = coded(party for row in rows for party in row)
    sizes = np.array([len(row) for row in rows] or [0], np.int64)
    starts = np.cumsum(sizes) - sizes
    n_of_entry = sizes[sets.codes]
    place = np.repeat(np.arange(len(sets.codes), dtype=np.int64), n_of_entry)
    step = np.arange(len(place), dtype=np.int64) - np.repeat(np.cumsum(n_of_entry) - n_of_entry, n_of_entry)
    return place, Coded(parties.codes[starts[sets.codes[place]] + step], parties.words)


def _spelled(key: int, labels: list[tuple[str, ...]]) -> tuple[str, ...]:
    codes: list[str] = []
    for column in reversed(labels):
        key, code = divmod(key, max(len(column), 1))
        codes.append(column[code])
    return tuple(reversed(codes))


def _undecided(acts: VerifiedActs, spec: Spec, found: Entries) -> Mask:
    """The entries of which at least one asked direction is not known."""
    mask = np.zeros(len(found.row), bool)
    for dimension in spec.by:
        column = axis(acts, found, dimension)
        mask |= column.is_word(*(word for word in column.words if not UNDECIDED.isdisjoint(word.split(";"))))
    return mask


def _has(acts: VerifiedActs, found: Entries, dimension: Dimension, codes: tuple[str, ...]) -> Mask:
    """The entries that carry one of the codes in that direction."""
    column = axis(acts, found, dimension)
    if dimension not in SEVERAL:
        return column.is_word(*codes)
    return column.is_word(*(label for label in column.words if not set(codes).isdisjoint(label.split(";"))))
