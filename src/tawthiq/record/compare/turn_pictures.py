"""Step compare, of pictures: each is set beside all that came before it by its hashes."""

from __future__ import annotations

from tawthiq.record.collect import models as collect
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.compare import filed, models
from tawthiq.record.compare.copy import Copy
from tawthiq.record.compare.isolated_pixels import pixels_of
from tawthiq.record.compare.picture import Look, judge_pictures, look_at
from tawthiq.record.compare.turns import TOO_FLAT, keep
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, IntegrityBroken, NotFound, TawthiqError, UnreadableInput
from tawthiq.terms.outcome import Made, Nothing, Outcome, Refused

VERSION = 2


def put(work: Work, item_id: str) -> Outcome:
    """Compare one picture with those compared before it, so that each pair is asked once, in one direction."""
    look = models.get_look(work, item_id) or _look_once(work, item_id)
    if isinstance(look, TawthiqError):
        return Refused(look)
    copies = _alike(work, item_id, look)
    keep(work, item_id, copies, VERSION)
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
