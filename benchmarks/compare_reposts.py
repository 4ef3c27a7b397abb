"""How many reposts are found, and how many unrelated pairs are linked: PDQ first, then the scene.

python benchmarks/compare_reposts.py --photos FOLDER... [--dev] [--only NAME] [--pairs N]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import numpy as np
from compare_photos import DEV, HELD_OUT, NEAR_SCENES, family, find, find_art, load
from PIL import Image
from repost_changes import BARS, CHANGES, Change, sides_cropped
from scipy.stats import beta

from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.picture import Look, judge_pictures, look_at
from tawthiq.record.compare.pixels import Pixels, shrink
from tawthiq.record.compare.scene import SceneMatch, Sighted, match_scene, sight
from tawthiq.terms.identity import Kind, make_id

Rgb = np.ndarray
A, B = (make_id(Kind.ITEM, ["benchmark", name]) for name in "ab")


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


def crops_of(photos: dict[str, Rgb], each: int = 2) -> dict[str, Rgb]:
    """Large random crops of each photograph: beside the other photographs and their crops they are as unrelated."""
    rng = np.random.default_rng(17)
    return {
        f"{end}#crop{number}": np.asarray(sides_cropped(Image.fromarray(photo), 0.05, 0.25, rng))
        for number in range(each)
        for end, photo in photos.items()
    }


def unrelated(names: Iterable[str]) -> list[tuple[str, str]]:
    """All pairs of names but the two crops, sizes, colours of one picture, and two views of one scene."""
    near = {frozenset(map(family, pair)) for pair in NEAR_SCENES}
    families = {name: family(name) for name in names}
    pairs = combinations(families, 2)
    apart = (pair for pair in pairs if families[pair[0]] != families[pair[1]])
    return [pair for pair in apart if frozenset(families[name] for name in pair) not in near]


def upper_share(n_linked: int, n_pairs: int, confidence: float = 0.95) -> float:
    """One-sided upper bound of a share (Clopper and Pearson 1934), as if the pairs were drawn one by one."""
    return float(beta.ppf(confidence, n_linked + 1, n_pairs - n_linked))


def false_links(name: str, photos: dict[str, Rgb], limit: int) -> None:
    looks = {end: looked(photo) for end, photo in photos.items()}
    sights = {end: sight(photo) for end, photo in photos.items()}
    pairs = unrelated(photos)
    picked = np.random.default_rng(5).permutation(len(pairs))[:limit]
    linked: list[tuple[str, str, str, SceneMatch | None]] = []
    begun = time.process_time()
    for number in picked:
        one, other = pairs[number]
        found, scene = judge_pictures(A, looks[one], B, looks[other]), match_scene(sights[one], sights[other])
        if found or scene:
            linked.append((found.kind.value if found else scene.kind.value, one, other, scene))  # type: ignore[union-attr]  # one of the two was found
    spent = time.process_time() - begun
    sure = [one for one in linked if one[0] != "possible"]
    print(
        f"\n{name}: {len(photos)} pictures, {len(picked)} of {len(pairs)} unrelated pairs, {len(sure)} false links, "
        f"{len(linked) - len(sure)} called possible; {1000 * spent / len(picked):.1f} ms CPU a pair"
    )
    print(
        f"  at most {10_000 * upper_share(len(sure), len(picked)):.2f} in 10,000 at 95 % confidence (bar 1)", flush=True
    )
    for kind, one, other, scene in linked:
        told = (
            f"{scene.n_inliers} inliers, hull {scene.hull_share:.3f}, agreement {scene.agreement:.2f}" if scene else ""
        )
        print(f"  {kind}: {one} / {other} {told}", flush=True)


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
    asked.add_argument("--pairs", type=int, default=32_000)
    asked.add_argument("--skip-recall", action="store_true")
    told = asked.parse_args()
    for name, ends in (("dev", DEV),) if told.dev else (("dev", DEV), ("held out", HELD_OUT)):
        paths = find(told.photos, ends)
        print(f"{name}: {len(paths)} of {len(ends)} photographs at hand")
        photos = {end: load(path) for end, path in paths.items()}
        if not told.skip_recall and photos:
            recall(name, photos, told.only)
        if not told.dev and name == "held out" and told.pairs:
            dev = {end: load(path) for end, path in find(told.photos, DEV).items()}
            art = {end: load(path) for end, path in find_art(told.photos, set(paths.values())).items()}
            all_photos = dev | photos
            crops = crops_of(all_photos)
            false_links("photographs, two crops of each, drawn backgrounds", all_photos | crops | art, told.pairs)
    near_scenes(told.photos)


if __name__ == "__main__":
    main()
