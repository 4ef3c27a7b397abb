"""Worlds drawn from the latent classes' own prior, with a chain set at their truth: what tests of exactness stand on.

The truth of such a world is one exact draw of its posterior. So a chain that starts there has that posterior from its
first iteration to its last: what it says, seen over many worlds, must not drift, however slowly it moves. Chains that
start elsewhere must first arrive, which is a test of patience, not of the kernel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable, from_counts
from tawthiq.report.estimate.cells import all_patterns
from tawthiq.report.estimate.latent.chain import Chain, Kernel, start
from tawthiq.report.estimate.latent.density import FloatArray, probabilities
from tawthiq.report.estimate.latent.gibbs import ALPHA_PRIOR

MIN_ALPHA = 1e-12
"""Below it the sampler lets no concentration fall; a stick broken at a smaller one is the same in doubles."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What the worlds have in common; the number observed is given, which leaves every parameter its prior."""

    n_lists: int = 4
    n_classes: int = 3
    max_ratio: float = 20.0
    alpha_prior: tuple[float, float] = ALPHA_PRIOR


@dataclass(frozen=True, slots=True, eq=False)
class PriorWorld:
    """Parameters as `density` holds them, children unseen, children per cell in the order of `all_patterns`."""

    state: FloatArray
    alpha: float
    unseen: int
    counts: FloatArray


def prior_world(rng: np.random.Generator, n_observed: int, prior: Prior) -> PriorWorld:
    """One world; drawn anew, parameters and all, when more are unseen than the bound allows."""
    while True:
        alpha, state = prior_state(rng, prior)
        cell = cells_of(state, prior)
        mean = rng.gamma(n_observed) * cell[-1] / max(1 - cell[-1], 1e-300)
        unseen = int(rng.poisson(min(mean, 1e15)))
        if unseen <= prior.max_ratio * n_observed:
            counts = rng.multinomial(n_observed, cell[:-1] / cell[:-1].sum())
            return PriorWorld(state, alpha, unseen, counts.astype(np.float64))


def prior_state(rng: np.random.Generator, prior: Prior) -> tuple[float, FloatArray]:
    """Concentration, logits of list probabilities and sticks, by the prior alone."""
    alpha = max(rng.gamma(prior.alpha_prior[0], 1 / prior.alpha_prior[1]), MIN_ALPHA)
    log_rest = np.log(rng.random(prior.n_classes - 1)) / alpha
    sticks = np.log(np.maximum(-np.expm1(log_rest), 1e-300)) - log_rest
    return alpha, np.concatenate([rng.logistic(size=prior.n_lists * prior.n_classes), sticks])


def cells_of(state: FloatArray, prior: Prior) -> FloatArray:
    """Probability of each cell, that of nobody's list last."""
    patterns = all_patterns(prior.n_lists).astype(np.uint8)
    lists = np.empty((prior.n_lists, prior.n_classes)), np.empty((prior.n_lists, prior.n_classes))
    joint, cell = np.empty((len(patterns) + 1, prior.n_classes)), np.empty(len(patterns) + 1)
    probabilities(state, patterns, *lists, joint, cell)
    return cell


def table_of(world: PriorWorld, prior: Prior) -> CaptureTable:
    """What an observer of the world holds."""
    patterns = [tuple(int(bit) for bit in pattern) for pattern in all_patterns(prior.n_lists)]
    return from_counts(_names(prior), dict(zip(patterns, map(int, world.counts), strict=True)))


def chain_over(worlds: Sequence[PriorWorld], prior: Prior, kernel: Kernel, rng: np.random.Generator) -> Chain:
    """A chain of the tables of these worlds, one a level, started elsewhere. A ladder is exact for any tables at its
    levels, so each level may have a truth of its own."""
    every = {tuple(int(bit) for bit in pattern): 1 for pattern in all_patterns(prior.n_lists)}
    table, levels = from_counts(_names(prior), every), np.ones(len(worlds))
    published = np.array([*prior.alpha_prior, 0.0])
    chain = start(table, prior.n_classes, prior.max_ratio, levels, rng, kernel, published)
    chain.counts = np.array([world.counts for world in worlds])
    chain.caps = prior.max_ratio * chain.counts.sum(axis=1)
    return chain


def set_at_truth(chain: Chain, worlds: Sequence[PriorWorld]) -> None:
    """Put every level where its world truly is; scales and steps stay."""
    for level, world in enumerate(worlds):
        chain.states[level], chain.alphas[level], chain.unseen[level] = world.state, world.alpha, world.unseen


def _names(prior: Prior) -> list[str]:
    return [chr(ord("A") + k) for k in range(prior.n_lists)]
