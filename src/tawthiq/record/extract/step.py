"""Step extract: items with words, not yet read for their present publication date, become statements."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.item import ItemState
from tawthiq.record.extract import models
from tawthiq.record.extract.extractor import Extractor
from tawthiq.record.extract.extractors.registry import DEFAULT, built_in
from tawthiq.record.extract.kept import document_of_item, published_on
from tawthiq.record.extract.kept_bytes import READABLE_KINDS
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome

NAME, VERSION, ACTION = "extract", 1, Action.STATEMENT_EXTRACT
MAX_ITEMS = 1_000_000


def todo(reader: Reader) -> Iterator[str]:
    """Ids of the items that the default extractor has not read, or not for the publication date known now."""
    extractor = label(built_in().make(DEFAULT))
    for kind in READABLE_KINDS:
        for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS):
            readable = item.state is ItemState.READABLE
            if readable and not models.was_extracted(reader, item.id, extractor, _published(reader, item.id)):
                yield item.id


def run(work: Work, one: str) -> Outcome:
    """Read one item; statements that are kept already stay as they are."""
    extractor = built_in().make(DEFAULT)
    published = _published(work, one)
    if models.was_extracted(work, one, label(extractor), published):
        return Nothing("this extractor has read the item")
    document = document_of_item(work, collect.get_item(work, one))
    statements = extractor.extract(document)
    models.put_statements(work, statements)
    models.put_outcome(work, one, label(extractor), published, len(statements))
    return Made(tuple(statement.id for statement in statements)) if statements else Nothing("it says nothing we count")


def label(extractor: Extractor) -> str:
    """name@version, as statements keep it."""
    return f"{extractor.name}@{extractor.version}"


def _published(reader: Reader, item_id: str) -> str:
    published = published_on(reader, item_id)
    return published.text if published else ""
