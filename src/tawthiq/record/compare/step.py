"""Step compare: items that nobody has compared yet are set beside all others; a batch, since copies need pairs."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.importers.registry import importer_for
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.compare import models
from tawthiq.record.compare.near_text import Text, near_texts, read_text
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.outcome import Made, Nothing, Outcome

NAME, VERSION, ACTION = "compare", 1, Action.STATEMENT_EXTRACT
BATCH = "texts"
_KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)
MAX_ITEMS = 1_000_000


def todo(reader: Reader) -> Iterator[str]:
    """One batch when any item waits."""
    compared = models.get_compared(reader, VERSION)
    if any(item.id not in compared for item in _texts(reader)):
        yield BATCH


def run(work: Work, one: str) -> Outcome:  # noqa: ARG001  # the only batch there is
    """Compare every text with every other through shared shingles, then keep the copies that are new."""
    items = _texts(work)
    compared = models.get_compared(work, VERSION)
    copies = near_texts(_read(work, item) for item in items)
    fresh = [copy for copy in copies if not compared >= set(copy.pair)]
    models.put_copies(work, fresh)
    for item in items:
        if item.id not in compared:
            models.put_compared(work, item.id, VERSION)
    return Made(tuple(copy.id for copy in fresh)) if fresh else Nothing("no near-identical text was found")


def _texts(reader: Reader) -> list[Item]:
    return [item for kind in _KINDS for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS)]


def _read(reader: Reader, item: Item) -> Text:
    importer = importer_for(item.kind)
    text = importer.inspect(collect.get_bytes(reader, item.id)).text if importer else ""
    return read_text(item.id, text)
