"""PDQ: identical bits and images a second beside pdqhash, and what hashing adds to decoding.

python benchmarks/compare_pdq.py --photos FOLDER...
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import numpy as np
import pdqhash
from compare_photos import DEV, HELD_OUT, find, load
from PIL import Image

from tawthiq.record.compare.pdq import Turn, pdq, turns
from tawthiq.record.compare.pixels import read_pixels, shrink

Rgb = np.ndarray
Given = TypeVar("Given")


def cpu_s(work: Callable[[Given], object], every: Sequence[Given], rounds: int = 3) -> float:
    """Least CPU seconds of a few rounds over all that is given."""
    spent = []
    for _ in range(rounds):
        begun = time.process_time()
        for one in every:
            work(one)
        spent.append(time.process_time() - begun)
    return min(spent)


def identical(photos: Sequence[Rgb]) -> None:
    same = turned = 0
    for photo in photos:
        vector, quality = pdqhash.compute(photo.copy())
        own = pdq(photo)
        same += np.packbits(vector.astype(np.uint8)).tobytes() == own.bits and quality == own.quality
        vectors, _ = pdqhash.compute_dihedral(photo.copy())
        hashes = turns(photo).values()
        turned += all(
            np.packbits(one.astype(np.uint8)).tobytes() == two.bits for one, two in zip(vectors, hashes, strict=True)
        )
    print(f"bits and quality identical to pdqhash: {same} of {len(photos)} photographs; all eight turns: {turned}")


def speed(photos: Sequence[Rgb]) -> None:
    print(f"{'pixels':>12}{'pdqhash/s':>12}{'own/s':>10}{'ratio':>8}{'own, 8 turns/s':>16}")
    for longest in (1600, 512, 256):
        sized = [shrink(photo, longest) for photo in photos]
        peer, own = cpu_s(pdqhash.compute, sized), cpu_s(pdq, sized)
        eight = cpu_s(lambda one: turns(one, tuple(Turn)), sized)
        n = len(sized)
        print(f"{longest:>9} px{n / peer:12.0f}{n / own:10.0f}{peer / own:8.2f}{n / eight:16.0f}")


def beside_decoding(photos: Sequence[Rgb]) -> None:
    files = []
    for photo in photos:
        put = BytesIO()
        Image.fromarray(photo).save(put, "JPEG", quality=85)
        files.append(put.getvalue())
    decode = cpu_s(lambda raw: Image.open(BytesIO(raw)).convert("RGB"), files)
    whole = cpu_s(lambda raw: pdq(read_pixels(BytesIO(raw)).rgb), files)
    n = len(files)
    print(f"JPEG files of 1,600 px: decode alone {n / decode:.0f}/s; decode, shrink and PDQ {n / whole:.0f}/s")
    print(f"rate with PDQ: {100 * decode / whole:.0f} % of decode alone")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--photos", nargs="*", type=Path, default=[])
    asked.add_argument("--many", type=int, default=60)
    told = asked.parse_args()
    paths = find(told.photos, [*HELD_OUT, *DEV])
    photos = [load(path) for path in list(paths.values())[: told.many]]
    identical(photos)
    speed(photos[:40])
    beside_decoding(photos[:40])


if __name__ == "__main__":
    main()
