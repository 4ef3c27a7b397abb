"""Trace: from counted acts down to assessments, statements, spans, items, bytes, custody; reads only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import Item
from tawthiq.record.collect.models import harm
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.placing import place_of
from tawthiq.record.extract.span import CellSpan, Span
from tawthiq.record.extract.statement import Statement
from tawthiq.record.link.models import read as link
from tawthiq.record.link.source import Support
from tawthiq.record.verify.assessment import Assessment
from tawthiq.record.verify.models.read import get_assessments
from tawthiq.record.verify.models.subjects import Subject, get_subjects
from tawthiq.safe import ledger, merkle
from tawthiq.safe.event import Event
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, IntegrityBroken, NotFound
from tawthiq.terms.identity import Json


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One event about an item. `proved`: its inclusion in the log of `log_size` lines was worked out just now."""

    event: Event
    log_size: int
    proved: bool

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        event = self.event
        return {"seq": event.seq, "at": event.at.isoformat(), "actor": event.actor, "action": event.action,
                "log_size": self.log_size, "proved": self.proved}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemTrace:
    """The kept bytes. `intact`: hashed again just now; `custody`: all that happened to them."""

    item: Item
    intact: bool
    custody: tuple[CustodyLine, ...]

    @property
    def whole(self) -> bool:
        """Bytes as kept, every event in the log."""
        return self.intact and all(line.proved for line in self.custody)

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        return {
            "item": self.item.id,
            "sha256": self.item.sha256,
            "n_bytes": self.item.n_bytes,
            "intact": self.intact,
            "custody": [line.to_json() for line in self.custody],
        }


@dataclass(frozen=True, slots=True)
class StatementTrace:
    """A statement at its place. `byte_span`: of the kept file, None where the format has none, or it is broken;

    `page`: of a file that has pages, else 0; `in_place`: the words stand there, letter for letter (None when that
    cannot be looked at); `sealed`: the item is, so that its words and its speaker are withheld.
    """

    statement: Statement
    source_kind: str
    byte_span: tuple[int, int] | None
    in_place: bool | None
    page: int = 0
    sealed: bool = False

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        span = self.statement.span
        place: dict[str, Json] = (
            {
                "span": [span.start, span.end],
                "bytes": list(self.byte_span) if self.byte_span else None,
                "page": self.page or None,
            }
            if isinstance(span, Span)
            else {"sheet": span.sheet, "row": span.row, "cell": span.cell}
        )
        return {
            "statement": self.statement.id,
            "item": self.statement.item_id,
            "quote": "" if self.sealed else self.statement.quote,
            "speaker": "" if self.sealed else self.statement.speaker,
            "sealed": self.sealed,
            "source_kind": self.source_kind,
            **place,
            "in_place": self.in_place,
        }


@dataclass(frozen=True, slots=True)
class SubjectTrace:
    """A counted act or violation: who judged it, what it rests on."""

    subject_id: str
    violation_id: str
    incident_id: str
    assessments: tuple[Assessment, ...]
    statements: tuple[StatementTrace, ...]

    def to_json(self) -> dict[str, Json]:
        """As printed."""
        return {
            "subject": self.subject_id,
            "violation": self.violation_id,
            "incident": self.incident_id,
            "assessments": [{"assessment": one.id, **_content(one)} for one in self.assessments],
            "statements": [one.to_json() for one in self.statements],
        }


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that some acts rest on; items stand once, however many acts rest on them."""

    subjects: tuple[SubjectTrace, ...]
    items: tuple[ItemTrace, ...]

    @property
    def broken(self) -> tuple[str, ...]:
        """Items whose bytes are not what was kept, statements whose words are not at their place."""
        items = tuple(one.item.id for one in self.items if not one.whole)
        words = (one.statement.id for subject in self.subjects for one in subject.statements if one.in_place is False)
        return (*items, *words)

    def to_json(self) -> dict[str, Json]:
        """As `tawthiq trace --json` prints it."""
        return {
            "intact": not self.broken,
            "broken": list(self.broken),
            "subjects": [subject.to_json() for subject in self.subjects],
            "items": [item.to_json() for item in self.items],
        }


Look = tuple[tuple[int, int] | None, bool | None, int]
"""(byte span, whether the words stand there, page) of a statement."""


def trace(reader: Reader, subject_ids: Sequence[str]) -> Trace:
    """Follow acts (or violations counted in incidents) down to the bytes; broken bytes are reported, not raised.

    Raises NotFound for an id that is no such thing, NotPermitted.
    """
    subjects = get_subjects(reader, subject_ids)
    supports = link.get_support(reader, sorted({one for s in subjects for one in (s.id, s.violation_id)}))
    statements = {one.id: one for one in extract.get_statements(reader, {s.statement_id for s in supports})}
    items = [_item(reader, item_id) for item_id in sorted({one.item_id for one in statements.values()})]
    looks = {key: look for item in items for key, look in _looks(reader, item.item, statements.values())}
    kinds = {source_id: source.kind for source_id, source in link.get_sources(reader).items()}
    closed = harm.get_closed(reader, {one.item_id for one in statements.values()})
    told = _told(supports, statements, looks, kinds, closed)
    assessments = get_assessments(reader, [subject.id for subject in subjects])
    return Trace(tuple(_subject(one, assessments[one.id], told) for one in subjects), tuple(items))


def _subject(
    subject: Subject, assessments: Iterable[Assessment], told: dict[str, list[StatementTrace]]
) -> SubjectTrace:
    statements = (*told.get(subject.id, ()), *told.get(subject.violation_id, ()))
    seen = {one.statement.id: one for one in statements}
    return SubjectTrace(subject.id, subject.violation_id, subject.incident_id, tuple(assessments), tuple(seen.values()))


def _told(
    supports: Iterable[Support],
    statements: dict[str, Statement],
    looks: dict[str, Look],
    kinds: dict[str, str],
    closed: frozenset[str],
) -> dict[str, list[StatementTrace]]:
    """Statements by the act or violation that they support."""
    found: dict[str, list[StatementTrace]] = {}
    for support in supports:
        if statement := statements.get(support.statement_id):
            kind, sealed = kinds.get(support.source_id, ""), statement.item_id in closed
            told = StatementTrace(statement, kind, *looks[statement.id], sealed)
            found.setdefault(support.subject_id, []).append(told)
    return found


def _item(reader: Reader, item_id: str) -> ItemTrace:
    item = collect.get_item(reader, item_id)
    custody = (CustodyLine(event, ledger.head().size, _proved(event)) for event in collect.get_custody(reader, item_id))
    return ItemTrace(item, reader.vault.check(item.sha256), tuple(custody))


def _proved(event: Event) -> bool:
    proof = ledger.proof_of(event.seq)
    siblings = [bytes.fromhex(node) for node in proof.siblings]
    return merkle.included(event.leaf(), event.seq, proof.size, siblings, bytes.fromhex(proof.root))


def _looks(reader: Reader, item: Item, statements: Iterable[Statement]) -> Iterator[tuple[str, Look]]:
    """Look at each statement of an item in its text, which is read once."""
    own = [one for one in statements if one.item_id == item.id]
    document = _document(reader, item) if any(isinstance(one.span, Span) for one in own) else None
    for statement in own:
        yield statement.id, _look(statement, document)


def _look(statement: Statement, document: Document | None) -> Look:
    if isinstance(statement.span, CellSpan):
        return None, None, 0
    if document is None:
        return None, False, 0
    place = place_of(statement.quote, statement.span, document.text)
    if place is None:
        return None, False, 0
    return document.offsets.bytes_of(place.span), True, document.page_of(place.span)


def _document(reader: Reader, item: Item) -> Document | None:
    try:
        return document_of_item(reader, item)
    except (IntegrityBroken, NotFound, BadInput):
        return None


def _content(assessment: Assessment) -> dict[str, Json]:
    content = assessment.content()
    return dict(content) if isinstance(content, dict) else {}
