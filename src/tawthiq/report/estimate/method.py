"""The role of an estimation method: what one must offer, how a run is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tawthiq.report.estimate.capture import CaptureTable
from tawthiq.report.estimate.estimate import Outcome
from tawthiq.terms.errors import BadInput


def silent(share: float) -> None:
    """Progress that nobody watches."""
    del share


@dataclass(frozen=True, slots=True)
class Run:
    """How to run: same seed, same result on one platform.

    `level`: of the interval, 0-1. `progress`: called with the share done (0-1); it may raise to cancel, no half
    result exists. `budget_s`: seconds after which a sampler stops adding draws and is judged as it stands;
    None means no wall-clock limit, which is what makes a run repeatable.
    """

    seed: int = 1
    level: float = 0.95
    progress: Callable[[float], None] = silent
    budget_s: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.level < 1:
            raise BadInput("a level lies between 0 and 1", where="level", do="0.95 is usual")
        if self.seed < 0:
            raise BadInput("a seed is zero or more", where="seed")

    @property
    def tails(self) -> tuple[float, float]:
        """Lower and upper probability of the interval's ends."""
        return (1 - self.level) / 2, (1 + self.level) / 2


class Method(Protocol):
    """A way from a capture table to an outcome. Implementations are frozen: their fields are their settings."""

    @property
    def name(self) -> str: ...

    @property
    def family(self) -> str:
        """What methods of the same assumption share; they count as one opinion, and one sentence tells it."""
        ...

    @property
    def assumption(self) -> str:
        """What must be true for the answer to be right, in plain words."""
        ...

    def fit(self, table: CaptureTable, run: Run) -> Outcome:
        """An estimate or a refusal; gates of `gates.check` are passed already, and no list is empty."""
        ...


Registry = Mapping[str, Method]
