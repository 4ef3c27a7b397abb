"""A person's decision on copies: these are one, these are apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations, product

from tawthiq.record.compare.copy import in_order
from tawthiq.terms.errors import BadInput
from tawthiq.terms.identity import Json, Kind, make_id

Pair = tuple[str, str]


class Verdict(StrEnum):
    """What the person said of two sides.

    CONFIRM: left and right go back to one root. REJECT: they do not; the link was wrong.
    SPLIT: one cluster was two; each side stays together, the sides part.
    """

    CONFIRM = "confirm"
    REJECT = "reject"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict on two sides of items, by whom and when; a later decision on the same two items wins."""

    verdict: Verdict
    left: frozenset[str]
    right: frozenset[str]
    actor: str
    decided_at: datetime

    def __post_init__(self) -> None:
        if not self.left or not self.right or self.left & self.right:
            raise BadInput("a decision needs two sides without a common item", where=self.actor)
        if self.decided_at.tzinfo is None:
            raise BadInput("a decision's time needs a zone", where=self.actor, do="give UTC")

    @property
    def id(self) -> str:
        """Same verdict on the same items by the same actor at the same moment: same id."""
        sides: list[Json] = [list[Json](sorted(side)) for side in (self.left, self.right)]
        return make_id(Kind.DECISION, [self.verdict, *sides, self.actor, self.decided_at.isoformat()])

    def speaks_of(self) -> Iterator[tuple[Pair, bool]]:
        """Each pair of items that it settles, with True for one root and False for apart."""
        if self.verdict is Verdict.SPLIT:
            yield from (
                (in_order(one, other), True)
                for side in (self.left, self.right)
                for one, other in combinations(sorted(side), 2)
            )
        together = self.verdict is Verdict.CONFIRM
        yield from ((in_order(one, other), together) for one, other in product(self.left, self.right))


def settled(decisions: Iterable[Decision]) -> dict[Pair, bool]:
    """What stands for each pair of items that any decision speaks of; the latest one wins."""
    stands: dict[Pair, bool] = {}
    for decision in sorted(decisions, key=lambda one: (one.decided_at, one.id)):
        stands.update(decision.speaks_of())
    return stands
