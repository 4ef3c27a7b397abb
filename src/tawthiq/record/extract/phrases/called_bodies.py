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


def name_behind_office(page: Page, first: int, last: int) -> int:
    """ "Fund spokesman James Odell", "ambassador to the UN Linda Torres-Hall": where the name begins that ends the
    phrase, a word for an office in small letters in front of it; else the first token."""
    start = last
    while start > first and _is_of_name(page, start - 1, last):
        start -= 1
    while start < last and _is_letters(page, start):
        start += 1
    words = [at for at in range(start, last) if page.is_capital(at)]
    offices = [hit for hit in page.hits_in(first, start, "officials", "voices") if not page.is_capital(hit.first)]
    near = bool(offices) and (offices[-1].last == start or _is_letters(page, start - 1))
    named = 1 < len(words) <= _PERSON_TOKENS and not _names_body(page, start, last)
    return start if page.lexicon.heads_last and near and named and page.is_capital(start) else first


def _is_of_name(page: Page, at: int, last: int) -> bool:
    """A word with a capital, and the hyphen or particle between two of them."""
    if page.is_capital(at):
        return page.tokens[at].sort == WORD
    between = at + 1 < last and page.is_capital(at + 1) and page.is_capital(at - 1)
    return between and (page.form(at) == "-" or page.is_one_of(at, "name_particles"))


def _is_letters(page: Page, at: int) -> bool:
    letters = page.words(at, at + 1)
    return len(letters) > 1 and letters.isupper()


def _describes(page: Page, at: int, first: int) -> bool:
    """A word in small letters, an acronym of a sort ("NGO"), or the word that opens its sentence."""
    if page.tokens[at].sort != WORD:
        return page.form(at) in ("-", "'")
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
    known = any(page.is_one_of(at, "bodies_words") or page.is_one_of(at, "world_words") for at in range(first, last))
    return known or _is_letters(page, first)
