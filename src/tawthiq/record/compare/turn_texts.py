"""Step compare, of texts: those that wait are set beside all others in batches, through the shingles they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.isolated import inspect
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.near_text import COMPARED_VERSION, Text, near_texts, read_text
from tawthiq.record.compare.turns import MAX_ITEMS, Put, some_left_out
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import UNREADABLE_NOW
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)
MAX_BATCH = 5000
"""Texts judged in one Work: after a change of version a large record is gone through batch by batch."""


def waiting(reader: Reader) -> list[Item]:
    """Texts that this version has not judged, the oldest first."""
    compared = models.get_compared(reader, COMPARED_VERSION)
    return [item for item in reversed(_texts(reader)) if item.id not in compared]


def text_of(reader: Reader, item: Item) -> str:
    """The words of an item as they are compared, read in the child; empty when it has none."""
    if item.kind not in KINDS:
        return ""
    data = collect.get_bytes(reader, item.id)
    if item.kind is ItemKind.TEXT:
        return inspect(None, item.kind, data).text  # Python alone decodes plain text
    with pool.worker() as worker:
        return inspect(worker, item.kind, data).text


def begin(reader: Reader, batch: int = MAX_BATCH) -> Put:
    """Judge the texts that have waited longest with every other, through shared shingles."""
    left_out: list[str] = []
    wait = waiting(reader)
    texts = list(_read_texts(reader, wait, left_out))
    asked = frozenset(text.item for text in texts[:batch])
    if asked:
        named = {item.id for item in wait}
        texts += _read_texts(reader, [item for item in _texts(reader) if item.id not in named], left_out)
    return partial(_put, asked=asked, copies=near_texts(texts, asked), left_out=left_out)


def _read_texts(reader: Reader, items: Iterable[Item], left_out: list[str]) -> Iterator[Text]:
    """Those that can be read now; the items of the others are added to `left_out`."""
    for item in items:
        try:
            text = text_of(reader, item)
        except UNREADABLE_NOW:
            left_out.append(item.id)
        else:
            yield read_text(item.id, text)


def _put(work: Work, _one: str, *, asked: frozenset[str], copies: tuple[Copy, ...], left_out: Sequence[str]) -> Outcome:
    """Keep the links of the batch; a text that another process judged in the meantime keeps its mark.

    Texts that cannot be read keep waiting, so that they are named again until they are mended.
    """
    models.put_copies(work, copies)
    for item_id in sorted(asked):
        models.put_compared(work, item_id, COMPARED_VERSION)
    if copies:
        return Made(tuple(copy.id for copy in copies))
    if left_out:
        return Refused(some_left_out(left_out, "texts cannot be read now; the others were compared"))
    return Nothing("no near-identical text was found")


def _texts(reader: Reader) -> list[Item]:
    return [item for kind in KINDS for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS)]
