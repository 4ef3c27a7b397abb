"""One chain, or one ladder of chains, between the compiled steps: its arrays, its warm-up."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.latent.density import ByteArray, FloatArray
from tawthiq.report.estimate.latent.gibbs import ALPHA_PRIOR
from tawthiq.report.estimate.latent.ladder import advance

N_EXCHANGES = 6
PRIOR = np.array([*ALPHA_PRIOR, 0.0])
"""Shape with rate of the concentration's Gamma prior, then the power of N beyond 1/N, as published."""

MIN_CHILDREN = 20
"""A thinned table keeps at least so many, or the level is left out."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """What one iteration does: leapfrogs of the Hamiltonian move, Gibbs sweeps (at least one), label exchanges."""

    n_leaps: int = 24
    n_sweeps: int = 2
    n_exchanges: int = N_EXCHANGES

    def __post_init__(self) -> None:
        if self.n_sweeps < 1:
            raise ValueError("without a Gibbs sweep small concentrations are not reached")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """What some iterations left behind: level 0 after each, acceptance per level, refusal of exchanges per pair."""

    unseen: FloatArray
    p_unseen: FloatArray
    mean: FloatArray
    sd: FloatArray
    accepted: FloatArray
    refused: FloatArray


@dataclass(slots=True, eq=False)
class Chain:
    """Mutable state of the levels of one ladder; a plain chain has one level."""

    rng: np.random.Generator
    patterns: ByteArray
    counts: FloatArray
    caps: FloatArray
    states: FloatArray
    alphas: FloatArray
    unseen: FloatArray
    scales: FloatArray
    steps: FloatArray
    kernel: Kernel = field(default_factory=Kernel)
    prior: FloatArray = field(default_factory=PRIOR.copy)
    turn: int = 0

    def run(self, n_iterations: int, *, adapting: bool) -> Block:
        """Advance all levels."""
        n_levels, size = self.states.shape
        unseen, p_unseen = np.zeros(n_iterations), np.zeros(n_iterations)
        totals, squares = np.zeros((n_levels, size)), np.zeros((n_levels, size))
        accepted, refused = np.zeros(n_levels), np.zeros(max(n_levels - 1, 1))
        advance(
            self.rng, self.patterns, self.counts, self.caps, self.states, self.alphas, self.prior, self.unseen,
            self.scales, self.steps, self.kernel.n_leaps, self.kernel.n_sweeps, self.kernel.n_exchanges, n_iterations,
            adapting, unseen, p_unseen, totals, squares, refused, accepted, self.turn,
        )  # fmt: skip
        self.turn += n_iterations
        mean = totals / n_iterations
        sd = np.sqrt(np.maximum(squares / n_iterations - mean**2, 1e-12))
        return Block(unseen, p_unseen, mean, sd, accepted / n_iterations, 2 * refused / n_iterations)

    def rescale(self, block: Block) -> None:
        """Steps per coordinate from the spread just seen; the common step starts again."""
        self.scales = np.clip(block.sd, 1e-3, 2.5)
        self.steps = np.full(len(self.steps), 0.2)
        self.turn = 0

    def thin(self, shares: FloatArray, counts: FloatArray, max_ratio: float) -> None:
        """Give each level the table with this share of the children, in whole numbers."""
        self.counts = thinned(counts, shares)
        self.caps = max_ratio * self.counts.sum(axis=1)


def thinned(counts: FloatArray, shares: FloatArray) -> FloatArray:
    """Levels x cells; a share of one is the table itself."""
    return np.ascontiguousarray(np.round(shares[:, None] * counts[None, :]))


def usable(counts: FloatArray, shares: FloatArray) -> FloatArray:
    """The shares that leave enough children; one always does."""
    enough = thinned(counts, shares).sum(axis=1) >= MIN_CHILDREN
    return np.asarray(shares[enough | (shares >= 1)])


def start(
    table: CaptureTable,
    n_classes: int,
    max_ratio: float,
    shares: FloatArray,
    rng: np.random.Generator,
    kernel: Kernel,
    prior: FloatArray = PRIOR,
) -> Chain:
    """A chain whose levels start at draws of the prior."""
    counts = table.counts().astype(np.float64)
    n_levels, n_probs = len(shares), table.n_lists * n_classes
    states = rng.logistic(size=(n_levels, n_probs + n_classes - 1))
    states[:, n_probs:] = rng.logistic(size=(n_levels, n_classes - 1))
    chain = Chain(
        rng=rng,
        patterns=table.patterns().astype(np.uint8),
        counts=thinned(counts, shares),
        caps=np.zeros(n_levels),
        states=states,
        alphas=np.ones(n_levels),
        unseen=np.zeros(n_levels),
        scales=np.ones_like(states),
        steps=np.full(n_levels, 0.1),
        kernel=kernel,
        prior=prior.copy(),
    )
    chain.thin(shares, counts, max_ratio)
    return chain


def equalised(shares: FloatArray, refused: FloatArray) -> FloatArray:
    """Shares moved so that every exchange is refused equally often (the communication barrier split evenly)."""
    barrier = np.concatenate([[0.0], np.cumsum(np.maximum(refused, 0.02))])
    even = np.linspace(0, barrier[-1], len(shares))
    moved = np.exp(np.interp(even, barrier, np.log(shares)))
    moved[0] = 1.0
    return np.asarray(moved)
