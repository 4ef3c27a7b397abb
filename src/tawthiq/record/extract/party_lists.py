"""Lists of parties, each with its own number in brackets."""

from __future__ import annotations

from tawthiq.record.extract.mention import Mention
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.token import NUMBER

_LIST_NAME_TOKENS = 12
_STOPS = frozenset('.;:!?()[]"“”«»؛؟,،')


def listed_mentions(page: Page, first: int, last: int) -> list[Mention]:
    """ "NAME (n), NAME (n) and NAME (n)": at least two, or one behind "attributed to"."""
    found = [
        mention
        for at in range(first + 1, last - 2)
        if page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER and _closes(page, at + 2, last)
        for mention in _name_before(page, at, first)
    ]
    return found if len(found) > 1 or any(page.hits_in(first, mention.first, "by_party") for mention in found) else []


def _closes(page: Page, at: int, last: int) -> bool:
    return any(page.form(here) == ")" for here in range(at, min(at + 5, last)))


def _name_before(page: Page, bracket: int, first: int) -> list[Mention]:
    number = bracket + 1
    bracket = _past_letters_back(page, bracket, first)
    start = bracket
    while start > first and bracket - start < _LIST_NAME_TOKENS and not _starts_item(page, start - 1, first):
        start -= 1
    while start < bracket and (page.is_one_of(start, "determiners") or page.is_one_of(start, "source_leads")):
        start += 1
    if page.is_one_of(start, "including_words"):
        start += 1 + page.is_one_of(start + 1, "possessives")
    start = _past_deed(page, start, bracket)
    looks_like_name = any(page.is_capital(at) for at in range(start, bracket)) or page.hits_in(start, bracket, "groups")
    units = [hit for hit in page.hits_in(start, bracket, "units") if not page.is_capital(hit.first)]
    units = [hit for hit in units if hit.code != "place"] if looks_like_name else units
    is_unit = units and not page.hits_in(start, bracket, "groups")
    arabic = page.lexicon.language == "ar" and start < bracket
    if start == bracket or is_unit or not (looks_like_name or arabic):
        return []
    return [Mention(start, bracket, listed=True, number=number)]


def _past_letters_back(page: Page, bracket: int, first: int) -> int:
    """ "The Protection Units (PU/WPU) (283)", "groups (formerly the Free Army) (191)": behind the name itself."""
    if page.form(bracket - 1) != ")":
        return bracket
    opens = range(bracket - 2, max(first, bracket - _LIST_NAME_TOKENS), -1)
    return next((at for at in opens if page.form(at) == "("), bracket)


def _past_deed(page: Page, start: int, bracket: int) -> int:
    """ "Air strikes of the Defence Forces (81)": who did it stands behind what was done."""
    for at in range(start, bracket - 1):
        named = page.hits_in(start, at, "groups", "group_heads") or page.is_capital(start)
        if page.is_one_of(at, "of_words") and page.hits_in(start, at, "units", "violations") and not named:
            start = at + 1
    while start < bracket and page.is_one_of(start, "determiners"):
        start += 1
    return start


def _starts_item(page: Page, at: int, first: int) -> bool:
    if page.is_one_of(at, "list_joiners"):
        return not any(page.is_one_of(here, "allied_words") for here in range(at + 1, at + 4))
    if page.form(at) in _STOPS or page.is_one_of(at, "by_words"):
        return True
    return any(hit.first <= at < hit.last for hit in page.hits_in(max(first, at - 3), at + 1, "by_party"))
