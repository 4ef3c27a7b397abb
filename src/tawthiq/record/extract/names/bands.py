"""Bands: one word that names several, "los Tigres", shown to be a party by what stands beside it."""

from __future__ import annotations

from tawthiq.record.extract.names.armed_acts import acts
from tawthiq.record.extract.names.blamed_names import is_accused, is_blamed
from tawthiq.record.extract.names.words import Words

_OPENINGS = frozenset((".", "!", "?", ":", '"', "“", "«", "/", ")", "-"))
_DEED_TOKENS = 20


def is_armed_band(words: Words, start: int, first: int) -> bool:
    """ "Les Tigres ont enlevé", "members of the Tigers", "por Los Caimanes": one word that names several."""
    if not are_several(words, start, first):
        return False
    if is_accused(words, start):
        return True
    if words.is_one_of(first + 1, "name_links") and not words.is_one_of(first + 1, "definite"):
        return False
    if is_blamed(words, start) or has_men(words, start, first):
        return True
    return not words.is_one_of(start - 1, "place_preps") and acts(words, first + 1)


def are_several(words: Words, start: int, first: int) -> bool:
    plural = words.lexicon.heads_last and words.form(first).endswith(words.lexicon.endings("plural_endings"))
    plural = plural and words.is_one_of(start, "definite")
    letters = words.text[words.tokens[first].start : words.tokens[first].end].isupper()
    return start < first and (plural or words.is_one_of(start, "plural_articles")) and not letters


def is_band(words: Words, start: int, last: int) -> bool:
    """ "Según dos testigos, Los Centinelas entraron ... y sacaron a 17 niños": an article with a capital inside its
    sentence belongs to a name, and what the name does is a violation."""
    inside = start > 0 and words.is_capital(start) and words.form(start - 1) not in _OPENINGS
    if not inside or words.is_one_of(start - 1, "place_preps") or words.is_one_of(start - 1, "of_words"):
        return False
    for at in range(last, min(last + _DEED_TOKENS, len(words.tokens))):
        if words.form(at) in ".;:" or words.is_one_of(at, "passive_words"):
            return False
        if words.hit(at, "violations") is not None:
            return at > last
    return False


def has_men(words: Words, start: int, first: int) -> bool:
    """ "Members of the Red Sashes", "forced to join the Red Sashes": with the article or without."""
    return words.ends_at(start, "party_of") or (start < first and words.ends_at(first, "party_of"))
