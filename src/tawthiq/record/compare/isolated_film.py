"""Isolated film: a video is decoded in the child; frame by frame plain pixels come back and are looked at here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from tawthiq.record.collect.sandbox.wire import Frame as Sent
from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.record.compare.media import pyav
from tawthiq.record.compare.shots import FRAME_SIDE, Shot, shots
from tawthiq.terms.errors import UnreadableInput

if TYPE_CHECKING:  # the child must not load the compiler behind it
    from tawthiq.record.compare.film import Film, Frame

CPU_S = 900
"""An hour of full HD takes minutes; silence is still cut short."""
MAX_FRAMES = 14_400
"""An hour at four frames a second."""
_READ = f"{__name__}:read_task"


def film_of(worker: Worker, source: BinaryIO | bytes, every_s: float) -> Film:
    """What `read_film` gives, its frames taken out in the child.

    Raises UnreadableInput, also where the decoder had to be stopped before its first frame; a decoder that is stopped
    later leaves a film that is not complete.
    """
    from tawthiq.record.compare.film import Film, frame_of

    frames: list[Frame] = []
    whole, version = False, ""
    try:
        for sent in worker.stream(_READ, source, {"every_s": every_s}, cpu_s=CPU_S):
            if "whole" in sent.words:
                whole, version = bool(sent.words["whole"]), str(sent.words["version"])[:40]
            else:
                frames.append(frame_of(_shot(sent)))
    except UnreadableInput:
        if not frames:
            raise
    if not frames:
        raise UnreadableInput("the video holds no frame", do="keep the original as undecodable")
    return Film(tuple(frames), whole, f"PyAV {version}; every {every_s} s; {frames[0].look.recipe}")


def read_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Sent]:
    """Runs in the child."""
    taken = shots(source, float(args["every_s"]), MAX_FRAMES)
    while True:
        try:
            shot = next(taken)
        except StopIteration as end:
            yield Sent({"whole": bool(end.value), "version": str(pyav().__version__)})
            return
        words = {"number": shot.number, "at_s": shot.at_s, "shape": list(shot.rgb.shape)}
        yield Sent({**words, "full_size": list(shot.full_size), "recipe": shot.recipe}, shot.rgb.tobytes())


def _shot(sent: Sent) -> Shot:
    try:
        rows, columns, channels = (int(number) for number in sent.words["shape"])
        if channels != 3 or not 0 < max(rows, columns) <= FRAME_SIDE:
            raise ValueError("not the shape that was asked for")
        rgb = np.frombuffer(sent.blob, np.uint8).reshape(rows, columns, 3)
        width, height = (int(number) for number in sent.words["full_size"])
        number, at_s = int(sent.words["number"]), float(sent.words["at_s"])
        if not (number >= 0 and 0 <= at_s < 1e7):
            raise ValueError("not a place in a film")
        return Shot(number, at_s, rgb, (width, height), str(sent.words["recipe"])[:200])
    except (KeyError, TypeError, ValueError) as reason:
        raise UnreadableInput("its decoder gave an answer that is none") from reason
