"""Blocks of plain text: which lines are headline, standfirst, caption, credit, list item, post, paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from tawthiq.record.extract.document import Block, BlockKind
from tawthiq.record.extract.span import Span

_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]+")
_ENDS = re.compile(r"[.!?؟…:;؛,،][\s\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"[.!?؟…][\s\"'”’»)\]]*$")
_CREDITED = (
    "Twitter|X|Facebook|Telegram|Instagram|YouTube|Photo(?:graph)?|Image|Picture|Video|Credits?|Crédits?"
    "|Foto(?:grafía)?|Vidéo|Photographie|Getty|Reuters|AFP|AP|EPA|صورة|الصورة|تصوير|المصدر|مصدر الصورة"
)
_CREDIT = re.compile(
    rf"(?:(?<=\s)|^)(?:(?:{_CREDITED})(?: (?:credit|by|courtesy|via))?\s*[:/]\s*@?\S[^\n.]{{0,60}}"
    r"|©(?! ?Copyright all)[^\n]{1,60}|\((?:Photo|Image|Foto)[^)\n]{1,60}\))\s*$",
    re.IGNORECASE,
)
_OF_PICTURE = re.compile(r"[(©]|Photo|Image|Picture|Cr[eé]dit|Foto|صورة|الصورة|تصوير|مصدر الصورة", re.IGNORECASE)
"""Behind these stands who made a picture; behind an agency or a platform may stand what it tells."""
_LIST = re.compile(
    r"^\s*(?:(?:[-*•·–—▪◦]|\(?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{2,4})[.)])\s+|[\uf000-\uf0ff➢❖❑❒▪▫■□●○◆◇◾◽◼◻▸▹►▻▶➤➡→➔➜✓✔✅☑✦✧‣⁃∙🔸🔹🔶🔷🔻🔺🔘🔲🔳]\ufe0f?\s*)"
)
"""The pictures are those that threads set in front of a list's items; a PDF has letters of a font of signs there."""
_BYLINE = re.compile(r"^\s*(?:By|Par|Por|بقلم|كتب)\s+[^\W\d_][^.]{2,60}$")
_POST = re.compile(r"^\s*(?:@\w+|\d{1,2}/\d{0,2}\s|\[\d{1,2}:\d\d\])")
SOFT_HYPHEN = "\u00ad"
"""Where a word was cut at the end of a printed line; the line ends there, the word goes on."""
_SHORT_WORDS = 16
_LONGEST_PARTICLE = 3
_MOST_NAME_WORDS = 5
_HEADLINE_WORDS = 24
_WRAP_CHARS = (50, 132)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Typed blocks in order; every non-blank line lies in exactly one (a credit at a line's end is split off)."""
    blocks: list[Block] = []
    for lines in _chunks(text):
        blocks += _chunk_blocks(text, lines, is_first=all(_is_label(text, block) for block in blocks))
    return tuple(_standfirst(text, blocks))


def _is_label(text: str, block: Block) -> bool:
    """ "FOR IMMEDIATE RELEASE" stands above the headline and is none."""
    return block.kind is BlockKind.HEADLINE and block.span.of(text).isupper()


def _chunks(text: str) -> Iterator[list[Span]]:
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        line = _stripped(text, Span(match.start(), match.end()))
        gap = text[lines[-1].end : line.start] if lines else ""
        if lines and (not len(line) or _is_blank_line_inside(gap)):
            yield lines
            lines = []
        if len(line):
            lines.append(line)
    if lines:
        yield lines


def _is_blank_line_inside(gap: str) -> bool:
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") + gap.count("\f") + gap.count("\u2029") > 1


def _chunk_blocks(text: str, lines: list[Span], *, is_first: bool) -> list[Block]:
    found: list[Block] = []
    for line in _joined(text, lines):
        body, credit = split_credit(text, line)
        near_credit = credit is not None or (line is not lines[-1] and _credit_follows(text, line, lines))
        if len(body):
            found.append(Block(_kind(text, body, is_first=is_first and not found, near_credit=near_credit), body))
        if credit is not None:
            found.append(Block(BlockKind.CREDIT, credit))
    return found


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """Hard-wrapped lines put together again; lines that stand for themselves left apart."""
    joined: list[Span] = [lines[0]]
    widest = max(len(part) for line in lines for part in line.of(text).split(SOFT_HYPHEN))
    for previous, line in pairwise(lines):
        if _wraps(text, joined[-1], line, widest, previous_line=previous):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _wraps(text: str, above: Span, line: Span, widest: int, *, previous_line: Span) -> bool:
    if _LIST.match(line.of(text)) or _POST.match(line.of(text)) or _credit_in(previous_line.of(text)):
        return False
    if _is_credit(line.of(text)):
        return False
    begins_low = line.of(text)[0].islower()
    if begins_low and not _FULL_STOP.search(above.of(text)):
        return True
    low, high = _WRAP_CHARS
    width = len(previous_line.of(text).rpartition(SOFT_HYPHEN)[2])
    return low <= widest <= high and width >= 0.75 * widest and width >= low


def split_credit(text: str, line: Span) -> tuple[Span, Span | None]:
    """(what a line says, the picture credit at its end or None)."""
    match = _credit_in(line.of(text))
    if match is None:
        return line, None
    at = line.start + match.start()
    credit = _stripped(text, Span(at, line.end))
    return _stripped(text, Span(line.start, at)), credit


def _credit_follows(text: str, line: Span, lines: list[Span]) -> bool:
    after = bisect_left(lines, line.end, key=lambda other: other.start)
    return after < len(lines) and _is_credit(lines[after].of(text))


def _credit_in(words: str) -> re.Match[str] | None:
    match = _CREDIT.search(words)
    return (
        match if match and (_OF_PICTURE.match(match.group()) or not _tells(match.group().partition(":")[2])) else None
    )


def _is_credit(words: str) -> bool:
    match = _credit_in(words)
    return match is not None and match.start() == 0


def _tells(words: str) -> bool:
    """Names stand behind a credit or byline; "Reuters: five children killed", "By nightfall 12 boys" tell something."""
    told = words.split()
    if told and told[0].startswith("@"):
        return False
    low = [word for word in told if word[0].islower() and len(word) > _LONGEST_PARTICLE]
    caseless = [word for word in told if word[0].isalpha() and word.lower() == word.upper()]
    counted = any(word[0].isdigit() for word in told[:-1])
    return len(low) > 1 or len(caseless) > _MOST_NAME_WORDS or (counted and len(low) + len(caseless) > 0)


def _kind(text: str, body: Span, *, is_first: bool, near_credit: bool) -> BlockKind:
    words = body.of(text)
    is_short = len(words.split()) <= _SHORT_WORDS
    if _LIST.match(words):
        return BlockKind.LIST_ITEM
    if _POST.match(words):
        return BlockKind.POST
    if is_first and len(words.split()) <= _HEADLINE_WORDS and not _FULL_STOP.search(words):
        return BlockKind.HEADLINE
    if near_credit:
        return BlockKind.CAPTION
    if _BYLINE.match(words) and is_short and not _tells(words.partition(" ")[2]):
        return BlockKind.BYLINE
    return BlockKind.CAPTION if len(words.split()) <= 9 and not _ENDS.search(words) else BlockKind.PARAGRAPH


def _standfirst(text: str, blocks: list[Block]) -> Iterator[Block]:
    for index, block in enumerate(blocks):
        under_headline = index == 1 and blocks[0].kind is BlockKind.HEADLINE
        unstopped = not _FULL_STOP.search(block.span.of(text))
        if under_headline and unstopped and block.kind in (BlockKind.CAPTION, BlockKind.PARAGRAPH):
            yield Block(BlockKind.STANDFIRST, block.span, block.page)
        else:
            yield block


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    if not words.strip():
        return Span(span.start, span.start)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
