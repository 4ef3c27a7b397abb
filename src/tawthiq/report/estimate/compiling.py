"""Compiling: every inner loop compiled once and kept, so that nobody waits for it at a first estimate.

    python -m tawthiq.report.estimate.compiling

The installation does this in the background. Whoever installs for others, into folders that they can only read, says it
once by hand, as one who may write there.
"""

from __future__ import annotations

import sys
import time

from tawthiq.report.estimate.capture import CaptureTable, from_counts
from tawthiq.report.estimate.cells import all_patterns
from tawthiq.report.estimate.compiled import kept_in
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.method import Method, Run
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear

SHORT = Plan(n_chains=1, warm_up=(4,), batch=8, max_batches=1, target_ess=1, n_ladders=0)
FEW, MANY = 3, 8
"""Lists: as many as every method takes, as many as send the graphs to their chain."""


def compile_all() -> None:
    """Run what holds a compiled loop, on invented counts, as briefly as it can be run."""
    for n_lists, method in _every():
        method.fit(_invented(n_lists), Run())


def _every() -> tuple[tuple[int, Method], ...]:
    return (FEW, LatentClasses(SHORT)), (FEW, Dga()), (MANY, Dga(n_draws=4)), (FEW, LogLinear(n_replicates=4))


def _invented(n_lists: int) -> CaptureTable:
    patterns = [tuple(int(bit) for bit in pattern) for pattern in all_patterns(n_lists)]
    return from_counts([f"L{k}" for k in range(n_lists)], {one: 40 // 3 ** sum(one) for one in patterns})


def main() -> int:
    """Say where they lie, and what it took."""
    started = time.process_time()
    compile_all()
    place = kept_in()
    took = f"{time.process_time() - started:.0f} CPU s"
    sys.stdout.write(f"{took}, kept in {place}\n" if place else f"{took}, kept nowhere: no folder can be written\n")
    return 0 if place else 1


if __name__ == "__main__":
    sys.exit(main())
