"""Looks of a video: one frame a second, hashed as pictures are (after Meta's vPDQ).

Decoders meet hostile files: call this inside the killable child process, never in the web server.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np

from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.media import pyav
from tawthiq.record.compare.picture import Look, look_at
from tawthiq.record.compare.pixels import Pixels
from tawthiq.terms.errors import EmptyInput, UnreadableInput

EVERY_S = 1.0
ASKED_EVERY_S = 0.25
"""A film that asks is looked at more closely than those on file: a cut may begin between two whole seconds."""
FRAME_SIDE = 1920
"""Frames up to full HD are hashed as they are, so that hashes agree with other tools' vPDQ (within 10 bits)."""
MAX_FRAMES = 3600
"""An hour at one frame a second; what comes after is not looked at, and the film says so."""


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


def read_film(source: BinaryIO, every_s: float = EVERY_S, max_frames: int = MAX_FRAMES) -> Film:
    """Frames `every_s` seconds apart (0 takes all), upright.

    Raises UnreadableInput when no frame can be decoded, EmptyInput when there is no picture stream. A file that breaks
    off later gives the frames before.
    """
    av = pyav()
    frames: list[Frame] = []
    whole = True
    try:
        with av.open(source, metadata_errors="replace") as container:
            if not container.streams.video:
                raise EmptyInput("the file has no picture stream")
            for frame in _frames(container, every_s):
                if len(frames) == max_frames:
                    whole = False
                    break
                frames.append(frame)
    except (av.error.FFmpegError, OSError) as error:
        if not frames:
            raise UnreadableInput("the video cannot be decoded", do="keep the original as undecodable") from error
        whole = False
    if not frames:
        raise UnreadableInput("the video holds no frame", do="keep the original as undecodable")
    return Film(tuple(frames), whole, f"PyAV {av.__version__}; every {every_s} s; {frames[0].look.recipe}")


# Any: PyAV is an optional extra, its types are not there when it is not installed.
def _frames(container: Any, every_s: float) -> Iterator[Frame]:
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1  # the sandbox allows no further threads
    begins: float | None = None
    due_s = 0.0
    for number, raw in enumerate(container.decode(stream)):
        at_s = float(raw.time) if raw.time is not None else number / float(stream.average_rate or 25)
        begins = at_s if begins is None else begins
        if at_s - begins + 1e-6 >= due_s:
            yield Frame(number, at_s - begins, look_at(_pixels(raw)))
            due_s += every_s


def _pixels(raw: Any) -> Pixels:
    scale = min(1.0, FRAME_SIDE / max(raw.width, raw.height))
    width, height = max(1, round(raw.width * scale)), max(1, round(raw.height * scale))
    rgb = raw.reformat(width=width, height=height, format="rgb24").to_ndarray()
    turn = int(getattr(raw, "rotation", 0) or 0)
    return Pixels(_upright(rgb, turn), (raw.width, raw.height), f"frames {width}x{height}; turned {turn} degrees")


def _upright(rgb: Rgb, degrees: int) -> Rgb:
    """Turned by the display matrix: degrees count against the clock, in quarter turns."""
    return np.ascontiguousarray(np.rot90(rgb, round(degrees / 90) % 4))
