"""Filling: faces proposed, boxes filled with solid colour, what was written looked at again; runs in the child."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, BinaryIO

import numpy as np
from PIL import Image, ImageDraw

from tawthiq.record.collect.drawn import encoded
from tawthiq.record.collect.filmed import picture_stream, pyav, seconds_of, upright_rgb
from tawthiq.record.collect.masking.boxes import Box, box_from, is_covered
from tawthiq.record.collect.masking.finding import RECHECK, faces_in, find_faces
from tawthiq.record.collect.masking.model import FaceModel
from tawthiq.record.collect.picture_forms import know_heic
from tawthiq.record.collect.pixels import Rgb, read_pixels
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.terms.errors import UnreadableInput

PICTURE_PX = 2560
FILM_PX = 1280
"""Longest side of what is released."""
FILM_FRAMES_PER_S = 8
MAX_FILM_S = 60
SHEET_PX = 200
FILL = (0, 0, 0)
_models: list[FaceModel] = []


def propose_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """A frame for each frame with its boxes, others that say it is at work; `args`: film, begin_s, seconds."""
    model = _model()
    for number, at_s, rgb in _frames(source, args):
        boxes: tuple[Box, ...] = ()
        for so_far in find_faces(model, rgb, twice=not args["film"]):
            boxes = so_far
            yield Frame({"working": number})
        size = [rgb.shape[1], rgb.shape[0]]
        found = {"number": number, "at_s": round(at_s, 3), "size": size, "boxes": [box.content() for box in boxes]}
        yield Frame({"found": found, "detector": model.name})


def sheet_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Grey pictures of the frames asked for (`args["only"]`), small, or as large as they are (`args["whole"]`)."""
    only, fills = set(args["only"]), _boxes(args["fills"])
    for number, _, rgb in _frames(source, args):
        if number not in only:
            yield Frame({"working": number})
            continue
        grey = Image.fromarray(filled(rgb, fills.get(number, ()))).convert("L")
        grey.thumbnail((1024, 1024) if args["whole"] else (SHEET_PX, SHEET_PX))
        yield Frame({"number": number}, encoded(grey, "JPEG"))
        only.discard(number)
        if not only:
            return


def fill_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """The masked picture or film, then what a second look at it finds. `args` as above, with `fills` for each frame."""
    fills = _boxes(args["fills"])
    if args["film"]:
        put = io.BytesIO()
        yield from _film(put, _frames(source, args), fills)
        yield Frame(
            {"media_type": "video/webm", "recipe": f"PyAV {pyav().__version__}; WebM VP8, no sound"}, put.getvalue()
        )
        return
    _, _, rgb = next(iter(_frames(source, args)))
    data = encoded(Image.fromarray(filled(rgb, fills.get(0, ()))), "JPEG")
    yield Frame({"media_type": "image/jpeg", "recipe": "Pillow; JPEG 88"}, data)


def recheck_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """What the detector still finds in a masked file that no fill covers; one frame for each frame of it."""
    model, fills, again = _model(), _boxes(args["fills"]), {**args, "begin_s": 0.0, "every": True}
    for number, _, rgb in _frames(source, again):
        found = faces_in(model, rgb, twice=not args["film"], threshold=RECHECK)
        left = [box.content() for box in found if not is_covered(box, fills.get(number, ()))]
        yield Frame({"number": number, "left": left})


def filled(rgb: Rgb, boxes: Iterable[Box]) -> Rgb:
    """A copy of the pixels with the boxes black: nothing of what was there is left to bring back."""
    picture = Image.fromarray(rgb).copy()
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        pen.rectangle((box.x0, box.y0, box.x1 - 1, box.y1 - 1), fill=FILL)
    return np.asarray(picture)


def _boxes(said: Mapping[str, Any]) -> dict[int, tuple[Box, ...]]:
    return {int(number): tuple(box_from(box) for box in boxes) for number, boxes in said.items()}


def _model() -> FaceModel:
    """Loaded once in the life of the child."""
    if not _models:
        _models.append(FaceModel())
    return _models[0]


def _frames(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[tuple[int, float, Rgb]]:
    """(number, second, pixels): the one of a picture, or those of a stretch of film, always the same ones."""
    if not args["film"]:
        know_heic()
        yield 0, 0.0, read_pixels(source, PICTURE_PX).rgb
        return
    av = pyav()
    try:
        with av.open(source, metadata_errors="replace") as container:
            yield from _film_frames(container, args)
    except (av.error.FFmpegError, OSError, ValueError) as reason:
        raise UnreadableInput("the film cannot be decoded", do="the original is kept as it is") from reason


# Any: PyAV is an optional extra, its types are not there when it is not installed.
def _film_frames(container: Any, args: Mapping[str, Any]) -> Iterator[tuple[int, float, Rgb]]:
    begin_s, every = float(args["begin_s"]), bool(args.get("every"))
    end_s = begin_s + min(float(args["seconds"]), MAX_FILM_S)
    number, due_s = 0, begin_s
    if begin_s:
        container.seek(int(begin_s * 1_000_000))
    for raw in container.decode(picture_stream(container)):
        at_s = seconds_of(raw)
        if not every and at_s >= end_s:
            return
        if not every and at_s + 1e-6 < due_s:
            continue
        due_s = at_s + 1 / FILM_FRAMES_PER_S - 1e-3
        rgb = upright_rgb(raw, FILM_PX)
        yield number, at_s - begin_s, np.ascontiguousarray(rgb[: rgb.shape[0] // 2 * 2, : rgb.shape[1] // 2 * 2])
        number += 1


def _film(
    put: io.BytesIO, frames: Iterable[tuple[int, float, Rgb]], fills: Mapping[int, tuple[Box, ...]]
) -> Iterator[Frame]:
    av = pyav()
    with av.open(put, "w", format="webm") as out:
        stream = out.add_stream("libvpx", rate=FILM_FRAMES_PER_S, options={"deadline": "realtime", "cpu-used": "6"})
        stream.bit_rate, stream.pix_fmt = 1_500_000, "yuv420p"
        stream.codec_context.thread_count = 1
        for number, at_s, rgb in frames:
            if not number:
                stream.height, stream.width = rgb.shape[:2]
            frame = av.VideoFrame.from_ndarray(filled(rgb, fills[number]), format="rgb24")
            frame.pts, frame.time_base = round(at_s * 1000), Fraction(1, 1000)
            out.mux(stream.encode(frame))
            yield Frame({"working": number})
        out.mux(stream.encode(None))
