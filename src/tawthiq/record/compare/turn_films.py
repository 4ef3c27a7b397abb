"""Step compare, of films: each is taken apart and set beside all that came before it by its frames."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tawthiq.record.compare import find_films, models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.film import Film
from tawthiq.record.compare.turns import Put, keep
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import UNREADABLE_NOW, TawthiqError, UnreadableInput
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused


def begin(reader: Reader, item_id: str) -> Put:
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
    keep(work, item_id, copies, find_films.VERSION)
    return Made(tuple(copy.id for copy in copies)) if copies else Nothing("no frame of another video was found again")
