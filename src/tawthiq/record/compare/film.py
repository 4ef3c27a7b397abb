"""Film: the looks of a video, frame by frame, hashed as pictures are (after Meta's vPDQ); pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.record.compare.picture import Look, look_at
from tawthiq.record.compare.pixels import Pixels
from tawthiq.record.compare.shots import Shot

EVERY_S = 1.0
ASKED_EVERY_S = 0.25
"""A film that asks is looked at more closely than those on file: a cut may begin between two whole seconds."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its number in the stream from 0, its time in seconds from the first frame, its look."""

    number: int
    at_s: float
    look: Look


@dataclass(frozen=True, slots=True)
class Film:
    """The frames looked at, in order. `complete` is False when decoding broke off or the limit was reached."""

    frames: tuple[Frame, ...]
    complete: bool
    recipe: str

    @property
    def speaking(self) -> tuple[Frame, ...]:
        """Frames with enough structure to be compared; black and blank ones match everything."""
        return tuple(frame for frame in self.frames if frame.look.upright)

    def every(self, seconds: float) -> Film:
        """The same with frames that far apart, as a film is kept."""
        return Film(tuple(_spaced(self.frames, seconds)), self.complete, self.recipe)


def frame_of(shot: Shot) -> Frame:
    """Look at what was taken out."""
    return Frame(shot.number, shot.at_s, look_at(Pixels(shot.rgb, shot.full_size, shot.recipe)))


def _spaced(frames: tuple[Frame, ...], seconds: float) -> Iterator[Frame]:
    due_s = 0.0
    for frame in frames:
        if frame.at_s + 1e-6 >= due_s:
            yield frame
            due_s += seconds
