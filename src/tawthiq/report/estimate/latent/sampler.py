"""Several chains until they agree: short leaps first, long ones where those mix slowly, ladders between modes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.convergence import Agreement, agreement
from tawthiq.report.estimate.latent.chain import Chain, Kernel, equalised, start, usable
from tawthiq.report.estimate.latent.density import FloatArray
from tawthiq.report.estimate.latent.gibbs import ALPHA_PRIOR
from tawthiq.report.estimate.latent.neutral import neutral_power
from tawthiq.report.estimate.method import Run

BLOCK = 250
"""Iterations between looks at cancellation."""

GIVE_UP_RHAT = 1.05
N_LOOKS = 3
"""Batches before chains that disagree this much are given up for a stronger sampler."""

HOPELESS_RHAT = 1.1
"""Ladders that disagree more than this after twice N_LOOKS batches will not agree within any patience."""

N_THINNED = 60

CROWDED = 1000
"""Children from which one sweep per iteration is enough; ours, from the published tables."""

PATIENCE = 24
"""Chains that would need more batches than this change to long leaps, which costs a second warm-up."""


class Moves(StrEnum):
    """What the kept draws were made with."""

    SHORT = "short_leaps"
    LONG = "long_leaps"
    TEMPERED = "tempered"


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how many. `shares`: of children at each level of the ladder, before they are evened out."""

    n_classes: int = 10
    max_ratio: float = 20.0
    alpha_prior: tuple[float, float] = ALPHA_PRIOR
    neutral: bool = False
    n_chains: int = 8
    warm_up: tuple[int, ...] = (150, 250, 350)
    batch: int = 500
    max_batches: int = 24
    target_ess: float = 4000.0
    kernel: Kernel = field(default_factory=Kernel)
    crowded_kernel: Kernel = field(default_factory=lambda: Kernel(n_sweeps=1))
    long_kernel: Kernel = field(default_factory=lambda: Kernel(n_leaps=48, n_sweeps=1))
    n_ladders: int = 4
    n_levels: int = 16
    coolest: float = 0.02
    ladder_warm_up: tuple[int, ...] = (400, 600, 800)
    ladder_batches: int = 16

    def power(self, n_lists: int) -> float:
        """Of N in its prior, plus one: 0 is the published prior 1/N."""
        return neutral_power(n_lists) if self.neutral else 0.0

    def short(self, table: CaptureTable) -> Kernel:
        """Moves to begin with: given many children a second sweep moves next to nothing, for few it moves most."""
        return self.kernel if table.n_observed < CROWDED else self.crowded_kernel

    def kernels(self) -> dict[str, Kernel]:
        """All moves that this plan may choose, by the name of their field, so that no test of exactness forgets one."""
        return {one.name: value for one in fields(self) if isinstance(value := getattr(self, one.name), Kernel)}


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A state of level 0 kept for explanation: number unseen with class shares, list probabilities per class."""

    unseen: float
    state: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Numbers unseen, chains x draws, with how they were drawn: `moves` is short, long or tempered."""

    unseen: FloatArray
    p_unseen: FloatArray
    agreed: Agreement
    moves: Moves
    snapshots: tuple[Snapshot, ...]

    def enough(self, target_ess: float) -> bool:
        return min(self.agreed.ess_bulk, self.agreed.ess_tail) >= target_ess and not self.agreed.grounds()

    def slow(self, plan: Plan) -> bool:
        """Whether this pace needs more than PATIENCE batches."""
        pace = min(self.agreed.ess_bulk, self.agreed.ess_tail) / self.unseen.shape[1]
        return bool(pace * plan.batch * PATIENCE < plan.target_ess)


@dataclass(slots=True, eq=False)
class _Draws:
    """What chains have left so far; emptied when their moves change."""

    moves: Moves
    unseen: list[FloatArray] = field(default_factory=list)
    p_unseen: list[FloatArray] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)

    def sampled(self) -> Sampled:
        unseen = np.concatenate(self.unseen, axis=1)
        p_unseen = np.concatenate(self.p_unseen, axis=1)
        return Sampled(unseen, p_unseen, agreement(unseen), self.moves, tuple(self.snapshots))


def sample(table: CaptureTable, plan: Plan, run: Run) -> Sampled:
    """Chains that change their moves by how they mix. The last attempt is returned whether or not it agrees."""
    started = time.monotonic()

    def out_of_time() -> bool:
        return run.budget_s is not None and time.monotonic() - started > run.budget_s

    plain_seeds, ladder_seeds = np.random.SeedSequence(run.seed).spawn(2)
    chains = [
        _warm_plain(table, plan, np.random.default_rng(seed), thinned=k % 2 == 0)
        for k, seed in enumerate(plain_seeds.spawn(plan.n_chains))
    ]
    found = _until_agreed(chains, plan, Moves.SHORT, run, out_of_time)
    if found.enough(plan.target_ess) or out_of_time():
        return found
    if found.slow(plan):
        for chain in chains:
            chain.kernel = plan.long_kernel
            _warmed(chain, plan.warm_up)
        found = _until_agreed(chains, plan, Moves.LONG, run, out_of_time)
    if not found.agreed.grounds() or plan.n_ladders == 0 or out_of_time():
        return found
    ladders = [_warm_ladder(table, plan, np.random.default_rng(seed)) for seed in ladder_seeds.spawn(plan.n_ladders)]
    return _until_agreed(ladders, plan, Moves.TEMPERED, run, out_of_time)


def _warm_plain(table: CaptureTable, plan: Plan, rng: np.random.Generator, *, thinned: bool) -> Chain:
    """From a thinned table, or from the whole one: the two ways fall into different modes where there are several."""
    counts = table.counts().astype(np.float64)
    chain = _start(table, plan, np.ones(1), rng)
    for share in usable(counts, np.array([0.05, 0.25])) if thinned else ():
        chain.thin(np.array([share]), counts, plan.max_ratio)
        chain.run(N_THINNED, adapting=True)
    chain.thin(np.ones(1), counts, plan.max_ratio)
    return _warmed(chain, plan.warm_up)


def _start(table: CaptureTable, plan: Plan, shares: FloatArray, rng: np.random.Generator) -> Chain:
    prior = np.array([*plan.alpha_prior, plan.power(table.n_lists)])
    return start(table, plan.n_classes, plan.max_ratio, shares, rng, plan.short(table), prior)


def _warm_ladder(table: CaptureTable, plan: Plan, rng: np.random.Generator) -> Chain:
    counts = table.counts().astype(np.float64)
    shares = usable(counts, np.geomspace(1, plan.coolest, plan.n_levels))
    chain = _start(table, plan, shares, rng)
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


def _until_agreed(chains: list[Chain], plan: Plan, moves: Moves, run: Run, out_of_time: Callable[[], bool]) -> Sampled:
    drawn = _Draws(moves)
    n_batches = plan.ladder_batches if moves is Moves.TEMPERED else plan.max_batches
    for batch in range(n_batches):
        _more(chains, drawn, plan.batch, run.progress, batch / (n_batches + 1), 1 / (n_batches + 1))
        found = drawn.sampled()
        if found.enough(plan.target_ess) or out_of_time() or _given_up(found, plan, batch + 1):
            break
    return found


def _given_up(found: Sampled, plan: Plan, n_batches: int) -> bool:
    """Whether other moves are the better use of time."""
    match found.moves:
        case Moves.SHORT:
            return n_batches == N_LOOKS and found.slow(plan)
        case Moves.LONG:
            return n_batches >= 2 * N_LOOKS and found.agreed.rhat > GIVE_UP_RHAT
        case Moves.TEMPERED:
            return n_batches >= 2 * N_LOOKS and found.agreed.rhat > HOPELESS_RHAT


def _more(
    chains: list[Chain], drawn: _Draws, n_draws: int, progress: Callable[[float], None], done: float, part: float
) -> None:
    rows, p_rows = [], []
    for k, chain in enumerate(chains, start=1):
        blocks = []
        for length in [BLOCK] * (n_draws // BLOCK) or [n_draws]:
            blocks.append(chain.run(length, adapting=False))
            drawn.snapshots.append(Snapshot(float(chain.unseen[0]), chain.states[0].copy()))
        rows.append(np.concatenate([block.unseen for block in blocks]))
        p_rows.append(np.concatenate([block.p_unseen for block in blocks]))
        progress(done + part * k / len(chains))
    drawn.unseen.append(np.array(rows))
    drawn.p_unseen.append(np.array(p_rows))
