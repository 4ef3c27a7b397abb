"""View: one person opened one item, so far and no farther; each step is a choice, with its reason in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.record.collect.item import ItemKind
from tawthiq.record.collect.rendition import Form
from tawthiq.terms.identity import Json


class Step(StrEnum):
    """How far: grey and small (a film without sound), then whole, or the sound alone."""

    GREY = "grey"
    FULL = "full"
    SOUND = "sound"


FORMS: dict[tuple[ItemKind, Step], Form] = {
    (ItemKind.IMAGE, Step.GREY): Form.GREY,
    (ItemKind.IMAGE, Step.FULL): Form.FULL,
    (ItemKind.VIDEO, Step.GREY): Form.FILM_GREY,
    (ItemKind.VIDEO, Step.FULL): Form.FILM_FULL,
    (ItemKind.VIDEO, Step.SOUND): Form.SOUND,
    (ItemKind.AUDIO, Step.SOUND): Form.SOUND,
}
"""What is rendered for a step; a kind without a line has no such step."""


@dataclass(frozen=True, slots=True)
class View:
    """What was opened by whom; `part`: the minute of a film or sound, from 0. `recipe`: how it was rendered."""

    item_id: str
    step: Step
    part: int
    actor: str
    at: datetime
    recipe: str

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "step": self.step.value,
            "part": self.part,
            "actor": self.actor,
            "at": self.at.isoformat(),
            "recipe": self.recipe,
        }


def break_is_due(n_viewed: int, n_at_last_prompt: int, after: int) -> bool:
    """Whether to ask the person to pause; `after` 0 never asks."""
    return after > 0 and n_viewed - n_at_last_prompt >= after
