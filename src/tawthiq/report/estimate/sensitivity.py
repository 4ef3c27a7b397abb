"""What one list, or the choice of what is one list, does to the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Estimate, Outcome
from tawthiq.report.estimate.estimating import estimate_one
from tawthiq.report.estimate.method import Method, Run


@dataclass(frozen=True, slots=True)
class Variant:
    """One changed table: what was done, what came out."""

    change: str
    outcome: Outcome


def leave_one_out(table: CaptureTable, method: Method, run: Run) -> tuple[Variant, ...]:
    """The method without each list in turn; children seen only there are then not seen."""
    return tuple(
        Variant(f"without {name}", estimate_one(table.without(name), method, run))
        for name in table.lists
        if _someone_is_left(table, name)
    )


def merge_two(table: CaptureTable, method: Method, run: Run) -> tuple[Variant, ...]:
    """The method with each pair of lists taken for one."""
    return tuple(
        Variant(f"{one} with {two}", estimate_one(table.merged(one, two), method, run))
        for one, two in combinations(table.lists, 2)
    )


def moves(whole: Outcome, variants: Sequence[Variant]) -> tuple[str, ...]:
    """Plain words for variants that contradict the whole: a median outside of the other's interval, or a refusal."""
    if not isinstance(whole, Estimate):
        return ()
    words = []
    for variant in variants:
        if not isinstance(variant.outcome, Estimate):
            words.append(f"{variant.change}: no answer")
        elif not (whole.interval.holds(variant.outcome.median) and variant.outcome.interval.holds(whole.median)):
            words.append(f"{variant.change}: the answer moves further than the intervals allow")
    return tuple(words)


def _someone_is_left(table: CaptureTable, name: str) -> bool:
    k = table.lists.index(name)
    return any(any(pattern[:k] + pattern[k + 1 :]) for pattern, _ in table.cells)
