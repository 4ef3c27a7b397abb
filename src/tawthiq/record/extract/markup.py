"""HTML as text: blocks typed by their tags, every character mapped to the bytes it came from."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tawthiq.record.extract.document import Block, BlockKind, OffsetMap, Run, TextOffsets
from tawthiq.record.extract.plain import split_credit
from tawthiq.record.extract.span import Span

_KINDS = {
    "h1": BlockKind.HEADLINE,
    "h2": BlockKind.HEADLINE,
    "h3": BlockKind.HEADLINE,
    "h4": BlockKind.HEADLINE,
    "title": BlockKind.FURNITURE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "nav": BlockKind.FURNITURE,
    "footer": BlockKind.FURNITURE,
    "aside": BlockKind.FURNITURE,
    "form": BlockKind.FURNITURE,
    "button": BlockKind.FURNITURE,
}
_PLAIN_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "main", "header", "blockquote", "pre", "ul", "ol", "dl", "dd", "dt"),
        *("table", "tr", "thead", "tbody", "figure", "body", "br", "hr"),
    }
)
_CLASSES = (
    (re.compile(r"credit|source|copyright", re.I), BlockKind.CREDIT),
    (re.compile(r"caption", re.I), BlockKind.CAPTION),
    (re.compile(r"byline|author", re.I), BlockKind.BYLINE),
    (re.compile(r"standfirst|subtitle|lede|lead\b|chapo", re.I), BlockKind.STANDFIRST),
)
_DROPPED = frozenset(("script", "style", "template", "noscript", "svg", "head"))
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base", "embed"))
_PIECE = re.compile(r"\S+|\s+")
_GAP = "\n\n"


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
        self._space_pending = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag in ("br", "hr"):
                self.end_block()
            return
        if tag in _DROPPED:
            self._dropped += 1
        kind = _kind(tag, dict(attrs))
        if kind is not None:
            self.end_block()
        self._stack.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED and self._dropped:
            self._dropped -= 1
        if all(opened != tag for opened, _ in self._stack):
            return
        if any(kind is not None for opened, kind in self._stack if opened == tag):
            self.end_block()
        while self._stack and self._stack.pop()[0] != tag:
            pass

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

    def end_block(self) -> None:
        """Close the stretch read so far."""
        if self._length > self._start:
            kind = next((kind for _, kind in reversed(self._stack) if kind is not None), BlockKind.PARAGRAPH)
            furniture = any(kind is BlockKind.FURNITURE for _, kind in self._stack)
            chosen = BlockKind.FURNITURE if furniture else kind
            self.blocks.append(Block(chosen, Span(self._start, self._length)))
            self._start = self._length
        self._space_pending = False


def _kind(tag: str, attributes: dict[str, str | None]) -> BlockKind | None:
    named = attributes.get("class") or ""
    for pattern, kind in _CLASSES:
        if named and pattern.search(named) and (tag in _PLAIN_BLOCKS or tag in ("span", "small", "cite", "em")):
            return kind
    return _KINDS.get(tag, BlockKind.PARAGRAPH if tag in _PLAIN_BLOCKS else None)
