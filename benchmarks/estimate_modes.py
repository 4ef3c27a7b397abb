"""The tables on which LCMCR's chains disagree: what modes there are, whether chains move between them.

    python benchmarks/estimate_modes.py [--tables UKdat_5 UKdat Ned_5 Ned]

Per table: the outcome of the method as it ships, with the modes it names. Then plain Gibbs sweeps (those of LCMCR) from
LCMCR's kind of start, until some sit in a lower mode for long; the chains of the plan are set into those very states:
how soon they leave, the part of their draws in that mode after. A mode that is left within some hundred iterations and
holds a few draws in a thousand is a small one, however long plain sweeps sit there.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from tawthiq import estimate
from tawthiq.report.estimate.latent.chain import Chain, Kernel, start
from tawthiq.report.estimate.latent.modes import explain
from tawthiq.report.estimate.latent.sampler import Plan, Snapshot
from tawthiq.report.estimate.methods.lcm import LatentClasses
from tawthiq.report.estimate.published import published

LOWER = {"UKdat_5": 13_500, "UKdat": 14_000, "Ned_5": 85_000, "Ned": 85_000}
"""Below this many children lies the lower mode of each table."""

N_CHAINS = 8
N_LOOKS = 30
LOOK = 1000


def as_shipped(table: estimate.CaptureTable) -> None:
    started = time.process_time()
    found = LatentClasses().fit(table, estimate.Run(seed=1))
    took = time.process_time() - started
    if isinstance(found, estimate.Estimate):
        ends = f"{found.median:.0f} ({found.interval.low:.0f}-{found.interval.high:.0f})"
        print(f"  answers {ends}, R-hat {found.rhat:.4f}, ESS {found.ess:.0f}, {took:.1f} CPU s")
        print(f"  modes: {found.diagnostics['modes']}")
    else:
        print(f"  refuses ({took:.1f} CPU s): {'; '.join(ground.detail for ground in found.grounds)}")
        print(f"  modes: {list(found.modes)}")


def stuck(table: estimate.CaptureTable, below: float) -> list[Chain]:
    """Chains of plain sweeps whose last thousand draws lay below, from list totals as LCMCR starts."""
    share = table.overlaps().diagonal() / table.n_observed
    kept = []
    for k in range(N_CHAINS):
        rng = np.random.default_rng([5, k])
        chain = start(table, 10, 20, np.ones(1), rng, Kernel(n_leaps=0, n_sweeps=1, n_exchanges=0))
        chain.states[0, : 10 * table.n_lists] = np.repeat(np.log(share / (1 - share)), 10)
        chain.alphas[:] = 0.03
        for look in range(N_LOOKS):
            unseen = chain.run(LOOK, adapting=False).unseen
            if look > 3 and np.median(unseen) + table.n_observed < below:
                kept.append(chain)
                break
    return kept


def leave(table: estimate.CaptureTable, chain: Chain, below: float) -> str:
    snapshot = Snapshot(float(chain.unseen[0]), chain.states[0].copy())
    kinds = explain(np.array([[snapshot.unseen]]), (snapshot,), table.n_observed, table.n_lists)
    moved = start(table, 10, 20, np.ones(1), np.random.default_rng(1), Plan().short(table))
    moved.states[0], moved.alphas[:], moved.unseen[:] = chain.states[0], chain.alphas, chain.unseen
    for length in (150, 250, 350):
        moved.rescale(moved.run(length, adapting=True))
    moved.run(200, adapting=True)
    moved.states[0], moved.alphas[:], moved.unseen[:] = chain.states[0], chain.alphas, chain.unseen
    total = moved.run(6000, adapting=False).unseen + table.n_observed
    middles = np.median(total.reshape(-1, 100), axis=1)
    out = np.flatnonzero(middles >= below)
    soon = f"left after {100 * int(out[0])} iterations" if out.size else "never left"
    return f"{soon}, {(total[1000:] < below).mean():.4f} of its later draws there; from {kinds[0]}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--tables", nargs="*", default=list(LOWER))
    given = asked.parse_args()
    for name in given.tables:
        table = published(name)
        print(name)
        as_shipped(table)
        chains = stuck(table, LOWER[name])
        print(f"  plain sweeps: {len(chains)} of {N_CHAINS} chains sit below {LOWER[name]}", flush=True)
        for chain in chains[:3]:
            print(f"    {leave(table, chain, LOWER[name])}", flush=True)


if __name__ == "__main__":
    main()
