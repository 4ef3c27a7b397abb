"""Sentences: rows of tokens that never cross a block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from tawthiq.record.extract.document import Block, BlockKind
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.token import NUMBER, SIGN, WORD, Token

_STOPS = frozenset(".!?؟…。")
_CLOSERS = frozenset("\"'”’»›)]")
_SPACED_CLOSER = "»"
_OPENERS = frozenset("\"'“‘«‹([¿¡")
_FIRST_PICTURE = "\u2300"
_FEWEST_TOKENS = 3
_FEWEST_LETTERS = 3
_MOST_NOTE_DIGITS = 3
SILENT = (BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.FURNITURE, BlockKind.HIDDEN)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of the document, in block number `block`."""

    first: int
    last: int
    block: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class _Short:
    """Words whose full stop ends no sentence. `numerals`: words for numbers, which are short for a month behind a day
    alone: "le 12 sept. 2021", not "le maire parle de sept."."""

    words: frozenset[str]
    numerals: frozenset[str]


def sentences_of(
    text: str, tokens: Sequence[Token], blocks: Sequence[Block], data: Mapping[str, Any]
) -> list[Sentence]:
    """Every sentence of every block that can speak (credits, bylines and page furniture cannot); `data`: the tables of
    the language."""
    found: list[Sentence] = []
    at = 0
    short = _Short(frozenset(data.get("abbreviations", ())), frozenset(data.get("units", ())))
    posted = any(block.kind is BlockKind.POST for block in blocks) or any(_is_picture(token) for token in tokens)
    for number, block in enumerate(blocks):
        while at < len(tokens) and tokens[at].start < block.span.start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].end <= block.span.end:
            at += 1
        if block.kind not in SILENT:
            found += [
                Sentence(a, b, number, block.kind) for a, b in _cut(text, tokens, first, at, short, posted=posted)
            ]
    return found


def sentence_span(tokens: Sequence[Token], sentence: Sentence) -> Span:
    """From the first token's start to the last one's end."""
    return Span(tokens[sentence.first].start, tokens[sentence.last - 1].end)


def _cut(
    text: str, tokens: Sequence[Token], first: int, last: int, short: _Short, *, posted: bool
) -> Iterator[tuple[int, int]]:
    start, at = first, first
    while at < last:
        pictured = posted and at - start >= _FEWEST_TOKENS and _is_picture(tokens[at])
        if pictured or (tokens[at].form in _STOPS and _ends(text, tokens, at, last, short, posted=posted)):
            at = _past_closers(text, tokens, at + 1, last)
            yield start, at
            at += _is_note(text, tokens, at, last)
            start = at
        else:
            at += 1
    if start < last:
        yield start, last


def _past_closers(text: str, tokens: Sequence[Token], at: int, last: int) -> int:
    while at < last and tokens[at].form in _STOPS:
        at += 1
    while at < last and _closes(text, tokens, at):
        at += 1
    return at


def _closes(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A mark glued to what it closes; French sets a space in front of its own: "neuf garçons. »"."""
    mark = text[tokens[at].start]
    return mark in _CLOSERS and (mark == _SPACED_CLOSER or tokens[at].start == tokens[at - 1].end)


def _is_picture(token: Token) -> bool:
    """ "🙏": what stands between two thoughts of a post in place of a full stop."""
    return token.sort == SIGN and len(token.form) == 1 and token.form >= _FIRST_PICTURE and category(token.form) == "So"


def _ends(text: str, tokens: Sequence[Token], at: int, last: int, short: _Short, *, posted: bool) -> bool:
    if tokens[at].form != ".":
        return True
    after = _past_closers(text, tokens, at + 1, last)
    if after >= last:
        return True
    if _abbreviated(text, tokens, at, short):
        return False
    if tokens[after].start == tokens[after - 1].end:
        return _is_note(text, tokens, after, last)
    return _begins(text, tokens, after) or (posted and tokens[at - 1].end - tokens[at - 1].start >= _FEWEST_LETTERS)


def _is_note(text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
    """ "perpetrators (24).1 Some": the number of a footnote, set right behind a stop, is of neither sentence."""
    if not 1 < at < last or tokens[at].sort != NUMBER or tokens[at].end - tokens[at].start > _MOST_NOTE_DIGITS:
        return False
    stands_behind = tokens[at - 1].end == tokens[at].start and tokens[at - 2].sort != NUMBER
    if not stands_behind or at + 1 >= last:
        return stands_behind
    return tokens[at + 1].start > tokens[at].end and _begins(text, tokens, at + 1)


def _abbreviated(text: str, tokens: Sequence[Token], at: int, short: _Short) -> bool:
    if at == 0 or tokens[at - 1].end != tokens[at].start:
        return False
    before = tokens[at - 1]
    is_initial = before.sort == WORD and before.end - before.start == 1 and text[before.start].isupper()
    counts = before.form in short.numerals and (at < 2 or tokens[at - 2].sort != NUMBER)
    return (before.form in short.words and not counts) or is_initial


def _begins(text: str, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.sort == NUMBER or text[token.start] in _OPENERS or text[token.start] in "-–—•@#":
        return True
    letter = text[token.start]
    return letter.isupper() or not (letter.islower() or token.sort != WORD)
