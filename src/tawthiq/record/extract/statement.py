"""The statement: one claim of one text or row, on whose word, about whom, where, when, how sure.

Nothing here is true because it stands here: a statement is a candidate until a person confirms it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from tawthiq.record.extract import wire
from tawthiq.record.extract.chain import DOCUMENT, Link
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.terms.identity import Json, Kind, make_id
from tawthiq.terms.quantity import Quantity
from tawthiq.terms.unknown import Unknown, Why
from tawthiq.terms.when import When

NOT_STATED = Unknown(Why.NOT_STATED)
BY_HAND = "person:"
"""In front of the id of who wrote a statement that no machine read, where else the extractor stands."""


class StatementKind(StrEnum):
    """What a statement is used for."""

    VIOLATION_CLAIM = "violation_claim"
    FIGURE = "figure"
    LIMITATION = "limitation"
    MEDIA_PROVENANCE = "media_provenance"
    CONTEXT_CLAIM = "context_claim"
    CONTEXT = "context"


class Origin(StrEnum):
    """Where a statement came from: running text, or a row of a form, workbook, register."""

    TEXT = "text"
    ROW = "row"


class Basis(StrEnum):
    """Whether the words of the statement name the thing, its surroundings do, or a rule concluded it."""

    STATED = "stated"
    IMPLIED = "implied"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party under its whole name, where the text gives it. `code`: its code in the registry, empty when unknown;
    `mention`: where it stands in these words, as they write it; `group`: a sort, not a party."""

    name: str
    basis: Basis
    code: str = ""
    mention: Span | None = None
    group: bool = False


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as named. `code`: gazetteer code or empty; `precision`: terms.where.PlacePrecision value."""

    name: str
    basis: Basis
    code: str = ""
    precision: str = "unknown"
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time with the words it was read from; `rule`: the rule that read it."""

    when: When
    basis: Basis
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class StatedQuantity:
    """A number with the words it was read from.

    `denominator_stated`: False when a share names no denominator in the text, None where none is needed.
    `sex`: boys | girls | empty. `party`: index of its party in the statement, or None when they all share it.
    """

    quantity: Quantity
    span: Span
    rule: str
    denominator_stated: bool | None = None
    sex: str = ""
    party: int | None = None
    conversion: bool = False


@dataclass(frozen=True, slots=True)
class ViolationRef:
    """A violation named: `code` of vocabulary `violation` or "unspecified"; `subtype`: free word of the lexicon."""

    code: str
    subtype: str = ""
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about the statement. `code`: fixed word; `detail`: what was seen, without names."""

    code: str
    detail: str = ""


@dataclass(frozen=True)  # without slots: the id is worked out once and kept
class Statement:
    """One claim.

    `span`: its words in the item's text (or its row); `quote`: those words exactly; `chain`: from the document
    outward to the first mouth; four separate times: of the act, of the release of a medium, the period a source
    reports on, the day the source came out. `depicted`: a picture or video shows it. `factuality`: weakest link.
    `duplicate_of`, `limited_by`: ids of statements of the same item. `supersedes`: the version that a person edited.
    """

    item_id: str
    origin: Origin
    span: Span | CellSpan
    quote: str
    kind: StatementKind
    language: str
    chain: tuple[Link, ...]
    factuality: Factuality
    extractor: str
    content: Span | None = None
    direct_quotes: tuple[Span, ...] = ()
    violations: tuple[ViolationRef, ...] = ()
    parties: tuple[PartyRef, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    act_period: StatedTime | Unknown = NOT_STATED
    medium_released_on: StatedTime | Unknown = NOT_STATED
    source_period: StatedTime | Unknown = NOT_STATED
    source_published_on: StatedTime | Unknown = NOT_STATED
    quantities: tuple[StatedQuantity, ...] = ()
    hedges: tuple[Span, ...] = ()
    depicted: bool = False
    warnings: tuple[Doubt, ...] = ()
    duplicate_of: str = ""
    limited_by: tuple[str, ...] = ()
    supersedes: str = ""

    @property
    def speaker(self) -> str:
        """Whose words reached us last in the chain: an actor, DOCUMENT or UNNAMED."""
        return self.chain[-1].actor if self.chain else DOCUMENT

    @property
    def party(self) -> PartyRef | None:
        """The first party, the one the claim is about."""
        return self.parties[0] if self.parties else None

    @cached_property
    def id(self) -> str:
        """From the content (item, speaker, span inside), without doubts or ties to other statements."""
        bare = replace(self, warnings=(), duplicate_of="", limited_by=())
        return make_id(Kind.STATEMENT, [self.item_id, self.speaker, wire.encode(self.span), wire.encode(bare)])

    @property
    def written_by(self) -> str:
        """Who added it by hand; empty for what a machine read, and for a corrected version: its decision says who."""
        return self.extractor.removeprefix(BY_HAND) if self._is_by_hand and not self.supersedes else ""

    @property
    def by_a_person(self) -> bool:
        """Whether a person's words say what it says: added by hand, or corrected."""
        return self._is_by_hand or bool(self.supersedes)

    @property
    def _is_by_hand(self) -> bool:
        return self.extractor.startswith(BY_HAND)

    @property
    def needs_tick(self) -> tuple[str, ...]:
        """What a person must tick before accepting: `party_implied`, `denominator_missing`."""
        implied = any(party.basis is not Basis.STATED for party in self.parties)
        missing = any(quantity.denominator_stated is False for quantity in self.quantities)
        return (("party_implied",) if implied else ()) + (("denominator_missing",) if missing else ())


def to_json(statement: Statement) -> dict[str, Json]:
    """Plain JSON of every field, plus `id`; `from_json` reads it back to an equal statement."""
    encoded = wire.encode(statement)
    if not isinstance(encoded, dict):
        raise TypeError("a statement is encoded as an object")
    return {"id": statement.id, **encoded}


def from_json(raw: dict[str, Json]) -> Statement:
    """The statement of `to_json`; raises MissingField or BadInput naming the field; `id` is worked out anew."""
    return wire.decode(Statement, {key: value for key, value in raw.items() if key != "id"}, "statement")
