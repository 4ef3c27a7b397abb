"""Kept: the document of a kept estimate read back into its table, its outcomes; parsed once, trusted after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tawthiq.report.estimate.capture import CaptureTable, Pattern
from tawthiq.report.estimate.estimate import Estimate, Interval, Outcome
from tawthiq.report.estimate.refusal import Ground, Reason, Refused
from tawthiq.terms.errors import IntegrityBroken

LEAST_CELLS_HIDDEN = 2
"""A single hidden count is the total less the others; two at least are hidden, or none."""


@dataclass(frozen=True, slots=True)
class Read:
    """The table, its outcomes in the order they were asked for. No draws: the seed makes them again."""

    table: CaptureTable
    outcomes: tuple[Outcome, ...]

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        return tuple(one for one in self.outcomes if isinstance(one, Estimate))


def read_document(document: Mapping[str, Any], where: str = "") -> Read:
    """A kept document as nouns; raises IntegrityBroken for one that no version of this stage wrote."""
    try:
        table = _table(document["table"])
        return Read(table, tuple(_outcome(one, table, document) for one in document["outcomes"]))
    except (KeyError, TypeError, ValueError) as reason:
        raise IntegrityBroken("a kept estimate cannot be read back", where=where, do="tawthiq audit verify") from reason


def without_small(table: CaptureTable, smallest: int) -> CaptureTable | None:
    """The table without patterns of fewer than `smallest` children, in a way that no hidden count can be worked out
    from the total: the next smallest are hidden too until two are, with `2 x smallest` children between them.
    None when nothing may be shown.
    """
    by_size = sorted(table.cells, key=lambda cell: (cell[1], cell[0]))
    n_hidden = sum(count < smallest for _, count in by_size)
    while 0 < n_hidden < len(by_size) and _can_be_worked_out(by_size[:n_hidden], smallest):
        n_hidden += 1
    shown = by_size[n_hidden:]
    return replace(table, cells=tuple(sorted(shown))) if shown else None


def _can_be_worked_out(hidden: list[tuple[Pattern, int]], smallest: int) -> bool:
    return len(hidden) < LEAST_CELLS_HIDDEN or sum(count for _, count in hidden) < LEAST_CELLS_HIDDEN * smallest


def _table(said: Mapping[str, Any]) -> CaptureTable:
    cells = tuple((tuple(int(bit) for bit in pattern), count) for pattern, count in said["cells"])
    return CaptureTable(tuple(said["lists"]), cells, said["stratum"], said["linkage_draw"])


def _outcome(said: Mapping[str, Any], table: CaptureTable, document: Mapping[str, Any]) -> Outcome:
    warnings = tuple(said["warnings"])
    if said["refused"]:
        pairs = zip(said["refused"]["reasons"], said["refused"]["details"], strict=True)
        grounds = tuple(Ground(Reason(reason), detail) for reason, detail in pairs)
        modes = tuple(said["refused"].get("modes", ()))
        return Refused(said["method"], said["n_observed"], grounds, warnings=warnings, modes=modes)
    low, high = said["interval"]
    return Estimate(
        method=said["method"],
        n_observed=said["n_observed"],
        n_lists=table.n_lists,
        median=said["median"],
        mean=said["mean"],
        interval=Interval(low, high, said["level"]),
        assumption=said["assumption"],
        table_hash=document["table"]["hash"],
        seed=document["seed"],
        ess=said["ess"],
        rhat=said["rhat"],
        lower_bound=said["lower_bound"],
        warnings=warnings,
        settings=said["settings"],
        diagnostics=said["diagnostics"],
    )
