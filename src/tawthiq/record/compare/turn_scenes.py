"""Step compare, of scenes: each picture is laid on those before it by its points; lost ones are filed again.

A scene waits until the points of all that were compared are filed: it would miss those for good, since each pair is
asked once.
"""

from __future__ import annotations

from functools import partial

from tawthiq.record.compare import filed_points, find_scenes, models
from tawthiq.record.compare.candidates import LIMITS, Limits
from tawthiq.record.compare.features import Features
from tawthiq.record.compare.picture import Look
from tawthiq.record.compare.scene import Sighted
from tawthiq.record.compare.turns import TOO_FLAT, Put, keep, put_nothing, put_refused, some_left_out
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import UNREADABLE_NOW
from tawthiq.terms.outcome import Made, Nothing, Outcome

MAX_LOST = 100
"""Pictures whose points are filed again together: ten seconds of work that a killed process may lose."""


def lost(reader: Reader) -> list[str]:
    """Pictures that were compared and whose points are not filed: the cache was emptied, or is of another version."""
    return sorted(filed_points.missing(models.get_compared(reader, find_scenes.VERSION)))


def begin(reader: Reader, item_id: str, limits: Limits = LIMITS) -> Put:
    """Lay one picture on those before it; a picture too flat for its hash to speak is laid on none."""
    look = models.get_look(reader, item_id)
    if look is None:
        return partial(put_nothing, reason="the picture waits for its hashes")
    if not look.upright:
        filed_points.file({item_id: None})
        return partial(_put_flat, item_id=item_id)
    if _some_can_be_filed(reader, limits):
        return partial(put_nothing, reason="the picture waits for the points of others")
    try:
        asked = find_scenes.read_asked(reader, item_id)
        filed_points.file({item_id: asked.plain})
        laid = find_scenes.find_scenes(reader, item_id, look, asked, {}, limits)
    except UNREADABLE_NOW as error:
        return partial(put_refused, error=error)
    return partial(_put, item_id=item_id, look=look, asked=asked, laid=laid, limits=limits)


def begin_lost(reader: Reader, at_most: int = MAX_LOST) -> Put:
    """File the points of some pictures again; nothing is judged again for that. Those that cannot be read are named."""
    found: dict[str, Features | None] = {}
    left_out: list[str] = []
    for item_id in lost(reader):
        try:
            found[item_id] = find_scenes.read_points(reader, item_id)
        except UNREADABLE_NOW:
            left_out.append(item_id)
        if len(found) == at_most:
            break
    filed_points.file(found)
    if left_out:
        what = "pictures cannot be read now; the points of the others are filed again"
        return partial(put_refused, error=some_left_out(left_out, what))
    return partial(put_nothing, reason=f"the points of {len(found)} pictures are filed again")


def _some_can_be_filed(reader: Reader, limits: Limits) -> bool:
    """Whether points are missing that are asked for. A picture that cannot be read now stops no other."""
    if models.count_compared(reader, find_scenes.VERSION) <= limits.whole:
        return False
    for item_id in lost(reader):
        try:
            find_scenes.read_points(reader, item_id)
        except UNREADABLE_NOW:
            continue
        return True
    return False


def _put_flat(work: Work, _one: str, *, item_id: str) -> Outcome:
    models.put_compared(work, item_id, find_scenes.VERSION)
    return Nothing(TOO_FLAT)


def _put(
    work: Work, _one: str, *, item_id: str, look: Look, asked: Sighted, laid: find_scenes.Searched, limits: Limits
) -> Outcome:
    """Keep what was found; pictures that came in between are laid now."""
    if models.last_compared(work) != laid.as_of:
        laid = find_scenes.find_scenes(work, item_id, look, asked, laid.ways, limits)
    keep(work, item_id, laid.copies, find_scenes.VERSION)
    reason = f"no scene was found again on {len(laid.ways)} of {laid.n_all} pictures"
    return Made(tuple(copy.id for copy in laid.copies)) if laid.copies else Nothing(reason)
