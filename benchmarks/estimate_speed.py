"""What estimates cost: DGA by lists, bootstraps, a thousand times the children.

    python benchmarks/estimate_speed.py [--r-library DIR] [--only-n] [--tables kosovo my5]

CPU seconds of one process, compiled code loaded before. For seven lists also the peak memory, in a process of its own.
R's dga is asked beside ours on UKdat_5 where Rscript finds it.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from estimate_agreement import DGA, r_says

from tawthiq import estimate
from tawthiq.report.estimate.latent.chain import start
from tawthiq.report.estimate.latent.sampler import Plan
from tawthiq.report.estimate.methods.dga import Dga
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.methods.loglinear import LogLinear
from tawthiq.report.estimate.published import published

N_ITERATIONS = 1000
EQUAL_BATCHES = 2
PAIRED_ESS = 1000.0
THOUSANDFOLD = ("kosovo", "my5", "UKdat_5", "HIV", "Western", "NewOrl_5")
N_REPEATS = 7


def timed(work: Callable[[], estimate.Outcome]) -> tuple[float, str]:
    started = time.process_time()
    found = work()
    took = time.process_time() - started
    if not isinstance(found, estimate.Estimate):
        return took, f"refused: {', '.join(found.reasons)}"
    agreed = f", rhat {found.rhat:.3f} ess {found.ess:.0f}" if found.rhat and found.ess else ""
    return took, f"{found.median:.0f} ({found.interval.low:.0f}-{found.interval.high:.0f}{agreed})"


def dga_wide(library: str) -> None:
    table = published("UKdat_5")
    Dga().fit(table, estimate.Run())
    took, words = timed(lambda: Dga(first_unseen=1, last_unseen=80_000).fit(table, estimate.Run()))
    print(f"dga UKdat_5 to 80 000     ours {took:7.3f} s {words}")
    if said := r_says(table, DGA.replace("LAST", "80000"), library):
        mean, low, middle, high, cpu = map(float, said[0].split())
        ends = f"{middle:.0f} ({low:.0f}-{high:.0f}) mean {mean:.2f}"
        print(f"{'':25} R    {cpu:7.3f} s {ends}; {cpu / took:.0f} times ours", flush=True)


def dga_by_lists() -> None:
    for name in ("UKdat", "Ned", "hare", "NewOrl"):
        table = published(name)
        took, words = timed(partial(Dga().fit, table, estimate.Run()))
        print(f"dga {name:12} {table.n_lists} lists {took:7.3f} s {words}", flush=True)


def dga_seven() -> None:
    """In this process alone, so that its peak memory is that of seven lists."""
    took, words = timed(lambda: Dga().fit(published("ph_manila_unidentified"), estimate.Run()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"dga ph_manila_unidentified 7 lists {took:7.3f} s, peak {peak:.0f} MiB {words}", flush=True)


def thousandfold(names: Sequence[str]) -> None:
    """A thousand times the children: the same number of iterations, then whole fits, as long and as good.

    As long: warm-up and EQUAL_BATCHES batches on either side, with all that a fit does after. As good: until PAIRED_ESS
    effective draws, on which the ends of the interval stand alike. Large tables have narrow posteriors of another
    shape, so how many iterations one effective draw takes may go either way: that ratio is of the data, not of n.
    """
    for name in names:
        table = published(name)
        more = estimate.from_counts(table.lists, {pattern: 1000 * count for pattern, count in table.cells})
        print(f"n x 1000  {name:10} {iterations(table, more)}; {fits(table, more)}", flush=True)


def iterations(*tables: estimate.CaptureTable) -> str:
    """CPU of the same number of iterations of the same moves, least of some, as others share this machine."""
    chains = [start(one, 10, 20, np.ones(1), np.random.default_rng(1), Plan().short(tables[0])) for one in tables]
    least = [np.inf, np.inf]
    for chain in chains:
        chain.run(300, adapting=True)
    for _ in range(N_REPEATS):
        for k, chain in enumerate(chains):
            started = time.process_time()
            chain.run(N_ITERATIONS, adapting=False)
            least[k] = min(least[k], time.process_time() - started)
    return f"an iteration {least[0] * 1e3:.1f} us, {least[1] * 1e3:.1f} us: {least[1] / least[0]:.2f}"


def fits(table: estimate.CaptureTable, more: estimate.CaptureTable) -> str:
    """Whole fits: least CPU of two as long, then of one as good."""
    fixed = LatentClasses(Plan(max_batches=EQUAL_BATCHES, target_ess=np.inf, n_ladders=0))
    twice = [[timed(partial(fixed.fit, one, estimate.Run(seed=k)))[0] for one in (table, more)] for k in (1, 2)]
    few, many = np.min(twice, axis=0)
    good = LatentClasses(Plan(target_ess=PAIRED_ESS))
    (took, words), (longer, words_more) = (timed(partial(good.fit, one, estimate.Run(seed=1))) for one in (table, more))
    as_good = f"{took:.1f} s {words}, {longer:.1f} s {words_more}: {longer / took:.2f}"
    return f"as long {few:.2f} s, {many:.2f} s: {many / few:.2f}; as good {as_good}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--r-library", default="")
    asked.add_argument("--tables", nargs="*", default=THOUSANDFOLD, help="of n x 1000")
    asked.add_argument("--only-n", action="store_true", help="only a thousand times the children")
    asked.add_argument("--seven", action="store_true", help="only the seven lists")
    given = asked.parse_args()
    if given.seven:
        return dga_seven()
    if given.only_n:
        return thousandfold(given.tables)
    dga_wide(given.r_library)
    dga_by_lists()
    subprocess.run([sys.executable, __file__, "--seven"], check=True)
    took, words = timed(lambda: LogLinear(n_replicates=1000).fit(published("UKdat_5"), estimate.Run()))
    print(f"stepwise with BCa of 1000 on UKdat_5 {took:.2f} s {words}", flush=True)
    return thousandfold(given.tables)


if __name__ == "__main__":
    main()
