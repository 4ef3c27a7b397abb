"""The document: the text of one item as extractors read it, with its way back to the preserved bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Doubt
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
    HIDDEN = "hidden"


LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
"""What stands below a line that leads it in."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind. `page` counts from 1 where the item has pages, 0 elsewhere; `language`: its own where it
    is another than the document's, else empty."""

    kind: BlockKind
    span: Span
    page: int = 0
    language: str = ""


@dataclass(slots=True)
class Runs:
    """Stretches of a text in order: where each starts, how many characters it has, the characters of the source that it
    came from. A stretch that is as long as its source came from it letter for letter; neighbours of that sort are one.
    """

    starts: array[int] = field(default_factory=lambda: array("Q"))
    lengths: array[int] = field(default_factory=lambda: array("Q"))
    lows: array[int] = field(default_factory=lambda: array("Q"))
    highs: array[int] = field(default_factory=lambda: array("Q"))

    def add(self, start: int, n_chars: int, low: int, high: int) -> None:
        """`n_chars` characters from `start` on came from `low` to `high` (exclusive) of the source."""
        if n_chars == high - low and self.starts and self._goes_on(start, low):
            self.lengths[-1] += n_chars
            self.highs[-1] = high
            return
        for row, value in zip(self._rows(), (start, n_chars, low, high), strict=True):
            row.append(value)

    def behind(self, other: Runs, at: int) -> None:
        """Those of another text, put behind this one's at a place."""
        for row, more in zip(self._rows(), other._rows(), strict=True):
            row.extend(more if row is not self.starts else array("Q", (start + at for start in more)))

    def source_of(self, offset: int) -> tuple[int, int]:
        """The characters of the source (end exclusive) that one character of the text came from."""
        at = max(0, bisect_right(self.starts, offset) - 1)
        low, high, n_chars = self.lows[at], self.highs[at], self.lengths[at]
        if high - low != n_chars:
            return low, high
        place = low + min(offset - self.starts[at], n_chars - 1)
        return place, place + 1

    def _goes_on(self, start: int, low: int) -> bool:
        n_chars = self.lengths[-1]
        plain = n_chars == self.highs[-1] - self.lows[-1]
        return plain and self.highs[-1] == low and self.starts[-1] + n_chars == start

    def _rows(self) -> tuple[array[int], ...]:
        return self.starts, self.lengths, self.lows, self.highs


_STEP_CHARS = 1024


@dataclass(frozen=True, slots=True)
class TextOffsets:
    """From code points of a text to bytes of the file that it is, letter for letter, behind `skipped_bytes`.

    `encoding`: one in which a letter has the same bytes wherever it stands. One number is kept for every thousand
    characters: a place for each would be larger than an Arabic text itself.
    """

    text: str = field(repr=False)
    skipped_bytes: int = 0
    encoding: str = "utf-8"
    _bytes_at: array[int] = field(init=False, repr=False, compare=False, default_factory=lambda: array("Q"))

    def __post_init__(self) -> None:
        at = self.skipped_bytes
        for start in range(0, len(self.text) + 1, _STEP_CHARS):
            self._bytes_at.append(at)
            at += self._length(start, start + _STEP_CHARS)

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """Byte offsets (end exclusive) that hold the span's words; None for no words."""
        return (self.byte(span.start), self.byte(span.end)) if len(span) else None

    def byte(self, offset: int) -> int:
        """The byte at which a code point begins."""
        mark = offset // _STEP_CHARS
        return self._bytes_at[mark] + self._length(mark * _STEP_CHARS, offset)

    def _length(self, start: int, end: int) -> int:
        return len(self.text[start:end].encode(self.encoding, "surrogatepass"))


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From code points of a text to bytes of the file whose decoded `source` it was taken from; nothing to say where
    the format has no byte order (PDF)."""

    runs: Runs = field(default_factory=Runs, repr=False)
    source: TextOffsets | None = field(default=None, repr=False)

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """Byte offsets (end exclusive) that hold the span's words; None where the format has none."""
        if self.source is None or not self.runs.starts or not len(span):
            return None
        first, last = self.runs.source_of(span.start)[0], self.runs.source_of(span.end - 1)[1]
        return self.source.byte(first), self.source.byte(last)


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
    warnings: tuple[Doubt, ...] = ()

    def page_of(self, span: Span) -> int:
        """The page on which the span begins, from 1; 0 where the item has no pages."""
        at = bisect_right(self.blocks, span.start, key=lambda block: block.span.start)
        return self.blocks[at - 1].page if at else 0
