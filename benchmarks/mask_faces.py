"""How many faces are proposed, on photographs of adults that packages ship, pasted small, turned, dark, half covered.

python benchmarks/mask_faces.py --data FOLDER... [--only NAME] [--part dev|held] [--threshold T]

FOLDER holds `lfw_subset.npy` and `astronaut.png` (scikit-image: skimage/data), `grace_hopper.jpg` (matplotlib:
mpl-data/sample_data), any of them; install those packages beside this one, they are in no lock of ours. The hundred
faces of lfw_subset are of adults in public life, 25 pixels a side, so that what is pasted larger is blurred already.
No picture of a child is used. A face counts as found when a proposed box, with the margin that is filled, hides at
least half of it. The first half of the faces is `dev`, the second `held`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from tawthiq.record.collect.masking.boxes import Box, is_covered
from tawthiq.record.collect.masking.finding import THRESHOLD, faces_in
from tawthiq.record.collect.masking.model import FaceModel

SCENE = (1280, 800)
A_SCENE = 20
"""Faces pasted into one scene."""
INNER = 0.7
"""Share of a pasted LFW patch that is face; the rest is what lay around it."""

Change = Callable[[Image.Image, np.random.Generator], Image.Image]


@dataclass(frozen=True)
class Portrait:
    """A picture of one adult face. `face`: left, top, right, bottom as shares of the picture."""

    picture: Image.Image
    face: tuple[float, float, float, float]


@dataclass
class Count:
    """Faces looked for and found, and boxes that hold none."""

    n_faces: int = 0
    n_found: int = 0
    n_extra: int = 0
    cpu_s: float = 0.0


def portraits(folders: list[Path]) -> list[Portrait]:
    """Every portrait that the folders hold."""
    found: list[Portrait] = []
    for path in (file for folder in folders for file in sorted(folder.rglob("*"))):
        if path.name == "lfw_subset.npy":
            inner = ((1 - INNER) / 2, (1 - INNER) / 2, (1 + INNER) / 2, (1 + INNER) / 2)
            grey = (np.load(path)[:100] * 255).astype(np.uint8)
            found += [Portrait(Image.fromarray(one).convert("RGB"), inner) for one in grey]
        elif path.name == "astronaut.png":
            found.append(_cut(path, (110, 0, 340, 250), (175, 53, 275, 180)))
        elif path.name == "grace_hopper.jpg":
            found.append(_cut(path, (130, 20, 400, 340), (190, 100, 330, 280)))
    return found


def _cut(path: Path, around: tuple[int, int, int, int], face: tuple[int, int, int, int]) -> Portrait:
    left, top, right, bottom = around
    wide, high = right - left, bottom - top
    x0, y0, x1, y1 = face
    shares = (x0 - left) / wide, (y0 - top) / high, (x1 - left) / wide, (y1 - top) / high
    return Portrait(Image.open(path).convert("RGB").crop(around), shares)


def plain(picture: Image.Image, _rng: np.random.Generator) -> Image.Image:
    return picture


def dark(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    dim = np.asarray(ImageEnhance.Brightness(picture).enhance(0.25), np.float64)
    return Image.fromarray((dim + rng.normal(0, 4, dim.shape)).clip(0, 255).astype(np.uint8))


def veiled(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A scarf over everything below the nose."""
    put = picture.copy()
    colour = tuple(int(shade) for shade in rng.integers(20, 200, 3))
    ImageDraw.Draw(put).rectangle((0, int(put.height * 0.58), put.width, put.height), fill=colour)
    return put


def half_hidden(picture: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Something in front of one side."""
    put = picture.copy()
    left = 0 if rng.random() < 0.5 else int(put.width * 0.62)
    ImageDraw.Draw(put).rectangle((left, 0, left + int(put.width * 0.38), put.height), fill=(90, 95, 85))
    return put


def soft(picture: Image.Image, _rng: np.random.Generator) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(picture.width / 40))


CHANGES: dict[str, tuple[Change, float]] = {
    "plain": (plain, 0),
    "turned 20 degrees": (plain, 20),
    "turned 40 degrees": (plain, 40),
    "dark": (dark, 0),
    "veiled": (veiled, 0),
    "half hidden": (half_hidden, 0),
    "soft": (soft, 0),
}
FACE_PX = (20, 28, 40, 80)
"""Height of the face itself, in pixels of the scene."""


def scenes(
    some: list[Portrait], change: Change, degrees: float, face_px: int, rng: np.random.Generator
) -> Iterator[tuple[np.ndarray, list[Box]]]:
    """Scenes of noise-free walls with the portraits on a grid, and where each face is."""
    columns, rows = 5, 4
    cell = SCENE[0] // columns, SCENE[1] // rows
    for begin in range(0, len(some), A_SCENE):
        wall = _wall(rng)
        boxes = []
        for n, portrait in enumerate(some[begin : begin + A_SCENE]):
            middle = (n % columns) * cell[0] + cell[0] // 2, (n // columns) * cell[1] + cell[1] // 2
            boxes.append(_paste(wall, portrait, change, float(rng.uniform(-1, 1)) * degrees, face_px, middle, rng))
        yield np.asarray(wall), boxes


def _wall(rng: np.random.Generator) -> Image.Image:
    coarse = rng.integers(60, 200, (10, 16, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize(SCENE, Image.Resampling.BICUBIC)


def _paste(
    wall: Image.Image,
    portrait: Portrait,
    change: Change,
    degrees: float,
    face_px: int,
    middle: tuple[int, int],
    rng: np.random.Generator,
) -> Box:
    x0, y0, x1, y1 = portrait.face
    scale = face_px / ((y1 - y0) * portrait.picture.height)
    size = max(8, round(portrait.picture.width * scale)), max(8, round(portrait.picture.height * scale))
    picture = change(portrait.picture.resize(size, Image.Resampling.BICUBIC), rng)
    there = Image.new("L", size, 255)
    if degrees:
        picture, there = (one.rotate(degrees, Image.Resampling.BICUBIC, expand=True) for one in (picture, there))
    corner = middle[0] - picture.width // 2, middle[1] - picture.height // 2
    wall.paste(picture, corner, there)
    dx, dy = ((x0 + x1) / 2 - 0.5) * size[0], ((y0 + y1) / 2 - 0.5) * size[1]
    turn = np.deg2rad(degrees)
    x, y = middle[0] + dx * np.cos(turn) + dy * np.sin(turn), middle[1] - dx * np.sin(turn) + dy * np.cos(turn)
    wide, high = (x1 - x0) * size[0], (y1 - y0) * size[1]
    return Box(round(x - wide / 2), round(y - high / 2), round(x + wide / 2), round(y + high / 2))


def measure(model: FaceModel, some: list[Portrait], name: str, face_px: int, threshold: float, twice: bool) -> Count:
    """One change at one size."""
    change, degrees = CHANGES[name]
    count, rng = Count(), np.random.default_rng(face_px)
    for rgb, faces in scenes(some, change, degrees, face_px, rng):
        begun = time.process_time()
        found = faces_in(model, rgb, twice=twice, threshold=threshold)
        count.cpu_s += time.process_time() - begun
        grown = [box.grown(*SCENE) for box in found]
        count.n_faces += len(faces)
        count.n_found += sum(is_covered(face, grown) for face in faces)
        count.n_extra += sum(not any(box.shared(face) for face in faces) for box in found)
    return count


def main() -> None:
    """Print a table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", nargs="+", type=Path, required=True)
    asked.add_argument("--only", default="")
    asked.add_argument("--part", choices=("dev", "held", "all"), default="held")
    asked.add_argument("--threshold", type=float, default=THRESHOLD)
    asked.add_argument("--sizes", nargs="+", type=int, default=list(FACE_PX))
    asked.add_argument("--once", action="store_true", help="without the pass at double size, as films are looked at")
    args = asked.parse_args()
    every = portraits(args.data)
    some = {"dev": every[::2], "held": every[1::2], "all": every}[args.part]
    model = FaceModel()
    print(f"{len(some)} faces ({args.part}), threshold {args.threshold}, twice {not args.once}; {model.name}")
    whole = Count()
    for name in CHANGES:
        if args.only not in name:
            continue
        for face_px in args.sizes:
            count = measure(model, some, name, face_px, args.threshold, not args.once)
            share = 100 * count.n_found / count.n_faces
            print(
                f"{name:18} {face_px:3} px  {count.n_found:4}/{count.n_faces:<4} {share:5.1f} %"
                f"  extra {count.n_extra:3}  {count.cpu_s:6.1f} CPU s",
                flush=True,
            )
            whole.n_faces, whole.n_found = whole.n_faces + count.n_faces, whole.n_found + count.n_found
    print(f"all {whole.n_found}/{whole.n_faces} = {100 * whole.n_found / max(1, whole.n_faces):.2f} %")


if __name__ == "__main__":
    main()
