"""Titles: the office told behind the name of who speaks, whose place is none of what he tells."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.apposed import is_name
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS

_TITLE_TOKENS = 16
_OFFICE_TOKENS = 4


def title_behind(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of ", maire de Kesh," behind a name: an office, a trade, within the next words, up to a comma."""
    if page.form(last) != "," or not is_name(page, first, last):
        return None
    near = range(last + 1, min(last + _TITLE_TOKENS, len(page.tokens)))
    end = next((at for at in near if page.form(at) in HARD_STOPS), last)
    told = page.hits_in(last + 1, min(last + 1 + _OFFICE_TOKENS, end), "officials", "voices")
    return (last + 1, end) if told and page.form(end) in (",", ".") else None
