"""Coverage of each method in invented worlds, with how often the panel warned.

    python benchmarks/estimate_calibration.py --worlds 500 --kept coverage.jsonl [--only independent sim1 ...]

Worlds: independent lists, heterogeneous capture, a positively dependent pair, sparse lists (fewer than 200 seen), the
five published scenarios sim1-sim5 of StanLCMCR. Prints per world and method: answers given, coverage of the 95 %
interval among them with its standard error, median relative bias, median width. `*`: the method's assumption holds.
Then the share of worlds in which the panel of all methods warned. The fast path: four chains until 400 effective
draws, no ladder, 200 bootstrap replicates.

Each world draws from a stream of its own, and `--kept` holds what was found, one world a line: a run that was stopped
goes on where it was, and two runs may work on different worlds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.chao import Chao
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear, Rule
from tawthiq.report.estimate.panel import together
from tawthiq.report.estimate.simulate import DEV_WORLDS

Line = dict[str, Any]


def methods(world: estimate.World, n_replicates: int, only: list[str]) -> list[estimate.Method]:
    """Every method, or those named; the choice by BIC, which costs most, only where it should be right."""
    quick = Plan(n_chains=4, warm_up=(100, 150, 200), batch=250, target_ess=400, n_ladders=0)
    chosen: list[estimate.Method] = [LogLinear(n_replicates=n_replicates)] if n_replicates else []
    if n_replicates and "loglinear-bic" in world.true_for:
        chosen.append(LogLinear(rule=Rule.BIC, n_replicates=n_replicates, name="loglinear-bic"))
    every: list[estimate.Method] = [
        LatentClasses(quick), LatentClasses(replace(quick, neutral=True), name="lcm-neutral"), Dga(), *chosen,
        LogLinear(rule=Rule.AVERAGE, name="loglinear-average"), Chao(),
    ]  # fmt: skip
    return [one for one in every if not only or one.name in only]


def one_world(world: estimate.World, number: int, given: argparse.Namespace) -> Line:
    started = time.process_time()
    rng = np.random.default_rng([given.seed, sum(map(ord, world.name)), number])
    truth = estimate.simulate(world, rng)
    asked = methods(world, given.replicates, given.methods)
    outcomes = estimate.estimate_all(truth.table, asked, estimate.Run(seed=given.seed + number))
    panel = estimate.panel(truth.table, outcomes)
    said: Line = {}
    for one in outcomes:
        if isinstance(one, estimate.Estimate):
            said[one.method] = [one.interval.low, one.median, one.interval.high, one.lower_bound]
        else:
            said[one.method] = [reason.value for reason in one.reasons]
    return {
        "key": key(world, number, given),
        "seen": truth.table.n_observed,
        "said": said,
        "widest": panel.widest(),
        "together": (both.low, both.high) if (both := together(outcomes)) else None,
        "warned": [words.split(":")[0][:60] for words in panel.warnings],
        "seconds": time.process_time() - started,
    }


def key(world: estimate.World, number: int, given: argparse.Namespace) -> str:
    return " ".join([world.name, str(number), str(given.seed), str(given.replicates), *given.methods])


def found(world: estimate.World, given: argparse.Namespace, known: dict[str, Line]) -> Iterator[Line]:
    """Lines of this world, kept ones first taken from the file, the others made and kept."""
    for number in range(given.worlds):
        name = key(world, number, given)
        if name not in known:
            known[name] = one_world(world, number, given)
            if given.kept:
                with given.kept.open("a") as kept:
                    kept.write(json.dumps(known[name]) + "\n")
        yield known[name]


def answered(said: list[Any]) -> bool:
    return not isinstance(said[0], str)


def report(world: estimate.World, lines: list[Line]) -> None:
    for name in lines[0]["said"]:
        said = [line["said"][name] for line in lines]
        report_method(world, name, [one for one in said if answered(one)], len(said))
    for range_, words in (("widest", "widest range"), ("together", "thrown together")):
        ends = [line[range_] for line in lines if line.get(range_)]
        held = np.mean([low <= world.n_children <= high for low, high in ends]) if ends else float("nan")
        width = np.median([high - low for low, high in ends]) if ends else float("nan")
        print(f"{world.name:15} {words:18} {len(ends):5d} cover {held:.3f} {width:15.0f}")
    warned = np.mean([bool(line["warned"]) for line in lines])
    kinds = Counter(kind for line in lines for kind in set(line["warned"]))
    seen, seconds = np.mean([line["seen"] for line in lines]), sum(line["seconds"] for line in lines)
    print(f"{world.name:15} panel warned in {warned:.3f}; n seen {seen:.0f}; {seconds:.0f} CPU s")
    for kind, times in kinds.most_common(4):
        print(f"{'':17} {times / len(lines):.3f} {kind}")
    print(flush=True)


def report_method(world: estimate.World, name: str, said: list[list[Any]], n_asked: int) -> None:
    n = world.n_children
    mark = "*" if name in world.true_for else " "
    who = f"{world.name:15} {name + mark:18} {len(said):5d}"
    if not said:
        print(f"{who} answers of {n_asked}")
        return
    bound = bool(said[0][3])
    above = float(np.mean([low > n for low, _, _, _ in said]))
    below = 0.0 if bound else float(np.mean([high < n for _, _, high, _ in said]))
    cover = 1 - above - below
    noise = (cover * (1 - cover) / len(said)) ** 0.5
    bias = np.median([middle / n - 1 for _, middle, _, _ in said])
    width = np.median([high - low for low, _, high, _ in said])
    words = " (bound: low end below the truth)" if bound else f" too low {below:.3f} too high {above:.3f}"
    print(f"{who} cover {cover:.3f} ({noise:.3f}) {bias:+7.1%} {width:7.0f}{words}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--worlds", type=int, default=500)
    asked.add_argument("--seed", type=int, default=20260101)
    asked.add_argument("--replicates", type=int, default=200, help="of the BCa bootstraps; 0 leaves them out")
    asked.add_argument("--only", nargs="*", default=list(estimate.WORLDS), choices=[*estimate.WORLDS, *DEV_WORLDS])
    asked.add_argument("--methods", nargs="*", default=[], help="names; all when left out")
    asked.add_argument("--kept", type=Path, help="file of worlds done, read and added to")
    given = asked.parse_args()
    known: dict[str, Line] = {}
    if given.kept and given.kept.exists():
        known = {line["key"]: line for line in map(json.loads, given.kept.read_text().splitlines())}
    for name in given.only:
        world = estimate.WORLDS.get(name) or DEV_WORLDS[name]
        report(world, list(found(world, given, known)))


if __name__ == "__main__":
    main()
