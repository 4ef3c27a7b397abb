"""Texts: the text of an item as extractors read it, with the numbered marks of its statements."""

from __future__ import annotations

from tawthiq.doors.desk.highlight import Mark
from tawthiq.record.collect import models as collect
from tawthiq.record.collect.importers.registry import importer_for
from tawthiq.record.collect.importers.text import decode
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.extract import models as extract
from tawthiq.record.extract.decision import Status
from tawthiq.record.extract.document import Document
from tawthiq.record.extract.reading import document_of_text
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import UnreadableInput

MOST_MARKS = 2000


def document_of(reader: Reader, kept: Item) -> Document:
    """The document that extractors read, its publication day the one of the first receipt that knows it.

    Raises UnreadableInput where the item holds no text.
    """
    receipts = collect.get_receipts(reader, kept.id)
    published = next((receipt.published_on for receipt in receipts if receipt.published_on), None)
    return document_of_text(kept.id, _text(collect.get_bytes(reader, kept.id), kept), published)


def _text(data: bytes, kept: Item) -> str:
    if kept.kind is ItemKind.TEXT:
        return decode(data)
    importer = importer_for(kept.kind)
    if importer is None:
        raise UnreadableInput("no importer reads this kind of item", where=kept.id, do="add its text as an item")
    return importer.inspect(data).text


def statements_of(reader: Reader, item_id: str) -> list[tuple[Statement, Status]]:
    """The statements of an item in the order of its text, each with where it stands; replaced ones left out."""
    found = [one for _seq, one in extract.find_statements(reader, item_id=item_id, limit=MOST_MARKS)]
    status = extract.get_status(reader, [one.id for one in found])
    return [(one, status[one.id]) for one in found if status[one.id] is not Status.EDITED]


def marks_of(reader: Reader, item_id: str, here: str = "") -> list[Mark]:
    """The numbered marks of an item's statements; `here`: the id of the one under review."""
    return [
        Mark(n, one.id, one.span, one.kind.value, status is not Status.CANDIDATE, one.id == here)
        for n, (one, status) in enumerate(statements_of(reader, item_id), start=1)
        if isinstance(one.span, Span)
    ]
