"""Ours beside R on tables and settings nobody chose: a seeded generator draws lists, classes, pulls, grids, priors.

    python benchmarks/estimate_random_tables.py --n-tables 30 [--n-chains-tables 3] [--r-library DIR] [--seed 1]

For each table of 3 to 5 lists: dga with a random prior weight and grid (mean to six digits, median and both ends
exactly), SparseMSE's stepwise choice (pairs; point with both Wald ends to five), Rcapture's Mth Chao bound (six digits)
with its standard error (four); for the first `--n-chains-tables`, LCMCR with random K, a, b. Chains agree when median
and ends lie within four standard errors of a quantile or 1.5 %. A table on which R stops with an error is not counted.
Without Rscript or a package nothing is compared, and the line says so.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parent))
from estimate_agreement import LCMCR, r_says

from tawthiq import estimate
from tawthiq.report.estimate.cells import all_counts, all_patterns
from tawthiq.report.estimate.convergence import agreement
from tawthiq.report.estimate.intervals import wald_on_log
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.loglinear.model import Fitted
from tawthiq.report.estimate.loglinear.search import stepwise
from tawthiq.report.estimate.methods.chao import with_list_effects
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses

QUICK = """
suppressMessages({library(dga); library(SparseMSE); library(Rcapture)})
x <- as.matrix(read.csv("cells.csv")); J <- ncol(x) - 1; n <- sum(x[, J + 1])
Y <- array(0, dim = rep(2, J)); for (i in 1:nrow(x)) Y[matrix(x[i, 1:J] + 1, 1)] <- x[i, J + 1]
data(list = paste0("graphs", J)); N <- 1:LAST
w <- colSums(bma.cr(Y, delta = DELTA, Nmissing = N, graphs = get(paste0("graphs", J)))); k <- cumsum(w) / sum(w)
cat("dga", format(c(n + sum(w * N) / sum(w), n + N[sapply(c(.025, .5, .975), function(q) which(k >= q)[1])]),
  digits = 12), "\\n")
z <- as.data.frame(x); names(z) <- c(LETTERS[1:J], "count")
r <- try(suppressWarnings(estimatepopulation.0(z)), silent = TRUE)
if (inherits(r, "try-error")) cat("logl error\\n") else {
  named <- c(grep(":", names(r$MSEfit$fit$coefficients), value = TRUE), colnames(r$MSEfit$emptyoverlaps))
  cat("logl", format(r$estimate, digits = 10), named, "\\n") }
r <- try(suppressWarnings(closedp.t(x, dfreq = TRUE)$results["Mth Chao (LB)", ]), silent = TRUE)
if (inherits(r, "try-error")) cat("chao error\\n") else cat("chao", format(c(r[[1]], r[[2]]), digits = 10), "\\n")
"""

Floats = npt.NDArray[np.float64]


def random_table(rng: np.random.Generator) -> estimate.CaptureTable:
    """3 to 5 lists, 1 to 3 kinds of children, sometimes a list that pulls children onto the next."""
    while True:
        n_lists, n_kinds = int(rng.integers(3, 6)), int(rng.integers(1, 4))
        kinds = tuple(
            (float(share), tuple(float(p) for p in rng.beta(1.2, 4, n_lists)))
            for share in rng.dirichlet(np.ones(n_kinds))
        )
        pull = float(rng.random() * 0.6) if rng.random() < 0.4 else 0.0
        world = estimate.World("random", int(np.exp(rng.uniform(5.3, 8.5))), kinds, pull=pull)
        table = estimate.simulate(world, rng).table
        if not estimate.check(table).grounds and table.overlaps().diagonal().min() > 0:
            return table


def same(ours: list[float], theirs: list[str], digits: int) -> bool:
    return len(ours) == len(theirs) and all(
        abs(a - float(b)) <= 0.51 * 10 ** (np.floor(np.log10(abs(float(b)) + 1e-9)) - digits + 1)
        for a, b in zip(ours, theirs, strict=True)
    )


def judged_dga(table: estimate.CaptureTable, said: list[str], last: int, delta: float) -> tuple[bool, str]:
    found = Dga(delta=delta, first_unseen=1, last_unseen=last).fit(table, estimate.Run())
    if not isinstance(found, estimate.Estimate):
        return True, f"refused by us: {', '.join(found.reasons)}"
    ours = [found.mean or 0.0, found.interval.low, found.median, found.interval.high]
    return same(ours[:1], said[:1], 6) and ours[1:] == [float(s) for s in said[1:]], f"{ours} R {said}"


def judged_stepwise(table: estimate.CaptureTable, said: list[str]) -> tuple[bool, str]:
    found = stepwise(all_patterns(table.n_lists), all_counts(table))
    if not isinstance(found, Fitted):
        return False, f"we found no answer ({found!r}), R {said}"
    ends = wald_on_log(table.n_observed, float(np.log(found.unseen)), found.log_se, 0.95)
    ours = [ends.low, table.n_observed + found.unseen, ends.high]
    pairs = {f"{table.lists[a]}:{table.lists[b]}" for a, b in found.pairs}
    return same(ours, said[:3], 5) and pairs == set(said[3:]), f"{ours} {sorted(pairs)} R {said}"


def judged_chao(table: estimate.CaptureTable, said: list[str]) -> tuple[bool, str]:
    bound = with_list_effects(table)
    good = same([bound.value], said[:1], 6) and same([bound.se], said[1:], 4)
    return good, f"{bound.value:.4f} {bound.se:.4f} R {said}"


def quick(table: estimate.CaptureTable, rng: np.random.Generator, library: str) -> dict[str, tuple[bool, str]] | None:
    last = int(table.n_observed * rng.uniform(2, 15))
    delta = float(rng.choice([2.0**-table.n_lists, 0.5, 1.0]))
    said = r_says(table, QUICK.replace("LAST", str(last)).replace("DELTA", repr(delta)), library)
    if said is None:
        return None
    lines = {words[0]: words[1:] for words in map(str.split, said[0].splitlines())}
    judged = {"dga": judged_dga(table, lines["dga"], last, delta)}
    if lines["logl"] != ["error"]:
        judged["logl"] = judged_stepwise(table, lines["logl"])
    if lines["chao"] != ["error"]:
        judged["chao"] = judged_chao(table, lines["chao"])
    return judged


def noise(draws: Floats, quantile: float, ess: float) -> float:
    """Standard error of a quantile, from the quantiles two standard errors of its level away."""
    away = (quantile * (1 - quantile) / ess) ** 0.5
    low, high = np.quantile(draws, [max(quantile - 2 * away, 0), min(quantile + 2 * away, 1)])
    return float(high - low) / 4


def chains(table: estimate.CaptureTable, rng: np.random.Generator, library: str) -> str:
    k, a, b = int(rng.choice([3, 5, 8])), float(rng.choice([0.25, 1.0, 2.0])), float(rng.choice([0.25, 0.5, 1.0]))
    script = LCMCR.replace("K = 10", f"K = {k}").replace("a_alpha = 0.25", f"a_alpha = {a}")
    said = r_says(table, script.replace("b_alpha = 0.25", f"b_alpha = {b}"), library)
    settings = f"K={k} a={a} b={b}, {table.n_lists} lists, n={table.n_observed}"
    if said is None:
        return f"{settings}: no LCMCR here"
    plan = Plan(n_classes=k, alpha_prior=(a, b))
    found = LatentClasses(plan).fit(table, estimate.Run(seed=1))
    theirs = np.loadtxt(said[1] / "draws.txt")
    agreed = agreement(theirs)
    if not isinstance(found, estimate.Estimate) or agreed.grounds():
        ours = "answers" if isinstance(found, estimate.Estimate) else f"refuses ({', '.join(found.reasons)})"
        return f"{settings}: not compared, ours {ours}, R's rhat {agreed.rhat:.3f}"
    assert found.draws is not None and found.ess is not None
    words, good = [], True
    for q in (0.025, 0.5, 0.975):
        one, two = float(np.quantile(found.draws.values, q)), float(np.quantile(theirs, q))
        ess = min(found.ess, agreed.ess_bulk, agreed.ess_tail)
        error = np.hypot(noise(found.draws.values, q, ess), noise(theirs, q, ess))
        good &= bool(abs(one - two) <= max(4 * error, 0.015 * two))
        words.append(f"{one:.0f} R {two:.0f} ({(one / two - 1):+.1%}, {abs(one - two) / max(error, 0.5):.1f} s.e.)")
    return f"{settings}: {'same' if good else 'DIFFERENT'}: {'; '.join(words)}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--n-tables", type=int, default=30)
    asked.add_argument("--n-chains-tables", type=int, default=3)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--r-library", default="")
    given = asked.parse_args()
    equal: dict[str, list[bool]] = {"dga": [], "logl": [], "chao": []}
    for number in range(given.n_tables):
        rng = np.random.default_rng([given.seed, number])
        table = random_table(rng)
        judged = quick(table, rng, given.r_library)
        if judged is None:
            print("R or a package is absent: nothing to compare")
            return
        for name, (good, words) in judged.items():
            equal[name].append(good)
            if not good:
                print(f"table {number} ({table.n_lists} lists, n={table.n_observed}) {name}: {words}", flush=True)
        if number < given.n_chains_tables:
            print(f"table {number} lcm {chains(table, rng, given.r_library)}", flush=True)
    for name, all_good in equal.items():
        print(f"{name}: {sum(all_good)} of {len(all_good)} tables equal")


if __name__ == "__main__":
    main()
