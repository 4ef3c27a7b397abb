"""One long text through the whole command: kept, read part by part as a job's steps, its statements filed.

    python benchmarks/extract_long.py [--megabytes 50] [--texts evaluation/texts]

The text is made of paragraphs of the invented texts, drawn with a seed. Printed: words and statements, processor
seconds, words a second of the whole command (start, parts, ledger lines, filing), its peak memory. The peer is the
extractor alone over the same text in this process. Bars: nothing lost (every part is noted as read), memory below
1 GiB; the ledger is verified at the end.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tawthiq.record.extract.evaluation.harness import load_texts
from tawthiq.record.extract.extractors.rules import Rules
from tawthiq.record.extract.from_bytes.reading import document_of_text
from tawthiq.terms.when import parse_when

MIB = 1024


def long_text(folder: Path, n_bytes: int) -> str:
    """English paragraphs drawn anew, so many bytes of them."""
    paragraphs = [
        part for text in load_texts(folder) if text.language == "en" and text.part != "held"
        for part in text.text.split("\n\n")
    ]  # fmt: skip
    rng, parts, size = random.Random(1), [], 0
    while size < n_bytes:
        parts.append(rng.choice(paragraphs))
        size += len(parts[-1].encode()) + 2
    return "\n\n".join(parts)


def said(home: Path, *words: str) -> dict[str, Any]:
    """The JSON document of a command."""
    told = subprocess.run(
        [sys.executable, "-m", "tawthiq", *words, "--home", str(home), "--json"], check=True, capture_output=True
    )
    document: dict[str, Any] = json.loads(told.stdout)
    return document


def alone_s(text: str, n_chars: int) -> float:
    """Processor seconds of the extractor alone, measured on a beginning of the text and carried on to all of it."""
    rules, part = Rules(), text[:n_chars]
    rules.extract(document_of_text("itm_x", part[:2000], parse_when("2021-03-03"), "en"))
    began = time.process_time()
    rules.extract(document_of_text("itm_x", part, parse_when("2021-03-03"), "en"))
    return (time.process_time() - began) * len(text) / len(part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--texts", type=Path, default=Path("evaluation/texts"))
    chosen = parser.parse_args()
    text = long_text(chosen.texts, int(chosen.megabytes * 1e6))
    words = len(text.split())
    peer_s = alone_s(text, 1_000_000)
    with tempfile.TemporaryDirectory(prefix="tawthiq-benchmark-") as folder:
        home, file = Path(folder) / "home", Path(folder) / "long.txt"
        file.write_text(text, "utf-8")
        item = said(home, "item", "add", str(file))["items"][0]["item"]
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        before = used.ru_utime + used.ru_stime
        document = said(home, "extract", str(item))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = used.ru_utime + used.ru_stime - before
        verified = said(home, "audit", "verify")
    print(f"{len(text.encode()) / 1e6:.1f} MB, {words} words, {document['n_statements']} statements: {spent:.0f} s CPU")
    times = spent / peer_s
    print(
        f"  {words / spent:.0f} words/s; the extractor alone {words / peer_s:.0f} words/s, {times:.2f} times less time"
    )
    print(f"  peak memory {used.ru_maxrss / MIB:.0f} MiB; ledger {verified}")


if __name__ == "__main__":
    main()
