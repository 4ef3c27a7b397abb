"""Refusal: the answer that the data cannot carry an answer, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms.identity import Json


class Reason(StrEnum):
    """Why no number is given."""

    TOO_FEW_LISTS = "too_few_lists"
    TOO_MANY_LISTS = "too_many_lists"
    NO_OVERLAP = "no_overlap"
    TOO_FEW_OVERLAPS = "too_few_overlaps"
    NOT_IDENTIFIABLE = "not_identifiable"
    NO_FINITE_MAXIMUM = "no_finite_maximum"
    CHAINS_DISAGREE = "chains_disagree"
    TOO_FEW_DRAWS = "too_few_draws"
    PILED_AT_FLOOR = "piled_at_floor"
    PILED_AT_BOUND = "piled_at_bound"
    PRIOR_DECIDES = "prior_decides"
    LISTS_NOT_INDEPENDENT = "lists_not_independent"
    MATCHING_TOO_POOR = "matching_too_poor"
    PART_REFUSED = "part_refused"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason with what was seen, in plain words; never a number that could be read as an estimate."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No number. It has no value to export: no median, no interval, no draws.

    `modes`: where chains found several answers, the kinds of children that make each of them, with the share of every
    chain's draws; it explains the refusal and holds no number of children.
    """

    method: str
    n_observed: int
    grounds: tuple[Ground, ...]
    seconds: float = 0.0
    warnings: tuple[str, ...] = ()
    modes: tuple[Json, ...] = ()

    def __post_init__(self) -> None:
        if not self.grounds:
            raise ValueError("a refusal gives its reasons")

    def __bool__(self) -> bool:
        return False

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(ground.reason for ground in self.grounds)
