"""Quote: the one place of a text where words that somebody else copied stand, or why there is none."""

from __future__ import annotations

from bisect import bisect_left

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.terms.identity import Json

_FEWEST_CHARS = 8
_MOST_CHARS = 2000


def place_of(page: Page, quote: Json) -> Span | str:
    """Whole words, letter for letter, within one block; a fixed word where they do not stand there once."""
    if not isinstance(quote, str) or not _FEWEST_CHARS <= len(quote) <= _MOST_CHARS or quote != quote.strip():
        return "quote_unusable"
    at = page.text.find(quote)
    if at < 0:
        return "quote_not_in_text"
    if page.text.find(quote, at + 1) >= 0:
        return "quote_ambiguous"
    span = Span(at, at + len(quote))
    if _cuts_a_word(page, span):
        return "quote_cuts_a_word"
    return span if any(block.span.holds(span) for block in page.document.blocks) else "quote_crosses_blocks"


def _cuts_a_word(page: Page, span: Span) -> bool:
    first = bisect_left(page.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(page.tokens, span.end, key=lambda token: token.end)
    known = first < len(page.tokens) and last < len(page.tokens)
    return not known or page.tokens[first].start != span.start or page.tokens[last].end != span.end
