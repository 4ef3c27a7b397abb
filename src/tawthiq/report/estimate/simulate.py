"""Invented worlds with a known number of children, for coverage, calibration, teaching.

Five scenarios of heterogeneous capture in the manner of StanLCMCR's (its parameters are not ours: these are of
the same kind, classes with their own list probabilities), with independent lists, a dependent pair, sparse lists.
"""

from __future__ import annotations

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
    assumptions hold here.
    """

    name: str
    n_children: int
    classes: tuple[tuple[float, tuple[float, ...]], ...]
    pull: float = 0.0
    true_for: tuple[str, ...] = ("lcm",)


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


_ALIKE = ("lcm", "dga", "loglinear", "loglinear-bic", "loglinear-average", "chao")

WORLDS: dict[str, World] = {
    world.name: world
    for world in (
        World("independent", 2000, ((1.0, (0.25, 0.30, 0.20, 0.35)),), true_for=_ALIKE),
        World(
            "heterogeneous",
            2000,
            ((0.7, (0.15, 0.2, 0.12, 0.2)), (0.3, (0.6, 0.5, 0.65, 0.55))),
            true_for=("lcm", "chao"),
        ),
        World(
            "dependent-pair",
            2000,
            ((1.0, (0.25, 0.25, 0.20, 0.30)),),
            pull=0.5,
            true_for=("dga", "loglinear", "loglinear-bic", "loglinear-average"),
        ),
        World("sparse", 400, ((1.0, (0.10, 0.12, 0.08, 0.15)),), true_for=_ALIKE),
        World("two-kinds", 2000, ((0.9, (0.2, 0.25, 0.15, 0.2, 0.2)), (0.1, (0.8, 0.7, 0.75, 0.8, 0.7)))),
        World("rarer-capture", 2000, ((0.9, (0.12, 0.15, 0.1, 0.13, 0.12)), (0.1, (0.6, 0.5, 0.55, 0.6, 0.5)))),
        World("higher-capture", 2000, ((0.6, (0.25, 0.3, 0.2, 0.3, 0.25)), (0.4, (0.6, 0.7, 0.65, 0.6, 0.7)))),
        World(
            "three-kinds",
            2000,
            ((0.5, (0.2, 0.15, 0.2, 0.25, 0.2)), (0.3, (0.5, 0.4, 0.1, 0.4, 0.3)), (0.2, (0.8, 0.7, 0.75, 0.6, 0.8))),
        ),
        World("opposed-lists", 2000, ((0.5, (0.8, 0.7, 0.75, 0.2, 0.15)), (0.5, (0.15, 0.2, 0.2, 0.75, 0.8)))),
    )
}
