"""Run-in headings: a few words that name a matter and a colon, in front of a sentence that tells of it."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.words.token import WORD

_HEADING_TOKENS = 10
_FEWEST_TOLD = 5
_SMALL_LETTERS = 4


def heading_end(page: Page, number: int) -> int:
    """Behind the colon of a heading that opens sentence `number`; its first token where none does."""
    sentence = page.sentences[number]
    near = range(sentence.first + 1, min(sentence.first + _HEADING_TOKENS, sentence.last - _FEWEST_TOLD))
    colon = next((at for at in near if page.form(at) == ":"), None)
    if colon is None or not _names_matter(page, sentence.first, colon) or not has_verb(page, colon, sentence.last):
        return sentence.first
    return colon + 1


def _names_matter(page: Page, first: int, last: int) -> bool:
    """ "Child Soldiers", "Physical Abuse, Punishment, and Torture": capitals, a word for a deed, no verb, no number."""
    named = page.hits_in(first, last, "violations") or any(
        page.is_one_of(at, "matter_words") for at in range(first, last)
    )
    if not named or page.quantities.between(first, last) or page.hits_in(first, last, "cues"):
        return False
    words = [at for at in range(first, last) if page.tokens[at].sort == WORD]
    titled = all(page.is_capital(at) or len(page.form(at)) < _SMALL_LETTERS or page.form(at - 1) == "-" for at in words)
    return titled and page.is_capital(first)
