"""Shots: frames of a video as they are taken out, upright; needs no compiler, so that the child can load it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from tawthiq.record.compare.media import pyav
from tawthiq.terms.errors import EmptyInput, UnreadableInput

FRAME_SIDE = 1920
"""Frames up to full HD are hashed as they are, so that hashes agree with other tools' vPDQ (within 10 bits)."""


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A frame: its number in the stream from 0, its seconds from the first frame, its pixels (rows x columns x 3).

    `full_size`: (width, height) before it was shrunk; `recipe`: how the pixels were made.
    """

    number: int
    at_s: float
    rgb: NDArray[np.uint8]
    full_size: tuple[int, int]
    recipe: str


def shots(source: BinaryIO, every_s: float, max_frames: int) -> Generator[Shot, None, bool]:
    """Frames `every_s` seconds apart (0 takes all); returns whether the whole film was seen.

    Raises UnreadableInput when no frame can be decoded, EmptyInput when there is no picture stream. A file that breaks
    off later gives the frames before.
    """
    av = pyav()
    n_frames = 0
    try:
        with av.open(source, metadata_errors="replace") as container:
            if not container.streams.video:
                raise EmptyInput("the file has no picture stream")
            for shot in _taken(container, every_s):
                if n_frames == max_frames:
                    return False
                n_frames += 1
                yield shot
    except (av.error.FFmpegError, OSError) as error:
        if not n_frames:
            raise UnreadableInput("the video cannot be decoded", do="keep the original as undecodable") from error
        return False
    if not n_frames:
        raise UnreadableInput("the video holds no frame", do="keep the original as undecodable")
    return True


# Any: PyAV is an optional extra, its types are not there when it is not installed.
def _taken(container: Any, every_s: float) -> Generator[Shot, None, None]:
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1  # the sandbox allows no further threads
    begins: float | None = None
    due_s = 0.0
    for number, raw in enumerate(container.decode(stream)):
        at_s = float(raw.time) if raw.time is not None else number / float(stream.average_rate or 25)
        begins = at_s if begins is None else begins
        if at_s - begins + 1e-6 >= due_s:
            yield _shot(number, at_s - begins, raw)
            due_s += every_s


def _shot(number: int, at_s: float, raw: Any) -> Shot:
    scale = min(1.0, FRAME_SIDE / max(raw.width, raw.height))
    width, height = max(1, round(raw.width * scale)), max(1, round(raw.height * scale))
    rgb = raw.reformat(width=width, height=height, format="rgb24").to_ndarray()
    turn = int(getattr(raw, "rotation", 0) or 0)
    recipe = f"frames {width}x{height}; turned {turn} degrees"
    return Shot(number, at_s, _upright(rgb, turn), (raw.width, raw.height), recipe)


def _upright(rgb: NDArray[np.uint8], degrees: int) -> NDArray[np.uint8]:
    """Turned by the display matrix: degrees count against the clock, in quarter turns."""
    return np.ascontiguousarray(np.rot90(rgb, round(degrees / 90) % 4))
