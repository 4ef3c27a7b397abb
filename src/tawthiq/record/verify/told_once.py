"""Told once: verified rows in which no child stands twice because a group and another act tell of the same children.

Within one violation the two are one act, so the group counts without the children told elsewhere. Across violations
there are two acts against the same children, so each such child gets a row of its own under one pseudonym.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.link.overlap import Overlap, OverlapKind
from tawthiq.record.verify.verified import Coded, Ids

_SEXES = ("n_boys", "n_girls", "n_sex_unknown")
_WORDS = ("m", "f", "u")


def told_once(columns: dict[str, Any], overlaps: Sequence[Overlap]) -> dict[str, Any]:
    """The same columns with overlapping children told once; an overlap counts only where both acts are in them.

    Needs act_id, violation_id, child_id, sex and the counts; keeps the other columns in step.
    """
    rows = _rows_of(columns["act_id"], overlaps)
    pairs = [one for one in overlaps if one.group_act in rows and one.other_act in rows]
    if not pairs:
        return columns
    work = _Work({name: columns[name].copy() for name in ("n_children", *_SEXES)}, columns["child_id"])
    violations = columns["violation_id"]
    ordered = sorted(pairs, key=lambda one: violations[rows[one.group_act]] != violations[rows[one.other_act]])
    for one in ordered:
        group, other = rows[one.group_act], rows[one.other_act]
        work.tell(one.kind, group, other, same=bool(violations[group] == violations[other]))
    return work.whole(columns)


def _rows_of(act_id: Ids, overlaps: Sequence[Overlap]) -> dict[str, int]:
    if not overlaps:
        return {}
    wanted = np.array(sorted({act for one in overlaps for act in (one.group_act, one.other_act)}), dtype=act_id.dtype)
    return {act_id[place].decode(): int(place) for place in np.flatnonzero(np.isin(act_id, wanted))}


@dataclass(slots=True)
class _Work:
    """`counts`: of every row, group rows getting smaller; `members`: (row, child, sex) of children told apart."""

    counts: dict[str, NDArray[Any]]
    child_id: Ids
    members: list[tuple[int, bytes, int]] = field(default_factory=list)
    done: set[tuple[int, bytes]] = field(default_factory=set)
    touched: set[int] = field(default_factory=set)

    def tell(self, kind: OverlapKind, group: int, other: int, *, same: bool) -> None:
        """Work one overlap in; `same`: both acts belong to one violation."""
        if kind is OverlapKind.SAME_GROUP:
            self._same_group(group, other, same=same)
        elif kind is OverlapKind.MEMBER and (group, self._child(other)) not in self.done:
            self.done.add((group, self._child(other)))
            sex = next(n for n, name in enumerate(_SEXES) if self.counts[name][other])
            if self._take(group, sex) and not same:
                self.members.append((group, self._child(other), sex))

    def _child(self, row: int) -> bytes:
        return bytes(self.child_id[row])

    def _same_group(self, group: int, other: int, *, same: bool) -> None:
        for sex, name in enumerate(_SEXES):
            for nth in range(int(min(self.counts[name][group], self.counts[name][other]))):
                self._take(other, sex)
                if not same:
                    self._take(group, sex)
                    child = f"grp_{min(group, other)}_{max(group, other)}_{_WORDS[sex]}_{nth}".encode()[:30]
                    self.members += [(group, child, sex), (other, child, sex)]

    def _take(self, group: int, sex: int) -> bool:
        """Take one child out of a group, of that sex if it has one, else of unknown sex, else of any; False: empty."""
        found = next((one for one in (sex, 2, 0, 1) if self.counts[_SEXES[one]][group] > 0), None)
        if found is not None:
            self.counts[_SEXES[found]][group] -= 1
            self.counts["n_children"][group] -= 1
            self.touched.add(group)
        return found is not None

    def whole(self, columns: dict[str, Any]) -> dict[str, Any]:
        """The columns with smaller groups, without those that are told elsewhere to the last child."""
        empty = [row for row in self.touched if self.counts["n_children"][row] == 0]
        keep = np.delete(np.arange(len(self.child_id)), empty)
        places = np.concatenate([keep, np.array([row for row, _, _ in self.members], dtype=keep.dtype)])
        changed = {**columns, **self.counts}
        found: dict[str, Any] = {
            name: column.at(places) if isinstance(column, Coded) else column[places] for name, column in changed.items()
        }
        for offset, (_, child, sex) in enumerate(self.members, start=len(keep)):
            found["child_id"][offset] = child
            found["n_children"][offset] = 1
            for nth, name in enumerate(_SEXES):
                found[name][offset] = int(nth == sex)
        found["sex"] = _with_sexes(found["sex"], [sex for _, _, sex in self.members], len(keep))
        return found


def _with_sexes(column: Coded, sexes: Sequence[int], start: int) -> Coded:
    words = tuple(sorted({*column.words, *(_WORDS[sex] for sex in sexes)}))
    place = np.array([words.index(word) for word in column.words] or [0], dtype="int32")
    codes = place[column.codes]
    codes[start:] = [words.index(_WORDS[sex]) for sex in sexes]
    return Coded(codes, words)
