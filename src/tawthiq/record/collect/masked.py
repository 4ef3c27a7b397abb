"""Masked: the only form in which a picture may leave: faces proposed, reviewed whole, filled, looked at again."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from tawthiq.record.collect import models
from tawthiq.record.collect.item import Item, ItemKind
from tawthiq.record.collect.masking.boxes import Box, box_from, is_covered
from tawthiq.record.collect.masking.filling import FILM_FRAMES_PER_S, MAX_FILM_S
from tawthiq.record.collect.masking.places import Place, with_places
from tawthiq.record.collect.masking.proposal import FrameFound, Proposal, Review, fills, frame_from, no_faces
from tawthiq.record.collect.models import harm, masks
from tawthiq.record.collect.rendering import named, original, worked
from tawthiq.record.collect.rendition import Form, Made, Rendition
from tawthiq.record.collect.sandbox import pool
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.safe.access import Action
from tawthiq.safe.work import Reader, Work
from tawthiq.terms.errors import BadInput, Conflict, NotFound
from tawthiq.terms.identity import Json

PICTURE_CPU_S = 120
FILM_CPU_S = 1500
DETECTOR_CHARS = 80
_TASK = "tawthiq.record.collect.masking.filling"


def propose(
    reader: Reader, item: Item, begin_s: float = 0.0, seconds: float = MAX_FILM_S, known: Sequence[Place] = ()
) -> Proposal:
    """As `proposing`, without saying how far it is."""
    steps = proposing(reader, item, begin_s, seconds, known)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Proposal, end.value)


def proposing(
    reader: Reader, item: Item, begin_s: float, seconds: float, known: Sequence[Place]
) -> Generator[int, None, Proposal]:
    """Where faces may be; of a film at most a minute, eight frames a second; yields how many frames are done.

    `known`: places that were filled in copies of it; they are proposed beside what the detector finds. Nothing is
    decided by it, and nothing is kept before the end. Raises NotPermitted (role, sealed), BadInput for what is no
    picture, UnreadableInput, IntegrityBroken.
    """
    reader.require(Action.MASK_WRITE, item.id)
    harm.require_open(reader, item.id)
    detector, found = "", []
    for frame in _asked(reader, item, "propose_task", _args(item, begin_s, seconds)):
        if "found" in frame.words:
            detector = str(frame.words["detector"])[:DETECTOR_CHARS]
            found.append(frame_from(frame.words["found"]))
        yield len(found)
    if not found:
        raise BadInput("no frame lies there", where=item.id, do="begin earlier")
    seen = tuple(found) if item.kind is ItemKind.IMAGE else carried(found)
    frames = tuple(with_places(frame, begin_s, known) for frame in seen)
    told = f"{detector}; places filled in copies" if frames != seen else detector
    with Work(reader.actor, Action.MASK_WRITE, thing=item.id) as work:
        proposal = Proposal(item.id, told, begin_s, frames, work.actor.id, work.at)
        masks.put_proposal(work, proposal)
    return proposal


def carried(frames: Sequence[FrameFound]) -> tuple[FrameFound, ...]:
    """Each box is proposed in its two neighbours too: a face that is missed in one frame is seldom gone."""
    held = []
    for place, frame in enumerate(frames):
        beside = [box for other in frames[max(0, place - 1) : place + 2] for box in other.boxes]
        more = [box for box in beside if not is_covered(box, frame.boxes)]
        once: list[Box] = []
        for box in more:
            if not is_covered(box, once):
                once.append(box)
        held.append(replace(frame, boxes=(*frame.boxes, *once)))
    return tuple(held)


def review(
    reader: Reader, mask_id: str, frame: int, accepted: Sequence[int], removed: Sequence[int], drawn: Sequence[Box]
) -> Review:
    """A person's word on one frame. Raises NotFound, Conflict while a box is undecided, BadInput, NotPermitted."""
    with Work(reader.actor, Action.MASK_WRITE, thing=mask_id) as work:
        said = Review(mask_id, frame, frozenset(accepted), frozenset(removed), tuple(drawn), work.actor.id, work.at)
        masks.put_review(work, said)
    return said


def sheet(
    reader: Reader, proposal: Proposal, only: Sequence[int], shown: Mapping[int, Sequence[Box]], *, whole: bool
) -> dict[int, bytes]:
    """Frame -> a grey JPEG with these boxes filled; the caller has written a view of the item. Raises as `propose`."""
    item = models.get_item(reader, proposal.item_id)
    harm.require_open(reader, item.id)
    args = {**_args(item, proposal.begin_s, MAX_FILM_S), "only": list(only), "fills": _spelled(shown), "whole": whole}
    asked = _asked(reader, item, "sheet_task", args)
    return {int(frame.words["number"]): frame.blob for frame in asked if "number" in frame.words}


def write_masked(reader: Reader, mask_id: str) -> tuple[Rendition, bytes]:
    """The masked form, kept as a derivative; raises Conflict while a box is undecided or a face is found again."""
    reader.require(Action.MASK_WRITE, mask_id)
    proposal, reviews = masks.get_proposal(reader, mask_id), masks.get_reviews(reader, mask_id)
    item = models.get_item(reader, proposal.item_id)
    harm.require_open(reader, item.id)
    filled = fills(proposal, reviews)
    seconds = proposal.frames[-1].at_s + 1 / FILM_FRAMES_PER_S / 2
    args = {**_args(item, proposal.begin_s, seconds), "fills": _spelled(filled)}
    made = worked(reader, item, f"{_TASK}:fill_task", args, _cpu_s(item))
    n_boxes = sum(map(len, filled.values()))
    made = replace(made, recipe=f"{mask_id}; {n_boxes} boxes filled black in {len(filled)} frames; {made.recipe}")
    _refuse_faces_left(made, args, filled, no_faces(proposal, reviews), _cpu_s(item))
    rendition = named(item, Form.MASKED, 0, made)
    with Work(reader.actor, Action.MASK_WRITE, thing=item.id) as work:
        harm.put_rendition(work, rendition, made)
    return rendition, made.data


def get_masked(reader: Reader, item_id: str) -> tuple[Rendition, bytes]:
    """The newest masked form of an item, the only one that may be released. Raises NotFound where there is none."""
    harm.require_open(reader, item_id)
    rendition = harm.get_rendition(reader, item_id, Form.MASKED)
    if rendition is None or not reader.derivatives.holds(rendition.sha256):
        raise NotFound("no masked form of it is kept", where=item_id, do="mask it, and review every frame")
    return rendition, reader.derivatives.get(rendition.sha256)


def _refuse_faces_left(
    made: Made,
    args: Mapping[str, Json],
    filled: Mapping[int, Sequence[Box]],
    faceless: Mapping[int, Sequence[Box]],
    cpu_s: int,
) -> None:
    """Look at what was written as a stranger would; raises Conflict when a face is found that nobody decided on."""
    known = {number: [*filled.get(number, ()), *faceless.get(number, ())] for number in {*filled, *faceless}}
    with pool.worker() as worker:
        asked = worker.stream(f"{_TASK}:recheck_task", made.data, {**args, "fills": _spelled(known)}, cpu_s=cpu_s)
        left = [(int(frame.words["number"]), box_from(box)) for frame in asked for box in frame.words["left"]]
    if left:
        number, box = left[0]
        place = f"frame {number}, {box.x0},{box.y0},{box.x1 - box.x0},{box.y1 - box.y0}"
        raise Conflict(
            f"{len(left)} faces may be left unmasked", where=place, do="draw a box there (x,y,width,height), then again"
        )


def _asked(reader: Reader, item: Item, task: str, args: Mapping[str, Json]) -> Iterator[Frame]:
    with pool.worker() as worker, original(reader, item) as source:
        yield from worker.stream(f"{_TASK}:{task}", source, args, cpu_s=_cpu_s(item))


def _args(item: Item, begin_s: float, seconds: float) -> dict[str, Any]:
    if item.kind not in (ItemKind.IMAGE, ItemKind.VIDEO):
        raise BadInput("only a picture or a film can be masked", where=item.id)
    return {"film": item.kind is ItemKind.VIDEO, "begin_s": begin_s, "seconds": seconds}


def _cpu_s(item: Item) -> int:
    return PICTURE_CPU_S if item.kind is ItemKind.IMAGE else FILM_CPU_S


def _spelled(boxes: Mapping[int, Sequence[Box]]) -> dict[str, Json]:
    return {str(number): [box.content() for box in found] for number, found in boxes.items()}
