"""Places: what a person had filled in one picture, as shares of its sides, to be proposed in another form of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tawthiq.record.collect.masking.boxes import Box, is_covered
from tawthiq.record.collect.masking.filling import FILM_FRAMES_PER_S
from tawthiq.record.collect.masking.proposal import FrameFound, Proposal, Review

Spot = tuple[float, float]
LEAST_SHARE = 0.002
"""A place narrower than this share of the picture lies outside of it, or is nothing to see."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box as shares (0 to 1) of width and height, at a second of the item; a picture has second 0."""

    at_s: float
    x0: float
    y0: float
    x1: float
    y1: float


def places_of(proposal: Proposal, reviews: Mapping[int, Review]) -> Iterator[Place]:
    """What people had filled in the frames that were reviewed: accepted boxes, and those they drew."""
    for frame in proposal.frames:
        if said := reviews.get(frame.number):
            for box in (*(frame.boxes[number] for number in sorted(said.accepted)), *said.drawn):
                at_s = proposal.begin_s + frame.at_s
                yield Place(
                    at_s, box.x0 / frame.width, box.y0 / frame.height, box.x1 / frame.width, box.y1 / frame.height
                )


def moved(places: Iterable[Place], to: Callable[[Spot], Spot], later_s: float = 0.0) -> list[Place]:
    """The same places in a copy, whose corners lie elsewhere and which begins later; what falls outside is left out."""
    found = (_moved(place, to, later_s) for place in places)
    return [place for place in found if min(place.x1 - place.x0, place.y1 - place.y0) >= LEAST_SHARE]


def with_places(frame: FrameFound, begin_s: float, known: Sequence[Place]) -> FrameFound:
    """The frame with the places of its moment proposed too, but those that are among its boxes already."""
    here = [place for place in known if abs(place.at_s - begin_s - frame.at_s) <= 1 / FILM_FRAMES_PER_S]
    boxes = list(frame.boxes)
    for box in (_box(place, frame) for place in here):
        if not is_covered(box, boxes):
            boxes.append(box)
    return replace(frame, boxes=tuple(boxes))


def _moved(place: Place, to: Callable[[Spot], Spot], later_s: float) -> Place:
    corners = [to((x, y)) for x in (place.x0, place.x1) for y in (place.y0, place.y1)]
    across, down = ([min(1.0, max(0.0, spot[axis])) for spot in corners] for axis in (0, 1))
    return Place(place.at_s + later_s, min(across), min(down), max(across), max(down))


def _box(place: Place, frame: FrameFound) -> Box:
    x0, y0 = int(place.x0 * frame.width), int(place.y0 * frame.height)
    x1, y1 = round(place.x1 * frame.width), round(place.y1 * frame.height)
    return Box(x0, y0, max(x0 + 1, x1), max(y0 + 1, y1))
