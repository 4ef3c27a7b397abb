"""The document: the text of one item as extractors read it, with its way back to the preserved bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.record.extract.span import Span
from tawthiq.terms.when import When


class BlockKind(StrEnum):
    """What a stretch of text is on its page; sentences never cross from one to another."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    POST = "post"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind. `page` counts from 1 where the item has pages, 0 elsewhere."""

    kind: BlockKind
    span: Span
    page: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """`n_chars` code points from `text_start` on came from bytes `byte_start` to `byte_end` of the preserved file."""

    text_start: int
    n_chars: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From code points of the text to bytes of the preserved file. Empty where the format has no byte order (PDF)."""

    runs: tuple[Run, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(run.text_start for run in self.runs))

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """Byte offsets (end exclusive) that hold the span's words; None where the format has none."""
        if not self.runs or not len(span):
            return None
        first, last = self._run(span.start), self._run(span.end - 1)
        return _byte_at(first, span.start)[0], _byte_at(last, span.end - 1)[1]

    def _run(self, offset: int) -> Run:
        return self.runs[max(0, bisect_right(self._starts, offset) - 1)]


def _byte_at(run: Run, offset: int) -> tuple[int, int]:
    n_bytes = run.byte_end - run.byte_start
    if run.n_chars and n_bytes % run.n_chars == 0:
        width = n_bytes // run.n_chars
        start = run.byte_start + (min(offset, run.text_start + run.n_chars - 1) - run.text_start) * width
        return start, start + width
    return run.byte_start, run.byte_end


_STEP_CHARS = 1024


@dataclass(frozen=True, slots=True)
class TextOffsets:
    """The same for a text that is its file, letter for letter: UTF-8, or UTF-16 when `wide`, behind `skipped_bytes`.

    One number is kept for every thousand characters: a map of runs would be larger than an Arabic text itself.
    """

    text: str = field(repr=False)
    skipped_bytes: int = 0
    wide: bool = False
    _bytes_at: array[int] = field(init=False, repr=False, compare=False, default_factory=lambda: array("Q"))

    def __post_init__(self) -> None:
        at = self.skipped_bytes
        for start in range(0, len(self.text) + 1, _STEP_CHARS):
            self._bytes_at.append(at)
            at += self._length(start, start + _STEP_CHARS)

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """Byte offsets (end exclusive) that hold the span's words; None for no words."""
        return (self._byte(span.start), self._byte(span.end)) if len(span) else None

    def _byte(self, offset: int) -> int:
        mark = offset // _STEP_CHARS
        return self._bytes_at[mark] + self._length(mark * _STEP_CHARS, offset)

    def _length(self, start: int, end: int) -> int:
        return len(self.text[start:end].encode("utf-16-le" if self.wide else "utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Document:
    """`text` in code points; `blocks` in order, never overlapping; `language` en, fr, es, ar or "und".

    `published_on`: the day the item came out, None when nobody knows; then relative dates stay unresolved.
    """

    item_id: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    published_on: When | None = None
    offsets: OffsetMap | TextOffsets = OffsetMap()
    warnings: tuple[str, ...] = ()

    def page_of(self, span: Span) -> int:
        """The page on which the span begins, from 1; 0 where the item has no pages."""
        at = bisect_right(self.blocks, span.start, key=lambda block: block.span.start)
        return self.blocks[at - 1].page if at else 0
