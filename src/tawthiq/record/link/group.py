"""Group: children counted together because nobody told them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class Group:
    """`boys`, `girls`, `sex_unknown`: best counts; `n_min`, `n_max`: bounds, None when nobody gave them."""

    boys: int = 0
    girls: int = 0
    sex_unknown: int = 0
    n_min: int | None = None
    n_max: int | None = None

    def __post_init__(self) -> None:
        if min(self.boys, self.girls, self.sex_unknown) < 0 or self.n_best == 0:
            raise BadInput("a group counts at least one child", where="group_boys", do="correct the counts")
        low = self.n_best if self.n_min is None else self.n_min
        high = self.n_best if self.n_max is None else self.n_max
        if not 0 <= low <= self.n_best <= high:
            raise BadInput("the best count lies outside its bounds", where="group_min", do="correct the bounds")

    @property
    def n_best(self) -> int:
        """The best count of children."""
        return self.boys + self.girls + self.sex_unknown

    def counts(self) -> tuple[int, int, int]:
        """Best counts: boys, girls, of unknown sex."""
        return self.boys, self.girls, self.sex_unknown

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "boys": self.boys,
            "girls": self.girls,
            "sex_unknown": self.sex_unknown,
            "n_min": self.n_min,
            "n_max": self.n_max,
        }


def n_distinct_children(
    n_children: int, groups: Mapping[str, Group], contained: Mapping[str, int], same_as: Mapping[str, str]
) -> int:
    """Distinct children: those known one by one, and those of groups that are not among them already.

    `contained`: group -> how many of the known children belong to it; `same_as`: group -> an earlier group that
    is the same one. Naming a child who belongs to a group leaves the total as it was.
    """
    counted = (key for key in groups if key not in same_as)
    return n_children + sum(max(0, groups[key].n_best - contained.get(key, 0)) for key in counted)
