"""By hand: a statement that a person adds: where its words stand, the numbers our grammar reads in them, its writer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from tawthiq.record.extract.chain import DOCUMENT, Link, Role
from tawthiq.record.extract.document import Document, OffsetMap
from tawthiq.record.extract.doubts.restated import numbers_in
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.gate.ceiling import ceiling_of
from tawthiq.record.extract.long_text import Part, shifted
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import BY_HAND, Origin, Statement, StatementKind
from tawthiq.record.extract.words.token import tokens_of
from tawthiq.terms.errors import BadInput

MOST_CHARS = 2000
"""Of the words of one statement, as many as of a model's quotation."""
MOST_PLACES = 20
AROUND_CHARS = 2000
"""So much before and behind the words is read with them, for what a number counts and how sure its sentence is."""
LONGEST_WORD = 80
_LINE_END = r"(?:\r\n|\r|\n)"


@dataclass(frozen=True, slots=True)
class Begun:
    """What a person starts from. `sure`: no surer than the sentences around it, None where they say nothing of it."""

    statement: Statement
    sure: Factuality | None


def span_of(text: str, start: int, end: int) -> Span:
    """The words there, whole, without the blanks around them: nobody quotes "100 boys" out of "1,100 boys".

    Raises BadInput for none, too many, or beyond the text.
    """
    if not 0 <= start < end <= len(text):
        raise _absent()
    words = text[start:end]
    if not words.strip():
        raise _nothing()
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if end - start > MOST_CHARS:
        raise BadInput(
            f"{end - start} characters are more than {MOST_CHARS}",
            where="words",
            do="select the words of one statement",
        )
    return _whole_words(text, Span(start, end))


def places_of(text: str, words: str) -> list[Span]:
    """The first MOST_PLACES where the words stand letter for letter, whichever way their lines end; raises BadInput."""
    pattern = _LINE_END.join(re.escape(line) for line in words.strip().splitlines())
    if not pattern:
        raise _nothing()
    found = [span_of(text, *match.span()) for match in islice(re.finditer(pattern, text), MOST_PLACES)]
    if not found:
        raise _absent()
    return found


def _absent() -> BadInput:
    what, do = "these words do not stand in the text", "copy them from it: every letter and mark counts"
    return BadInput(what, where="words", do=do)


def _nothing() -> BadInput:
    return BadInput("no words are selected", where="words", do="select the words of the statement in the text")


def is_selected(text: str, span: Span, words: str) -> bool:
    """Whether these words are what a page showed there, however it laid out their lines."""
    return "".join(span.of(text).split()) == "".join(words.split())


def begun(document: Document, span: Span, writer: str, read: Callable[[Document], Page]) -> Begun:
    """The words with the numbers and hedges that our grammar reads in them; all else is for the person to say."""
    part = _around(document, span)
    page, own = read(part.document), Span(span.start - part.start, span.end - part.start)
    above = ceiling_of(page, own, None, ())
    hedges = (page.span(hit.first, hit.last) for hit in page.hits if hit.entry.section == "hedges")
    statement = Statement(
        item_id=document.item_id,
        origin=Origin.TEXT,
        span=own,
        quote=span.of(document.text),
        kind=StatementKind.CONTEXT,
        language=part.document.language,
        chain=(Link(DOCUMENT, Role.PUBLISHER),),
        factuality=Factuality.UNKNOWN,
        extractor=BY_HAND + writer,
        quantities=numbers_in(page, own),
        hedges=tuple(hedge for hedge in hedges if own.holds(hedge)),
    )
    levels = [*above.levels, *([Factuality.UNKNOWN] if above.cut_away or above.negated else [])]
    return Begun(shifted(statement, part.start), weakest(levels) if levels else None)


def _whole_words(text: str, span: Span) -> Span:
    low = max(0, span.start - LONGEST_WORD)
    tokens = tokens_of(text[low : span.end + LONGEST_WORD])
    cut = [Span(low + one.start, low + one.end) for one in tokens]
    start = next((one.start for one in cut if one.start < span.start < one.end), span.start)
    end = next((one.end for one in cut if one.start < span.end < one.end), span.end)
    return Span(start, end)


def _around(document: Document, span: Span) -> Part:
    """The blocks that the words stand in, as far as they are near, as a document of their own."""
    low, high = max(0, span.start - AROUND_CHARS), min(len(document.text), span.end + AROUND_CHARS)
    near = [block for block in document.blocks if block.span.overlap_chars(span)]
    start = max(low, min((block.span.start for block in near), default=low))
    end = min(high, max((block.span.end for block in near), default=high))
    start, end = min(start, span.start), max(end, span.end)
    blocks = (
        replace(one, span=Span(max(one.span.start, start) - start, min(one.span.end, end) - start)) for one in near
    )
    spoken = next((block.language for block in near if block.language), document.language)
    text = document.text[start:end]
    own = replace(document, text=text, blocks=tuple(blocks), offsets=OffsetMap(), language=spoken)
    return Part(start, own)
