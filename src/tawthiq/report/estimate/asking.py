"""Asking: which lists, strata, methods a person chose; the outcomes, one method after the other, with their checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawthiq.report.estimate.capture import CaptureTable, Pattern, from_counts
from tawthiq.report.estimate.checks import Checks, checked
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.report.estimate.estimating import ALL, chosen, estimate_one
from tawthiq.report.estimate.method import Method, Run
from tawthiq.terms.errors import BadInput

LEAST_LISTS = 2


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask. Empty `lists`, `strata`: all of them; `checks`: every method again on changed tables."""

    methods: tuple[str, ...] = (ALL,)
    lists: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()
    seed: int = 1
    checks: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """One table with all that was said of it."""

    table: CaptureTable
    outcomes: tuple[Outcome, ...] = ()
    checks: tuple[Checks, ...] = ()


def narrowed(tables: Sequence[CaptureTable], ask: Ask) -> tuple[CaptureTable, ...]:
    """The chosen strata on the chosen lists; a child on none of these is then not seen.

    BadInput for a list or stratum that is not there, fewer than two lists, or when nobody is left.
    """
    names = {name for table in tables for name in table.lists}
    _known("list", ask.lists, names)
    _known("stratum", ask.strata, {table.stratum for table in tables})
    if ask.lists and len(ask.lists) < LEAST_LISTS:
        raise BadInput("one list says nothing of who is missing from it", where="lists", do="choose two at least")
    kept = [table for table in tables if not ask.strata or table.stratum in ask.strata]
    found = [one for table in kept if (one := _on(table, ask.lists)) is not None]
    if not found:
        raise BadInput("no child is on the chosen lists", where="lists", do="choose more of them")
    return tuple(found)


def n_steps(tables: Sequence[CaptureTable], ask: Ask) -> int:
    """How many times `answers` yields."""
    return sum(len(_methods(table, ask)) * (2 if ask.checks else 1) for table in tables)


def answers(tables: Sequence[CaptureTable], ask: Ask) -> Iterator[Answered | None]:
    """Yields after each step: a table with all that was said of it when its last step is done, else None."""
    run = Run(seed=ask.seed)
    for table in tables:
        methods = _methods(table, ask)
        outcomes: list[Outcome] = []
        made: list[Checks] = []
        for method in methods:
            outcomes.append(estimate_one(table, method, run))
            if ask.checks:
                yield None
                made += [checked(table, method, run, outcomes[-1])] if outcomes[-1] else []
            yield Answered(table, tuple(outcomes), tuple(made)) if len(outcomes) == len(methods) else None


def _methods(table: CaptureTable, ask: Ask) -> tuple[Method, ...]:
    return chosen(ask.methods, table.without_empty()[0].n_lists)


def _on(table: CaptureTable, lists: tuple[str, ...]) -> CaptureTable | None:
    """The table on these lists only, all when none is named; None when nobody is on any of them."""
    kept = [place for place, name in enumerate(table.lists) if not lists or name in lists]
    counts: dict[Pattern, int] = {}
    for pattern, count in table.cells:
        seen = tuple(pattern[place] for place in kept)
        if any(seen):
            counts[seen] = counts.get(seen, 0) + count
    if not counts:
        return None
    names = [table.lists[place] for place in kept]
    return from_counts(names, counts, stratum=table.stratum, linkage_draw=table.linkage_draw)


def _known(what: str, asked: Sequence[str], there: set[str]) -> None:
    missing = sorted(set(asked) - there)
    if missing:
        raise BadInput(f"there is no such {what}", where=missing[0], do="choose among those shown")
