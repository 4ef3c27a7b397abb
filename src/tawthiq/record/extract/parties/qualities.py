"""Qualities: the words in front of a sort of armed men that tell of which sort, whose, from which land they are."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD

_COMPOUND_TOKENS = 3
_DATE_TOKENS = 3


def qualities_start(page: Page, start: int, first: int) -> int:
    """ "Kesh government forces", "allied militias", "criminal and terrorist groups": back to where the name of the sort
    begins."""
    while start > first and (at := _one_back(page, start, first)) < start:
        start = at
    return start


def past_second_quality(page: Page, mention: Mention) -> int:
    """ "Terrorist and antigovernment organizations": behind the second of two words for one sort of body; the end of
    the mention where it is none."""
    at = mention.last
    joined = page.is_one_of(at, "list_joiners") and page.is_one_of(at + 1, "group_qualities")
    sort = page.form(mention.last - 1).endswith("ist") and page.lexicon.heads_last
    body = page.is_one_of(at + 2, "group_nouns") or page.is_one_of(at + 2, "organised_nouns")
    own = page.hits_in(at + 1, at + 2, "groups")
    return at + 3 if sort and joined and body and not own else at


def _one_back(page: Page, start: int, first: int) -> int:
    """The start of the one word, compound, or word joined by "and", that stands in front; `start` where none does."""
    at = start - 1
    if _is_quality(page, at) or _names_sort(page, at):
        return at
    if _is_compound(page, at) and at - 2 >= first:
        return at - 2
    joined = page.is_one_of(at, "list_joiners") and at - 1 >= first and not page.is_one_of(start, "list_joiners")
    return at - 1 if joined and _is_joined(page, at - 1) else start


def _names_sort(page: Page, at: int) -> bool:
    """A capital that tells whose they are; no article, preposition, number, doubt, day in front."""
    if not page.is_capital(at) or page.tokens[at].sort != WORD:
        return False
    if any(page.is_one_of(at, table) for table in ("determiners", "source_leads", "prepositions")):
        return False
    if page.form(at) in page.lexicon.number_words or page.hits_in(at, at + 1, "vague", "hedges"):
        return False
    return not any(date.last > at for date in page.dates.between(at + 1 - _DATE_TOKENS, at + 1))


def _is_quality(page: Page, at: int) -> bool:
    """ "Allied militias", "local police"; "the Front and (its) allied militias" only tells whose side they are on."""
    tied = any(page.is_one_of(at - 1, table) for table in ("possessives", "list_joiners"))
    if tied and page.is_one_of(at, "allied_words"):
        return False
    return page.is_one_of(at, "group_qualities") and page.form(at - 1) != "-"


def _is_compound(page: Page, at: int) -> bool:
    """ "Kesh-backed", "government-aligned": whose side they are on."""
    return page.is_one_of(at, "area_words") and page.form(at - 1) == "-" and page.tokens[at - 2].sort == WORD


def _is_joined(page: Page, at: int) -> bool:
    """ "National and local police", "Omeri and Karoumian armed groups": two words for one sort; not "the army and local
    police"."""
    if page.parties.between(at, at + 1):
        return False
    if page.is_one_of(at, "joined_qualities"):
        return not page.hits_in(at, at + 1, "groups") or page.form(at).endswith("ist")
    endings = tuple(page.lexicon.data.get("demonym_endings", ()))
    return bool(endings) and page.is_capital(at) and page.form(at).endswith(endings) and not _is_place(page, at)


def _is_place(page: Page, at: int) -> bool:
    return bool(page.places.between(at, at + 1))
