"""Highlight: a text cut at the edges of its statements, so that each piece can be shown with what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.record.extract.document import Block, BlockKind, Document
from tawthiq.record.extract.span import Span

_LINE_END = re.compile("\r\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered stretch. `n`: its number on the page from 1; `kind`: for its look; `status`: where it stands, a code;

    `here`: it is the one under review; `thing`: its id, empty for words that a person has just selected.
    """

    n: int
    thing: str
    span: Span
    kind: str
    status: str = "candidate"
    here: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Words that a field of the card was read from. `sort`: cue, source, hedge, number, party, place, time."""

    sort: str
    span: Span

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return anchor_of(self.span)


def anchor_of(span: Span) -> str:
    """Where on a page the words of a span can be jumped to."""
    return f"w{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one set of marks. `begins`: the marks whose first words these are; `points`: what was read from them;

    `opens`: the addresses of the points whose first words these are; `start`: their place in the text.
    """

    words: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    points: tuple[Point, ...] = ()
    opens: tuple[str, ...] = ()
    start: int = 0

    @property
    def kind(self) -> str:
        """The kind of the shortest mark, the one that says most; empty where none stands."""
        return min(self.marks, key=lambda mark: len(mark.span)).kind if self.marks else ""

    @property
    def sorts(self) -> str:
        """What was read from these words, as classes for their look."""
        return " ".join(f"w-{sort}" for sort in sorted({point.sort for point in self.points}))

    @property
    def here(self) -> bool:
        """True when the statement under review stands on these words."""
        return any(mark.here for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the text in pieces. `language`: its own where it is another than the text's."""

    kind: str
    pieces: tuple[Piece, ...]
    page: int = 0
    language: str = ""


def passages_of(
    document: Document, marks: Iterable[Mark], points: Iterable[Point] = (), shown: Span | None = None
) -> list[Passage]:
    """The text block by block; words between blocks are passages too, so that nothing of the text is left out.

    `shown`: the stretch that the blocks are of, the whole text by default.
    """
    marks, points = sorted(marks, key=lambda mark: (mark.span, mark.n)), sorted(points, key=lambda one: one.span)
    return [
        Passage(
            block.kind.value,
            pieces_of(document.text, block.span, _on(block.span, marks), _pointed(block.span, points)),
            block.page,
            block.language,
        )
        for block in _whole(document, shown)
    ]


def pieces_of(text: str, part: Span, marks: Sequence[Mark], points: Sequence[Point] = ()) -> tuple[Piece, ...]:
    """`part` of the text, cut wherever a mark or a point begins or ends; and behind line ends of two characters,

    which a browser shows as one: within a piece it counts as the text does.
    """
    spans = [*(mark.span for mark in marks), *(point.span for point in points)]
    lines = {match.end() for match in _LINE_END.finditer(text, part.start, part.end)}
    inner = {edge for span in spans for edge in (span.start, span.end)} | lines
    edges = [part.start, *sorted(edge for edge in inner if part.start < edge < part.end), part.end]
    return tuple(_piece(text, Span(start, end), part, marks, points) for start, end in pairwise(edges) if end > start)


def _piece(text: str, piece: Span, part: Span, marks: Sequence[Mark], points: Sequence[Point]) -> Piece:
    opens = dict.fromkeys(one.anchor for one in points if one.span.start == piece.start)
    return Piece(
        piece.of(text),
        _on(piece, marks),
        _beginning(piece, part, marks),
        _pointed(piece, points),
        tuple(opens),
        piece.start,
    )


def _pointed(part: Span, points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(point for point in points if point.span.overlap_chars(part))


def _on(part: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.span.overlap_chars(part))


def _beginning(piece: Span, part: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """A mark that began in an earlier block is numbered there, not again."""
    return tuple(mark for mark in marks if mark.span.start == piece.start >= part.start)


def _whole(document: Document, shown: Span | None = None) -> list[Block]:
    """The blocks with the gaps between them that hold words."""
    found: list[Block] = []
    part = shown or Span(0, len(document.text))
    end = part.start
    for block in (*document.blocks, Block(BlockKind.PARAGRAPH, Span(part.end, part.end))):
        gap = Span(end, max(end, block.span.start))
        if gap.of(document.text).strip():
            found.append(Block(BlockKind.PARAGRAPH, gap))
        if len(block.span):
            found.append(block)
        end = max(end, block.span.end)
    return found
