"""Participles, passives: forms of a verb of saying that hang on a noun or count it, so that nobody speaks."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_act
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_NEAR_TOKENS = 4
_HEAD_TOKENS = 2
_CASES = ("case", "incident", "violation")
_DAMMA = "\u064f"


def is_recorded(page: Page, hit: Hit, first: int) -> bool:
    """ "سُجلت 14 حالة", "سجل مقتل طفلين", "ووثقت 64 حادثة": at the head of the sentence nobody stands between the verb
    and what was recorded, so it is passive; "وسجل 12 هجوما", "وسجلت مقتل" may be of whoever was told of before."""
    if hit.first - first > _HEAD_TOKENS or not page.is_one_of(hit.first, "recorded_words"):
        return False
    counted = page.quantities.between(hit.last, hit.last + 1)
    cases = bool(counted) and any(one.code in _CASES for one in page.hits_in(hit.last, counted[0].last + 2, "units"))
    apart = page.form(hit.first) in page.lexicon.lists["recorded_words"] or _DAMMA in page.words(hit.first, hit.last)
    if apart:
        return cases or is_act(page, hit.last)
    return cases and page.is_one_of(hit.first, "recorded_of_her")


def hangs_with_by(page: Page, hit: Hit) -> bool:
    """ "With 214 violations logged by our teams": behind what was counted, with "by" who counted it."""
    if page.lexicon.language != "en" or not page.is_one_of(hit.last, "by_words"):
        return False
    counted = page.hits_in(max(0, hit.first - _NEAR_TOKENS), hit.first, "units", "violations")
    return page.is_one_of(hit.first, "documenting_words") and bool(counted)


def is_never_active(page: Page, hit: Hit) -> bool:
    """ "Boys suspected of spying", "a recruit found to be 15", "wrong to think that"."""
    if page.lexicon.language != "en":
        return False
    if page.is_one_of(hit.last, "of_words") and page.is_one_of(hit.last - 1, "charged_participles"):
        return True
    if page.is_one_of(hit.first - 1, "infinitive_marks") and page.is_one_of(hit.first - 2, "judging_words"):
        return True
    thought = page.is_one_of(hit.last - 1, "thought_participles") and page.is_one_of(hit.last, "infinitive_marks")
    return thought and page.is_one_of(hit.last + 1, "being_words")


def describes_people(page: Page, at: int) -> bool:
    """ "Three demobilized boys described": a participle between a number or an article and people; "girls freed from
    the Front said": behind them, with whose hands they were in."""
    if page.lexicon.language != "en":
        return False
    if _ends_people(page, at) and (page.is_one_of(at + 1, "by_words") or page.is_one_of(at + 1, "from_words")):
        return True
    if not page.form(at).endswith(page.lexicon.endings("told_endings")):
        return False
    led = page.tokens[at - 1].sort == NUMBER or page.form(at - 1) in page.lexicon.number_words
    led = led or page.is_one_of(at - 1, "determiners") or page.is_one_of(at - 1, "indefinite")
    return led and bool(page.hits_in(at + 1, at + 2, "officials", "witnesses"))


def _ends_people(page: Page, at: int) -> bool:
    return any(hit.last == at for hit in page.hits_in(max(0, at - _NEAR_TOKENS), at, "officials", "witnesses"))


def is_counted_noun(page: Page, hit: Hit) -> bool:
    """ "71 interviews and hospital records.", "records of", "records show": what is kept, nobody who records."""
    if page.lexicon.language != "en" or not page.is_one_of(hit.last - 1, "kept_nouns"):
        return False
    ends = page.form(hit.last) in (".", ",", ";") or page.is_one_of(hit.last, "list_joiners")
    return ends or page.is_one_of(hit.last, "of_words") or bool(page.hits_in(hit.last, hit.last + 1, "cues"))
