"""Shared subjects: who did one thing in a sentence and says the next, behind "and" or as a participle."""

from __future__ import annotations

from bisect import bisect_right

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import introduces
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.speakers.no_speakers import is_teller
from tawthiq.record.extract.speakers.speakers_before import source_before
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_TOLD_TOKENS = 12


def could_speak(page: Page, first: int, last: int) -> bool:
    """Whoever tells, or bears arms; not what was told."""
    if any(page.is_one_of(at, "told_nouns") for at in range(first, min(first + 2, last))):
        return False
    return bool(page.hits_in(first, last, "groups", "party_back")) or is_teller(page, first, last)


def shared_subject(page: Page, hit: Hit, first: int) -> tuple[int, int] | None:
    """ "A commander phoned the radio and boasted that": who did the one says the other."""
    at = hit.first - 1
    while at > first and (page.is_one_of(at, "finite") or page.is_one_of(at, "adverbs")):
        at -= 1
    start = _sentence_start(page, hit)
    alone = not any(cue.code == "say" for cue in page.hits_in(start, at, "cues"))
    told = introduces(page, hit) or hit.entry.more.get("denial") == "yes" or (alone and _tells_clause(page, hit))
    joined = page.is_one_of(at, "list_joiners") or page.is_one_of(at, "contrast_words")
    if page.lexicon.language != "en" or not told or not joined:
        return None
    return _doer_before(page, at, first) or (_doer_before(page, at, start) if alone else None)


def _tells_clause(page: Page, hit: Hit) -> bool:
    """ "And said all his men were over 20": without "that", a clause with a verb of its own."""
    if not page.is_one_of(hit.first, "inverting_words"):
        return False
    ends = range(hit.last, min(hit.last + _TOLD_TOKENS, len(page.tokens)))
    stop = next((at for at in ends if page.form(at) in HARD_STOPS), ends.stop)
    return has_verb(page, hit.last, stop)


def is_hung_on(page: Page, hit: Hit) -> bool:
    """ "Police gave a lower toll, saying": a participle behind a comma; the noun in front of it is no subject."""
    endings = tuple(page.lexicon.data.get("going_on_endings", ())) if page.lexicon.language == "en" else ()
    return bool(endings) and page.form(hit.first - 1) in COMMAS and page.form(hit.first).endswith(endings)


def subject_hung_on(page: Page, hit: Hit) -> tuple[int, int] | None:
    """Who did what the participle goes on from, anywhere in front of it in its sentence."""
    first = _sentence_start(page, hit)
    if (doer := _doer_before(page, hit.first, first)) is not None:
        return doer
    verb = next((at for at in range(first + 1, hit.first) if is_verb(page, at)), None)
    return source_before(page, verb, first) if verb is not None else None


def _sentence_start(page: Page, hit: Hit) -> int:
    return page.sentences[bisect_right(page.sentences, hit.first, key=lambda one: one.first) - 1].first


def _is_calling(page: Page, at: int) -> bool:
    """ "He called the allegations fairy tales": with an article behind it a verb, unlike "a man called Dario"."""
    return page.is_one_of(at, "led_callings") and page.is_one_of(at + 1, "determiners")


def _doer_before(page: Page, at: int, first: int) -> tuple[int, int] | None:
    for verb in range(at - 1, first, -1):
        noun = page.is_one_of(verb - 1, "indefinite") or page.is_one_of(verb - 1, "determiners")
        if noun or not (is_verb(page, verb) or _is_calling(page, verb)):
            continue
        if (source := source_before(page, verb, first)) is not None and could_speak(page, *source):
            return source
    return None
