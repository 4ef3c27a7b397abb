"""Second verbs: who speaks by a verb behind "and" whose subject stands in front of another verb."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.cue_words import (
    introduces,
    is_bare_participle,
    is_noun_use,
    is_passive,
)
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.speakers.cue_reach import clause_of
from tawthiq.record.extract.speakers.cues import level_of
from tawthiq.record.extract.speakers.no_speakers import is_teller
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.words.lexicon import Hit

_NO_VERBS = (is_passive, is_noun_use, is_bare_participle)
_JOINS = ("list_joiners", "contrast_words", "adverbs", "have_words")


def by_second_verb(page: Page, clauses: Sequence[Clause], hit: Hit, found: Sequence[Attribution]) -> Attribution | None:
    """ "The Panel visited Kesh and documented nine abductions": it speaks by the second verb; not "the army attacked
    and found three boys", whom it met. `found`: what was attributed in the sentence before."""
    own = clause_of(clauses, hit.first)
    if hit.code != "say" or own is None or clauses[own].quotation is not None or (found and not own):
        return None
    if any(is_no_verb(page, hit) for is_no_verb in _NO_VERBS):
        return None
    first = clauses[0].first
    lead = range(clauses[own].first - 1 if own else _joined_from(page, hit.first, first), hit.first)
    source = _subject_of_first(page, first, lead[0], found) if _is_joined(page, lead) else None
    if source is None or source[0] > first + 1 or not is_teller(page, *source):
        return None
    if mentions_of(page, *source) and not introduces(page, hit):
        return None
    return Attribution(hit, "say", level_of(hit, Factuality.ATTRIBUTED), source, tuple(range(own, len(clauses))))


def _subject_of_first(page: Page, first: int, last: int, found: Sequence[Attribution]) -> tuple[int, int] | None:
    if found and found[-1].source is not None and found[-1].source[0] <= first + 1:
        return found[-1].source
    verb = next((at for at in range(first, last) if is_verb(page, at)), None)
    return source_before(page, verb, first) if verb is not None else None


def _joined_from(page: Page, at: int, first: int) -> int:
    """Back from the verb past "has", "also", "a", "también" to the word that joins it."""
    at -= 1
    while at > first and any(page.is_one_of(at, table) for table in ("have_words", "adverbs")):
        at -= 1
    return at


def _is_joined(page: Page, lead: range) -> bool:
    """Nothing but "and also", "but has" stands in front of the verb."""
    tables = ("list_joiners", "contrast_words")
    joined = any(page.is_one_of(at, table) and not page.is_one_of(at, "or_words") for at in lead for table in tables)
    return joined and all(any(page.is_one_of(at, table) for table in _JOINS) for at in lead[1:])
