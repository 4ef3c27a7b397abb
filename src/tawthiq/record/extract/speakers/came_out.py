"""Came out: whose report it was that was released, whose interviews they were."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page

_NAME_TOKENS = 5


def before_release(page: Page, end: int, first: int) -> int:
    """ "A Lake Watch report published in April found": the noun stands before the participle that tells it came out."""
    out = end - 1 > first and page.is_one_of(end - 1, "came_out")
    return end - 1 if out and any(hit.last == end - 1 for hit in page.hits_in(end - 2, end - 1, "reports")) else end


def of_interviews(page: Page, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "LRW interviews with teachers confirmed": whose interviews they are, by name; else the words as they are."""
    if source is None or not page.is_one_of(source[0] - 1, "with_words"):
        return source
    end = source[0] - 2
    if not page.is_one_of(end, "method_words") or not page.is_capital(end - 1):
        return source
    first = end
    while page.is_capital(first - 1) and end - first < _NAME_TOKENS:
        first -= 1
    return first, end
