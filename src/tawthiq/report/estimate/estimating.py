"""Running methods on a table: gates first, the same for all, then each method on its own seed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.report.estimate.gates import Quality, check
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods import METHODS
from tawthiq.report.estimate.refusal import Refused
from tawthiq.terms.errors import UnknownCode

ALL = "all"


def chosen(names: Sequence[str], n_lists: int) -> tuple[Method, ...]:
    """Methods by name; `all` means those meant for this number of lists. UnknownCode for a name unknown."""
    wanted = list(names)
    if ALL in wanted:
        two = ("lincoln-petersen", "chapman")
        wanted = [name for name in METHODS if (name in two) == (n_lists == 2)]
    for name in wanted:
        if name not in METHODS:
            raise UnknownCode("no such method", where=f"method {name}", do=f"one of {', '.join(METHODS)}, {ALL}")
    return tuple(METHODS[name] for name in dict.fromkeys(wanted))


def estimate_one(table: CaptureTable, method: Method, run: Run, quality: Quality | None = None) -> Outcome:
    """The outcome of one method, behind the gates; lists nobody is on are left out, with a warning."""
    started = time.perf_counter()
    kept, empty = table.without_empty()
    checked = check(kept, quality)
    if checked.grounds:
        outcome: Outcome = Refused(method.name, kept.n_observed, checked.grounds)
    else:
        outcome = method.fit(kept, run)
    left_out = tuple(f"list {name} holds nobody and was left out" for name in empty)
    warnings = tuple(dict.fromkeys((*left_out, *checked.warnings, *outcome.warnings)))
    return replace(outcome, warnings=warnings, seconds=time.perf_counter() - started)


def estimate_all(
    table: CaptureTable,
    methods: Sequence[str | Method] = (ALL,),
    run: Run | None = None,
    quality: Quality | None = None,
) -> tuple[Outcome, ...]:
    """One outcome per method, in order; a name or a method with settings of its own. Pure but for the clock."""
    run = run or Run()
    picked = [
        method
        for given in methods
        for method in (chosen([given], table.without_empty()[0].n_lists) if isinstance(given, str) else (given,))
    ]
    return tuple(estimate_one(table, method, run, quality) for method in picked)
