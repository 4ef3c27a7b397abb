"""Several chains until they agree: plain ones first, ladders when plain ones sit in different modes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.convergence import Agreement, agreement
from tawthiq.report.estimate.latent.chain import Chain, Kernel, equalised, start, usable
from tawthiq.report.estimate.latent.density import FloatArray
from tawthiq.report.estimate.method import Run

BLOCK = 250
"""Iterations between looks at cancellation."""

GIVE_UP_RHAT = 1.05


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how many. `shares`: of children at each level of the ladder, before they are evened out."""

    n_classes: int = 10
    max_ratio: float = 20.0
    n_chains: int = 8
    warm_up: tuple[int, ...] = (300, 500, 700)
    batch: int = 1000
    max_batches: int = 12
    target_ess: float = 1000.0
    kernel: Kernel = field(default_factory=Kernel)
    n_ladders: int = 8
    n_levels: int = 16
    coolest: float = 0.02
    ladder_warm_up: tuple[int, ...] = (400, 600, 800)
    ladder_batches: int = 8


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A state of level 0 kept for explanation: number unseen with class shares, list probabilities per class."""

    unseen: float
    state: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Numbers unseen, chains x draws, with how they were drawn."""

    unseen: FloatArray
    p_unseen: FloatArray
    agreed: Agreement
    tempered: bool
    snapshots: tuple[Snapshot, ...]


def sample(table: CaptureTable, plan: Plan, run: Run) -> Sampled:
    """Plain chains; if they disagree, ladders. The last attempt is returned whether or not it agrees."""
    started = time.monotonic()

    def out_of_time() -> bool:
        return run.budget_s is not None and time.monotonic() - started > run.budget_s

    plain_seeds, ladder_seeds = np.random.SeedSequence(run.seed).spawn(2)
    plain = _until_agreed(
        [_warm_plain(table, plan, np.random.default_rng(seed)) for seed in plain_seeds.spawn(plan.n_chains)],
        plan, plan.max_batches, run, out_of_time, tempered=False,
    )  # fmt: skip
    if not plain.agreed.grounds() or plan.n_ladders == 0 or out_of_time():
        return plain
    ladders = [_warm_ladder(table, plan, np.random.default_rng(seed)) for seed in ladder_seeds.spawn(plan.n_ladders)]
    return _until_agreed(ladders, plan, plan.ladder_batches, run, out_of_time, tempered=True)


def _warm_plain(table: CaptureTable, plan: Plan, rng: np.random.Generator) -> Chain:
    """Starts on a thinned table, so that chains fall into different modes where there are several."""
    counts = table.counts().astype(np.float64)
    chain = start(table, plan.n_classes, plan.max_ratio, np.ones(1), rng, plan.kernel)
    for share in usable(counts, np.array([0.05, 0.25])):
        chain.thin(np.array([share]), counts, plan.max_ratio)
        chain.run(100, adapting=True)
    chain.thin(np.ones(1), counts, plan.max_ratio)
    return _warmed(chain, plan.warm_up)


def _warm_ladder(table: CaptureTable, plan: Plan, rng: np.random.Generator) -> Chain:
    counts = table.counts().astype(np.float64)
    shares = usable(counts, np.geomspace(1, plan.coolest, plan.n_levels))
    chain = start(table, plan.n_classes, plan.max_ratio, shares, rng, plan.kernel)
    for length in plan.ladder_warm_up[:-1]:
        block = chain.run(length, adapting=True)
        chain.rescale(block)
        shares = equalised(shares, block.refused)
        chain.thin(shares, counts, plan.max_ratio)
        chain.unseen = np.minimum(chain.unseen, chain.caps)
    chain.run(plan.ladder_warm_up[-1], adapting=True)
    return chain


def _warmed(chain: Chain, lengths: tuple[int, ...]) -> Chain:
    for length in lengths[:-1]:
        chain.rescale(chain.run(length, adapting=True))
    chain.run(lengths[-1], adapting=True)
    return chain


def _until_agreed(
    chains: list[Chain], plan: Plan, max_batches: int, run: Run, out_of_time: Callable[[], bool], *, tempered: bool
) -> Sampled:
    rows: list[list[FloatArray]] = [[] for _ in chains]
    p_rows: list[list[FloatArray]] = [[] for _ in chains]
    snapshots: list[Snapshot] = []
    for batch in range(max_batches):
        for row, p_row, chain in zip(rows, p_rows, chains, strict=True):
            for _ in range(plan.batch // BLOCK):
                block = chain.run(BLOCK, adapting=False)
                row.append(block.unseen)
                p_row.append(block.p_unseen)
                snapshots.append(Snapshot(float(chain.unseen[0]), chain.states[0].copy()))
                run.progress((batch + 1) / (max_batches + 1))
        unseen = np.array([np.concatenate(row) for row in rows])
        agreed = agreement(unseen)
        enough = min(agreed.ess_bulk, agreed.ess_tail) >= plan.target_ess and not agreed.grounds()
        hopeless = not tempered and batch >= 2 and agreed.rhat > GIVE_UP_RHAT
        if enough or hopeless or out_of_time():
            break
    p_unseen = np.array([np.concatenate(row) for row in p_rows])
    return Sampled(unseen, p_unseen, agreed, tempered, tuple(snapshots))
