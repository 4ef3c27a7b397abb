"""The check against known sizes on published tables: each list's children estimated from the other lists.

    python benchmarks/estimate_known_sizes.py [--tables UKdat Ned ...]

After Binette & Steorts: lists of which the others saw 30 children or more. Prints per method the pooled coverage of the
95 % interval as it is, then of the interval widened by the errors at the other lists of the same table (held out: the
list asked for has no part in its own interval). A lower bound covers when its low end is none too high.
"""

from __future__ import annotations

import argparse

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear
from tawthiq.report.estimate.published import published

TRAFFICKING = ("UKdat", "Ned", "NewOrl", "Western", "UKdat_5", "Ned_5")
OTHERS = ("kosovo", "my5", "HIV", "hare")


def pooled(tables: list[str], method: estimate.Method, seed: int) -> None:
    plain: list[bool] = []
    wide: list[bool] = []
    ratios: list[float] = []
    n_refused = 0
    for name in tables:
        known = estimate.against_known_sizes(published(name), method, estimate.Run(seed=seed))
        plain += [one.covered for one in known if one.covered is not None]
        n_refused += sum(one.covered is None for one in known)
        for one, found in estimate.held_out(known):
            if isinstance(found, estimate.Widened) and isinstance(one.outcome, estimate.Estimate):
                low, high = found.interval.low, found.interval.high
                wide.append(low <= one.size and (one.outcome.lower_bound or one.size <= high))
                ratios.append(high / low)
    middle = f"{np.median(ratios):.1f}" if ratios else "-"
    print(f"  {method.name:18} as it is {sum(plain):2d} of {len(plain):2d} ({n_refused} refused); "
          f"widened {sum(wide):2d} of {len(wide):2d}, ends apart by a factor of {middle}", flush=True)  # fmt: skip


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--tables", nargs="*")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    methods: list[estimate.Method] = [
        LatentClasses(Plan(n_chains=4, target_ess=400, n_ladders=0)),
        LogLinear(n_replicates=200),
        *(estimate.METHODS[name] for name in ("dga", "loglinear-average", "chao")),
    ]
    groups = {"as asked": given.tables} if given.tables else {"trafficking": TRAFFICKING, "others": OTHERS}
    for label, tables in groups.items():
        print(label)
        for method in methods:
            pooled(list(tables), method, given.seed)


if __name__ == "__main__":
    main()
