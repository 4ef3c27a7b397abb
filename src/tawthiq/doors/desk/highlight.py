"""Highlight: a text cut at the edges of its statements, so that each piece can be shown with what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tawthiq.record.extract.document import Block, BlockKind, Document
from tawthiq.record.extract.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered stretch. `n`: its number on the page from 1; `kind`: for its look; `decided`, `here`: its state."""

    n: int
    thing: str
    span: Span
    kind: str
    decided: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one set of marks. `begins`: the marks whose first words these are."""

    words: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the shortest mark, the one that says most; empty where none stands."""
        return min(self.marks, key=lambda mark: len(mark.span)).kind if self.marks else ""

    @property
    def here(self) -> bool:
        """True when the statement under review stands on these words."""
        return any(mark.here for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the text in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def passages_of(document: Document, marks: Iterable[Mark]) -> list[Passage]:
    """The text block by block; words between blocks are passages too, so that nothing of the text is left out."""
    marks = sorted(marks, key=lambda mark: (mark.span, mark.n))
    return [
        Passage(block.kind.value, pieces_of(document.text, block.span, _on(block.span, marks)))
        for block in _whole(document)
    ]


def pieces_of(text: str, part: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """`part` of the text, cut wherever a mark begins or ends."""
    inner = {edge for mark in marks for edge in (mark.span.start, mark.span.end) if part.start < edge < part.end}
    edges = [part.start, *sorted(inner), part.end]
    return tuple(
        Piece(text[start:end], _on(Span(start, end), marks), _beginning(Span(start, end), part, marks))
        for start, end in pairwise(edges)
        if end > start
    )


def _on(part: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.span.overlap_chars(part))


def _beginning(piece: Span, part: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """A mark that began in an earlier block is numbered there, not again."""
    return tuple(mark for mark in marks if mark.span.start == piece.start >= part.start)


def _whole(document: Document) -> list[Block]:
    """The blocks with the gaps between them that hold words."""
    found: list[Block] = []
    end = 0
    for block in (*document.blocks, Block(BlockKind.PARAGRAPH, Span(len(document.text), len(document.text)))):
        gap = Span(end, max(end, block.span.start))
        if gap.of(document.text).strip():
            found.append(Block(BlockKind.PARAGRAPH, gap))
        if len(block.span):
            found.append(block)
        end = max(end, block.span.end)
    return found
