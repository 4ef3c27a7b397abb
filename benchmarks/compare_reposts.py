"""How many reposts are found, and how many unrelated pairs are linked: PDQ first, then the scene.

python benchmarks/compare_reposts.py --photos FOLDER... [--dev] [--only NAME] [--pairs N]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from pathlib import Path

import numpy as np
from compare_photos import DEV, HELD_OUT, NEAR_SCENES, family, find, find_art, load
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.picture import Look, judge_pictures, look_at
from tawthiq.record.compare.pixels import Pixels, shrink
from tawthiq.record.compare.scene import SceneMatch, Sighted, match_scene, sight
from tawthiq.terms.identity import Kind, make_id

Rgb = np.ndarray
A, B = (make_id(Kind.ITEM, ["benchmark", name]) for name in "ab")


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


def looked(rgb: Rgb) -> Look:
    return look_at(Pixels(shrink(rgb), (rgb.shape[1], rgb.shape[0]), "benchmark"))


def reposted(photo: Rgb, change: Change, seed: int) -> Rgb:
    return np.asarray(change(Image.fromarray(photo), np.random.default_rng(seed)))


def verdict(asked: Rgb, look: Look, filed: Sighted) -> tuple[str, str]:
    """Stage that found the copy and the word for it."""
    found = judge_pictures(A, looked(asked), B, look)
    if found and found.kind is CopyKind.SAME_PICTURE:
        return "pdq", found.kind.value
    scene = match_scene(sight(asked), filed)
    if scene:
        return "scene", scene.kind.value
    return ("pdq", "possible") if found else ("", "")


def recall(name: str, photos: dict[str, Rgb], only: str) -> None:
    looks = {end: looked(photo) for end, photo in photos.items()}
    sights = {end: sight(photo) for end, photo in photos.items()}
    groups: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    print(f"\n{name}: {len(photos)} photographs; found = same picture or same scene (possible is not counted)")
    print(f"{'change':34}{'found %':>8}{'by pdq':>8}{'by scene':>9}{'word same picture':>19}{'possible':>9}  missed")
    for number, (change, (group, make)) in enumerate(CHANGES.items()):
        if only not in change:
            continue
        told = {
            end: verdict(reposted(photo, make, 1000 * number + at), looks[end], sights[end])
            for at, (end, photo) in enumerate(photos.items())
        }
        sure = [one for one in told.values() if one[1] in ("same_picture", "same_scene")]
        groups[group] += len(sure)
        tried[group] += len(told)
        missed = [
            Path(end).stem if "contents" not in end else end.split("/")[0]
            for end, one in told.items()
            if one not in sure
        ]
        stages, kinds = Counter(one[0] for one in sure), Counter(one[1] for one in told.values())
        print(
            f"{change:34}{100 * len(sure) / len(told):8.1f}{stages['pdq']:8}{stages['scene']:9}"
            f"{kinds['same_picture']:19}{kinds['possible']:9}  " + ", ".join(missed[:6])
        )
    for group, bar in BARS.items():
        if tried[group]:
            share = 100 * groups[group] / tried[group]
            print(f"  {group:32} {share:5.1f} %  (bar {bar} %: {'met' if share >= bar else 'MISSED'})")


def false_links(name: str, photos: dict[str, Rgb], limit: int) -> None:
    looks = {end: looked(photo) for end, photo in photos.items()}
    sights = {end: sight(photo) for end, photo in photos.items()}
    near = {frozenset(pair) for pair in NEAR_SCENES}
    pairs = [
        pair for pair in combinations(photos, 2) if frozenset(pair) not in near and family(pair[0]) != family(pair[1])
    ]
    picked = np.random.default_rng(5).permutation(len(pairs))[:limit]
    linked: list[tuple[str, str, str, SceneMatch | None]] = []
    begun = time.perf_counter()
    for number in picked:
        one, other = pairs[number]
        found, scene = judge_pictures(A, looks[one], B, looks[other]), match_scene(sights[one], sights[other])
        if found or scene:
            linked.append((found.kind.value if found else scene.kind.value, one, other, scene))  # type: ignore[union-attr]  # one of the two was found
    spent = time.perf_counter() - begun
    sure = [one for one in linked if one[0] != "possible"]
    print(
        f"\n{name}: {len(picked)} unrelated pairs, {len(sure)} false links, "
        f"{len(linked) - len(sure)} called possible; {1000 * spent / len(picked):.1f} ms a pair"
    )
    for kind, one, other, scene in linked:
        told = (
            f"{scene.n_inliers} inliers, hull {scene.hull_share:.3f}, agreement {scene.agreement:.2f}" if scene else ""
        )
        print(f"  {kind}: {one} / {other} {told}")


def near_scenes(folders: list[Path]) -> None:
    print("\nTwo views of one scene, or two moments of one recording:")
    for one, other in NEAR_SCENES:
        paths = find(folders, [one, other])
        if len(paths) < 2:
            continue
        a, b = (load(paths[end]) for end in (one, other))
        found, scene = judge_pictures(A, looked(a), B, looked(b)), match_scene(sight(a), sight(b))
        hashes = f"{found.value:.0f} bits" if found else "none within 47"
        told = "no scene"
        if scene:
            told = f"{scene.kind.value}: {scene.n_inliers} inliers, agreement {scene.agreement:.2f}"
        print(f"  {Path(one).name:22} {Path(other).name:24} pdq: {hashes:>15}   {told}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--photos", nargs="*", type=Path, default=[])
    asked.add_argument("--dev", action="store_true", help="only the photographs used while choosing thresholds")
    asked.add_argument("--only", default="", help="only changes whose name holds this")
    asked.add_argument("--pairs", type=int, default=12_000)
    asked.add_argument("--skip-recall", action="store_true")
    told = asked.parse_args()
    for name, ends in (("dev", DEV),) if told.dev else (("dev", DEV), ("held out", HELD_OUT)):
        paths = find(told.photos, ends)
        print(f"{name}: {len(paths)} of {len(ends)} photographs at hand")
        photos = {end: load(path) for end, path in paths.items()}
        if not told.skip_recall and photos:
            recall(name, photos, told.only)
        if not told.dev and name == "held out":
            art = (
                {}
                if told.pairs < 3000
                else {end: load(path) for end, path in find_art(told.photos, set(paths.values())).items()}
            )
            false_links("held-out and dev photographs, drawn backgrounds", photos | art, told.pairs)
    near_scenes(told.photos)


if __name__ == "__main__":
    main()
