"""Invented worlds with a known number of children, for coverage, calibration, teaching.

The five published scenarios of HRDAG's StanLCMCR (class sizes, list probabilities of its simulations), with
independent lists, a dependent pair, sparse lists, kinds of children of our own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tawthiq.report.estimate.capture import CaptureTable, Pattern, from_counts
from tawthiq.report.estimate.estimate import FloatArray
from tawthiq.terms.errors import BadInput


@dataclass(frozen=True, slots=True)
class World:
    """How children come onto lists.

    `classes`: (share of children, probability of each list) per kind. `pull`: for the first two lists, the chance
    that a child on the first is put onto the second too, whatever its own chance. `true_for`: methods whose
    assumptions hold here. `fixed`: every draw holds the same number of each kind, as published.
    """

    name: str
    n_children: int
    classes: tuple[tuple[float, tuple[float, ...]], ...]
    pull: float = 0.0
    true_for: tuple[str, ...] = ("lcm", "lcm-neutral")
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """A table with the number of children that made it."""

    table: CaptureTable
    n_children: int


def simulate(world: World, rng: np.random.Generator) -> Truth:
    """One draw of a world; BadInput when no child came onto any list."""
    shares = np.array([share for share, _ in world.classes])
    chances = np.array([listed for _, listed in world.classes])
    kind = rng.choice(len(shares), size=world.n_children, p=shares / shares.sum())
    if world.fixed:
        kind = np.repeat(np.arange(len(shares)), np.round(shares * world.n_children).astype(int))
    seen = rng.random((world.n_children, chances.shape[1])) < chances[kind]
    seen[:, 1] |= seen[:, 0] & (rng.random(world.n_children) < world.pull)
    return Truth(tabulate(seen.astype(np.float64)), world.n_children)


def tabulate(seen: FloatArray) -> CaptureTable:
    """Children x lists of 0/1 as a table of lists A, B, C, ...; children on no list are dropped as life does."""
    patterns, counts = np.unique(seen.astype(np.int64), axis=0, return_counts=True)
    cells: dict[Pattern, int] = {
        tuple(int(bit) for bit in pattern): int(count)
        for pattern, count in zip(patterns, counts, strict=True)
        if pattern.any()
    }
    if not cells:
        raise BadInput("nobody came onto any list")
    return from_counts([chr(ord("A") + k) for k in range(seen.shape[1])], cells)


_EASY = (0.66, 0.825, 0.759, 0.99, 0.693)
_ALIKE = ("lcm", "lcm-neutral", "dga", "loglinear", "loglinear-bic", "loglinear-average", "chao")

WORLDS: dict[str, World] = {
    world.name: world
    for world in (
        World("independent", 2000, ((1.0, (0.25, 0.30, 0.20, 0.35)),), true_for=_ALIKE),
        World(
            "heterogeneous",
            2000,
            ((0.7, (0.15, 0.2, 0.12, 0.2)), (0.3, (0.6, 0.5, 0.65, 0.55))),
            true_for=("lcm", "lcm-neutral", "chao"),
        ),
        World(
            "dependent-pair",
            2000,
            ((1.0, (0.25, 0.25, 0.20, 0.30)),),
            pull=0.5,
            true_for=("dga", "loglinear", "loglinear-bic", "loglinear-average"),
        ),
        World("sparse", 400, ((1.0, (0.10, 0.12, 0.08, 0.15)),), true_for=_ALIKE),
        World("sim1", 2000, ((0.9, (0.033, 0.033, 0.099, 0.132, 0.033)), (0.1, _EASY)), fixed=True),
        World(
            "sim2",
            2000,
            ((0.8, (0.013, 0.013, 0.099, 0.132, 0.033)), (0.2, (0.56, 0.825, 0.759, 0.99, 0.593))),
            fixed=True,
        ),
        World(
            "sim3",
            2000,
            ((0.8, (0.113, 0.113, 0.199, 0.232, 0.133)), (0.2, (0.86, 0.925, 0.859, 0.99, 0.793))),
            fixed=True,
        ),
        World(
            "sim4",
            2000,
            ((0.8, (0.1, 0.05, 0.15, 0.2, 0.1)), (0.1, (0.5, 0.4, 0.6, 0.4, 0.5)), (0.1, (0.8, 0.9, 0.6, 0.7, 0.7))),
            fixed=True,
        ),
        World(
            "sim5",
            2000,
            ((0.8, (0.113, 0.113, 0.199, 0.832, 0.733)), (0.2, (0.86, 0.925, 0.859, 0.19, 0.193))),
            fixed=True,
        ),
    )
}

_ONE_TRAIT = ((-3.32, 0.0026), (-1.89, 0.0886), (-0.62, 0.4088), (0.62, 0.4088), (1.89, 0.0886), (3.32, 0.0026))
"""Six points of a standard normal distribution (Gauss-Hermite), with their shares."""

DEV_WORLDS: dict[str, World] = {
    world.name: world
    for world in (
        World("dev-three-lists", 1500, ((1.0, (0.3, 0.2, 0.35)),), true_for=_ALIKE),
        World("dev-six-sparse", 600, ((1.0, (0.10, 0.05, 0.12, 0.08, 0.15, 0.06)),), true_for=_ALIKE),
        World("dev-rare", 3000, ((0.85, (0.04, 0.08, 0.06, 0.10, 0.05)), (0.15, (0.5, 0.6, 0.4, 0.7, 0.5)))),
        World("dev-near", 1200, ((0.6, (0.10, 0.15, 0.08, 0.20)), (0.4, (0.4, 0.5, 0.35, 0.6)))),
        World(
            "dev-three-kinds",
            4000,
            (
                (0.7, (0.05, 0.08, 0.10, 0.06, 0.12, 0.04)),
                (0.2, (0.4, 0.3, 0.5, 0.35, 0.3, 0.4)),
                (0.1, (0.8, 0.7, 0.6, 0.9, 0.7, 0.75)),
            ),
        ),
        World(
            "dev-crossed",
            1000,
            (
                (0.6, (0.10, 0.12, 0.20, 0.15, 0.10)),
                (0.25, (0.1, 0.5, 0.5, 0.1, 0.4)),
                (0.15, (0.7, 0.6, 0.3, 0.7, 0.6)),
            ),
        ),
        World(
            "dev-one-trait",
            2500,
            tuple(
                (share, tuple(1 / (1 + math.exp(b - 1.3 * trait)) for b in (1.8, 1.4, 2.0, 1.2, 1.6)))
                for trait, share in _ONE_TRAIT
            ),
        ),
        World("dev-opposed", 1500, ((0.5, (0.4, 0.1, 0.3, 0.1)), (0.5, (0.1, 0.4, 0.1, 0.35)))),
    )
}
"""Worlds on which variants are chosen, so that those of `WORLDS` stay unseen until the choice is made."""
