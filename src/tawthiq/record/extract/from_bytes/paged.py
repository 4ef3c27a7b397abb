"""Paged: the pages of a PDF as one text; what is printed at the head or foot of page after page is furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from tawthiq.record.extract.document import Block, BlockKind, OffsetMap
from tawthiq.record.extract.from_bytes.markup import Read
from tawthiq.record.extract.from_bytes.plain import SOFT_HYPHEN, blocks_of
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt

_GAP = "\n\n"
_EDGE_LINES = 2
_FEWEST_PAGES = 3
_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(
    r"\W*(?:(?:page|página|pág\.|صفحة|الصفحة)\s*)?\d{1,4}(?:\s*(?:/|of|sur|de|من)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CUT_WORDS = str.maketrans({"\x02": SOFT_HYPHEN, "\ufffe": SOFT_HYPHEN})
"""What PDFium puts where a word is cut at the end of a line."""


def read_pages(pages: Sequence[str], n_pages: int = 0) -> Read:
    """Text page by page; blocks know their page, bytes cannot be told (a PDF has no order of its own).

    `n_pages`: how many the document has, where there are more of them.
    """
    texts = [page.replace("\r\n", "\n").translate(_CUT_WORDS) for page in pages]
    edges = [_edges(text) for text in texts]
    words = [{line.of(text) for line in lines} for text, lines in zip(texts, edges, strict=True)]
    printed = Counter(chain.from_iterable(words))
    often = {words for words, n_pages in printed.items() if n_pages >= _FEWEST_PAGES}
    blocks: list[Block] = []
    at = 0
    for number, (text, lines) in enumerate(zip(texts, edges, strict=True), start=1):
        aside = [line for line in lines if line.of(text) in often or _NUMBERED.fullmatch(line.of(text))]
        blocks += [
            Block(one.kind, Span(one.span.start + at, one.span.end + at), number) for one in _blocks(text, aside)
        ]
        at += len(text) + len(_GAP)
    left = (Doubt("pages_not_read", f"{len(pages) + 1} to {n_pages}"),) if n_pages > len(pages) else ()
    return Read(_GAP.join(texts), tuple(blocks), OffsetMap(), left)


def _edges(text: str) -> list[Span]:
    """The lines at the head and foot of a page."""
    lines = [Span(found.start(), found.end()) for found in _LINE.finditer(text) if found.group().strip()]
    return list(dict.fromkeys([*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]))


def _blocks(text: str, aside: Sequence[Span]) -> Iterator[Block]:
    """The blocks of a page between the lines that are set aside."""
    start = 0
    for line in [*sorted(aside), Span(len(text), len(text))]:
        for one in blocks_of(text[start : line.start]):
            yield Block(one.kind, Span(one.span.start + start, one.span.end + start))
        if len(line):
            yield Block(BlockKind.FURNITURE, line)
        start = line.end
