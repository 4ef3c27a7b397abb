"""No voices: verbs of saying that tell nothing where they stand, whatever stands beside them as their subject."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import is_bare_participle, is_noun_use, is_participle_of_noun, is_unsaid
from tawthiq.record.extract.speakers.document_voice import writes_itself
from tawthiq.record.extract.speakers.no_speakers import (
    is_doubt,
    is_letter,
    is_listed,
    is_of_noun,
    is_of_speaker,
    is_own_medium,
    is_reduced,
    is_superlative,
    is_told_already,
    is_told_of,
    is_writer,
    only_calls,
)
from tawthiq.record.extract.speakers.no_verbs import calls_to_arms, says_nothing
from tawthiq.record.extract.speakers.participles import is_counted_noun, is_never_active
from tawthiq.record.extract.speakers.told_to import is_who_was_told
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_NO_VERBS = (
    is_noun_use,
    is_participle_of_noun,
    is_unsaid,
    is_never_active,
    is_counted_noun,
    only_calls,
    says_nothing,
    is_bare_participle,
    is_told_of,
    is_of_speaker,
)
_EMPTY = (is_superlative, is_letter, is_doubt)


def tells_nothing(page: Page, hit: Hit) -> bool:
    """A noun, a participle, a call, an order, what was not said: the words say nothing, whoever stands beside them."""
    return any(tells(page, hit) for tells in _NO_VERBS)


def is_no_source(
    page: Page, hit: Hit, source: tuple[int, int], clause: Clause | None, first: int, *, inverted: bool
) -> bool:
    """True where the words in front of the verb, or behind it (`inverted`), say nothing: the writer, a medium of one's
    own, who was told, a row; `first`: where the sentence begins."""
    if clause is not None and is_writer(page, clause, source):
        return True
    if any(empty(page, *source) for empty in _EMPTY) or is_own_medium(page, source) or writes_itself(page, source):
        return True
    if is_told_already(page, first, source) or is_who_was_told(page, hit, source) or calls_to_arms(page, hit, source):
        return True
    return not inverted and (is_listed(page, hit, source) or is_of_noun(page, source) or is_reduced(page, hit, source))


def is_of_some(page: Page, hit: Hit, last: int) -> bool:
    """ "Armed groups, some believed to be backed by Omer, took the hills": between commas a doubt about some of them,
    none about what they did."""
    opens = page.is_one_of(hit.first - 1, "aside_counts") and page.form(hit.first - 2) in COMMAS
    return opens and any(page.form(at) in COMMAS for at in range(hit.last, last))
