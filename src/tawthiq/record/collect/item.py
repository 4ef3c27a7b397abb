"""Item: bytes that somebody holds, known by their hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tawthiq.record.collect.moment import Moment
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
    EXPORT = "export"
    """Posts of a chat, account, feed, or mail, taken out one by one."""
    ARCHIVE = "archive"
    """Files of an archive or web capture, taken out one by one."""
    OTHER = "other"


class ItemState(StrEnum):
    """Whether we can read what we keep; the original is kept in every case."""

    READABLE = "readable"
    NO_TEXT = "no_text"
    UNDECODABLE = "undecodable"


class PartRole(StrEnum):
    """What a part is to the file that it stands in."""

    POST = "post"
    """Words that somebody wrote: a message, a tweet, an entry, the body of a mail."""
    ATTACHMENT = "attachment"
    """A file that came with a post."""
    MEMBER = "member"
    """A file in an archive, folder, or capture."""


class Channel(StrEnum):
    """How the bytes reached us."""

    UPLOAD = "upload"
    PASTE = "paste"
    """Words that a person pasted at the desk, kept as UTF-8."""
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
    `parent`, `place`, `role`: the item (or the folder, `bat_...`) that it was part of, where in it, as what.
    `posted_at`: the time that its source tells, with its zone. `facts`: what else is known of this arrival, by name
    (device, source, context, captured_at, author as a code, what an export says of it).
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
    parent: str = ""
    place: str = ""
    role: PartRole | None = None
    posted_at: Moment | None = None
    facts: Mapping[str, Json] = field(default_factory=dict)

    def content(self) -> Json:
        """What the ledger signs; fields that came later are signed where they say something, so old lines still fit."""
        later: dict[str, Json] = {
            "parent": self.parent,
            "place": self.place,
            "role": self.role.value if self.role else "",
            "posted_at": self.posted_at.content() if self.posted_at else "",
            "facts": dict(self.facts),
        }
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
            **{name: value for name, value in later.items() if value},
        }
