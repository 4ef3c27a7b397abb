"""Isolated pixels: foreign pictures are decoded in the child; what comes back is plain bytes of a known shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import numpy as np

from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.record.compare.pixels import HASH_SIDE, Pixels, read_pixels
from tawthiq.terms.errors import UnreadableInput

_READ = f"{__name__}:read_task"


def pixels_of(worker: Worker, source: BinaryIO | bytes, max_side: int = HASH_SIDE) -> Pixels:
    """What `read_pixels` gives, read in the child; raises UnreadableInput, also where its decoder had to be stopped."""
    return _pixels(worker.call(_READ, source, {"max_side": max_side}), max_side)


def pixels_of_many(worker: Worker, sources: Iterable[BinaryIO | bytes]) -> Iterator[Pixels | UnreadableInput]:
    """The same for many, in order; the next is decoded while the last is looked at."""
    for answer in worker.each(_READ, sources):
        try:
            yield answer if isinstance(answer, UnreadableInput) else _pixels(answer)
        except UnreadableInput as error:
            yield error


def read_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    know_heic()
    pixels = read_pixels(source, int(args.get("max_side", HASH_SIDE)))
    words = {"shape": list(pixels.rgb.shape), "full_size": list(pixels.full_size), "recipe": pixels.recipe}
    yield Frame(words, np.ascontiguousarray(pixels.rgb).tobytes())


def _pixels(frame: Frame, max_side: int = HASH_SIDE) -> Pixels:
    try:
        rows, columns, channels = (int(number) for number in frame.words["shape"])
        if channels != 3 or not 0 < max(rows, columns) <= max_side:
            raise ValueError("not the shape that was asked for")
        rgb = np.frombuffer(frame.blob, np.uint8).reshape(rows, columns, 3)
        width, height = (int(number) for number in frame.words["full_size"])
        return Pixels(rgb, (width, height), str(frame.words["recipe"])[:300])
    except (KeyError, TypeError, ValueError) as reason:
        raise UnreadableInput("its decoder gave an answer that is none") from reason
