"""Cores: of the words in front of or behind a cue those that name who speaks."""

from __future__ import annotations

from tawthiq.record.extract.page import Page
from tawthiq.record.extract.token import NUMBER, WORD


def core_of(page: Page, first: int, last: int) -> tuple[int, int]:
    """ "The administrator, Faustin Kamb" is Faustin Kamb; "a teacher who asked" a teacher."""
    first = _past_small(page, first, last)
    named = _apposed(page, first, last)
    if named is not None:
        return named
    return first, _cut(page, first, last)


def _past_small(page: Page, first: int, last: int) -> int:
    at = first
    while at < last - 1 and (
        any(page.is_one_of(at, table) for table in ("determiners", "possessives", "source_relatives", "first_person"))
    ):
        at += 1
    return at


def _apposed(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """The name that stands behind a comma beside the office of its bearer."""
    for at in range(first + 1, last - 1):
        if page.form(at) != ",":
            continue
        person = page.hits_in(first, at, "officials", "witnesses", "back_sources")
        lower = page.tokens[at - 1].sort == WORD and not page.is_capital(at - 1)
        end = next((here for here in range(at + 1, last) if page.form(here) == ","), last)
        names = [here for here in range(at + 1, end) if page.is_capital(here)]
        if (person or lower) and names and names[0] == at + 1 and 1 < end - at - 1 <= 5:
            return at + 1, end
        return None
    return None


def _cut(page: Page, first: int, last: int) -> int:
    """Where circumstances of a plain noun begin; a name keeps all of its words."""
    if page.is_capital(first) and any(page.is_capital(at) for at in range(first + 1, last)):
        return last
    for at in range(first + 1, last):
        if page.is_one_of(at, "source_circumstances") and page.tokens[at - 1].sort != NUMBER:
            return at
    return last
