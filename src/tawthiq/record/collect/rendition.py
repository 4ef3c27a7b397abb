"""Rendition: something made from an item to be looked at; it names its parent, how it was made, with what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.terms.identity import Json


class Form(StrEnum):
    """What it is. A second sharp copy would be one more to guard, so what is sharp is never stored."""

    TILE = "tile"
    """48 pixels, grey, blurred: what is shown before anybody asks; of a film its stillest early frame."""
    GREY = "grey"
    FULL = "full"
    FILM_GREY = "film_grey"
    FILM_FULL = "film_full"
    WAVE = "wave"
    """The loudness of a sound over time, drawn."""
    SOUND = "sound"
    MASKED = "masked"
    """Faces filled with solid colour, each box reviewed by a person; no metadata, no sound."""

    @property
    def is_kept(self) -> bool:
        """Whether it is stored beside the original; otherwise it is made for one answer."""
        return self in (Form.TILE, Form.GREY, Form.FILM_GREY, Form.WAVE, Form.MASKED)


@dataclass(frozen=True, slots=True)
class Made:
    """What a renderer gave: the bytes, what they are, how they were made."""

    data: bytes
    media_type: str
    recipe: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """A stored rendition. `part`: the minute of a film, from 0. `recipe`, `tool`: how, and with what version."""

    item_id: str
    parent_sha256: str
    form: Form
    part: int
    recipe: str
    tool: str
    media_type: str
    sha256: str
    n_bytes: int

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "parent": self.parent_sha256,
            "form": self.form.value,
            "part": self.part,
            "recipe": self.recipe,
            "tool": self.tool,
            "media_type": self.media_type,
            "sha256": self.sha256,
            "n_bytes": self.n_bytes,
        }
