"""The check against known sizes on published tables: each list's children estimated from the other lists.

    python benchmarks/estimate_known_sizes.py [--tables UKdat Ned ...]

After Binette & Steorts: lists of which the others saw 30 children or more. Prints per method the pooled coverage of the
95 % interval as it is with the median of upper over lower end, then of the interval widened by the errors at the other
lists of the same table (held out: the list asked for has no part in its own interval). A lower bound covers when its
low end is none too high. Last, the range of latent classes with the neutral prior, decomposable graphs, and the
log-linear average thrown together.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.consistency import Known
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear
from tawthiq.report.estimate.published import published

TRAFFICKING = ("UKdat", "Ned", "NewOrl", "Western", "UKdat_5", "Ned_5")
OTHERS = ("kosovo", "my5", "HIV", "hare")
TOGETHER = ("lcm-neutral", "dga", "loglinear-average")


@dataclass(slots=True)
class Tally:
    """What was covered, upper over lower ends, how many were refused."""

    covered: list[bool] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    n_refused: int = 0

    def add(self, ends: estimate.Interval | None, size: int, *, bound: bool = False) -> None:
        if ends is None:
            self.n_refused += 1
            return
        self.covered.append(ends.low <= size and (bound or size <= ends.high))
        self.ratios.append(ends.high / ends.low)

    def __str__(self) -> str:
        middle = f"{np.median(self.ratios):.1f}" if self.ratios else "-"
        return f"{sum(self.covered):2d} of {len(self.covered):2d} ({self.n_refused} refused), ends apart by {middle}"


def pooled(known: list[tuple[Known, ...]], name: str) -> None:
    plain, wide = Tally(), Tally()
    for of_table in known:
        for one in of_table:
            found = one.outcome
            plain.add(found.interval if isinstance(found, estimate.Estimate) else None, one.size, bound=_bound(one))
        for one, widened in estimate.held_out(of_table):
            if isinstance(widened, estimate.Widened):
                wide.add(widened.interval, one.size, bound=_bound(one))
    print(f"  {name:18} as it is {plain}; widened {wide}", flush=True)


def _bound(one: Known) -> bool:
    return isinstance(one.outcome, estimate.Estimate) and one.outcome.lower_bound


def thrown_together(known: dict[str, list[tuple[Known, ...]]]) -> None:
    tally = Tally()
    for of_table in zip(*(known[name] for name in TOGETHER), strict=True):
        for of_list in zip(*of_table, strict=True):
            tally.add(estimate.together([one.outcome for one in of_list]), of_list[0].size)
    print(f"  {'thrown together':18} as it is {tally}", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--tables", nargs="*")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    quick = Plan(n_chains=4, target_ess=400, n_ladders=0)
    neutral = Plan(n_chains=4, target_ess=400, n_ladders=0, neutral=True)
    methods: list[estimate.Method] = [
        LatentClasses(quick),
        LatentClasses(neutral, name="lcm-neutral"),
        LogLinear(n_replicates=200),
        *(estimate.METHODS[name] for name in ("dga", "loglinear-average", "chao")),
    ]
    groups = {"as asked": given.tables} if given.tables else {"trafficking": TRAFFICKING, "others": OTHERS}
    run = estimate.Run(seed=given.seed)
    for label, tables in groups.items():
        print(label)
        known: dict[str, list[tuple[Known, ...]]] = {}
        for method in methods:
            known[method.name] = [estimate.against_known_sizes(published(name), method, run) for name in tables]
            pooled(known[method.name], method.name)
        thrown_together(known)


if __name__ == "__main__":
    main()
