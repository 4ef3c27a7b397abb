"""Called bodies: the name behind the sort of a body, "the rights group Amal Watch"; the person in front of his body."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import NUMBER, WORD

_SORT_TOKENS = 6
_PERSON_TOKENS = 4


def name_of_body(page: Page, first: int, last: int) -> int:
    """Where a body's name begins behind what sort of body it is; the first token where no sort stands in front."""
    for at in range(first, min(first + _SORT_TOKENS, last - 1)):
        if not _describes(page, at, first):
            return first
        if page.is_one_of(at, "sorts_of_bodies") and page.is_capital(at + 1):
            return at + 1
    return first


def _describes(page: Page, at: int, first: int) -> bool:
    """A word in small letters, an acronym of a sort ("NGO"), or the word that opens its sentence."""
    if page.tokens[at].sort != WORD:
        return page.form(at) == "-"
    opens = at == first and page.form(at - 1) in ("", ".", "!", "?", '"', "”", ":", ")")
    return not page.is_capital(at) or opens or page.is_one_of(at, "sorts_of_bodies")


def person_of_body(page: Page, first: int, last: int) -> int:
    """ "Lena Marr of Amal Watch", "Ali Sabo from the Kolu Red Cross": where the person's name ends; else the end."""
    end = first
    while end < last and page.is_capital(end) and page.tokens[end].sort == WORD:
        end += 1
    if not 1 < end - first <= _PERSON_TOKENS or page.is_one_of(first - 1, "determiners"):
        return last
    behind = end + 1 + int(page.is_one_of(end + 1, "determiners"))
    led = page.is_one_of(end, "bearing_preps") and behind < last and page.is_capital(behind)
    return end if led and not _names_body(page, first, end) and _is_body(page, behind, last) else last


def _names_body(page: Page, first: int, last: int) -> bool:
    """A word of the name that a body, a land, or a number has."""
    bodies = any(
        page.is_one_of(at, "bodies_words") or page.is_one_of(at, "bodies_of_arms") for at in range(first, last)
    )
    known = page.places.between(first, last) or page.hits_in(first, last, "officials", "witnesses", "group_heads")
    return bodies or bool(known) or any(page.tokens[at].sort == NUMBER for at in range(first, last))


def _is_body(page: Page, first: int, last: int) -> bool:
    """A name that a word for bodies is part of, or one of letters alone ("UNICEF")."""
    letters = page.words(first, first + 1)
    known = any(page.is_one_of(at, "bodies_words") or page.is_one_of(at, "world_words") for at in range(first, last))
    return known or (len(letters) > 1 and letters.isupper())
