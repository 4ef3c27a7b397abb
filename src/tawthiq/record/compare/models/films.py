"""Queries on what was read from videos."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from tawthiq.record.compare.models.tables import ComparedRow, FilmRow
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work, reads, writes
from tawthiq.terms.identity import Json, digest

if TYPE_CHECKING:
    from tawthiq.record.compare.film import Film, Frame

# The rooms of films are imported where they are used: they load a compiler, and every command loads this module.

_FIELDS = ("item_id", "version", "recipe", "complete", "frames", "refused")


@writes(Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_film(work: Work, item_id: str, film: Film) -> None:
    """Keep the hashes of a video, one frame a second, so that it is decoded once."""
    frames: list[Json] = [_frame_fields(frame) for frame in film.frames]
    _insert(work, item_id, {"recipe": film.recipe[:300], "complete": film.complete, "frames": frames})


@writes(Action.ITEM_ADD, Action.STATEMENT_EXTRACT)
def put_refused_film(work: Work, item_id: str, reason: str) -> None:
    """Keep that no frame of an item could be read, and why; it is not tried again by this version."""
    _insert(work, item_id, {"refused": reason[:200]})


@reads(Action.COPY_READ)
def get_films(_reader: Reader, version: int, but: Collection[str] = frozenset()) -> Iterator[tuple[str, Film]]:
    """(item, film) of each video that `version` of the stage has compared, `but` these, one at a time."""
    compared = ComparedRow.objects.filter(version=version).values("item_id")
    rows = FilmRow.objects.filter(version=_version(), refused="", item_id__in=compared).order_by("since", "id")
    if but:
        rows = rows.exclude(item_id__among=frozenset(but))
    for row in rows.iterator(16):
        yield row.item_id, _film_from(row)


@reads(Action.COPY_READ)
def get_refused_films(_reader: Reader) -> dict[str, str]:
    """Item -> why no frame of it could be read by this version."""
    return dict(FilmRow.objects.filter(version=_version()).exclude(refused="").values_list("item_id", "refused"))


def recorded_films() -> Iterator[tuple[int, str, str]]:
    """(ledger seq, thing, digest now) of every row, for the audit."""
    for row in FilmRow.objects.iterator(16):
        yield row.since, row.item_id, digest(_content(row))


def _insert(work: Work, item_id: str, fields: dict[str, Json]) -> None:
    row = FilmRow(item_id=item_id, version=_version(), **fields)
    row.since = work.record(item_id, _content(row), action="item.looked_at")
    row.save(force_insert=True)


def _content(row: FilmRow) -> Json:
    return {name: getattr(row, name) for name in _FIELDS}


def _version() -> str:
    from tawthiq.record.compare.video_match import METHOD, VERSION

    return f"{METHOD}@{VERSION}"


def _frame_fields(frame: Frame) -> Json:
    from tawthiq.record.compare.pdq import Turn

    whole = frame.look.whole[Turn.NONE]
    inner = (frame.look.inner or {}).get(Turn.NONE)
    at_ms = round(frame.at_s * 1000)
    return [frame.number, at_ms, whole.hex, whole.quality, inner.hex if inner else "", inner.quality if inner else 0]


def _film_from(row: FilmRow) -> Film:
    from tawthiq.record.compare.film import Film

    return Film(tuple(_frame_from(fields) for fields in row.frames), row.complete, row.recipe)


def _frame_from(fields: list[Any]) -> Frame:
    from tawthiq.record.compare.film import Frame
    from tawthiq.record.compare.pdq import Turn, from_hex
    from tawthiq.record.compare.picture import Look

    number, at_ms, whole, quality, inner, inner_quality = fields
    inside = {Turn.NONE: from_hex(inner, inner_quality)} if inner else None
    return Frame(number, at_ms / 1000, Look({Turn.NONE: from_hex(whole, quality)}, inside, None, ""))
