"""Untrue: deeds that a sentence names only to say that what is told of them is false."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_CLAUSE_TOKENS = 14
_STOPS = frozenset(".;:!?؟؛")
_OPENS = frozenset(("", ".", "!", "?", "؟", ":", '"', "«"))


def is_told_untrue(page: Page, hit: Hit) -> bool:
    """ "It is false that rebels abducted", "claims that they abducted 30 girls are false", "ما قتل الجيش"."""
    before = range(hit.first - 1, max(-1, hit.first - _CLAUSE_TOKENS), -1)
    if page.is_one_of(hit.first - 1, "opening_negations") and page.form(hit.first - 2) in _OPENS:
        return True
    if any(_is_untrue(page, at) and page.is_one_of(at + 1, "that_words") for at in before):
        return True
    told = any(page.is_one_of(at, "alleging_nouns") for at in before)
    return told and _is_untrue_behind(page, hit)


def _is_untrue(page: Page, at: int) -> bool:
    """ "False", "not true", "غير صحيح"."""
    if page.is_one_of(at, "true_words"):
        return page.is_one_of(at - 1, "un_words") or page.denies(at - 1)
    return page.is_one_of(at, "untrue_words") and not (page.denies(at - 1) or page.denies(at - 2))


def _is_untrue_behind(page: Page, hit: Hit) -> bool:
    """ "... were untrue", "... eran falsos": the end of the sentence takes back what a noun at its head tells."""
    for at in range(hit.last, hit.last + _CLAUSE_TOKENS):
        if page.form(at) in _STOPS or page.is_one_of(at, "contrast_words"):
            return False
        if _is_untrue(page, at):
            copulas = any(page.is_one_of(here, "proved_words") for here in (at - 1, at - 2))
            led = copulas or not page.lexicon.data.get("proved_words")
            return led and page.form(at + 1) in ("", *_STOPS, *COMMAS)
    return False
