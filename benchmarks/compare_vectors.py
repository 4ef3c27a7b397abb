"""Agreement with the hashes that ThreatExchange publishes, from a checkout of it.

python benchmarks/compare_vectors.py CHECKOUT
The four `exif-rotn` pictures are different shots of one desk: same scene perhaps, never the same picture.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path

from tawthiq.record.compare.copy import Copy, CopyKind
from tawthiq.record.compare.film import ASKED_EVERY_S, Film
from tawthiq.record.compare.pdq import Turn, distance_bits
from tawthiq.record.compare.picture import judge_pictures, look_at
from tawthiq.record.compare.pixels import read_pixels
from tawthiq.record.compare.scene import match_scene, sight
from tawthiq.record.compare.video import read_film
from tawthiq.record.compare.video_match import judge_films
from tawthiq.terms.identity import Kind, make_id

MIN_QUALITY = 50


def item(name: str) -> str:
    return make_id(Kind.ITEM, ["benchmark", name])


def film(path: Path, every_s: float) -> Film:
    with path.open("rb") as raw:
        return read_film(raw, every_s)


def published(path: Path) -> dict[int, tuple[int, bytes]]:
    """Quality and hash of each frame number."""
    lines = (line.split(",") for line in path.read_text().splitlines() if line.strip())
    return {int(cells[0]): (int(cells[1]), bytes.fromhex(cells[2])) for cells in lines}


def frames(root: Path, films: dict[str, Film]) -> None:
    distances = []
    for name, one in films.items():
        told = published(root / "vpdq/sample-hashes" / f"{name}.txt")
        for frame in one.frames:
            own = frame.look.whole[Turn.NONE]
            if min(own.quality, told[frame.number][0]) >= MIN_QUALITY:
                distances.append(distance_bits(own.bits, told[frame.number][1]))
    within = sum(distance <= 10 for distance in distances)
    print(f"vPDQ: {within} of {len(distances)} frames of {len(films)} videos within 10 bits, most {max(distances)}")


def pictures(root: Path) -> None:
    """The list of the WebAssembly build: within 10 bits where quality is 50 or more; 64 digits always."""
    lines = (root / "pdq/wasm/test/TestData/PDQMD5TestData.csv").read_text().splitlines()[1:]
    told = [(root / "pdq" / line.split(",")[0].removeprefix("../../../../"), line.split(",")[1]) for line in lines]
    distances, flat, absent = [], 0, 0
    for path, digits in told:
        if not path.exists() or path.suffix == ".mp4":
            absent += 1
            continue
        with path.open("rb") as raw:
            own = look_at(read_pixels(raw)).whole[Turn.NONE]
        if own.quality < MIN_QUALITY:
            flat += 1
        else:
            distances.append(distance_bits(own.bits, bytes.fromhex(digits.strip().zfill(64))))
    within = sum(distance <= 10 for distance in distances)
    print(
        f"PDQ: {within} of {len(distances)} pictures within 10 bits, most {max(distances)}; {flat} flat, {absent} left"
    )


def same_scenes(films: dict[str, Film], asked: dict[str, Film]) -> None:
    links = {
        pair: judge_films(item(pair[0]), asked[pair[0]], item(pair[1]), films[pair[1]])
        for pair in combinations(films, 2)
    }
    within = {pair: link for pair, link in links.items() if pair[0].split("-")[0] == pair[1].split("-")[0]}
    across = [link for pair, link in links.items() if pair not in within and link]
    print(f"videos of one scene: {_tally(list(within.values()))}; links between scenes: {len(across)}")


def _tally(links: list[Copy | None]) -> str:
    kinds = [link.kind if link else None for link in links]
    same, possible = kinds.count(CopyKind.SAME_PICTURE), kinds.count(CopyKind.POSSIBLE)
    return f"{len(kinds)} pairs, {same} same picture, {possible} possible, {kinds.count(None)} not found"


def four_shots(root: Path) -> None:
    paths = sorted((root / "pdq/data/reg-test-input/exif-rotn").glob("*.jpg"))
    shots = []
    for path in paths:
        with path.open("rb") as raw:
            shots.append(read_pixels(raw, 1600))
    for (a, one), (b, other) in combinations(enumerate(shots), 2):
        hashes = judge_pictures(item(str(a)), look_at(one), item(str(b)), look_at(other))
        scene = match_scene(sight(one.rgb), sight(other.rgb))
        told = (
            f"{scene.kind.value}, {scene.n_inliers} inliers, agreement {scene.agreement:.2f}" if scene else "no scene"
        )
        print(f"  {paths[a].name} / {paths[b].name}: pdq {hashes.kind.value if hashes else 'says nothing'}; {told}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("checkout", type=Path)
    root = asked.parse_args().checkout
    pictures(root)
    paths = sorted((root / "tmk/sample-videos").glob("*.mp4"))
    paths = [path for path in paths if (root / "vpdq/sample-hashes" / f"{path.stem}.txt").exists()]
    films = {path.stem: film(path, 1.0) for path in paths}
    frames(root, films)
    same_scenes(films, {path.stem: film(path, ASKED_EVERY_S) for path in paths})
    four_shots(root)


if __name__ == "__main__":
    main()
