"""Describing words: army, police, military in front of a noun, which name no party by themselves."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.men import sends_men
from tawthiq.record.extract.phrases.told_behind import is_definite
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import WORD

_APPOSED_TOKENS = 6


def describes(page: Page, group: Mention) -> bool:
    """ "Military purposes", "a police station", "a regime military academy", "army officers": a word in front of a noun
    names no party by itself; nor does one behind a body that it belongs to, "مركز الشرطة"; "حملت الشبكة الشرطة" tells
    of two."""
    if _is_called_upon(page, group):
        return True
    raped = (hit for hit in page.hits_in(group.first, group.first + 1, "violations") if hit.code == "sexual_violence")
    if any(hit.last > group.last for hit in raped):
        return True
    if page.is_one_of(group.first, "gang_words") and page.is_one_of(group.last, "violence_words"):
        return True
    owner = group.first - 1
    if page.is_one_of(owner, "bodies_words") and not page.lexicon.heads_last and not is_definite(page, owner):
        return True
    if group.last - group.first == 1 and page.is_one_of(group.first, "behind_adjectives"):
        return _stands_behind_noun(page, group.first - 1)
    if group.last - group.first > 1 or not page.is_one_of(group.first, "describing_groups"):
        return False
    if page.is_one_of(group.last, "strike_nouns") or sends_men(page, group):
        return False
    behind = page.hits_in(group.last, group.last + 1, "units")
    if behind and page.tokens[group.last].sort == WORD:
        return True
    if page.is_one_of(group.last + int(page.is_one_of(group.last, "adjective_groups")), "station_nouns"):
        return True
    plain = page.tokens[group.last].sort == WORD if group.last < len(page.tokens) else False
    stops = any(page.is_one_of(group.last, table) for table in ("finite", "phrase_breaks", "relatives", "adverbs"))
    stops = stops or page.is_one_of(group.last, "time_leads")
    acts = page.hits_in(group.last, group.last + 1, "violations", "cues", "dates")
    return page.is_one_of(group.first, "adjective_groups") and plain and not stops and not acts


def _is_called_upon(page: Page, group: Mention) -> bool:
    """ "Aliento al Gobierno a que agilice", "pide al Ejército que": whom one asks to do something did nothing."""
    called = page.is_one_of(group.first - 1, "to_whom") and page.is_one_of(group.last, "to_whom")
    return called and page.is_one_of(group.last + 1, "that_words")


def _stands_behind_noun(page: Page, at: int) -> bool:
    """ "Des avions militaires", "à des fins militaires": an adjective of the plain word before it."""
    small = (
        "determiners",
        "of_words",
        "by_words",
        "adverbs",
        "finite",
        "joiners",
        "prepositions",
        "quantity_small_words",
    )
    word = at >= 0 and page.tokens[at].sort == WORD and not page.is_capital(at)
    number = page.form(at) in page.lexicon.number_words or page.hits_in(at, at + 1, "vague", "groups", "violations")
    return word and not number and not any(page.is_one_of(at, table) for table in small)


def is_deed_noun(page: Page, first: int, last: int) -> bool:
    """ "إلى فتح تحقيق", "أن تحقيقا فتح": the opening of an inquiry, no party of that name: what is opened stands right
    behind, or in front as an object does."""
    if last - first > 1 or not page.is_one_of(first, "act_nouns"):
        return False
    if page.lexicon.language == "ar" and page.form(first - 1).endswith("ا"):
        return True
    goes_on = last < len(page.tokens) and page.tokens[last].sort == WORD and not is_verb(page, last)
    return goes_on and not page.form(last).startswith("و") and not page.is_one_of(last, "phrase_breaks")


def is_indefinite(page: Page, at: int) -> bool:
    """ "A rebel group", "a Kesh-led rebel group": an indefinite article in front, adjectives between."""
    if page.is_one_of(at - 1, "indefinite"):
        return True
    if not page.lexicon.heads_last:
        return False
    for here in range(at - 1, at - _APPOSED_TOKENS, -1):
        if page.form(here) in (",", ")", ".") or page.is_one_of(here, "finite"):
            return False
        if page.is_one_of(here, "indefinite"):
            return True
    return False
