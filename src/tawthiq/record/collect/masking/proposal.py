"""Proposal: where faces may be in each frame; its reviews, one for each, say what becomes of every box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tawthiq.record.collect.masking.boxes import Box, box_from
from tawthiq.terms.errors import BadInput, Conflict
from tawthiq.terms.identity import Json, Kind, make_id


@dataclass(frozen=True, slots=True)
class FrameFound:
    """A frame of a film, or the one of a picture: `number` from 0, seconds from the start, size, boxes proposed."""

    number: int
    at_s: float
    width: int
    height: int
    boxes: tuple[Box, ...]

    def content(self) -> dict[str, Json]:
        """As the record spells it."""
        boxes = [box.content() for box in self.boxes]
        return {"number": self.number, "at_s": self.at_s, "size": [self.width, self.height], "boxes": boxes}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the detector found in an item, from a second on. A picture is a film of one frame."""

    item_id: str
    detector: str
    begin_s: float
    frames: tuple[FrameFound, ...]
    actor: str
    at: datetime

    @property
    def id(self) -> str:
        """Same finding by the same person at the same moment: same id."""
        return make_id(Kind.MASK, self.content())

    @property
    def n_boxes(self) -> int:
        """In all frames."""
        return sum(len(frame.boxes) for frame in self.frames)

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "item": self.item_id,
            "detector": self.detector,
            "begin_s": self.begin_s,
            "frames": [frame.content() for frame in self.frames],
            "actor": self.actor,
            "at": self.at.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Review:
    """One person's word on one frame: each proposed box accepted or removed (by its place), others drawn."""

    mask_id: str
    frame: int
    accepted: frozenset[int]
    removed: frozenset[int]
    drawn: tuple[Box, ...]
    actor: str
    at: datetime

    def content(self) -> Json:
        """What the ledger signs."""
        return {
            "mask": self.mask_id,
            "frame": self.frame,
            "accepted": sorted(self.accepted),
            "removed": sorted(self.removed),
            "drawn": [box.content() for box in self.drawn],
            "actor": self.actor,
            "at": self.at.isoformat(),
        }


def frame_from(said: Mapping[str, Any]) -> FrameFound:
    """A frame from what `content` gave."""
    width, height = said["size"]
    boxes = tuple(box_from(box) for box in said["boxes"])
    return FrameFound(int(said["number"]), float(said["at_s"]), int(width), int(height), boxes)


def check_review(frame: FrameFound, review: Review) -> None:
    """Raise Conflict while a box of the frame is undecided, BadInput for one that is not there or is both."""
    proposed = frozenset(range(len(frame.boxes)))
    if (review.accepted | review.removed) - proposed or review.accepted & review.removed:
        raise BadInput("a box is accepted or removed, and is one of those proposed", where=f"frame {frame.number}")
    if left := sorted(proposed - review.accepted - review.removed):
        named = ", ".join(str(number) for number in left)
        raise Conflict("a box is undecided", where=f"frame {frame.number}, box {named}", do="accept it or remove it")
    for box in review.drawn:
        if box.x1 > frame.width or box.y1 > frame.height:
            raise BadInput("a drawn box reaches beyond the frame", where=f"frame {frame.number}", do="keep it inside")


def latest(reviews: Iterable[Review]) -> dict[int, Review]:
    """Frame -> the review that stands."""
    return {review.frame: review for review in sorted(reviews, key=lambda one: one.at)}


def undecided(proposal: Proposal, reviews: Mapping[int, Review]) -> list[int]:
    """The frames that nobody has reviewed."""
    return [frame.number for frame in proposal.frames if frame.number not in reviews]


def fills(proposal: Proposal, reviews: Mapping[int, Review]) -> dict[int, tuple[Box, ...]]:
    """Frame -> the boxes to fill; accepted ones with their margin. Raises Conflict while a frame is undecided."""
    if waiting := undecided(proposal, reviews):
        raise Conflict(
            f"{len(waiting)} of {len(proposal.frames)} frames are not reviewed",
            where=f"frame {waiting[0]}",
            do="review every frame, then write the mask",
        )
    return {frame.number: _fills_of(frame, reviews[frame.number]) for frame in proposal.frames}


def _fills_of(frame: FrameFound, review: Review) -> tuple[Box, ...]:
    grown = (frame.boxes[number].grown(frame.width, frame.height) for number in sorted(review.accepted))
    return (*grown, *review.drawn)


def no_faces(proposal: Proposal, reviews: Mapping[int, Review]) -> dict[int, tuple[Box, ...]]:
    """Frame -> boxes of which a person said that they hold no face."""
    return {
        frame.number: tuple(frame.boxes[number] for number in sorted(reviews[frame.number].removed))
        for frame in proposal.frames
        if frame.number in reviews
    }
