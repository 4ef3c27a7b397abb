"""HTML as text: blocks typed by their tags, every character mapped to the bytes it came from."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tawthiq.record.extract.document import Block, BlockKind, OffsetMap, Run, TextOffsets
from tawthiq.record.extract.plain import split_credit
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.tags import DROPPED, HANDED_DOWN, OF_HEAD, STAND_ALONE, VOID, kind_of

_PIECE = re.compile(r"\S+|\s+")
_STOPPED = re.compile(r"[.!?؟…:][\"'”’»)\]]*$")
_GAP = "\n\n"
_WRAP = " \n"
"""As long as a gap, so that a place in a page does not depend on whether a line goes on."""


@dataclass(frozen=True, slots=True)
class Read:
    """Text, typed blocks, offset map of one file."""

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap | TextOffsets


def read_html(source: str, encoding: str = "utf-8", skipped_bytes: int = 0) -> Read:
    """The text of a page as a reader sees it. `source`: decoded file; scripts and styles are left out, menus kept as
    furniture; runs of white space become one space."""
    parser = _Reader(source)
    parser.feed(source)
    parser.close()
    parser.end_block()
    text = "".join(parser.parts)
    bytes_at = _ByteOffsets(source, encoding, skipped_bytes)
    runs = tuple(Run(start, n_chars, bytes_at.of(low), bytes_at.of(high)) for start, n_chars, low, high in parser.runs)
    return Read(text, tuple(_with_credits(text, parser.blocks)), OffsetMap(runs))


def _with_credits(text: str, blocks: list[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        body, credit = split_credit(text, block.span) if block.kind is BlockKind.CAPTION else (block.span, None)
        found += [Block(block.kind, body)] if len(body) else []
        found += [Block(BlockKind.CREDIT, credit)] if credit else []
    return found


@dataclass
class _ByteOffsets:
    """Byte offsets of rising character offsets, each stretch encoded once."""

    source: str
    encoding: str
    byte: int
    char: int = field(default=0)

    def of(self, char: int) -> int:
        if char < self.char:
            return self.byte - len(self.source[char : self.char].encode(self.encoding, "surrogatepass"))
        self.byte += len(self.source[self.char : char].encode(self.encoding, "surrogatepass"))
        self.char = char
        return self.byte


class _Reader(HTMLParser):
    """Collects text with its place in the source. `runs`: (text start, characters, source start, source end)."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int, int]] = []
        self.blocks: list[Block] = []
        self._source = source
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._length = 0
        self._start = 0
        self._stack: list[tuple[str, BlockKind | None]] = []
        self._dropped = 0
        self._in_head = False
        self._n_breaks = 0
        self._space_pending = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._in_head and tag not in OF_HEAD:
            self._leave_head()
        if tag == "br" and not self._n_breaks:
            self._n_breaks = 1
            return
        if tag in VOID:
            if tag in ("br", "hr"):
                self.end_block()
            return
        if tag in DROPPED:
            self._dropped += 1
            self._in_head = self._in_head or tag == "head"
        kind = kind_of(tag, dict(attrs))
        if kind is not None:
            self.end_block()
        self._stack.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            if self._in_head:
                self._leave_head()
            return
        if tag in DROPPED and self._dropped > self._in_head:
            self._dropped -= 1
        if all(opened != tag for opened, _ in self._stack):
            return
        if any(kind is not None for opened, kind in self._stack if opened == tag):
            self.end_block()
        while self._stack and self._stack.pop()[0] != tag:
            pass

    def _leave_head(self) -> None:
        self._in_head = False
        self._dropped = 0
        self._stack = [(tag, kind) for tag, kind in self._stack if tag in ("html", "body")]

    def handle_data(self, data: str) -> None:
        at = self._place()
        for piece in _PIECE.finditer(data):
            if piece.group().isspace():
                self._space_pending = True
            else:
                self._add(piece.group(), at + piece.start(), at + piece.end())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};", len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};", len(name) + 2)

    def _reference(self, written: str, n_chars: int) -> None:
        at = self._place()
        end = at + n_chars
        end += int(self._source[end : end + 1] == ";")
        value = html.unescape(written)
        if value.isspace():
            self._space_pending = True
        else:
            self._add(value, at, end)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, words: str, low: int, high: int) -> None:
        if self._dropped:
            return
        if self._n_breaks and self._length > self._start:
            self._go_on(words)
        if self._length == self._start and self.blocks:
            self._append(_GAP, None, None)
            self._start = self._length
        elif self._space_pending and self._length > self._start:
            self._append(" ", low - 1, low)
        self._space_pending = False
        self._append(words, low, high)

    def _append(self, words: str, low: int | None, high: int | None) -> None:
        if low is not None and high is not None:
            self._run(words, low, high)
        self.parts.append(words)
        self._length += len(words)

    def _run(self, words: str, low: int, high: int) -> None:
        plain = words.isascii() and len(words) == high - low
        if plain and self.runs:
            start, n_chars, before, after = self.runs[-1]
            joined = start + n_chars == self._length and after == low and n_chars == after - before
            if joined and self._source[before:after].isascii():
                self.runs[-1] = (start, n_chars + len(words), before, high)
                return
        if plain or len(words) != high - low:
            self.runs.append((self._length, len(words), low, high))
            return
        for offset, _ in enumerate(words):
            self.runs.append((self._length + offset, 1, low + offset, low + offset + 1))

    def _go_on(self, words: str) -> None:
        """Behind one `<br>` a small letter goes on with the sentence; anything else begins a block of its own."""
        if not words[0].islower() or _STOPPED.search(self.parts[-1]):
            self.end_block()
            return
        self._append(_WRAP, None, None)
        self._space_pending, self._n_breaks = False, 0

    def end_block(self) -> None:
        """Close the stretch read so far."""
        self._n_breaks = 0
        if self._length > self._start:
            self.blocks.append(Block(self._kind(), Span(self._start, self._length)))
            self._start = self._length
        self._space_pending = False

    def _kind(self) -> BlockKind:
        """That of the nearest element; a plain one takes that of the caption, headline, list item it stands in."""
        if any(kind is BlockKind.FURNITURE for _, kind in self._stack):
            return BlockKind.FURNITURE
        named = [(tag, kind) for tag, kind in reversed(self._stack) if kind is not None]
        for at, (tag, kind) in enumerate(named):
            if kind in HANDED_DOWN or (at == 0 and kind is not BlockKind.PARAGRAPH):
                return kind
            if tag in STAND_ALONE:
                break
        return BlockKind.PARAGRAPH
