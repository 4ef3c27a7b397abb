"""Extraction: quantities beside quantulum3, quotations beside textacy, words a second, memory over a long corpus.

    python -m venv peers && peers/bin/pip install -e '.[nlp]' quantulum3==0.10.0 textacy==0.13.0
    peers/bin/python benchmarks/extract_speed.py [--texts evaluation/texts] [--words 1000000]

All sides read the same texts in the same run; a peer that is not installed is left out and said to be. A quantity is
right when value and comparator are; quantulum3 keeps no comparator, so its values alone are counted beside. A speaker
is right when he shares a word with the annotated source of a quoted statement. The corpus is those texts' paragraphs,
drawn anew with a seed, read twice: the second reading must give the same statements, or it fails.
Bars: rules 8,000 words/s and 150 MB, with spaCy 1,000 words/s, one core.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.evaluation.gold import GoldText
from tawthiq.record.extract.evaluation.harness import load_texts
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.extractors.rules_spacy import RulesWithSpacy
from tawthiq.record.extract.extractors.spacy_model import model_folder
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.record.extract.page.quotations import quotations_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.errors import NotFound
from tawthiq.terms.when import parse_when

Amounts = Counter[tuple[str, Fraction]]


def resident_mb() -> float:
    """Memory of this process now, in millions of bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def document_of(text: GoldText) -> Document:
    return document_of_text("itm_bench", text.text, text.published_on, text.language)


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
    return Counter(
        (item.quantity.comparator.value, Fraction(round(value * 10), 10))
        for one in rules.extract(document_of(text))
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


def quoted(text: GoldText) -> list[tuple[Span, frozenset[str]]]:
    """(span, words of its source) of each annotated statement that stands inside quotation marks."""
    outer = [item.outer for item in quotations_of(text.text, document_of(text).blocks)]
    return [
        (one.span, words_of(one.source))
        for one in text.statements
        if one.source not in ("document", "unnamed")
        and any(mark.start <= one.span.start and one.span.end <= mark.end for mark in outer)
    ]


def words_of(name: str) -> frozenset[str]:
    """Words that can tell one speaker from another."""
    return frozenset(token.form for token in tokens_of(name) if token.sort == "w" and len(token.form) > 2) - {"the"}


Spoken = list[tuple[Span, frozenset[str]]]


def spoken_by_rules(rules: Rules, text: GoldText) -> Spoken:
    return [
        (one.span, words_of(one.chain[-1].actor))
        for one in rules.extract(document_of(text))
        if isinstance(one.span, Span) and len(one.chain) > 1
    ]


def spoken_by_textacy(extract: Any, pipeline: Any, text: GoldText) -> Spoken:
    """Nothing of a text that it cannot read: it raises ValueError on an odd number of marks."""
    try:
        found = list(extract.direct_quotations(pipeline(text.text)))
    except ValueError:
        return []
    return [
        (Span(one.content.start_char, one.content.end_char), words_of(" ".join(map(str, one.speaker)))) for one in found
    ]


def speakers(name: str, texts: Sequence[GoldText], read: Callable[[GoldText], Spoken]) -> None:
    """Of the annotated quoted statements, how many have their speaker."""
    started = time.process_time()
    found = [read(text) for text in texts]
    seconds = time.process_time() - started
    wanted = [(span, who, given) for text, given in zip(texts, found, strict=True) for span, who in quoted(text)]
    right = sum(
        any(span.overlap_chars(other) * 2 > len(span) and who & said for other, said in given)
        for span, who, given in wanted
    )
    words = sum(len(text.text.split()) for text in texts)
    print(f"{name}: {words / seconds:.0f} words/s, speaker of a quoted statement {right} of {len(wanted)}")


def beside_textacy(rules: Rules, texts: Sequence[GoldText]) -> None:
    speakers("rules, English quotations", texts, lambda text: spoken_by_rules(rules, text))
    try:
        extract = importlib.import_module("textacy.extract")
        pipeline = importlib.import_module("spacy").load(model_folder())
    except (ImportError, OSError, NotFound):
        print("textacy: not installed here")
        return
    speakers("textacy, English quotations", texts, lambda text: spoken_by_textacy(extract, pipeline, text))


def with_spacy(texts: Sequence[GoldText]) -> None:
    reader = RulesWithSpacy()
    try:
        reader.extract(document_of(texts[0]))
    except NotFound:
        print("rules+spacy: not installed here")
        return
    measure("rules+spacy, English", texts, lambda text: by_rules(reader, text))


def drawn(texts: Sequence[GoldText], n_words: int, seed: int) -> Iterator[Document]:
    """Documents of ten paragraphs of one language, drawn anew, until there are so many words."""
    rng, done, number = random.Random(seed), 0, 0
    paragraphs = {
        language: [part for text in texts if text.language == language for part in text.text.split("\n\n")]
        for language in sorted({text.language for text in texts})
    }
    while done < n_words:
        language = rng.choice(list(paragraphs))
        words = "\n\n".join(rng.choices(paragraphs[language], k=10))
        yield document_of_text(f"itm_{number}", words, parse_when("2021-03-03"), language)
        done, number = done + len(words.split()), number + 1


def read_corpus(rules: Rules, texts: Sequence[GoldText], n_words: int) -> str:
    """SHA-256 of every statement of the corpus; prints words a second and memory as it goes on."""
    started, done, statements, seen = time.process_time(), 0, 0, hashlib.sha256()
    step = max(1, n_words // 5)
    for document in drawn(texts, n_words, seed=1):
        found = rules.extract(document)
        seen.update("".join(one.id for one in found).encode())
        statements += len(found)
        before, done = done, done + len(document.text.split())
        if before // step != done // step:
            rate = done / (time.process_time() - started)
            print(f"{done} words, {statements} statements, {rate:.0f} words/s, {resident_mb():.0f} MB", flush=True)
    return seen.hexdigest()


def corpus(rules: Rules, texts: Sequence[GoldText], n_words: int) -> None:
    first, second = (read_corpus(rules, texts, n_words) for _ in range(2))
    print(
        f"two readings of {n_words} words: {'the same statements' if first == second else 'DIFFERENT'} ({first[:16]})"
    )
    if first != second:
        raise SystemExit(1)


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
        classifier: Any = importlib.import_module("quantulum3.classifier")
        classifier.USE_CLF = False
        measure("quantulum3, English", english, lambda text: by_quantulum(quantulum, text))
    except ImportError:
        print("quantulum3: not installed here")
    with_spacy(english)
    beside_textacy(rules, english)
    corpus(rules, texts, chosen.words)


if __name__ == "__main__":
    main()
