"""Lands: a state that does a deed itself is its party: "Omeria bombed the school", "Omeria's massacre of", "killed by
Omeria"."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.names.names import NameFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD

_CODE_LETTERS = 2
_AUXILIARIES = 3
_QUALITIES = 2
_BY_TOKENS = 4


def acting_lands(page: Page, first: int, last: int) -> list[Mention]:
    """The lands that do something there which only a party does."""
    if not page.lexicon.heads_last:
        return []
    lands = (item for item in page.places.between(first, last) if _is_land(item) and item.last <= last)
    return [Mention(item.first, item.last) for item in lands if _acts(page, item)]


def _is_land(item: NameFound) -> bool:
    """A country, by its code of two letters."""
    return any(len(code) == _CODE_LETTERS for code in item.codes)


def _acts(page: Page, item: NameFound) -> bool:
    start = item.first - int(page.is_one_of(item.first - 1, "definite"))
    if page.is_one_of(start - 1, "by_words"):
        return _is_blamed(page, start - 1) and _ends(page, item.last)
    led = any(page.is_one_of(start - 1, table) for table in ("prepositions", "place_preps"))
    if led and not page.is_one_of(start - 1, "subordinators"):
        return _owns_deed(page, item.last)
    return _does(page, item.last) or _owns_deed(page, item.last)


def _does(page: Page, at: int) -> bool:
    """ "Has repeatedly bombed": an active verb of a deed; "strikes", "attack" right behind may be nouns."""
    for here in range(at, at + _AUXILIARIES + 1):
        noun = page.is_one_of(here, "strike_nouns")
        if page.hits_in(here, here + 1, "violations", "armed_acts", "deeds"):
            return not noun and not page.is_one_of(here - 1, "being_words") and _is_finite(page, here, at)
        if not any(page.is_one_of(here, table) for table in ("have_words", "adverbs")):
            return False
    return False


def _is_finite(page: Page, at: int, subject: int) -> bool:
    """A past form, or whatever stands behind "has"; "Omeria child soldiers" has none."""
    return page.form(at).endswith("ed") or at > subject or page.is_one_of(at, "finite")


def _owns_deed(page: Page, at: int) -> bool:
    """ "'s endless massacre of", "'s strikes on"."""
    if page.form(at) not in "'’" or page.form(at + 1) != "s":
        return False
    for here in range(at + 2, at + 3 + _QUALITIES):
        if page.is_one_of(here, "strike_nouns") or page.hits_in(here, here + 1, "violations"):
            behind = page.hits_in(here, here + 1, "violations")
            end = here + 1
            return page.form(end) in ("of", "on", "against") or any(page.form(hit.last) == "of" for hit in behind)
        if page.tokens[here].sort != WORD:
            return False
    return False


def _is_blamed(page: Page, by: int) -> bool:
    """ "Killed by", "a massacre of nine by": the deed stands in front of it."""
    near = range(max(0, by - _BY_TOKENS), by + 1)
    if any(hit.last >= by for at in near for hit in page.hits_in(at, at + 1, "by_party")):
        return True
    return any(page.hits_in(at, at + 1, "violations", "deeds") for at in near)


def _ends(page: Page, at: int) -> bool:
    """Nothing goes on with the name: "by Omeria's army", "by Omeria-backed rebels" name others."""
    return page.form(at) not in ("'", "’", "-") and not page.is_capital(at)
