"""HTML as text: blocks typed by their tags, every character mapped to the bytes it came from."""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from tawthiq.record.extract.document import Block, BlockKind, OffsetMap, TextOffsets
from tawthiq.record.extract.from_bytes.flowing import Flow
from tawthiq.record.extract.from_bytes.hiding import LAID_BARE, Hiding, hiding_of
from tawthiq.record.extract.from_bytes.plain import split_credit
from tawthiq.record.extract.from_bytes.tags import (
    DROPPED,
    HANDED_DOWN,
    HOLDS,
    OF_HEAD,
    STAND_ALONE,
    VOID,
    ends_before,
    kind_of,
)
from tawthiq.record.extract.statement import Doubt

_PIECE = re.compile(r"\S+(?: \S+)*|\s+")
MOST_OPEN = 512
"""Elements that stand in one another, as deep as browsers go; what lies deeper is read as words of the deepest."""


@dataclass(frozen=True, slots=True)
class Read:
    """Text, typed blocks, offset map of one file. `doubts`: what of it is not read, and why."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap | TextOffsets
    doubts: tuple[Doubt, ...] = ()


def read_html(source: str, encoding: str = "utf-8", skipped_bytes: int = 0) -> Read:
    """The text of a page as a reader sees it, what the page hides behind it as blocks of a kind of their own.

    `source`: decoded file; scripts and styles are left out, menus kept as furniture; runs of white space become one
    space.
    """
    parser = _Reader(source)
    parser.feed(source)
    parser.close()
    parser.shown.end_block()
    parser.hidden.end_block()
    shown = parser.shown
    doubts = tuple(_doubts(parser))
    shown.behind(parser.hidden)
    text = "".join(shown.parts)
    offsets = OffsetMap(shown.runs, TextOffsets(source, skipped_bytes, encoding))
    return Read(text, tuple(_with_credits(text, shown.blocks)), offsets, doubts)


def _doubts(parser: _Reader) -> Iterator[Doubt]:
    n_words = sum(len(part.split()) for part in parser.hidden.parts)
    if n_words:
        yield Doubt("hidden_text", f"{n_words} words in {len(parser.hidden.blocks)} places")
    if parser.n_too_deep:
        yield Doubt("nested_too_deep", f"{parser.n_too_deep} elements below {MOST_OPEN} others")


def _with_credits(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        body, credit = split_credit(text, block.span) if block.kind is BlockKind.CAPTION else (block.span, None)
        if len(body):
            yield Block(block.kind, body)
        if credit:
            yield Block(BlockKind.CREDIT, credit)


@dataclass(slots=True)
class _Open:
    """An element that is open. `kind`: None for one inside a line."""

    tag: str
    kind: BlockKind | None
    hides: Hiding


class _Reader(HTMLParser):
    """Sorts the words of a page into what is shown and what is hidden, each with its place in the source."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.shown = Flow(self._kind)
        self.hidden = Flow(lambda: BlockKind.HIDDEN)
        self.n_too_deep = 0
        self._source = source
        self._lines = array("Q", [0, *(match.end() for match in re.finditer("\n", source))])
        self._stack: list[_Open] = []
        self._too_deep = 0
        self._dropped = 0
        self._in_head = False
        self._n_hiding = 0

    @property
    def _flow(self) -> Flow:
        return self.hidden if self._n_hiding else self.shown

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._in_head and tag not in OF_HEAD:
            self._leave_head()
        if self._n_hiding:
            self._end_unclosed(tag)
        if tag in VOID:
            self._void(tag)
            return
        if tag in DROPPED:
            self._dropped += 1
            self._in_head = self._in_head or tag == "head"
        named = dict(attrs)
        kind = kind_of(tag, named)
        if kind is not None:
            self._flow.end_block()
        self._open(_Open(tag, kind, hiding_of(tag, named)))

    def _void(self, tag: str) -> None:
        if tag == "br" and not self._flow.n_breaks:
            self._flow.n_breaks = 1
        elif tag in ("br", "hr"):
            self._flow.end_block()

    def _open(self, opened: _Open) -> None:
        if len(self._stack) >= MOST_OPEN:
            self._too_deep += 1
            self.n_too_deep += 1
            return
        if opened.hides is not Hiding.NOTHING:
            self.hidden.end_block()
            self._n_hiding += 1
        self._stack.append(opened)
        if self._n_hiding and opened.tag in LAID_BARE:
            self._lay_bare()

    def _lay_bare(self) -> None:
        """A page behind an open dialogue is marked as hidden from screen readers, its article with it: it is shown."""
        for one in self._stack:
            if one.hides is Hiding.FROM_SCREEN_READERS:
                one.hides = Hiding.NOTHING
        self._count_hiding()

    def _count_hiding(self) -> None:
        self._n_hiding = sum(one.hides is not Hiding.NOTHING for one in self._stack)

    def _end_unclosed(self, tag: str) -> None:
        """The next paragraph, item or cell ends a hidden one that nobody closed."""
        while (at := self._ended_by(tag)) >= 0:
            while len(self._stack) > at:
                self._close()

    def _ended_by(self, tag: str) -> int:
        """Where the nearest element stands that ends where this one begins; -1 for none in the same list or table."""
        for at in range(len(self._stack) - 1, -1, -1):
            opened = self._stack[at].tag
            if ends_before(opened, tag):
                return at
            if opened in HOLDS:
                break
        return -1

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            if self._in_head:
                self._leave_head()
            return
        if tag in DROPPED and self._dropped > self._in_head:
            self._dropped -= 1
        if self._too_deep:
            self._too_deep -= 1
            return
        opened = [one.kind for one in self._stack if one.tag == tag]
        if not opened:
            return
        if any(kind is not None for kind in opened):
            self._flow.end_block()
        while self._stack and self._close() != tag:
            pass

    def _close(self) -> str:
        closed = self._stack.pop()
        if closed.hides is not Hiding.NOTHING:
            self.hidden.end_block()
            self._n_hiding -= 1
        return closed.tag

    def _leave_head(self) -> None:
        self._in_head = False
        self._dropped = 0
        self._stack = [one for one in self._stack if one.tag in ("html", "body")]
        self._count_hiding()

    def handle_data(self, data: str) -> None:
        if self._dropped:
            return
        at = self._place()
        flow = self._flow
        for piece in _PIECE.finditer(data):
            if piece.group().isspace():
                flow.space_pending = True
            else:
                flow.add(piece.group(), at + piece.start(), at + piece.end())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};", len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};", len(name) + 2)

    def _reference(self, written: str, n_chars: int) -> None:
        if self._dropped:
            return
        at = self._place()
        end = at + n_chars
        end += int(self._source[end : end + 1] == ";")
        value = html.unescape(written)
        if value.isspace():
            self._flow.space_pending = True
        else:
            self._flow.add(value, at, end)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _kind(self) -> BlockKind:
        """That of the nearest element; a plain one takes that of the caption, headline, list item it stands in."""
        if any(one.kind is BlockKind.FURNITURE for one in self._stack):
            return BlockKind.FURNITURE
        named = [(one.tag, one.kind) for one in reversed(self._stack) if one.kind is not None]
        for at, (tag, kind) in enumerate(named):
            if kind in HANDED_DOWN or (at == 0 and kind is not BlockKind.PARAGRAPH):
                return kind
            if tag in STAND_ALONE:
                break
        return BlockKind.PARAGRAPH
