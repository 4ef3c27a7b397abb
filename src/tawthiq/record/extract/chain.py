"""The source chain: through whose mouths a statement came, each with its cue words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import Span

DOCUMENT = "document"
"""Actor of the first link: the item itself (its publisher, where known, stands in the item's record)."""

UNNAMED = "unnamed"
"""Actor of a link whose source the text does not name; never guessed."""


class Role(StrEnum):
    """What sort of source a link is."""

    PUBLISHER = "publisher"
    ORGANISATION = "organisation"
    PARTY = "party"
    WITNESS = "witness"
    PERSON = "person"
    REPORT = "report"
    MEDIUM = "medium"
    UNNAMED = "unnamed"


class Mode(StrEnum):
    """How the words came from that source."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"
    DEPICTS = "depicts"


class Conveys(StrEnum):
    """What the source did: said it, put it out, or shows it (a picture, a video)."""

    SAYS = "says"
    PUBLISHES = "publishes"
    SHOWS = "shows"


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `actor`: words of the text, or DOCUMENT, or UNNAMED; `code`: its code where a registry knows it.

    `mention`: where the actor stands; `cue`: the words of saying; `carried`: taken over from an earlier
    sentence of one quotation or report; `factuality`: how strongly this link vouches.
    """

    actor: str
    role: Role
    mode: Mode = Mode.PARAPHRASE
    conveys: Conveys = Conveys.SAYS
    code: str = ""
    mention: Span | None = None
    cue: Span | None = None
    carried: bool = False
    factuality: Factuality = Factuality.ASSERTED
