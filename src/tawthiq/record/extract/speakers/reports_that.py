"""Reports that say: the report in front of "which", whoever else published or read it."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import WORD

_NAME_TOKENS = 5


def report_that(page: Page, verb: int) -> tuple[int, int] | None:
    """ "Commented on a UN report which estimated": the report with what stands in front of its noun; English alone sets
    all of that there."""
    which = verb - 1
    while page.is_one_of(which, "have_words") or page.is_one_of(which, "adverbs"):
        which -= 1
    noun = which - 1 - int(page.form(which - 1) == ",")
    if not page.is_one_of(which, "report_relatives") or not page.hits_in(noun, noun + 1, "reports"):
        return None
    start = noun
    while start > 0 and noun - start < _NAME_TOKENS and _describes(page, start - 1):
        start -= 1
    led = page.is_one_of(start - 1, "determiners") or page.is_one_of(start - 1, "indefinite")
    return (start, noun + 1) if led else None


def _describes(page: Page, at: int) -> bool:
    small = ("determiners", "indefinite", "prepositions", "of_words", "finite", "list_joiners")
    plain = page.tokens[at].sort == WORD and page.form(at) not in HARD_STOPS
    return plain and not (any(page.is_one_of(at, table) for table in small) or is_verb(page, at))
