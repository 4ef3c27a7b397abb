"""Media: pictures and videos that a text shows or speaks of, with who put them out and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.document import Block, BlockKind
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.terms.when import When

_HANDLE = re.compile(r"@\w+")
_PLATFORM = re.compile(r"^\W*(\w+)")


@dataclass(frozen=True, slots=True)
class Medium:
    """`kind`: credit, image, video, audio. `caption`: the words under it; `released_on`: when it came out, if told."""

    kind: str
    span: Span
    handle: str = ""
    platform: str = ""
    caption: Span | None = None
    released_on: When | None = None


def media_of(page: Page) -> tuple[Medium, ...]:
    """Every credited picture, and every picture or video that running text speaks of once, in text order."""
    return tuple(sorted([*_credits(page), *_told(page)], key=lambda medium: medium.span))


def _credits(page: Page) -> list[Medium]:
    found: list[Medium] = []
    blocks = page.document.blocks
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.CREDIT:
            continue
        words = block.span.of(page.text)
        handle, platform = _HANDLE.search(words), _PLATFORM.match(words)
        above = _captions_above(blocks, at)
        found.append(
            Medium(
                "credit",
                block.span,
                handle.group() if handle else "",
                platform.group(1) if platform else "",
                above[0].span if above else None,
            )
        )
    return found


def _captions_above(blocks: Sequence[Block], at: int) -> list[Block]:
    """The captions right above a credit, the title line first."""
    start = at
    while start > 0 and blocks[start - 1].kind is BlockKind.CAPTION:
        start -= 1
    return list(blocks[start:at])


def _told(page: Page) -> list[Medium]:
    """In paragraphs, a medium that stands as subject or object of showing, releasing, emerging, taking."""
    found: list[Medium] = []
    for sentence in page.sentences:
        if sentence.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.POST):
            continue
        for hit in page.hits_in(sentence.first, sentence.last, "media"):
            if _is_worked_on(page, hit.last, sentence.last):
                found.append(_medium(page, hit.first, hit.last, hit.code, sentence.first))
    return found


def _is_worked_on(page: Page, at: int, last: int) -> bool:
    near = min(at + 4, last)
    shown = any(hit.code in ("show", "publish") for hit in page.hits_in(at, near, "cues"))
    return shown or bool(page.hits_in(at, near, "provenance"))


def _medium(page: Page, first: int, last: int, kind: str, start: int) -> Medium:
    begin = first
    while begin > start and page.tokens[begin - 1].sort == "w" and not page.hits_in(begin - 1, begin, "cues"):
        begin -= 1
        if page.is_one_of(begin, "determiners"):
            break
    dates = [item.when for item in page.dates.between(start, first) if item.when is not None]
    return Medium(kind, page.span(begin, last), released_on=dates[-1] if dates else None)
