"""Ours beside the R packages LCMCR, dga, Rcapture, SparseMSE on the published tables, in one run.

    python benchmarks/estimate_agreement.py [--tables kosovo my5] [--r-library DIR]

Without Rscript, or without a package, its columns are empty. Times are CPU seconds of one process without loading of
packages or compiled code, warm-up and burn-in included; effective draws of R's chains are counted by our code
(rank-normalised, split), so both sides are measured alike. R: four chains of 20 000 + 200 000 sweeps, every tenth kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.convergence import agreement
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear
from tawthiq.report.estimate.published import NAMES, published

LCMCR = """
suppressMessages(library(LCMCR)); x <- as.matrix(read.csv("cells.csv")); J <- ncol(x) - 1
d <- as.data.frame(x[, 1:J]); for (j in 1:J) d[[j]] <- factor(d[[j]], levels = c(0, 1)); d$Freq <- x[, J + 1]
t0 <- proc.time(); out <- NULL
for (s in 1:4) { m <- lcmCR(captures = d, tabular = TRUE, in_list_label = "1", not_in_list_label = "0", K = 10,
  a_alpha = 0.25, b_alpha = 0.25, seed = s, buffer_size = 1e6, thinning = 5, verbose = FALSE)
  out <- rbind(out, as.numeric(lcmCR_PostSampl(m, burnin = 20000, samples = 20000, thinning = 10, output = FALSE))) }
el <- proc.time() - t0; write.table(out, "draws.txt", row.names = FALSE, col.names = FALSE)
cat(el[["user.self"]] + el[["sys.self"]])
"""
SPARSE = """
suppressMessages(library(SparseMSE)); x <- as.matrix(read.csv("cells.csv")); J <- ncol(x) - 1
r <- estimatepopulation.0(x, quantiles = c(0.025, 0.975)); cat(r$estimate)
"""
RCAPTURE = """
suppressMessages(library(Rcapture)); x <- as.matrix(read.csv("cells.csv"))
r <- closedp.t(x, dfreq = TRUE); cat(r$results["Mth Chao (LB)", "abundance"])
"""
DGA = """
suppressMessages(library(dga)); x <- as.matrix(read.csv("cells.csv")); J <- ncol(x) - 1
Y <- array(0, dim = rep(2, J)); for (i in 1:nrow(x)) Y[matrix(x[i, 1:J] + 1, 1)] <- x[i, J + 1]
data(list = paste0("graphs", J)); g <- get(paste0("graphs", J)); N <- 1:LAST; t0 <- proc.time()
w <- colSums(bma.cr(Y, delta = 2^-J, Nmissing = N, graphs = g)); el <- proc.time() - t0
n <- sum(x[, J + 1]); k <- cumsum(w) / sum(w)
cat(n + sum(w * N) / sum(w), n + N[sapply(c(.025, .5, .975), function(q) which(k >= q)[1])],
  el[["user.self"]] + el[["sys.self"]])
"""


def r_says(table: estimate.CaptureTable, script: str, library: str) -> tuple[str, Path] | None:
    """Standard output of the script beside the cells, None when R or the package is missing."""
    if not shutil.which("Rscript"):
        return None
    place = Path(tempfile.mkdtemp())
    rows = [",".join([*map(str, pattern), str(count)]) for pattern, count in table.cells]
    (place / "cells.csv").write_text("\n".join([",".join([*(f"L{k}" for k in range(table.n_lists)), "Freq"]), *rows]))
    (place / "run.R").write_text(script)
    environment = {**os.environ, **({"R_LIBS": library} if library else {})}
    done = subprocess.run(["Rscript", "run.R"], cwd=place, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"   (R: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'failed'})")
        return None
    return done.stdout, place


def shown(who: str, low: float, middle: float, high: float, rhat: float, ess: float, cpu: float) -> str:
    ends = f"{low:.0f}-{high:.0f}"
    return f"lcm   {who:5} {middle:8.0f} {ends:16} rhat {rhat:.3f} ess {ess:7.0f} {ess / cpu:7.0f} ess/s"


def lcm(name: str, table: estimate.CaptureTable, library: str) -> None:
    started = time.process_time()
    found = LatentClasses().fit(table, estimate.Run(seed=1))
    took = time.process_time() - started
    pace = 0.0
    if isinstance(found, estimate.Estimate):
        ends = found.interval.low, found.median, found.interval.high
        pace = (found.ess or 0) / took
        print(f"{name:22} {shown('ours', *ends, found.rhat or 0, found.ess or 0, took)}")
    else:
        print(f"{name:22} lcm   ours  refused: {', '.join(found.reasons)}")
    if said := r_says(table, LCMCR, library):
        draws = np.loadtxt(said[1] / "draws.txt")
        agreed, (low, middle, high) = agreement(draws), np.quantile(draws, [0.025, 0.5, 0.975])
        cpu = float(said[0].split()[-1])
        print(f"{'':22} {shown('R', low, middle, high, agreed.rhat, agreed.ess_bulk, cpu)}", end="")
        print(f"   ours {pace / (agreed.ess_bulk / cpu):.1f} times R", flush=True)


def dga(table: estimate.CaptureTable, library: str) -> None:
    if not 3 <= table.n_lists <= 7:
        return
    last = 20 * table.n_observed
    started = time.process_time()
    found = Dga(first_unseen=1, last_unseen=last).fit(table, estimate.Run())
    took = time.process_time() - started
    if isinstance(found, estimate.Estimate):
        ends = f"{found.interval.low:.0f}-{found.interval.high:.0f}"
        print(f"{'':22} dga   ours  {found.median:8.0f} {ends:16} mean {found.mean:.2f} {took:.3f} s")
    else:
        print(f"{'':22} dga   ours  refused: {', '.join(found.reasons)}")
    if table.n_lists <= 5 and (said := r_says(table, DGA.replace("LAST", str(last)), library)):
        mean, low, middle, high, cpu = map(float, said[0].split())
        ends = f"{low:.0f}-{high:.0f}"
        print(f"{'':22} dga   R     {middle:8.0f} {ends:16} mean {mean:.2f} {cpu:.3f} s")


def others(table: estimate.CaptureTable, library: str) -> None:
    for label, method, script in (
        ("logl", LogLinear(n_replicates=10), SPARSE),
        ("chao", estimate.METHODS["chao"], RCAPTURE),
    ):
        found = method.fit(table, estimate.Run())
        ours = f"{found.median:.4f}" if isinstance(found, estimate.Estimate) else f"refused {', '.join(found.reasons)}"
        said = r_says(table, script, library)
        print(f"{'':22} {label}  ours  {ours}   R {said[0].strip() if said else '-'}", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--tables", nargs="*", default=list(NAMES))
    asked.add_argument("--r-library", default="")
    asked.add_argument("--only-lcm", action="store_true", help="leave out the methods without chains")
    given = asked.parse_args()
    LatentClasses(Plan(target_ess=400)).fit(published("Artificial_3"), estimate.Run(seed=1))
    for name in given.tables:
        table = published(name)
        lcm(name, table, given.r_library)
        if not given.only_lcm:
            dga(table, given.r_library)
            others(table, given.r_library)


if __name__ == "__main__":
    main()
