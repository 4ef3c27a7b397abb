"""Isolated scene: a foreign picture decoded in the child, large enough to find its points; plain bytes come back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import numpy as np

from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.record.collect.pixels import Rgb, read_pixels
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.record.collect.sandbox.worker import Worker
from tawthiq.terms.errors import UnreadableInput

SIDE = 800
"""Longest side in pixels, the one that points are looked for on."""
_READ = f"{__name__}:read_task"


def upright_of(worker: Worker, source: BinaryIO) -> Rgb:
    """The pixels of a picture, upright; raises UnreadableInput."""
    found = worker.call(_READ, source)
    try:
        rows, columns, _ = (int(number) for number in found.words["shape"])
        if not 0 < max(rows, columns) <= SIDE:
            raise ValueError("not the shape that was asked for")
        return np.frombuffer(found.blob, np.uint8).reshape(rows, columns, 3)
    except (KeyError, TypeError, ValueError) as reason:
        raise UnreadableInput("its decoder gave an answer that is none") from reason


def read_task(source: BinaryIO, _args: Mapping[str, Any]) -> Iterator[Frame]:
    """Runs in the child."""
    know_heic()
    rgb = read_pixels(source, SIDE).rgb
    yield Frame({"shape": list(rgb.shape)}, np.ascontiguousarray(rgb).tobytes())
