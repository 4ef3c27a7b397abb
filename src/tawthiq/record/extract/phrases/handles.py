"""Handles: "@name" of who posts, as tokens of a page."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import SIGN


def handle_end(page: Page, at: int) -> int:
    """Behind the handle that opens with the "@" at the token: letters, digits, underscores without a space."""
    end = at + 1
    while end < len(page.tokens) and page.tokens[end].sort != SIGN:
        between = page.text[page.tokens[end - 1].end : page.tokens[end].start]
        if between.strip("_"):
            break
        end += 1
    return end
