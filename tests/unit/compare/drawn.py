"""Invented pictures for the tests of compare: clouds, shapes and stripes, drawn from a seed; no photograph."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Rgb = NDArray[np.uint8]


@cache
def clouds(seed: int, rows: int = 240, columns: int = 320) -> Rgb:
    """Noise whose power falls with frequency as in photographs."""
    rng = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(rows)[:, None] * rows, np.fft.fftfreq(columns)[None, :] * columns)
    spectrum = np.fft.fft2(rng.standard_normal((rows, columns))) / np.maximum(frequency, 1) ** 1.3
    field = np.fft.ifft2(spectrum).real
    low, high = np.percentile(field, [2, 98])
    grey = np.clip((field - low) / (high - low), 0, 1)
    return np.stack([grey * 255, grey**1.3 * 255, np.sqrt(grey) * 255], axis=2).astype(np.uint8)


@cache
def shapes(seed: int, rows: int = 480, columns: int = 640) -> Rgb:
    """Many corners: overlapping polygons and letters on clouds."""
    rng = np.random.default_rng(seed)
    image = Image.fromarray(clouds(seed, rows, columns))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = rng.integers(0, columns), rng.integers(0, rows)
        corners = [(int(x + dx), int(y + dy)) for dx, dy in rng.integers(-70, 70, (rng.integers(3, 6), 2))]
        draw.polygon(corners, fill=tuple(int(c) for c in rng.integers(0, 256, 3)))
    for _ in range(25):
        place = (int(rng.integers(0, columns)), int(rng.integers(0, rows)))
        draw.text(place, f"{rng.integers(1000, 9999)}", fill=tuple(int(c) for c in rng.integers(0, 256, 3)))
    return np.asarray(image)


def gallery() -> list[Rgb]:
    """Forty pictures of all sorts and sizes, flat and tied ones among them."""
    rng = np.random.default_rng(7)
    sizes = [(5, 5), (6, 300), (63, 65), (64, 64), (128, 128), (129, 257), (200, 100), (333, 477)]
    noise = [rng.integers(0, 256, (*size, 3), dtype=np.uint8) for size in sizes]
    ramps = [np.repeat((np.add.outer(np.arange(r), np.arange(c)) % 256)[:, :, None], 3, 2) for r, c in sizes]
    flat = [np.full((*size, 3), 37 * n % 256, np.uint8) for n, size in enumerate(sizes)]
    cloudy = [clouds(n, *size) for n, size in enumerate(sizes)]
    return [*noise, *(ramp.astype(np.uint8) for ramp in ramps), *flat, *cloudy, *(shapes(n) for n in range(8))]


def saved(rgb: Rgb, form: str = "JPEG", **options: object) -> BytesIO:
    """The picture as a file in memory."""
    put = BytesIO()
    Image.fromarray(rgb).save(put, form, **options)
    put.seek(0)
    return put


def smaller_jpeg(seed: int, side: int = 300, quality: int = 60) -> BytesIO:
    """The drawn picture as a repost has it: resized, recompressed."""
    image = Image.fromarray(shapes(seed))
    image.thumbnail((side, side))
    return saved(np.asarray(image), quality=quality)


def cropped(seed: int, share: float = 0.2) -> BytesIO:
    """A part of the drawn picture, as somebody cuts it out and sends it on."""
    rgb = shapes(seed)
    rows, columns = int(rgb.shape[0] * share), int(rgb.shape[1] * share)
    return saved(np.ascontiguousarray(rgb[rows:, columns:]), quality=80)
