"""Finding films: a video is set beside all videos before it by the frames that recur."""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.rendering import original
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.film import ASKED_EVERY_S, EVERY_S, Film
from tawthiq.record.compare.isolated_film import film_of
from tawthiq.record.compare.video_match import judge_films
from tawthiq.safe.work import Reader
from tawthiq.terms.errors import BadInput, UnreadableInput

VERSION = 2001


def read(reader: Reader, item_id: str) -> Film:
    """The film of an item, four frames a second, taken out in the child; raises UnreadableInput, IntegrityBroken."""
    item = collect.get_item(reader, item_id)
    try:
        with pool.worker() as worker, original(reader, item) as source:
            return film_of(worker, source, ASKED_EVERY_S)
    except BadInput as error:
        raise UnreadableInput(error.what, where=item_id, do=error.do) from error


def ways_to(reader: Reader, item_id: str, film: Film, known: Mapping[str, Copy | None]) -> dict[str, Copy | None]:
    """Each video compared before -> the copy, or None where no frame recurs; those `known` are not read again.

    Each pair is asked once, by the later one.
    """
    filed = models.get_films(reader, VERSION, but={item_id, *known})
    return {**known, **{other: judge_films(item_id, film, other, theirs) for other, theirs in filed}}


def kept_form(film: Film) -> Film:
    """The film as it is filed: one frame a second."""
    return film.every(EVERY_S)
