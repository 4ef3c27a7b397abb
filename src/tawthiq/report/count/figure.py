"""Figure: a verified number that carries its unit, scope, basis, shares, the acts it rests on.

A figure has no `+`: what it may be added to is decided where it is counted, never afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tawthiq.record.verify.verified import VerifiedActs
from tawthiq.report.count.columns import Codes, paired
from tawthiq.report.count.dimensions import CROSSFIRE, UNIDENTIFIED, UNKNOWN
from tawthiq.report.count.entries import Count
from tawthiq.report.count.spec import Counted, Dimension, Spec
from tawthiq.report.count.tabulate import Cell, Tabulation, Umbrellas, tabulate
from tawthiq.terms import vocabulary
from tawthiq.terms.identity import Json, Kind, digest, make_id
from tawthiq.terms.quantity import Share
from tawthiq.terms.violation import violation_types

RULES, THIRD_RULES, SECOND_RULES, FIRST_RULES = "count@4", "count@3", "count@2", "count@1"
"""The version of what a figure says; it goes into its id. Those of before are still counted again under their own.

The first says nothing of what was verified later, nor how many are not known beside each row. Up to the second, what
has no time of its own takes the span of its incident, whatever came into it since. Up to the third, a child whose
acts tell two sexes, or one act none, stands in two rows of a table by sex."""

SPANNED = frozenset({FIRST_RULES, SECOND_RULES})
"""Rules under which a time that nobody told is the span of the incident."""

SEX_OF_ROW = SPANNED | {THIRD_RULES}
"""Rules under which the sex of a child is that of each of its acts."""


@dataclass(frozen=True, slots=True, order=True)
class Basis:
    """Who verified under which policy, and how many of the figure's acts."""

    body: str
    policy: str
    n_acts: int

    @property
    def words(self) -> str:
        """As printed everywhere."""
        return f"verified by {self.body} under {self.policy}"


@dataclass(frozen=True, slots=True)
class Row:
    """One cell of a breakdown. `cell`: codes beside the spec's dimensions.

    `value`, `late`: in the figure's unit; `n_acts`: violations; `share`: of the figure's value, None when that is 0.
    An `of_which` row repeats others and is never added.
    """

    cell: tuple[str, ...]
    value: int
    n_acts: int
    late: int
    share: Share | None
    of_which: bool
    ids: tuple[str, ...]
    late_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """`size`: lines of the ledger as of which it was counted. `value`: in `spec.unit`, current in the period.

    `late`: verified in the period, happened before it. `n_acts` - `value` of a count of children is the surplus:
    further violations against children counted already. `n_undated`: verified in the period, of unknown day, in
    neither. `n_later`: happened in the period, verified after it. `overlap`: by how much the adding rows exceed
    the value (joint attribution, a child in two rows).
    """

    id: str
    spec: Spec
    size: int
    value: int
    n_acts: int
    late: int
    late_n_acts: int
    n_undated: int
    overlap: int
    n_undecided: int
    basis: tuple[Basis, ...]
    rows: tuple[Row, ...]
    ids: tuple[str, ...]
    late_ids: tuple[str, ...]
    n_later: int = 0
    rules: str = RULES

    @property
    def unit(self) -> Counted:
        """What is counted."""
        return self.spec.unit

    @property
    def surplus_acts(self) -> int:
        """Violations beyond the first against the same child; 0 for other units."""
        return self.n_acts - self.value if self.unit is Counted.CHILD else 0

    def row(self, *cell: str) -> Row | None:
        """The adding row of these codes."""
        return next((row for row in self.rows if row.cell == cell and not row.of_which), None)

    @property
    def basis_words(self) -> str:
        """`verified by BODY under POLICY`, all of them."""
        return "; ".join(basis.words for basis in self.basis)

    def result(self) -> dict[str, Json]:
        """Everything that was counted, ids as one digest; what the ledger signs and a rebuild must equal."""
        content: dict[str, Json] = {
            "rules": self.rules,
            "spec": self.spec.content(),
            "size": self.size,
            "value": self.value,
            "n_acts": self.n_acts,
            "late": self.late,
            "late_n_acts": self.late_n_acts,
            "n_undated": self.n_undated,
            "overlap": self.overlap,
            "n_undecided": self.n_undecided,
            "basis": [[basis.body, basis.policy, basis.n_acts] for basis in self.basis],
            "rows": [_row_result(row, self.rules) for row in self.rows],
            "ids": digest([list(self.ids), list(self.late_ids)]),
        }
        return content if self.rules == FIRST_RULES else content | {"n_later": self.n_later}


def figure_from(acts: VerifiedActs, spec: Spec, umbrellas: Umbrellas | None = None, rules: str = RULES) -> Figure:
    """Count; the same acts, spec and size of the ledger give the same figure with the same id.

    `rules`: those of before, to count again what was kept under them; the acts must be read under them too.
    """
    found = tabulate(acts, spec, umbrellas, sex_of_row=rules in SEX_OF_ROW)
    rows = tuple(_row(acts, found, cell) for cell in _printed_order(spec, found.cells))
    figure = Figure(
        "",
        spec,
        acts.size,
        found.current.value,
        found.current.n_acts,
        found.late.value,
        found.late.n_acts,
        found.n_undated,
        found.overlap,
        found.n_undecided,
        _basis(acts, found.current, found.late),
        rows,
        _ids(acts, found.current.rows),
        _ids(acts, found.late.rows),
        found.n_later,
        rules,
    )
    return replace(figure, id=make_id(Kind.FIGURE, figure.result()))


def _row(acts: VerifiedActs, found: Tabulation, cell: Cell) -> Row:
    value, whole = cell.current.value, found.current.value
    share = Share(value, whole, found.n_undecided - cell.n_undecided) if whole else None
    return Row(
        cell.codes,
        value,
        cell.current.n_acts,
        cell.late.value,
        share,
        cell.of_which,
        _ids(acts, cell.current.rows),
        _ids(acts, cell.late.rows),
    )


def _ids(acts: VerifiedActs, rows: Codes) -> tuple[str, ...]:
    """Ids in their own order, so that the order of reading changes nothing."""
    return tuple(sorted(acts.subject_ids(rows)))


def _basis(acts: VerifiedActs, current: Count, late: Count) -> tuple[Basis, ...]:
    rows = np.concatenate([current.rows, late.rows])
    named = paired(acts.body, acts.policy, lambda body, policy: f"{body}\0{policy}")
    codes, n_acts = np.unique(named.codes[rows], return_counts=True)
    found = [(*named.words[code].split("\0"), int(n)) for code, n in zip(codes, n_acts, strict=True)]
    return tuple(sorted(Basis(body, policy, n) for body, policy, n in found))


LAST = frozenset({UNKNOWN, UNIDENTIFIED, CROSSFIRE})


def _printed_order(spec: Spec, cells: tuple[Cell, ...]) -> list[Cell]:
    """Parties from most to fewest, other directions in their vocabulary's order, what is not known last."""
    ranks = [_ranks(cells, place, dimension) for place, dimension in enumerate(spec.by)]
    return sorted(
        cells, key=lambda cell: (cell.of_which, [rank[code] for rank, code in zip(ranks, cell.codes, strict=True)])
    )


def _ranks(cells: tuple[Cell, ...], place: int, dimension: Dimension) -> dict[str, int]:
    """Code -> its place in the printed order of one direction."""
    weight: dict[str, int] = {}
    for cell in cells:
        code = cell.codes[place]
        weight[code] = weight.get(code, 0) + cell.current.value
    known = {code: rank for rank, code in enumerate(_vocabulary_order(dimension))}
    order = sorted(weight, key=lambda code: (code in LAST, known.get(code, 0), -weight[code] if not known else 0, code))
    return {code: rank for rank, code in enumerate(order)}


def _vocabulary_order(dimension: Dimension) -> tuple[str, ...]:
    if dimension is Dimension.HEADING:
        return tuple(dict.fromkeys(kind.parent for kind in violation_types()))
    name = _VOCABULARIES.get(dimension)
    return tuple(vocabulary.load(name).terms) if name else ()


_VOCABULARIES = {
    Dimension.SEX: "sex",
    Dimension.ROLE: "role",
    Dimension.AGE_BAND: "age_band",
    Dimension.UNDER_15: "truth",
    Dimension.ARMED_OR_COMBAT: "truth",
    Dimension.VIOLATION: "violation",
    Dimension.ATTRIBUTION: "attribution",
    Dimension.RECRUITED_OR_USED: "recruited_or_used",
    Dimension.ARMED: "truth",
    Dimension.WEAPON: "weapon",
    Dimension.ATTACK_TYPE: "attack_type",
    Dimension.ATTACK_ON: "attack_on",
    Dimension.DENIAL_METHOD: "denial_method",
    Dimension.PLACE_TYPE: "place_type",
}


def _row_result(row: Row, rules: str) -> Json:
    content: dict[str, Json] = {
        "cell": list(row.cell),
        "value": row.value,
        "n_acts": row.n_acts,
        "late": row.late,
        "of_which": row.of_which,
        "ids": digest([list(row.ids), list(row.late_ids)]),
    }
    unknown = row.share.unknown if row.share else 0
    return content if rules == FIRST_RULES else content | {"n_unknown": unknown}
