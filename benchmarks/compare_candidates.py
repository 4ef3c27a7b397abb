"""Whether a crop's original is among the pictures that its points are laid on, in a record of many others.

python benchmarks/compare_candidates.py --photos FOLDER... [--distractors 10000] [--rounds 2]
The step lays a picture on those whose hashes are nearest, 100 of them; a crop moves its hash far. Distractors are the
hashes of random parts of the photographs and drawn backgrounds: real pictures, closer to one another than chance.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from compare_photos import DEV, HELD_OUT, family, find, find_art, load
from compare_reposts import looked, reposted
from repost_changes import CHANGES

from tawthiq.record.compare.candidates import CANDIDATES, nearest_items
from tawthiq.record.compare.pdq import MIN_QUALITY, SAME_PICTURE_BITS, pdq
from tawthiq.record.compare.pixels import shrink

ASKED = ("crop", "screenshot", "banner")
"""Changes whose name holds one of these are those that only the scene finds."""
Rgb = np.ndarray


def distractors(photos: dict[str, Rgb], count: int) -> list[tuple[str, bytes]]:
    """(family, hash) of random parts between a quarter and nine tenths of each side; flat ones are drawn again."""
    rng, names, made = np.random.default_rng(31), list(photos), list[tuple[str, bytes]]()
    while len(made) < count:
        name = names[int(rng.integers(len(names)))]
        high, wide = photos[name].shape[:2]
        rows, columns = (int(side * rng.uniform(0.25, 0.9)) for side in (high, wide))
        top, left = int(rng.integers(high - rows + 1)), int(rng.integers(wide - columns + 1))
        found = pdq(photos[name][top : top + rows, left : left + columns])
        if found.quality >= MIN_QUALITY:
            made.append((family(name), found.bits))
    return made


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--photos", nargs="*", type=Path, default=[])
    asked.add_argument("--distractors", type=int, default=10_000)
    asked.add_argument("--rounds", type=int, default=2)
    told = asked.parse_args()
    held = {end: load(path) for end, path in find(told.photos, HELD_OUT).items()}
    art = find_art(told.photos, set())
    others = held | {end: load(path) for end, path in (find(told.photos, DEV) | art).items()}
    parts = distractors({end: shrink(photo) for end, photo in others.items()}, told.distractors)
    print(f"{len(held)} photographs held out, {len(parts):,} distractors from {len(others)} pictures")
    print(f"{'change':26}{'asked':>7}{'by pdq':>8}{'in first 100':>14}{'1,000':>8}{'median bits':>13}")
    looks = {end: looked(photo) for end, photo in held.items()}
    for change in (name for name in CHANGES if any(part in name for part in ASKED)):
        ranks, bits = [], []
        for seed in range(told.rounds):
            for at, (end, photo) in enumerate(held.items()):
                look = looked(reposted(photo, CHANGES[change][1], 7919 * seed + at))
                if not (look.upright and looks[end].upright):
                    continue
                mine = [(end, one.bits) for one in looks[end].upright]
                filed = mine + [(f"{kin}-{n}", one) for n, (kin, one) in enumerate(parts) if kin != family(end)]
                order = nearest_items(look, filed, len(filed))
                ranks.append(order.index(end))
                least = min(
                    (int.from_bytes(a.bits) ^ int.from_bytes(b)).bit_count() for _, _, a in look.asked for _, b in mine
                )
                bits.append(least)
        near, rank = np.array(bits), np.array(ranks)
        shares = [100 * np.mean(part) for part in (near <= SAME_PICTURE_BITS, rank < CANDIDATES, rank < 1000)]
        print(
            f"{change:26}{len(rank):7}{shares[0]:7.1f}%{shares[1]:13.1f}%{shares[2]:7.1f}%{np.median(near):13.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
