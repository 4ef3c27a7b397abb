"""Sealing: material that nobody is to see, above all of sexual abuse; one person closes it, two keep or open it.

ASK_SEAL closes: from that moment nothing of the item is rendered, and what had been rendered is destroyed. Another
person confirms or declines it. To open it again one person asks, and another confirms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.terms.errors import Conflict, SecondSignature
from tawthiq.terms.identity import Json


class SealAct(StrEnum):
    """What a person does."""

    ASK_SEAL = "ask_seal"
    CONFIRM_SEAL = "confirm_seal"
    DECLINE_SEAL = "decline_seal"
    ASK_OPEN = "ask_open"
    CONFIRM_OPEN = "confirm_open"
    DECLINE_OPEN = "decline_open"


class SealState(StrEnum):
    """HELD: one person closed it. SEALED: two did. OPENING: sealed, and one person asks to open it."""

    OPEN = "open"
    HELD = "held"
    SEALED = "sealed"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class SealStep:
    """One act on one item. `inherited`: the item whose copy it is, when it was not named itself."""

    item_id: str
    act: SealAct
    actor: str
    at: datetime
    inherited: str = ""

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "act": self.act.value,
            "actor": self.actor,
            "at": self.at.isoformat(),
            "inherited": self.inherited,
        }


@dataclass(frozen=True, slots=True)
class Seal:
    """How an item stands. `asked_by`: who took the step that waits for a second person."""

    state: SealState = SealState.OPEN
    asked_by: str = ""

    @property
    def closed(self) -> bool:
        """Whether nothing of it may be rendered."""
        return self.state is not SealState.OPEN

    @property
    def next_acts(self) -> tuple[SealAct, ...]:
        """What can be done from here."""
        return tuple(act for (state, act), _ in _MOVES.items() if state is self.state)


_MOVES: dict[tuple[SealState, SealAct], SealState] = {
    (SealState.OPEN, SealAct.ASK_SEAL): SealState.HELD,
    (SealState.HELD, SealAct.CONFIRM_SEAL): SealState.SEALED,
    (SealState.HELD, SealAct.DECLINE_SEAL): SealState.OPEN,
    (SealState.SEALED, SealAct.ASK_OPEN): SealState.OPENING,
    (SealState.OPENING, SealAct.CONFIRM_OPEN): SealState.OPEN,
    (SealState.OPENING, SealAct.DECLINE_OPEN): SealState.SEALED,
}
_ANSWERS = frozenset({SealAct.CONFIRM_SEAL, SealAct.DECLINE_SEAL, SealAct.CONFIRM_OPEN, SealAct.DECLINE_OPEN})
UNSEALED = Seal()


def moved(seal: Seal, act: SealAct, actor: str) -> Seal:
    """How it stands after the act; raises Conflict where it cannot be done, SecondSignature where one would do both."""
    state = _MOVES.get((seal.state, act))
    if state is None:
        raise Conflict(f"{act.value} does not follow {seal.state.value}", do="look at how it stands now")
    if act in _ANSWERS and actor == seal.asked_by:
        raise SecondSignature("the one who asked does not answer", do="let another person look at the reasons")
    return Seal(state, "" if act in _ANSWERS else actor)


def seal_of(steps: Iterable[SealStep]) -> Seal:
    """How an item stands after its steps, oldest first; a step that does not follow is left out."""
    seal = UNSEALED
    for step in steps:
        try:
            seal = moved(seal, step.act, step.actor)
        except (Conflict, SecondSignature):
            continue
    return seal
