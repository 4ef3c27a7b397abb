"""Placing: where the words of a kept statement stand in its text as it is read today.

A statement keeps its place as the reader of its day counted it. A later reader may leave out or put in words before it;
then the words are looked for, and whoever shows them must say so.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawthiq.record.extract.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """`span`: where the words stand; `by`: so many code points behind the place that was kept."""

    span: Span
    by: int = 0

    @property
    def moved(self) -> bool:
        """True when they stand elsewhere than was kept."""
        return self.by != 0

    def inside(self, span: Span) -> Span | None:
        """Where a part of those words stands; None for words outside them, which need not have moved with them."""
        if not self.moved:
            return span
        found = Span(max(0, span.start + self.by), max(0, span.end + self.by))
        return found if self.span.holds(found) else None


def place_of(quote: str, kept: Span, text: str) -> Place | None:
    """The kept place if those words stand there, else the nearest where they do; None where they stand nowhere."""
    if kept.of(text) == quote:
        return Place(kept)
    before, behind = text.rfind(quote, 0, kept.start + len(quote)), text.find(quote, kept.start)
    starts = [at for at in (before, behind) if at >= 0]
    if not quote or not starts:
        return None
    start = min(starts, key=lambda at: abs(at - kept.start))
    return Place(Span(start, start + len(quote)), start - kept.start)
