"""Filmed: films and sounds as they are shown: a still tile, a wave, a minute at a time; runs in the child.

What comes out is a fresh WebM without a tag of the original. Grey films carry no sound.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from typing import Any, BinaryIO

import numpy as np
from PIL import Image, ImageDraw

from tawthiq.record.collect.drawn import drawing, encoded
from tawthiq.record.collect.pixels import Pixels, Rgb
from tawthiq.record.collect.rendition import Form
from tawthiq.record.collect.sandbox.wire import Frame
from tawthiq.terms.errors import BadInput, UnreadableInput

PART_S = 60
"""A film is opened a minute at a time; the next minute is another choice."""
FRAMES_PER_S = 12
SIDES = {Form.FILM_GREY: 320, Form.FILM_FULL: 640}
BIT_RATES = {Form.FILM_GREY: 250_000, Form.FILM_FULL: 900_000}
POSTER_S = 30
SOUND_HZ = 48_000
WAVE_PX = (600, 96)
WAVE_HZ = 8000
PEAKS_PER_S = 10
WAVE_MAX_S = 3600
PROGRESS_FRAMES = 24
FLAT = 4.0
"""Standard deviation of grey below which a frame is taken for black or a blank card, and is no poster."""


def film_task(source: BinaryIO, args: Mapping[str, Any]) -> Iterator[Frame]:
    """Frames that say how far it is, then one with the bytes; `args`: form, part."""
    av = pyav()
    form, part = Form(args["form"]), int(args["part"])
    try:
        with av.open(source, metadata_errors="replace") as container:
            if form is Form.TILE:
                yield _poster(av, container)
            elif form is Form.WAVE:
                yield from _wave(av, container)
            else:
                yield from _minute(av, container, form, part)
    except (av.error.FFmpegError, OSError, ValueError) as reason:
        raise UnreadableInput("the film or sound cannot be decoded", do="the original is kept as it is") from reason


def pyav() -> Any:
    """PyAV, which carries FFmpeg; raises BadInput naming the extra `media`."""
    try:
        return import_module("av")
    except ImportError as reason:
        raise BadInput("films and sounds need av", do="pip install 'tawthiq[media]'") from reason


# Any: PyAV is an optional extra, its types are not there when it is not installed.
def seconds_of(raw: Any) -> float:
    """When a frame is shown, in seconds from the start of the file."""
    return float(raw.time) if raw.time is not None else 0.0


def upright_rgb(raw: Any, longest_px: int) -> Rgb:
    """A film's frame as pixels, turned as its container says, at most that large."""
    scale = min(1.0, longest_px / max(raw.width, raw.height))
    width, height = (max(2, round(side * scale) // 2 * 2) for side in (raw.width, raw.height))
    rgb = raw.reformat(width=width, height=height, format="rgb24").to_ndarray()
    turns = round(int(getattr(raw, "rotation", 0) or 0) / 90) % 4
    return np.ascontiguousarray(np.rot90(rgb, turns))


def picture_stream(container: Any) -> Any:
    """The first stream of pictures, decoded in one thread; raises UnreadableInput where there is none."""
    if not container.streams.video:
        raise UnreadableInput("the file has no picture stream")
    stream = container.streams.video[0]
    stream.codec_context.thread_count = 1
    return stream


def _poster(av: Any, container: Any) -> Frame:
    """The tile of the stillest frame of the first half minute: the least moved since the second before."""
    best: tuple[float, Rgb] | None = None
    before, due_s = None, 0.0
    for raw in container.decode(picture_stream(container)):
        at_s = seconds_of(raw)
        if at_s > POSTER_S:
            break
        if at_s + 1e-6 < due_s:
            continue
        due_s = at_s + 1
        rgb = upright_rgb(raw, 128)
        grey = rgb.mean(axis=2)
        moved = 255.0 if before is None or grey.std() < FLAT else float(np.abs(grey - before).mean())
        before = grey
        if best is None or moved < best[0]:
            best = moved, rgb
    if best is None:
        raise UnreadableInput("the film holds no frame")
    recipe = f"PyAV {av.__version__}; stillest frame of {POSTER_S} s"
    return drawing(Pixels(best[1], best[1].shape[1::-1], recipe), Form.TILE)


def _wave(av: Any, container: Any) -> Iterator[Frame]:
    """The loudest of each tenth of a second, drawn from the left on."""
    mono = av.AudioResampler(format="s16", layout="mono", rate=WAVE_HZ)
    peaks: list[int] = []
    left = np.zeros(0, np.int16)
    step = WAVE_HZ // PEAKS_PER_S
    for n, raw in enumerate(container.decode(_sound_stream(container))):
        left = np.concatenate([left, *(part.to_ndarray().ravel() for part in mono.resample(raw))])
        whole = len(left) // step * step
        peaks += np.abs(left[:whole].astype(np.int32)).reshape(-1, step).max(axis=1).tolist() if whole else []
        left = left[whole:]
        if n % 500 == 0:
            yield Frame({"working": n})
        if len(peaks) >= WAVE_MAX_S * PEAKS_PER_S:
            break
    duration_s = len(peaks) / PEAKS_PER_S
    recipe = f"PyAV {av.__version__}; loudness of {duration_s} s"
    yield Frame({"media_type": "image/png", "recipe": recipe}, encoded(drawn_wave(peaks), "PNG"))


def drawn_wave(peaks: list[int]) -> Image.Image:
    """A grey picture of 600 x 96 pixels; the height is the share of the loudest sample there can be."""
    width, height = WAVE_PX
    picture = Image.new("L", WAVE_PX, 255)
    pen = ImageDraw.Draw(picture)
    columns = np.array_split(np.asarray(peaks or [0], np.float64), min(width, max(1, len(peaks))))
    across = width / len(columns)
    for n, column in enumerate(columns):
        half = max(1.0, float(column.max()) / 32768 * (height / 2 - 2))
        pen.rectangle((n * across, height / 2 - half, (n + 1) * across - 1, height / 2 + half), fill=70)
    return picture


def _sound_stream(container: Any) -> Any:
    if not container.streams.audio:
        raise UnreadableInput("the file has no sound")
    return container.streams.audio[0]


def _minute(av: Any, container: Any, form: Form, part: int) -> Iterator[Frame]:
    pictures = None if form is Form.SOUND else picture_stream(container)
    sounds = container.streams.audio[0] if form is not Form.FILM_GREY and container.streams.audio else None
    if form is Form.SOUND:
        sounds = _sound_stream(container)
    begin_s = float(part * PART_S)
    if begin_s:
        container.seek(int(begin_s * 1_000_000))
    put = io.BytesIO()
    with av.open(put, "w", format="webm") as out:
        cut = _Cut(av, out, form, begin_s, pictures is not None, sounds is not None)
        for n, raw in enumerate(_within(container, [one for one in (pictures, sounds) if one], begin_s)):
            cut.take(raw)
            if n % PROGRESS_FRAMES == 0:
                yield Frame({"working": n})
        cut.close()
    if not cut.n_taken:
        raise UnreadableInput("the film ends before this minute", do="open an earlier minute")
    recipe = f"PyAV {av.__version__}; {form.value}; seconds {part * PART_S} to {(part + 1) * PART_S}; WebM, no metadata"
    media_type = "audio/webm" if form is Form.SOUND else "video/webm"
    yield Frame({"media_type": media_type, "recipe": recipe}, put.getvalue())


def _within(container: Any, streams: list[Any], begin_s: float) -> Iterator[Any]:
    """Decoded frames of a minute; it is over once a frame of each stream, or a second more, lies behind it."""
    for raw in container.decode(*streams):
        at_s = seconds_of(raw)
        if at_s > begin_s + PART_S + 1:
            return
        if begin_s <= at_s < begin_s + PART_S:
            yield raw


@dataclass
class _Cut:
    """A minute being written. Any: PyAV's own types."""

    av: Any
    out: Any
    form: Form
    begin_s: float
    pictures: bool
    sounds: bool
    n_taken: int = 0

    def __post_init__(self) -> None:
        self._due_s = 0.0
        self._film: Any = None
        self._sound: Any = None
        if self.sounds:
            self._sound = self.out.add_stream("libopus", rate=SOUND_HZ)
            self._sound.bit_rate = 48_000
            self._mono = self.av.AudioResampler(format="s16", layout="stereo", rate=SOUND_HZ, frame_size=960)
        if self.pictures:
            options = {"deadline": "realtime", "cpu-used": "8"}
            self._film = self.out.add_stream("libvpx", rate=FRAMES_PER_S, options=options)
            self._film.bit_rate, self._film.pix_fmt = BIT_RATES[self.form], "yuv420p"
            self._film.codec_context.thread_count = 1

    def take(self, raw: Any) -> None:
        """Encode a frame, if it is due."""
        if isinstance(raw, self.av.VideoFrame):
            self._take_picture(raw)
        else:
            self._take_sound(raw)

    def close(self) -> None:
        """Write what the encoders still hold."""
        if self._sound is not None:
            for part in self._mono.resample(None):
                self.out.mux(self._sound.encode(part))
        for stream in (self._film, self._sound):
            if stream is not None and self.n_taken:
                self.out.mux(stream.encode(None))

    def _take_picture(self, raw: Any) -> None:
        at_s = seconds_of(raw) - self.begin_s
        if at_s + 1e-6 < self._due_s:
            return
        self._due_s = at_s + 1 / FRAMES_PER_S - 1e-3
        rgb = upright_rgb(raw, SIDES[self.form])
        if self.form is Form.FILM_GREY:
            rgb = np.repeat(rgb.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
        rgb = np.ascontiguousarray(rgb[: rgb.shape[0] // 2 * 2, : rgb.shape[1] // 2 * 2])
        if not self.n_taken:
            self._film.height, self._film.width = rgb.shape[:2]
        frame = self.av.VideoFrame.from_ndarray(rgb, format="rgb24")
        frame.pts, frame.time_base = round(at_s * 1000), Fraction(1, 1000)
        self.out.mux(self._film.encode(frame))
        self.n_taken += 1

    def _take_sound(self, raw: Any) -> None:
        raw.pts, raw.time_base = round((seconds_of(raw) - self.begin_s) * raw.sample_rate), Fraction(1, raw.sample_rate)
        for part in self._mono.resample(raw):
            self.out.mux(self._sound.encode(part))
        self.n_taken += 0 if self.pictures else 1
