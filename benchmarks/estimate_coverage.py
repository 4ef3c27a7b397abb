"""Coverage of each method in invented worlds, plus the known-size check on the published trafficking tables.

    python benchmarks/estimate_coverage.py --worlds 500 --seed 20260101

Prints per world and method: answers given, coverage of the 95 % interval among them, median relative bias, and how
often the panel warned. Worlds whose assumptions a method meets are marked `*`.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.chao import Chao
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.published import published

TRAFFICKING = ("UKdat", "Ned", "NewOrl_5", "Western", "UKdat_5")


def methods(n_replicates: int) -> list[estimate.Method]:
    quick = Plan(n_chains=4, warm_up=(200, 300, 400), batch=500, max_batches=8, target_ess=400, n_ladders=0)
    return [
        LatentClasses(quick),
        Dga(),
        LogLinear(n_replicates=n_replicates),
        LogLinear(rule=Rule.AVERAGE, name="loglinear-average"),
        Chao(),
    ]


def coverage(worlds: list[estimate.World], n_worlds: int, seed: int, n_replicates: int) -> None:
    print(f"{'world':16} {'method':18} {'answers':>8} {'cover':>6} {'bias':>7} {'width':>8}")
    for world in worlds:
        rng = np.random.default_rng([seed, sum(map(ord, world.name))])
        kept: dict[str, list[estimate.Estimate]] = defaultdict(list)
        warned, started = 0, time.process_time()
        for w in range(n_worlds):
            truth = estimate.simulate(world, rng)
            outcomes = estimate.estimate_all(truth.table, methods(n_replicates), estimate.Run(seed=seed + w))
            warned += bool(estimate.panel(truth.table, outcomes).warnings)
            for outcome in outcomes:
                if isinstance(outcome, estimate.Estimate):
                    kept[outcome.method].append(outcome)
        for method in methods(n_replicates):
            line(world, method.name, kept[method.name])
        print(
            f"{world.name:16} panel warned in {warned / n_worlds:.2f}; {time.process_time() - started:.0f} CPU s",
            flush=True,
        )


def line(world: estimate.World, name: str, found: list[estimate.Estimate]) -> None:
    n = world.n_children
    if not found:
        print(f"{world.name:16} {name:18} {0:8d}")
        return
    bound = found[0].lower_bound
    hits = [e.interval.low <= n if bound else e.interval.holds(n) for e in found]
    bias = np.median([e.median / n - 1 for e in found])
    width = np.median([e.interval.high - e.interval.low for e in found])
    mark = "*" if name in world.true_for else " "
    words = " (bound: low end below truth)" if bound else ""
    print(f"{world.name:16} {name + mark:18} {len(found):8d} {np.mean(hits):6.2f} {bias:+7.1%} {width:8.0f}{words}")


def known_sizes(n_replicates: int, seed: int) -> None:
    print("\nknown sizes: each list from the others")
    for method in methods(n_replicates):
        hits: list[bool] = []
        refused = 0
        for name in TRAFFICKING:
            for entry in estimate.against_known_sizes(published(name), method, estimate.Run(seed=seed)):
                refused += entry.covered is None
                hits += [entry.covered] if entry.covered is not None else []
        print(
            f"{method.name:18} covered {sum(hits)} of {len(hits)}; {refused} refused",
            flush=True,
        )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=500)
    asked.add_argument("--seed", type=int, default=20260101)
    asked.add_argument("--replicates", type=int, default=200, help="of the BCa bootstrap")
    asked.add_argument("--only", nargs="*", default=list(estimate.WORLDS))
    given = asked.parse_args()
    known_sizes(given.replicates, given.seed)
    print()
    coverage([estimate.WORLDS[name] for name in given.only], given.worlds, given.seed, given.replicates)


if __name__ == "__main__":
    main()
