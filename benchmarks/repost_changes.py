"""What people do to a picture before they pass it on: changes that the benchmarks of reposts make, with their bars."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter


def jpeg(image: Image.Image, quality: int = 75) -> Image.Image:
    put = BytesIO()
    image.save(put, "JPEG", quality=quality)
    return Image.open(put).convert("RGB")


def resized(image: Image.Image, longest: int) -> Image.Image:
    copy = image.copy()
    copy.thumbnail((longest, longest))
    return copy


def padded(image: Image.Image, share: float, colour: str) -> Image.Image:
    dx, dy = int(image.width * share), int(image.height * share)
    put = Image.new("RGB", (image.width + 2 * dx, image.height + 2 * dy), colour)
    put.paste(image, (dx, dy))
    return put


def captioned(image: Image.Image, share: float) -> Image.Image:
    bar = int(image.height * share)
    put = Image.new("RGB", (image.width, image.height + bar), "white")
    put.paste(image, (0, bar))
    text = "An invented caption that someone wrote above the picture before passing it on"
    ImageDraw.Draw(put).text((bar // 4, bar // 4), text, fill="black", font_size=max(10, int(bar * 0.4)))
    return put


def bannered(image: Image.Image) -> Image.Image:
    put = image.copy()
    draw, top = ImageDraw.Draw(put), int(image.height * 0.75)
    draw.rectangle((0, top, image.width, int(image.height * 0.95)), fill=(150, 10, 20))
    draw.text((20, top + 10), "INVENTED NEWS  live from nowhere", fill="white", font_size=max(12, image.height // 14))
    return put


def screenshot(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    dark = bool(rng.integers(0, 2))
    ground, ink = ((18, 18, 20), "white") if dark else ((250, 250, 250), "black")
    put = Image.new("RGB", (1080, 2340), ground)
    draw = ImageDraw.Draw(put)
    draw.text(
        (60, 30),
        f"{rng.integers(10, 23)}:{rng.integers(10, 59)}      4G   {rng.integers(20, 99)}%",
        fill=ink,
        font_size=36,
    )
    draw.text((160, 140), "invented_channel", fill=ink, font_size=48)
    draw.ellipse((40, 120, 130, 210), fill=(90, 120, 200))
    inside = image.resize((1080, max(1, int(1080 * image.height / image.width))))
    inside = inside.crop((0, 0, 1080, min(inside.height, 1750)))
    top = 260 + (1750 - inside.height) // 2
    put.paste(inside, (0, top))
    for line in range(3):
        draw.text((40, 2060 + 60 * line), "invented words below the picture, line after line", fill=ink, font_size=36)
    return jpeg(put, 70)


def cropped(image: Image.Image, low: float, high: float, rng: np.random.Generator) -> Image.Image:
    """Each side loses its own share, so that width and height together lose `low` to `high`."""
    cut_x, cut_y = rng.uniform(low, high, 2)
    left, top = rng.uniform(0, 1, 2) * (cut_x, cut_y)
    right, bottom = 1 - cut_x + left, 1 - cut_y + top
    return image.crop(box(image, left, top, right, bottom))


def sides_cropped(image: Image.Image, low: float, high: float, rng: np.random.Generator) -> Image.Image:
    """Each of the four sides loses its own share between `low` and `high`, at most 80 % of a direction in all."""
    left, right, top, bottom = rng.uniform(low, high, 4)
    x, y = min(1.0, 0.8 / (left + right)), min(1.0, 0.8 / (top + bottom))
    return image.crop(box(image, left * x, top * y, 1 - right * x, 1 - bottom * y))


def box(image: Image.Image, left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    """Shares of width and height (0-1) as pixels."""
    wide, high = image.width, image.height
    return int(left * wide), int(top * high), int(right * wide), int(bottom * high)


def watermarked(image: Image.Image, share: float, rng: np.random.Generator) -> Image.Image:
    """A half-transparent plate with words over a share of the picture's area, anywhere."""
    width, height = int(image.width * share**0.5), int(image.height * share**0.5)
    x, y = int(rng.uniform(0, image.width - width)), int(rng.uniform(0, image.height - height))
    layer = Image.new("RGBA", image.size)
    draw = ImageDraw.Draw(layer)
    draw.rectangle((x, y, x + width, y + height), fill=(255, 255, 255, 150))
    draw.text((x + 8, y + height // 3), "INVENTED", fill=(200, 0, 0, 230), font_size=max(10, height // 4))
    return Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")


def turned(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=False)


Change = Callable[[Image.Image, np.random.Generator], Image.Image]
CHANGES: dict[str, tuple[str, Change]] = {
    "jpeg q30": ("recompress, resize, grey", lambda p, _: jpeg(p, 30)),
    "jpeg q10": ("recompress, resize, grey", lambda p, _: jpeg(p, 10)),
    "resize 50 %": ("recompress, resize, grey", lambda p, _: jpeg(resized(p, max(p.size) // 2))),
    "resize to 320 px": ("recompress, resize, grey", lambda p, _: jpeg(resized(p, 320), 60)),
    "grey": ("recompress, resize, grey", lambda p, _: jpeg(p.convert("L").convert("RGB"))),
    "messenger (1280 px, q70, twice)": ("recompress, resize, grey", lambda p, _: jpeg(jpeg(resized(p, 1280), 70), 70)),
    "black border 5 %": ("border or caption", lambda p, _: jpeg(padded(p, 0.05, "black"))),
    "white border 10 %": ("border or caption", lambda p, _: jpeg(padded(p, 0.10, "white"))),
    "caption bar 11 %": ("border or caption", lambda p, _: jpeg(captioned(p, 0.11))),
    "caption bar 15 %": ("border or caption", lambda p, _: jpeg(captioned(p, 0.15))),
    "banner over 20 %": ("border or caption", lambda p, _: jpeg(bannered(p))),
    "phone screenshot": ("screenshot", screenshot),
    "crop 5-35 % of a direction": ("random crop 5-35 %", lambda p, r: jpeg(cropped(p, 0.05, 0.35, r))),
    "crop 5-15 % of each side": ("random crop 5-35 %", lambda p, r: jpeg(sides_cropped(p, 0.05, 0.15, r))),
    "crop 15-35 % of each side": ("random crop 5-35 %", lambda p, r: jpeg(sides_cropped(p, 0.15, 0.35, r))),
    "mirror": ("mirror, 90 degrees", lambda p, _: jpeg(p.transpose(Image.Transpose.FLIP_LEFT_RIGHT))),
    "90 degrees": ("mirror, 90 degrees", lambda p, _: jpeg(p.transpose(Image.Transpose.ROTATE_90))),
    "watermark 12 %": ("watermark", lambda p, r: jpeg(watermarked(p, 0.12, r))),
    "rotate 5 degrees": ("beyond the contract", lambda p, _: jpeg(turned(p, 5))),
    "brighter, more contrast": (
        "beyond the contract",
        lambda p, _: jpeg(ImageEnhance.Contrast(ImageEnhance.Brightness(p).enhance(1.3)).enhance(1.3)),
    ),
    "blur": ("beyond the contract", lambda p, _: jpeg(p.filter(ImageFilter.GaussianBlur(3)))),
    "mirror and crop": (
        "beyond the contract",
        lambda p, r: jpeg(cropped(p.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 0.05, 0.35, r)),
    ),
}
BARS = {
    "recompress, resize, grey": 97, "border or caption": 85, "screenshot": 80, "random crop 5-35 %": 88,
    "mirror, 90 degrees": 95, "watermark": 90,
}  # fmt: skip
