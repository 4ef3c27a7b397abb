"""Tally: what somebody claims of how many children, beside what the acts come to; a mismatch is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawthiq.record.link.act import Act, Sex
from tawthiq.record.link.particulars.value import Value
from tawthiq.record.link.violation import Violation
from tawthiq.terms.violation import Unit, violation_type

MAX_CLAIMS = 5000
"""Violations whose tallies are compared in one run, so that memory stays flat; the page of each compares it always."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claimed number that the counted acts do not reach, or exceed.

    `field`: n_claimed, tally_boys, tally_girls, tally_unknown. `counted_min`, `counted_max`: children of the acts,
    with the bounds of their groups; no finding where the claim lies between them.
    """

    violation_id: str
    field: str
    claimed: int
    counted: int
    counted_min: int
    counted_max: int


def has_claim(violation: Violation) -> bool:
    """Whether somebody tells how many children a violation counted in children had."""
    if violation_type(violation.type).unit is not Unit.CHILD:
        return False
    told = [violation.n_claimed, *(violation.particulars.get(f"tally_{sex}") for sex in ("boys", "girls", "unknown"))]
    return any(isinstance(number, int) for number in told)


def mismatches(violation: Violation, acts: Sequence[Act]) -> tuple[Mismatch, ...]:
    """Every claimed tally of a violation counted in children that its acts contradict.

    A tally is a claim: it is shown beside the count and changes no figure.
    """
    if violation_type(violation.type).unit is not Unit.CHILD:
        return ()
    boys, girls, unknown = _by_sex(acts)
    total, low, high = _bounds(acts)
    told = violation.particulars
    pairs: tuple[tuple[str, Value | None, tuple[int, int, int]], ...] = (
        ("n_claimed", violation.n_claimed, (total, low, high)),
        ("tally_boys", told.get("tally_boys"), (boys, boys, boys + unknown)),
        ("tally_girls", told.get("tally_girls"), (girls, girls, girls + unknown)),
        ("tally_unknown", told.get("tally_unknown"), (unknown, 0, unknown)),
    )
    return tuple(
        Mismatch(violation.id, field, claimed, *counted)
        for field, claimed, counted in pairs
        if isinstance(claimed, int) and not counted[1] <= claimed <= counted[2]
    )


def _by_sex(acts: Sequence[Act]) -> tuple[int, int, int]:
    """Boys, girls, children of no known sex: each child once, of the one sex that its acts tell."""
    sexes: dict[str, set[Sex]] = {}
    for act in acts:
        if act.group is None:
            sexes.setdefault(act.child_id or act.id, set()).add(act.sex)
    told = [next(iter(known)) if len(known := found - {Sex.U}) == 1 else Sex.U for found in sexes.values()]
    groups = [act.group.counts() for act in acts if act.group is not None]
    boys, girls, unknown = (
        told.count(sex) + sum(counts[place] for counts in groups) for place, sex in enumerate((Sex.M, Sex.F, Sex.U))
    )
    return boys, girls, unknown


def _bounds(acts: Sequence[Act]) -> tuple[int, int, int]:
    """Best, least and most children of the acts; a child in two acts of one violation is one."""
    groups = [act.group for act in acts if act.group is not None]
    n_known = len({act.child_id for act in acts if act.child_id})
    least = sum(group.n_best if group.n_min is None else group.n_min for group in groups)
    most = sum(group.n_best if group.n_max is None else group.n_max for group in groups)
    return n_known + sum(group.n_best for group in groups), n_known + least, n_known + most


@dataclass(slots=True)
class Claims:
    """Violations with a claimed number that a run touches, as they will stand; MAX_CLAIMS of them at most."""

    violations: dict[str, Violation] = field(default_factory=dict)

    def note(self, told: Iterable[Violation]) -> list[str]:
        """Take up what one batch tells; the ids of those that are one too many."""
        left = []
        for one in told:
            if has_claim(one):
                if one.id in self.violations or len(self.violations) < MAX_CLAIMS:
                    self.violations[one.id] = one
                else:
                    left.append(one.id)
        return left
