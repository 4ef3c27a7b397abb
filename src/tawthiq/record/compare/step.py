"""Step compare: items that nobody has compared yet are set beside all others.

Texts go in batches, since near copies are found through the words they share; pictures go one by one, each beside
all that came before it, first by their hashes, then by the points of the scene; videos by their frames. Scenes and
videos need the libraries of the extra `media`: without them they wait, and `copies` says by which methods an item was
compared, so that a missing link is never read as more than it is.

What takes long (reading texts, taking a film apart, laying pictures on one another) is done before a Work opens; inside
of it what was found is put, and what others put in the meantime is made up for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.isolated import inspect
from tawthiq.record.collect.item import Item, ItemKind, ItemState
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import filed, filed_points, find_films, find_scenes, models
from tawthiq.record.compare.around import inherit_seal
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.film import Film
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.media import has_opencv, has_pyav
from tawthiq.record.compare.near_text import COMPARED_VERSION as TEXTS_VERSION
from tawthiq.record.compare.near_text import Text, near_texts, read_text
from tawthiq.record.compare.picture import Look, judge_pictures, look_at
from tawthiq.record.compare.scene import Sighted
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import UNREADABLE_NOW, BadInput, IntegrityBroken, NotFound, TawthiqError, UnreadableInput
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

NAME, VERSION, ACTION = "compare", 2, Action.STATEMENT_EXTRACT
BATCH, SCENE, POINTS = "texts", "scene:", "points:"
TOO_FLAT = "the picture is too flat for its hash to say anything"
TEXT_KINDS = (ItemKind.TEXT, ItemKind.HTML, ItemKind.PDF)
MAX_ITEMS = 1_000_000
MAX_BATCH = 5000
"""Texts judged in one Work: after a change of version a large record is gone through batch by batch."""
MAX_NAMED = 5
"""Items that an error names."""
Put: TypeAlias = Callable[[Work, str], Outcome]


def todo(reader: Reader, *, batch: int = MAX_BATCH) -> Iterator[str]:
    """As many batches as the texts that wait fill, then each picture, video, and scene that waits, the oldest first."""
    n_waiting = len(_waiting_texts(reader))
    yield from [BATCH] * -(-n_waiting // batch)
    compared = models.get_compared(reader, VERSION)
    refused = set(models.get_refused_looks(reader))
    pictures = [item.id for item in _readable(reader, ItemKind.IMAGE) if item.id not in refused]
    yield from (item for item in pictures if item not in compared)
    if has_pyav():
        done = models.get_compared(reader, find_films.VERSION) | set(models.get_refused_films(reader))
        yield from (item.id for item in _readable(reader, ItemKind.VIDEO) if item.id not in done)
    if has_opencv():
        done = models.get_compared(reader, find_scenes.VERSION)
        yield from (f"{SCENE}{item}" for item in pictures if item not in done)
        lost = filed_points.missing(done)
        yield from (f"{POINTS}{item}" for item in pictures if item in lost)


def run(work: Work, one: str) -> Outcome:
    """Compare a batch of texts, or one picture, video, or scene with all before it; keep the copies that are new."""
    return begin(work, one)(work, one)


def begin(reader: Reader, one: str, *, batch: int = MAX_BATCH) -> Put:
    """Do what takes long before a Work opens; what comes back keeps, inside of one, what was found."""
    if one == BATCH:
        return _begin_texts(reader, batch)
    if one.startswith(SCENE):
        return _begin_scene(reader, one.removeprefix(SCENE))
    if one.startswith(POINTS):
        return _begin_points(reader, one.removeprefix(POINTS))
    is_film = collect.get_item(reader, one).kind is ItemKind.VIDEO
    return _begin_film(reader, one) if is_film else _compare_picture


def methods_of(reader: Reader, item: Item) -> dict[str, bool]:
    """Method -> whether this item was compared by it; empty for a kind that nothing compares."""
    wanted = {ItemKind.IMAGE: {"pdq": VERSION, "sift-ransac": find_scenes.VERSION},
              ItemKind.VIDEO: {"vpdq": find_films.VERSION},
              **{kind: {"shingles": TEXTS_VERSION} for kind in TEXT_KINDS}}  # fmt: skip
    versions = wanted.get(item.kind, {})
    return {name: bool(models.get_compared_of(reader, [item.id], version)) for name, version in versions.items()}


def text_of(reader: Reader, item: Item) -> str:
    """The words of an item as they are compared, read in the child; empty when it has none."""
    if item.kind not in TEXT_KINDS:
        return ""
    data = collect.get_bytes(reader, item.id)
    if item.kind is ItemKind.TEXT:
        return inspect(None, item.kind, data).text  # Python alone decodes plain text
    with pool.worker() as worker:
        return inspect(worker, item.kind, data).text


def _begin_texts(reader: Reader, batch: int) -> Put:
    """Judge the texts that have waited longest with every other, through shared shingles."""
    left_out: list[str] = []
    waiting = _waiting_texts(reader)
    texts = list(_read_texts(reader, waiting, left_out))
    asked = frozenset(text.item for text in texts[:batch])
    if asked:
        wait = {item.id for item in waiting}
        texts += _read_texts(reader, [item for item in _texts(reader) if item.id not in wait], left_out)
    return partial(_put_texts, asked=asked, copies=near_texts(texts, asked), left_out=left_out)


def _read_texts(reader: Reader, items: Iterable[Item], left_out: list[str]) -> Iterator[Text]:
    """Those that can be read now; the items of the others are added to `left_out`."""
    for item in items:
        try:
            text = text_of(reader, item)
        except UNREADABLE_NOW:
            left_out.append(item.id)
        else:
            yield read_text(item.id, text)


def _put_texts(
    work: Work, _one: str, *, asked: frozenset[str], copies: tuple[Copy, ...], left_out: Sequence[str]
) -> Outcome:
    """Keep the links of the batch; a text that another process judged in the meantime keeps its mark.

    Texts that cannot be read keep waiting, so that they are named again until they are mended.
    """
    models.put_copies(work, copies)
    for item_id in sorted(asked):
        models.put_compared(work, item_id, TEXTS_VERSION)
    if copies:
        return Made(tuple(copy.id for copy in copies))
    if left_out:
        return Refused(_some_left_out(left_out))
    return Nothing("no near-identical text was found")


def _some_left_out(item_ids: Sequence[str]) -> IntegrityBroken:
    named = ", ".join(sorted(item_ids)[:MAX_NAMED])
    what = f"{len(item_ids)} texts cannot be read now; the others were compared"
    return IntegrityBroken(what, where=named, do="run `tawthiq doctor`, bring back what is damaged or missing")


def _compare_picture(work: Work, item_id: str) -> Outcome:
    """Compare one picture with those compared before it, so that each pair is asked once, in one direction."""
    look = models.get_look(work, item_id) or _look_once(work, item_id)
    if isinstance(look, TawthiqError):
        return Refused(look)
    copies = _alike(work, item_id, look)
    _keep(work, item_id, copies, VERSION)
    if not any(pdq.speaks for _, _, pdq in look.asked):
        return Nothing(TOO_FLAT)
    return Made(tuple(copy.id for copy in copies)) if copies else Nothing("no near picture was found")


def _alike(reader: Reader, item_id: str, look: Look) -> list[Copy]:
    filed.file_waiting(reader, item_id)
    close = [other for other in filed.near(reader, look) if other != item_id]
    before = models.get_compared_of(reader, close, VERSION)
    looks = ((other, models.get_look(reader, other)) for other in close if other in before)
    copies = (judge_pictures(item_id, look, other, theirs) for other, theirs in looks if theirs)
    return [copy for copy in copies if copy]


def _begin_scene(reader: Reader, item_id: str) -> Put:
    """Lay one picture on those before it; a picture too flat for its hash to speak is laid on none."""
    look = models.get_look(reader, item_id)
    if look is None:
        return _put_waiting
    if not look.upright:
        filed_points.file(item_id, None)
        return _put_no_scene
    try:
        asked = find_scenes.read_asked(reader, item_id)
    except UNREADABLE_NOW as error:
        return partial(_refuse, error=error)
    filed_points.file(item_id, asked.plain)
    laid = find_scenes.find_scenes(reader, item_id, look, asked, {})
    return partial(_put_scene, look=look, asked=asked, laid=laid)


def _begin_points(reader: Reader, item_id: str) -> Put:
    """File the points of a picture again; the index was lost, what was found stays."""
    look = models.get_look(reader, item_id)
    try:
        features = find_scenes.read_asked(reader, item_id).plain if look and look.upright else None
    except UNREADABLE_NOW as error:
        return partial(_refuse, error=error)
    filed_points.file(item_id, features)
    return _put_nothing_new


def _put_nothing_new(_work: Work, _one: str) -> Outcome:
    return Nothing("its points are filed again")


def _refuse(_work: Work, _one: str, *, error: TawthiqError) -> Outcome:
    return Refused(error)


def _put_waiting(_work: Work, _one: str) -> Outcome:
    return Nothing("the picture waits for its hashes")


def _put_no_scene(work: Work, one: str) -> Outcome:
    models.put_compared(work, one.removeprefix(SCENE), find_scenes.VERSION)
    return Nothing(TOO_FLAT)


def _put_scene(work: Work, one: str, *, look: Look, asked: Sighted, laid: find_scenes.Searched) -> Outcome:
    """Keep what was found; pictures that came in between are laid now."""
    item_id = one.removeprefix(SCENE)
    if models.last_compared(work) != laid.as_of:
        laid = find_scenes.find_scenes(work, item_id, look, asked, laid.ways)
    _keep(work, item_id, laid.copies, find_scenes.VERSION)
    reason = f"no scene was found again on {len(laid.ways)} of {laid.n_all} pictures"
    return Made(tuple(copy.id for copy in laid.copies)) if laid.copies else Nothing(reason)


def _begin_film(reader: Reader, item_id: str) -> Put:
    """Take one video apart and set it beside the others: a quarter of an hour, in which others want to write."""
    try:
        film = find_films.read(reader, item_id)
    except UNREADABLE_NOW as error:
        return partial(_put_no_film, error=error)
    return partial(_put_film, film=film, ways=find_films.ways_to(reader, item_id, film, {}))


def _put_no_film(work: Work, item_id: str, *, error: TawthiqError) -> Outcome:
    if isinstance(error, UnreadableInput) and item_id not in models.get_refused_films(work):
        models.put_refused_film(work, item_id, error.what)
    return Refused(error)


def _put_film(work: Work, item_id: str, *, film: Film, ways: Mapping[str, Copy | None]) -> Outcome:
    """Keep a video and its copies; it is set beside those that came in between now."""
    if models.get_compared_of(work, [item_id], find_films.VERSION):
        return Nothing("another process compared it in the meantime")
    copies = [copy for copy in find_films.ways_to(work, item_id, film, ways).values() if copy]
    models.put_film(work, item_id, find_films.kept_form(film))
    _keep(work, item_id, copies, find_films.VERSION)
    return Made(tuple(copy.id for copy in copies)) if copies else Nothing("no frame of another video was found again")


def _keep(work: Work, item_id: str, copies: list[Copy], version: int) -> None:
    """Keep what a method found; what is a sure copy of something closed is closed with it."""
    models.put_copies(work, copies)
    models.put_compared(work, item_id, version)
    if copies:
        inherit_seal(work, item_id)


def _look_once(work: Work, item_id: str) -> Look | TawthiqError:
    """Decode a picture and keep what was seen, or keep that it could not be read.

    Bytes that changed in the vault are refused without a row: they are looked at once they are mended.
    """
    try:
        look = _look(collect.get_bytes(work, item_id), item_id)
    except UnreadableInput as error:
        models.put_refused_look(work, item_id, error.what)
        return error
    except (IntegrityBroken, NotFound) as error:
        return error
    models.put_look(work, item_id, look)
    return look


def _look(data: bytes, item_id: str) -> Look:
    """Decoded in the child, whose every fault is an UnreadableInput; what fails here after that is a fault of ours."""
    try:
        with pool.worker() as worker:
            pixels = pixels_of(worker, data)
    except BadInput as error:
        raise UnreadableInput(error.what, where=item_id, do=error.do) from error
    return look_at(pixels)


def _texts(reader: Reader) -> list[Item]:
    return [item for kind in TEXT_KINDS for _, item in collect.find_items(reader, kind=kind, limit=MAX_ITEMS)]


def _waiting_texts(reader: Reader) -> list[Item]:
    """Texts that this version has not judged, the oldest first."""
    compared = models.get_compared(reader, TEXTS_VERSION)
    return [item for item in reversed(_texts(reader)) if item.id not in compared]


def _readable(reader: Reader, kind: ItemKind) -> list[Item]:
    found = collect.find_items(reader, kind=kind, limit=MAX_ITEMS)
    return [item for _, item in reversed(found) if item.state is ItemState.READABLE]
