"""Step compare: items that nobody has compared yet are set beside all others.

Texts go in one batch, since near copies are found through the words they share; pictures go one by one, each beside
all that came before it. Videos, and pictures that share a scene without sharing their pixels, are not compared here:
both need the libraries of the extra `media`, which an installation may lack, and a set of copies that depended on
what is installed would be no record.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.importers.registry import importer_for
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import models
from tawthiq.record.compare.around import inherit_seal
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.near_text import near_texts, read_text
from tawthiq.record.compare.picture import Look, judge_pictures, look_at, near_items
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import IntegrityBroken, TawthiqError, UnreadableInput
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

NAME, VERSION, ACTION = "compare", 2, Action.STATEMENT_EXTRACT
BATCH = "texts"
TEXT_KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)
MAX_ITEMS = 1_000_000


def todo(reader: Reader) -> Iterator[str]:
    """One batch when any text waits, then each picture that waits, the oldest first."""
    compared = models.get_compared(reader, VERSION)
    if any(item.id not in compared for item in _texts(reader)):
        yield BATCH
    done = compared | set(models.get_refused_looks(reader))
    yield from (item.id for item in _pictures(reader) if item.id not in done)


def run(work: Work, one: str) -> Outcome:
    """Compare the batch of texts, or one picture with all before it; keep the copies that are new."""
    return _compare_texts(work) if one == BATCH else _compare_picture(work, one)


def text_of(reader: Reader, item: Item) -> str:
    """The words of an item as they are compared; empty when it has none."""
    importer = importer_for(item.kind) if item.kind in TEXT_KINDS else None
    return importer.inspect(collect.get_bytes(reader, item.id)).text if importer else ""


def _compare_texts(work: Work) -> Outcome:
    """Compare every text with every other through shared shingles."""
    items = _texts(work)
    compared = models.get_compared(work, VERSION)
    copies = near_texts(read_text(item.id, text_of(work, item)) for item in items)
    fresh = [copy for copy in copies if not compared >= set(copy.pair)]
    models.put_copies(work, fresh)
    for item in items:
        if item.id not in compared:
            models.put_compared(work, item.id, VERSION)
    return Made(tuple(copy.id for copy in fresh)) if fresh else Nothing("no near-identical text was found")


def _compare_picture(work: Work, item_id: str) -> Outcome:
    """Compare one picture with those compared before it, so that each pair is asked once, in one direction."""
    look = models.get_look(work, item_id) or _look_once(work, item_id)
    if isinstance(look, TawthiqError):
        return Refused(look)
    copies = _alike(work, item_id, look)
    models.put_copies(work, copies)
    models.put_compared(work, item_id, VERSION)
    if copies:
        inherit_seal(work, item_id)
    if not any(pdq.speaks for _, _, pdq in look.asked):
        return Nothing("the picture is too flat for its hash to say anything")
    return Made(tuple(copy.id for copy in copies)) if copies else Nothing("no near picture was found")


def _alike(reader: Reader, item_id: str, look: Look) -> list[Copy]:
    before = models.get_compared(reader, VERSION) - {item_id}
    filed = [(item, bits) for item, bits in models.get_uprights(reader) if item in before]
    looks = ((other, models.get_look(reader, other)) for other in near_items(look, filed))
    copies = (judge_pictures(item_id, look, other, theirs) for other, theirs in looks if theirs)
    return [copy for copy in copies if copy]


def _look_once(work: Work, item_id: str) -> Look | TawthiqError:
    """Decode a picture and keep what was seen, or keep that it could not be read.

    Bytes that changed in the vault are refused without a row: they are looked at once they are mended.
    """
    try:
        look = _look(collect.get_bytes(work, item_id), item_id)
    except UnreadableInput as error:
        models.put_refused_look(work, item_id, error.what)
        return error
    except IntegrityBroken as error:
        return error
    models.put_look(work, item_id, look)
    return look


def _look(data: bytes, item_id: str) -> Look:
    try:
        with pool.worker() as worker:
            return look_at(pixels_of(worker, data))
    except TawthiqError as error:
        raise UnreadableInput(error.what, where=item_id, do=error.do) from error
    except Exception as reason:  # a decoder fed hostile bytes may raise anything, and the other pictures go on
        raise UnreadableInput(
            f"the picture cannot be read: {type(reason).__name__}", where=item_id, do="look at the file; it is kept"
        ) from reason


def _texts(reader: Reader) -> list[Item]:
    return [item for kind in TEXT_KINDS for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS)]


def _pictures(reader: Reader) -> list[Item]:
    found = collect.find_items(reader, kind=ItemKind.IMAGE, limit=MAX_ITEMS)
    return [item for _, item in reversed(found) if item.state is ItemState.READABLE]
