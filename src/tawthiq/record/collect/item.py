"""Item: bytes that somebody holds, known by their hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tawthiq.terms.identity import Json, Kind, make_id
from tawthiq.terms.when import When


class ItemKind(StrEnum):
    """What sort of thing the bytes are."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    IMAGE = "image"
    TABLE = "table"
    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"


class ItemState(StrEnum):
    """Whether we can read what we keep; the original is kept in every case."""

    READABLE = "readable"
    NO_TEXT = "no_text"
    UNDECODABLE = "undecodable"


class Channel(StrEnum):
    """How the bytes reached us."""

    UPLOAD = "upload"
    FOLDER = "folder"
    EXPORT = "export"
    FORM = "form"
    REGISTER = "register"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Item:
    """Kept bytes: `sha256` (64 hex), `n_bytes`, sniffed `media_type`; the same bytes are the same item."""

    sha256: str
    n_bytes: int
    media_type: str
    kind: ItemKind
    state: ItemState

    @property
    def id(self) -> str:
        """The id of these bytes."""
        return make_id(Kind.ITEM, {"sha256": self.sha256})

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "sha256": self.sha256,
            "n_bytes": self.n_bytes,
            "media_type": self.media_type,
            "kind": self.kind.value,
            "state": self.state.value,
        }


@dataclass(frozen=True, slots=True)
class Receipt:
    """One arrival of an item: the collection record of the Berkeley Protocol.

    `original_name` stays in the record, never in a log. `published_on`: when the source says it was published.
    `method`, `limits`: how it was captured, and what that capture cannot show.
    """

    item_id: str
    original_name: str
    channel: Channel
    collector: str
    collected_at: datetime
    published_on: When | None = None
    source_url: str = ""
    publisher: str = ""
    method: str = ""
    limits: str = ""
    note: str = ""

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "name": self.original_name,
            "channel": self.channel.value,
            "collector": self.collector,
            "collected_at": self.collected_at.isoformat(),
            "published_on": self.published_on.text if self.published_on else "",
            "source_url": self.source_url,
            "publisher": self.publisher,
            "method": self.method,
            "limits": self.limits,
            "note": self.note,
        }
