"""Near-identical texts: recall by kind of change, false links, texts a second. All texts are invented.

python benchmarks/compare_texts.py [--texts 4000]
Base texts are drawn from 5,000 invented words with word frequencies as in languages (Zipf), 20 to 120 words each.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import numpy as np

from tawthiq.record.compare.copy import CopyKind
from tawthiq.record.compare.near_text import near_texts, read_text
from tawthiq.terms.identity import Kind, make_id

Change = Callable[[list[str], np.random.Generator], list[str]]


def word(number: int) -> str:
    """An invented word of letters only."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def edited(words: list[str], rng: np.random.Generator, share: float) -> list[str]:
    return [f"other{word(int(rng.integers(0, 9999)))}" if rng.random() < share else one for one in words]


def renumbered(words: list[str], rng: np.random.Generator) -> list[str]:
    at = int(rng.integers(0, len(words)))
    return [*words[:at], str(rng.integers(10, 99)), *words[at + 1 :]]


CHANGES: dict[str, Change] = {
    "forwarded, words before and after": lambda words, _: [
        "forwarded",
        "from",
        "a",
        "channel",
        *words,
        "share",
        "this",
    ],
    "shortened to its first half": lambda words, _: words[: max(12, len(words) // 2)],
    "5 % of the words changed": lambda words, rng: edited(words, rng, 0.05),
    "10 % of the words changed": lambda words, rng: edited(words, rng, 0.10),
    "inside another text": lambda words, rng: [*(word(int(n)) for n in rng.integers(0, 5000, 80)), *words],
    "one word became a number": renumbered,
}


def item(name: str) -> str:
    return make_id(Kind.ITEM, ["benchmark", name])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--texts", type=int, default=4000)
    told = asked.parse_args()
    rng = np.random.default_rng(17)
    chances = 1 / np.arange(1, 5001)
    bases = [
        [word(int(n)) for n in rng.choice(5000, int(rng.integers(20, 120)), p=chances / chances.sum())]
        for _ in range(told.texts)
    ]
    texts = {item(f"base {n}"): " ".join(words) for n, words in enumerate(bases)}
    planted: dict[frozenset[str], str] = {}
    for number in range(0, told.texts, 4):
        name = list(CHANGES)[number // 4 % len(CHANGES)]
        copied = item(f"copy {number}")
        texts[copied] = " ".join(CHANGES[name](bases[number], rng))
        planted[frozenset((item(f"base {number}"), copied))] = name
    begun = time.perf_counter()
    found = {
        frozenset(copy.pair): copy.kind for copy in near_texts(read_text(one, text) for one, text in texts.items())
    }
    spent = time.perf_counter() - begun
    print(f"{len(texts)} texts compared in {spent:.1f} s, {len(texts) / spent:.0f} a second")
    for name in CHANGES:
        kinds = [found.get(pair) for pair, made in planted.items() if made == name]
        near, possible = kinds.count(CopyKind.NEAR_TEXT), kinds.count(CopyKind.POSSIBLE)
        print(f"{name:36} near text {100 * near / len(kinds):5.1f} %, possible {100 * possible / len(kinds):5.1f} %")
    wrong = [kind for pair, kind in found.items() if pair not in planted]
    print(f"links that were not planted: {len(wrong)} of {len(texts) * (len(texts) - 1) // 2} pairs")


if __name__ == "__main__":
    main()
