"""Window: as much of a text as a page can show, around a place in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawthiq.record.extract.document import Document
from tawthiq.record.extract.span import Span

MOST_CHARS = 60_000


@dataclass(frozen=True, slots=True)
class Window:
    """`document`: the whole text with those blocks alone that are shown; `span`: the stretch of it that is shown.

    `earlier`, `later`: places to show next, None at either end of the text.
    """

    document: Document
    span: Span
    earlier: int | None = None
    later: int | None = None

    @property
    def is_part(self) -> bool:
        """True when the text goes on before or behind."""
        return self.earlier is not None or self.later is not None


def window_on(document: Document, at: int, most: int = MOST_CHARS) -> Window:
    """The whole text where it is short, else the blocks near the place, cut to what a page can show."""
    length = len(document.text)
    if length <= most:
        return Window(document, Span(0, length))
    low = max(0, min(at - most // 2, length - most))
    near = Span(low, low + most)
    blocks = (replace(one, span=_cut(one.span, near)) for one in document.blocks if one.span.overlap_chars(near))
    earlier = max(0, low - most // 2) if low else None
    later = near.end + most // 2 if near.end < length else None
    return Window(replace(document, blocks=tuple(blocks)), near, earlier, later)


def _cut(span: Span, near: Span) -> Span:
    return Span(max(span.start, near.start), min(span.end, near.end))
