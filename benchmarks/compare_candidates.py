"""Recall within a record of many other pictures: is a repost's original laid, by its points, by its hash, and found?

python benchmarks/compare_candidates.py --photos FOLDER... [--distractors 10000] [--rounds 1] [--lay 3] [--times 10]
Distractors are random parts of photographs and drawn backgrounds, some turned or mirrored: real pictures, closer to one
another than chance. Those of the asked photograph's own family are passed over. `found` says that the original was laid
and called the same picture or scene; each asked picture is also laid on the first few that are not its own. `--times N`
files all of them N times more, each bit of a word turned with a chance of 1 in 8, and tells what a question takes then.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from compare_photos import DEV, HELD_OUT, family, find, find_art, load
from compare_reposts import looked, reposted
from repost_changes import CHANGES

from tawthiq.record.compare.candidates import LIMITS, least_bits
from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.features import find_features
from tawthiq.record.compare.hamming_index import as_words
from tawthiq.record.compare.pdq import SAME_PICTURE_BITS, pdq
from tawthiq.record.compare.pixels import shrink
from tawthiq.record.compare.point_index import PointIndex
from tawthiq.record.compare.points import WORD_BITS, Worded, to_ask, to_file
from tawthiq.record.compare.scene import match_scene, sight

CROP = "crop 15-35 % of each side"
ASKED = ("crop", "screenshot", "banner", "border", "caption")
Rgb = np.ndarray


@dataclass(frozen=True)
class Part:
    """A distractor: where it was taken from."""

    of: str
    rows: slice
    columns: slice
    turn: int

    def of_photo(self, photos: dict[str, Rgb]) -> Rgb:
        part = np.rot90(photos[self.of][self.rows, self.columns], self.turn % 4)
        return np.ascontiguousarray(part[:, ::-1] if self.turn > 3 else part)


def parts(photos: dict[str, Rgb], count: int) -> Iterator[Part]:
    """Parts between a quarter and nine tenths of each side."""
    rng, names = np.random.default_rng(31), list(photos)
    for _ in range(count):
        name = names[int(rng.integers(len(names)))]
        high, wide = photos[name].shape[:2]
        rows, columns = (int(side * rng.uniform(0.25, 0.9)) for side in (high, wide))
        top, left = int(rng.integers(high - rows + 1)), int(rng.integers(wide - columns + 1))
        yield Part(name, slice(top, top + rows), slice(left, left + columns), int(rng.integers(8)))


def changed(points: Worded, rng: np.random.Generator) -> Worded:
    """Each bit of the words turned with a chance of 1 in 8; in order again."""
    turned = np.packbits(rng.random((len(points), WORD_BITS)) < 1 / 8, axis=1).view("<u8").ravel()
    codes = points.codes ^ turned
    order = np.argsort(codes, kind="stable")
    return Worded(codes[order], points.marks[order])


class Record:
    """Photographs and distractors on file, by points and by hashes, as the step files them."""

    def __init__(self, folder: Path, held: dict[str, Rgb], photos: dict[str, Rgb], count: int) -> None:
        self.parts = {f"part{n}": part for n, part in enumerate(parts(photos, count))}
        self.index, self.photos, hashes = PointIndex(folder), photos, []
        self.names = [*held, *self.parts]
        self.families = {name: family(name) for name in held} | {n: family(p.of) for n, p in self.parts.items()}
        self.filed: dict[str, Worded] = {}
        begun = time.process_time()
        for number, name in enumerate(self.names):
            rgb = self.rgb(name)
            self.filed[str(number)] = to_file(find_features(rgb))
            hashes.append(pdq(shrink(rgb)).bits)
        self.index.add(self.filed)
        self.ms_each = 1000 * (time.process_time() - begun) / len(self.names)
        self.words = as_words(hashes)

    def rgb(self, name: str) -> Rgb:
        return self.parts[name].of_photo(self.photos) if name in self.parts else self.photos[name]

    def grow(self, times: int) -> None:
        """File every picture so many times more, as other pictures would lie: like it, but not near."""
        rng = np.random.default_rng(37)
        for at in range(times):
            self.index.add({f"{name}/{at}": changed(points, rng) for name, points in self.filed.items()})

    def others(self, order: list[str], own: str) -> list[str]:
        """The original, and pictures of other families, in order."""
        return [name for name in order if name == own or self.families[name] != self.families[own]]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--photos", nargs="*", type=Path, default=[])
    asked.add_argument("--distractors", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=1)
    asked.add_argument("--lay", type=int, default=3)
    asked.add_argument("--times", type=int, default=0)
    told = asked.parse_args()
    held = {end: load(path) for end, path in find(told.photos, HELD_OUT).items()}
    more = find(told.photos, DEV) | find_art(told.photos, set())
    photos = held | {end: load(path) for end, path in more.items()}
    with TemporaryDirectory() as folder:
        record = Record(Path(folder), held, photos, told.distractors)
        n_bytes = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(
            f"{len(held)} photographs held out among {len(record.parts):,} others; {n_bytes / len(record.names):.0f} "
            f"bytes a picture on the disk, {record.ms_each:.0f} ms CPU to file one"
        )
        measure(record, held, told.rounds, told.lay)
        if told.times:
            record.grow(told.times)
            ask_many(record, held)


def measure(record: Record, held: dict[str, Rgb], rounds: int, lay: int) -> None:
    print(
        f"{'change':26}{'asked':>7}{'hash: 100':>11}{'20':>6}{'points: 30':>12}{'1':>6}{'laid':>7}{'found':>8}{'ms':>7}"
    )
    wrong = tried = 0
    for change in (name for name in CHANGES if any(part in name for part in ASKED)):
        rows: list[tuple[bool, ...]] = []
        spent = 0.0
        for seed in range(rounds):
            for at, (end, photo) in enumerate(held.items()):
                rgb = reposted(photo, CHANGES[change][1], 7919 * seed + at)
                look, seen = looked(rgb), sight(rgb)
                begun = time.process_time()
                order = record.index.agreeing([to_ask(seen.plain), to_ask(seen.mirror)], len(record.names))
                spent += time.process_time() - begun
                by_points = record.others([record.names[int(number)] for number in order], end)
                bits = least_bits(look, record.words)
                by_hash = record.others([record.names[n] for n in np.argsort(bits, kind="stable")], end)
                same = bool(look.asked) and bits[record.names.index(end)] <= SAME_PICTURE_BITS
                laid = same or end in by_points[: LIMITS.by_points] or end in by_hash[: LIMITS.by_hash]
                scene = match_scene(seen, sight(photo)) if laid and not same else None
                found = same or (scene is not None and scene.kind is not CopyKind.POSSIBLE)
                first = [
                    end in by_hash[:100],
                    end in by_hash[:20],
                    end in by_points[: LIMITS.by_points],
                    end in by_points[:1],
                ]
                rows.append((*first, laid, found))
                for other in [name for name in by_points if name != end][:lay]:
                    way = match_scene(seen, sight(record.rgb(other)))
                    wrong += way is not None and way.kind is not CopyKind.POSSIBLE
                    tried += 1
        shares = 100 * np.mean(rows, axis=0)
        told = "".join(f"{share:10.1f}%" for share in shares)
        print(f"{change:26}{len(rows):11}{told}{1000 * spent / len(rows):11.1f}", flush=True)
    print(f"{wrong} false links on {tried:,} pictures of other families that agree best")


def ask_many(record: Record, held: dict[str, Rgb]) -> None:
    """What the question of each photograph's crop takes of a processor, and how often it leads to the original."""
    crops = [reposted(photo, CHANGES[CROP][1], at) for at, photo in enumerate(held.values())]
    asks = [[to_ask(seen.plain), to_ask(seen.mirror)] for seen in map(sight, crops)]
    begun = time.process_time()
    found = [record.index.agreeing(ask, LIMITS.by_points) for ask in asks]
    ms = 1000 * (time.process_time() - begun) / len(asks)
    first = sum(str(at) in names for at, names in enumerate(found))
    print(
        f"among {len(record.index):,}: {ms:.1f} ms CPU a question; the original is one of 30 for {first} of {len(asks)}"
    )


if __name__ == "__main__":
    main()
