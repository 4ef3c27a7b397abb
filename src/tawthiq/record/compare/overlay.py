"""Overlay: two pictures beside each other and one laid on the other, the points that agree joined; blurred, or grey."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tawthiq.record.compare.jarosz import Rgb
from tawthiq.record.compare.scene import SceneMatch

PANEL_PX = 300
GAP_PX = 12
BLUR_SIDE_PX = 48
MAX_LINES = 60
INK, OUTLINE = (150, 75, 0), (200, 30, 30)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Panels:
    """Where the two pictures stand in the drawing: their sizes in it, in pixels."""

    a: tuple[int, int]
    b: tuple[int, int]

    def on_a(self, share: Spot) -> Spot:
        """A place of picture a, given as a share of its width and height."""
        return share[0] * self.a[0], share[1] * self.a[1]

    def on_b(self, share: Spot) -> Spot:
        """The same of picture b, which stands to the right of a."""
        return self.a[0] + GAP_PX + share[0] * self.b[0], share[1] * self.b[1]


def overlay(a: Rgb, b: Rgb, way: SceneMatch | None, *, blurred: bool) -> bytes:
    """A PNG: a, b, and (where a way to lay them was found) a on b, with lines between points that agree."""
    left, right = _panel(a, blurred), _panel(b, blurred)
    panels = Panels(left.size, right.size)
    third = _laid(left, right, way) if way else None
    width = left.width + GAP_PX + right.width + (GAP_PX + third.width if third else 0)
    sheet = Image.new("RGB", (width, max(left.height, right.height)), (255, 255, 255))
    sheet.paste(left, (0, 0))
    sheet.paste(right, (left.width + GAP_PX, 0))
    if way and third:
        sheet.paste(third, (left.width + right.width + 2 * GAP_PX, 0))
        _join(sheet, panels, way)
    put = io.BytesIO()
    sheet.save(put, "PNG", optimize=True)
    return put.getvalue()


def corners(way: SceneMatch) -> list[Spot]:
    """The four corners of picture a as shares of picture b's width and height, clockwise."""
    return [to_b(way, share) for share in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))]


def to_b(way: SceneMatch, share: Spot) -> Spot:
    """Where a place of picture a, as shown, comes to lie in b."""
    (wide_a, high_a), (wide_b, high_b) = way.sizes
    across = 1 - share[0] if way.mirrored else share[0]
    x, y = way.transform @ np.array([across * wide_a, share[1] * high_a, 1.0])
    return float(x) / wide_b, float(y) / high_b


def _panel(rgb: Rgb, blurred: bool) -> Image.Image:
    grey = Image.fromarray(rgb).convert("L")
    if blurred:
        grey.thumbnail((BLUR_SIDE_PX, BLUR_SIDE_PX), Image.Resampling.BOX, reducing_gap=None)
        grey = grey.filter(ImageFilter.GaussianBlur(3.0))
    scale = PANEL_PX / max(grey.size)
    size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
    return grey.resize(size, Image.Resampling.BICUBIC).convert("RGB")


def _laid(left: Image.Image, right: Image.Image, way: SceneMatch) -> Image.Image:
    """Picture a over b, half seen through; made from the panels, so that it is no sharper than they are."""
    origin, along, _, down = (np.array(_pixels(corner, right.size)) for corner in corners(way))
    onto = np.stack([(along - origin) / left.width, (down - origin) / left.height, origin], axis=1)
    back = np.linalg.inv(np.vstack([onto, [0.0, 0.0, 1.0]]))[:2].ravel()
    moved = left.transform(right.size, Image.Transform.AFFINE, tuple(back), Image.Resampling.BILINEAR)
    there = Image.new("L", left.size, 128).transform(right.size, Image.Transform.AFFINE, tuple(back))
    return Image.composite(moved, right, there)


def _pixels(share: Spot, size: tuple[int, int]) -> Spot:
    return share[0] * size[0], share[1] * size[1]


def _join(sheet: Image.Image, panels: Panels, way: SceneMatch) -> None:
    pen = ImageDraw.Draw(sheet)
    every = max(1, way.n_inliers // MAX_LINES)
    for mine, yours in zip(way.inliers_a[::every].tolist(), way.inliers_b[::every].tolist(), strict=True):
        pen.line((panels.on_a(tuple(mine)), panels.on_b(tuple(yours))), fill=INK)
    around = [panels.on_b(corner) for corner in corners(way)]
    for begin, end in pairwise([*around, around[0]]):
        pen.line((begin, end), fill=OUTLINE, width=2)
