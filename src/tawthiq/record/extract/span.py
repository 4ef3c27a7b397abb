"""Spans: the exact place of words in a text, or of a cell in a workbook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError("a span runs forward from zero or later")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlap_chars(self, other: Span) -> int:
        """How many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def iou(self, other: Span) -> float:
        """Shared code points over all code points of both, 0 to 1."""
        shared = self.overlap_chars(other)
        union = len(self) + len(other) - shared
        return shared / union if union else 1.0

    def gap_chars(self, other: Span) -> int:
        """Code points between the two; 0 when they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)


@dataclass(frozen=True, slots=True, order=True)
class CellSpan:
    """One cell (`cell` as A1-style name or column name), or a whole row where `cell` is empty. `row` counts from 1."""

    file: str
    sheet: str
    row: int
    cell: str = ""
