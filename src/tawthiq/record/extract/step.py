"""Step extract: open items with words, not yet read for their present publication date, become statements."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import ItemState
from tawthiq.record.collect.models import harm
from tawthiq.record.extract import models
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.extractor import Extractor
from tawthiq.record.extract.extractors.registry import DEFAULT, built_in
from tawthiq.record.extract.from_bytes.kept import document_of_item, published_on
from tawthiq.record.extract.from_bytes.kept_bytes import READABLE_KINDS
from tawthiq.record.extract.long_text import PART_CHARS, parts_of, read_part
from tawthiq.safe.access import Action, Actor
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome

NAME, VERSION, ACTION = "extract", 1, Action.STATEMENT_EXTRACT
MAX_ITEMS = 1_000_000
SEALED = Nothing("the item is sealed: it is read when two persons have opened it")


def todo(reader: Reader) -> Iterator[str]:
    """Ids of the open items that the default extractor has not read, or not for the publication date known now."""
    closed = harm.get_all_closed(reader)
    extractor = label(built_in().make(DEFAULT))
    for kind in READABLE_KINDS:
        for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS):
            readable = item.state is ItemState.READABLE
            if (
                readable
                and item.id not in closed
                and not models.was_extracted(reader, item.id, extractor, _published(reader, item.id))
            ):
                yield item.id


def run(work: Work, one: str) -> Outcome:
    """Read one item; statements that are kept already stay as they are. A sealed one stays as it is too."""
    if harm.get_seal(work, one).closed:
        return SEALED
    extractor = built_in().make(DEFAULT)
    reading = _reading(work, one, extractor)
    if models.was_extracted(work, one, reading.extractor, reading.published_on):
        return Nothing("this extractor has read the item")
    document = document_of_item(work, collect.get_item(work, one))
    statements = extractor.extract(document)
    models.put_statements(work, statements)
    models.put_outcome(work, one, reading.extractor, reading.published_on, len(statements))
    return Made(tuple(statement.id for statement in statements)) if statements else Nothing("it says nothing we count")


def run_through(actor: Actor, one: str, part_chars: int = PART_CHARS) -> Generator[tuple[Outcome, float], None, None]:
    """Read one item, a long text part by part, each kept in a Work of its own: (outcome, share of the item read).

    A reading that was stopped, by a seal too, goes on behind the last part that was kept.
    """
    reader = Reader(actor)
    reader.require(ACTION)
    if harm.get_seal(reader, one).closed:
        yield SEALED, 1.0
        return
    extractor = built_in().make(DEFAULT)
    reading = _reading(reader, one, extractor)
    if models.was_extracted(reader, one, reading.extractor, reading.published_on):
        yield Nothing("this extractor has read the item"), 1.0
        return
    document = document_of_item(reader, collect.get_item(reader, one))
    if len(document.text) <= part_chars:
        with Work(actor, ACTION, thing=one) as work:
            outcome = run(work, one)
        yield outcome, 1.0
        return
    yield from _run_parts(actor, reading, document, extractor, part_chars)


def _run_parts(
    actor: Actor, reading: models.Reading, document: Document, extractor: Extractor, part_chars: int
) -> Iterator[tuple[Outcome, float]]:
    done = models.get_parts_read(Reader(actor), reading.item_id, reading.extractor, reading.published_on)
    end = document.blocks[-1].span.end
    for number, part in enumerate(parts_of(document, part_chars)):
        if number in done:
            continue
        statements = list(read_part(part, extractor.extract))
        with Work(actor, ACTION, thing=reading.item_id) as work:
            if harm.get_seal(work, reading.item_id).closed:
                yield SEALED, 1.0
                return
            done[number] = models.put_part(work, reading, number, statements)
        share = min(1.0, (part.start + len(part.document.text)) / end)
        yield Made(tuple(statement.id for statement in statements)), share
    with Work(actor, ACTION, thing=reading.item_id) as work:
        models.put_outcome(work, reading.item_id, reading.extractor, reading.published_on, sum(done.values()))


def label(extractor: Extractor) -> str:
    """name@version, as statements keep it."""
    return f"{extractor.name}@{extractor.version}"


def _reading(reader: Reader, item_id: str, extractor: Extractor) -> models.Reading:
    return models.Reading(item_id, label(extractor), _published(reader, item_id))


def _published(reader: Reader, item_id: str) -> str:
    published = published_on(reader, item_id)
    return published.text if published else ""
