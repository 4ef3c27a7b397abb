"""Card: everything that stands beside a statement while a person looks at it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from django.utils.translation import gettext

from tawthiq.doors.desk.deciding import Acts, acts_of
from tawthiq.doors.desk.highlight import passages_of
from tawthiq.doors.desk.marks import marks_of, place_in, points_of
from tawthiq.doors.desk.versions import Difference, differences
from tawthiq.doors.desk.window import window_on
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.declared_encoding import encoding_of
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.models import harm
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Decision, Status
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.doubts.echoes import Echo
from tawthiq.record.extract.from_bytes.kept import document_of_item
from tawthiq.record.extract.placing import Place
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import StatedTime, Statement
from tawthiq.safe.work import Reader
from tawthiq.terms.unknown import Unknown

BESIDE_BYTES = 160
_MARK_BYTES = 4
MOST_OF_ITEM = 5_000
"""In an item with more statements than that, repetitions are looked for by their words alone."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept bytes that a statement was read from. `first`, `end`: their place in the file, end exclusive.

    `before`, `words`, `after`: the file itself there, as it is stored; `page`: of a file with pages, where bytes have
    no order.
    """

    first: int = 0
    end: int = 0
    before: str = ""
    words: str = ""
    after: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class EchoShown:
    """Another text's (or this text's) statement of the same words. `weaker`: it is less sure than this one."""

    echo: Echo
    name: str
    same_item: bool
    weaker: bool


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What another extractor read on the same words: where it stands, in which fields it differs."""

    statement: Statement
    status: Status
    differences: list[Difference]


def card_of(reader: Reader, one: Statement) -> dict[str, object]:
    """What the page of one statement shows; raises NotPermitted where the item is sealed: words are part of it."""
    harm.require_open(reader, one.item_id)
    kept = collect.get_item(reader, one.item_id)
    receipts = collect.get_receipts(reader, one.item_id)
    status = extract.get_status(reader, [one.id])[one.id]
    decisions = extract.get_decisions(reader, [one.id]).get(one.id, [])
    behind = extract.get_people_behind(reader, [one.id]).get(one.id, frozenset())
    machine = extract.get_statement(reader, one.supersedes) if one.supersedes else None
    place = extract.get_neighbours(reader, one.id)
    others = _others(reader, one)
    return {
        "statement": one,
        "item": kept,
        "receipt": receipts[0] if receipts else None,
        "status": status,
        "decisions": decisions,
        "n_behind": len(behind),
        "acts": _acts(reader, status, decisions, stands_behind=reader.actor.id in behind),
        "place": place,
        "chain": [(link, "") for link in one.chain],
        "times": _times(one),
        "machine": machine,
        "differences": differences(machine, one) if machine else [],
        "limits": extract.get_statements(reader, one.limited_by),
        "echoes": _echoes(reader, one, {other.statement.id for other in others}),
        "repeats": extract.find_repeats(reader, one) if place.n_all <= MOST_OF_ITEM else [],
        "others": others,
        "n_others": sum(other.status is Status.CANDIDATE for other in others),
        **(_in_text(reader, kept, one, one.span) if isinstance(one.span, Span) else {}),
    }


def _others(reader: Reader, one: Statement) -> list[OtherReading]:
    found = extract.find_other_readings(reader, one)
    status = extract.get_status(reader, [other.id for other in found])
    return [OtherReading(other, status[other.id], differences(other, one)) for other in found]


def _acts(reader: Reader, status: Status, decisions: Sequence[Decision], *, stands_behind: bool) -> Acts:
    """What the reader can do with it; a corrected version that was rejected leaves the first one open."""
    ours = decisions[-1].replacement if decisions else ""
    replacement = extract.get_status(reader, [ours])[ours] if ours else Status.CANDIDATE
    return acts_of(status, stands_behind=stands_behind, replacement=replacement)


def _in_text(reader: Reader, kept: Item, one: Statement, span: Span) -> dict[str, object]:
    document = document_of_item(reader, kept)
    stands = place_in(one, document.text)
    window = window_on(document, (stands.span if stands else span).start)
    marks = marks_of(reader, one.item_id, document.text, window.span, one.id)
    return {
        "passages": passages_of(window.document, marks.marks, points_of(one, stands), window.span),
        "window": window,
        "stands": stands,
        "hedges": [(_words(document.text, stands, hedge), hedge) for hedge in one.hedges],
        "chain": [(link, _words(document.text, stands, link.cue)) for link in one.chain],
        "language": document.language,
        "kept": _kept(collect.get_bytes(reader, kept.id), kept.kind, document, stands.span) if stands else None,
    }


def _words(text: str, stands: Place | None, span: Span | None) -> str:
    """The words that a field was read from; none where they cannot be told for sure."""
    inside = stands.inside(span) if stands and span else None
    return inside.of(text) if inside else ""


def _kept(data: bytes, kind: ItemKind, document: Document, span: Span) -> Kept:
    found = document.offsets.bytes_of(span)
    if found is None:
        return Kept(page=document.page_of(span))
    first, end = found
    codec, _ = encoding_of(data if kind is ItemKind.HTML else data[:_MARK_BYTES])
    # A slice may begin or end inside a character: what cannot be read shows as such.
    parts = (data[max(0, first - BESIDE_BYTES) : first], data[first:end], data[end : end + BESIDE_BYTES])
    before, words, after = (part.decode(codec, "replace") for part in parts)
    return Kept(first, end, before, words, after)


def _echoes(reader: Reader, one: Statement, shown: Set[str]) -> list[EchoShown]:
    """Those that are not `shown` already as other readings of these words."""
    found = [echo for echo in extract.find_echoes(reader, one) if echo.there.id not in shown]
    closed = harm.get_closed(reader, {echo.there.item_id for echo in found})
    found = [echo for echo in found if echo.there.item_id not in closed]
    receipts = collect.get_receipts_of(reader, sorted({echo.there.item_id for echo in found}))
    return [
        EchoShown(
            echo,
            receipts[echo.there.item_id].original_name if echo.there.item_id in receipts else echo.there.item_id,
            echo.there.item_id == one.item_id,
            echo.weaker(one),
        )
        for echo in found
    ]


def _times(one: Statement) -> list[tuple[str, StatedTime | Unknown]]:
    """The four separate times of a statement, each with its label."""
    return [
        (gettext("When it happened"), one.act_period),
        (gettext("When the picture or video came out"), one.medium_released_on),
        (gettext("Period the source reports on"), one.source_period),
        (gettext("When the source came out"), one.source_published_on),
    ]
