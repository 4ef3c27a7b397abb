"""Quotations: words between quotation marks, open over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.document import Block
from tawthiq.record.extract.span import Span

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›", "‘": "’"}
LONGEST_CHARS = 3000
_MIXED = {"“": '"', '"': "”"}
"""What else closes a mark, where a text mixes straight and curled ones: it must stand behind a letter or a stop."""

_TWO_SINGLES = "''"
"""Some newspapers' archives write a double mark as two single ones."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`inner`: the quoted words without marks; `closed`: whether a closing mark was found."""

    outer: Span
    inner: Span
    closed: bool


def quotations_of(text: str, blocks: Sequence[Block]) -> list[Quotation]:
    """Every quotation in order; one left open at a block's end runs on where the next block opens with a mark.

    Single marks count only when they stand apart from letters, so apostrophes are no quotations.
    """
    found: list[Quotation] = []
    for block in blocks:
        found += _in_block(text, block.span)
    return found


def _in_block(text: str, span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    at = span.start
    while at < span.end:
        if text.startswith(_TWO_SINGLES, at):
            close = text.find(_TWO_SINGLES, at + 2, min(span.end, at + LONGEST_CHARS))
            if close >= 0:
                found.append(Quotation(Span(at, close + 2), Span(at + 2, close), closed=True))
                at = close + 1
        elif _opens(text, at, span):
            close = _closing(text, at, span)
            end = close if close >= 0 else span.end
            found.append(Quotation(Span(at, min(end + 1, span.end)), Span(at + 1, end), close >= 0))
            at = end
        at += 1
    return found


def _opens(text: str, at: int, span: Span) -> bool:
    mark = text[at]
    if mark in "“«„‹":
        return True
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    if mark == '"':
        return True
    return mark in "‘'" and not before.isalnum() and after.isalnum()


def _closing(text: str, at: int, span: Span) -> int:
    wanted = _PAIRS.get(text[at], text[at])
    mixed = _MIXED.get(text[at])
    limit = min(span.end, at + LONGEST_CHARS)
    for place in range(at + 1, limit):
        if text[place] == mixed and _ends_words(text, place, span):
            return place
        if text[place] == "“":
            mixed = None
        if text[place] == wanted or (text[at] == "„" and text[place] == "”"):
            if wanted in "'’" and place + 1 < span.end and text[place + 1].isalnum():
                continue
            return place
    return -1


def _ends_words(text: str, at: int, span: Span) -> bool:
    """True when the mark stands right behind a word or stop and in front of none: it closes, whatever its shape."""
    after = text[at + 1] if at + 1 < span.end else " "
    return not text[at - 1].isspace() and not after.isalnum()
