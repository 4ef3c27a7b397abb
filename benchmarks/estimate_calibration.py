"""Coverage of each method in invented worlds, with how often the panel warned.

    python benchmarks/estimate_calibration.py --worlds 500 [--only independent sim1 ...]

Worlds: independent lists, heterogeneous capture, a positively dependent pair, sparse lists (fewer than 200 seen), the
five published scenarios sim1-sim5 of StanLCMCR. Prints per world and method: answers given, coverage of the 95 %
interval among them with its standard error, median relative bias, median width. `*`: the method's assumption holds.
Then the share of worlds in which the panel of all methods warned. The fast path: four chains until 400 effective
draws, no ladder, 200 bootstrap replicates.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.chao import Chao
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule


def methods(n_replicates: int) -> list[estimate.Method]:
    quick = Plan(n_chains=4, target_ess=400, n_ladders=0)
    stepwise: list[estimate.Method] = [LogLinear(n_replicates=n_replicates)] if n_replicates else []
    return [
        LatentClasses(quick), Dga(), *stepwise, LogLinear(rule=Rule.AVERAGE, name="loglinear-average"), Chao(),
    ]  # fmt: skip


def coverage(world: estimate.World, n_worlds: int, seed: int, n_replicates: int) -> None:
    rng = np.random.default_rng([seed, sum(map(ord, world.name))])
    kept: dict[str, list[estimate.Estimate]] = defaultdict(list)
    warned: Counter[str] = Counter()
    seen, n_ranges, n_held, started = 0, 0, 0, time.process_time()
    asked = methods(n_replicates)
    for w in range(n_worlds):
        truth = estimate.simulate(world, rng)
        outcomes = estimate.estimate_all(truth.table, asked, estimate.Run(seed=seed + w))
        panel = estimate.panel(truth.table, outcomes)
        warned["any"] += bool(panel.warnings)
        warned.update({kind.split(":")[0][:44] for kind in panel.warnings})
        seen += truth.table.n_observed
        if ends := panel.widest():
            n_ranges += 1
            n_held += ends[0] <= truth.n_children <= ends[1]
        for outcome in outcomes:
            if isinstance(outcome, estimate.Estimate):
                kept[outcome.method].append(outcome)
    for method in asked:
        line(world, method.name, kept[method.name])
    share = warned["any"] / n_worlds
    print(f"{world.name:15} {'widest range':18} {n_ranges:5d} cover {n_held / max(n_ranges, 1):.3f}")
    print(f"{world.name:15} panel warned in {share:.3f}; n seen {seen / n_worlds:.0f}; "
          f"{time.process_time() - started:.0f} CPU s; {warned.most_common(5)}", flush=True)  # fmt: skip


def line(world: estimate.World, name: str, found: list[estimate.Estimate]) -> None:
    n = world.n_children
    if not found:
        print(f"{world.name:15} {name:18} no answers")
        return
    bound = found[0].lower_bound
    cover = float(np.mean([e.interval.low <= n if bound else e.interval.holds(n) for e in found]))
    noise = (cover * (1 - cover) / len(found)) ** 0.5
    bias = np.median([e.median / n - 1 for e in found])
    width = np.median([e.interval.high - e.interval.low for e in found])
    mark, words = "*" if name in world.true_for else " ", " (bound: low end below the truth)" if bound else ""
    who = f"{world.name:15} {name + mark:18} {len(found):5d}"
    print(f"{who} cover {cover:.3f} ({noise:.3f}) {bias:+7.1%} {width:7.0f}{words}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=500)
    asked.add_argument("--seed", type=int, default=20260101)
    asked.add_argument("--replicates", type=int, default=200, help="of the stepwise BCa bootstrap; 0 leaves it out")
    asked.add_argument("--only", nargs="*", default=list(estimate.WORLDS))
    given = asked.parse_args()
    for name in given.only:
        coverage(estimate.WORLDS[name], given.worlds, given.seed, given.replicates)


if __name__ == "__main__":
    main()
