"""Rows of lands: names in front of the one noun that tells what all of them are."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import COMMAS, WORD

_ROW_TOKENS = 24


def lands_in_row(page: Page, head: int, first: int) -> list[tuple[int, int]]:
    """ "In Northern, River Nile, and Kesh states", "the Southwest and Northwest Regions": each name in front of the
    noun, the last with the noun where that has a capital; none behind a name that nothing leads in."""
    if not (page.lexicon.heads_last and page.is_one_of(head, "many_lands")):
        return []
    names: list[tuple[int, int]] = []
    end = head
    while end - (start := _name_start(page, end, first)) > 0:
        names.insert(0, (start, end + int(end == head and page.is_capital(head))))
        end = _past_glue(page, start, first)
        if end == start or head - end > _ROW_TOKENS:
            break
    lead = names[0][0] - 1 if names else head
    lead -= int(page.is_one_of(lead, "determiners"))
    return names if len(names) > 1 and page.is_one_of(lead, "place_preps") else []


def _name_start(page: Page, end: int, first: int) -> int:
    """Back over the capitals of one name; a preposition with a capital opens the sentence."""
    start = end
    while start > first and _is_of_name(page, start - 1):
        start -= 1
    return start


def _is_of_name(page: Page, at: int) -> bool:
    small = page.is_one_of(at, "place_preps") or page.is_one_of(at, "determiners")
    return page.is_capital(at) and page.tokens[at].sort == WORD and not small


def _past_glue(page: Page, at: int, first: int) -> int:
    """Back over ",", "and", ", and"."""
    while at > first and (page.form(at - 1) in COMMAS or page.is_one_of(at - 1, "list_joiners")):
        at -= 1
    return at
