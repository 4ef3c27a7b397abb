"""Video: the film of a file, decoded in this process, for measuring; the record decodes in the child."""

from __future__ import annotations

from collections.abc import Generator
from typing import BinaryIO

from tawthiq.record.compare.film import EVERY_S, Film, Frame, frame_of
from tawthiq.record.compare.media import pyav
from tawthiq.record.compare.shots import Shot, shots

MAX_FRAMES = 14_400
"""An hour at four frames a second; what comes after is not looked at, and the film says so."""


def read_film(source: BinaryIO, every_s: float = EVERY_S, max_frames: int = MAX_FRAMES) -> Film:
    """Frames `every_s` seconds apart (0 takes all), upright; raises UnreadableInput, EmptyInput as `shots` does."""
    frames: list[Frame] = []
    whole = yield_all(shots(source, every_s, max_frames), frames)
    return Film(tuple(frames), whole, f"PyAV {pyav().__version__}; every {every_s} s; {frames[0].look.recipe}")


def yield_all(taken: Generator[Shot, None, bool], frames: list[Frame]) -> bool:
    """Look at each shot as it comes, so that one is held at a time; what the generator returns."""
    while True:
        try:
            frames.append(frame_of(next(taken)))
        except StopIteration as end:
            return bool(end.value)
