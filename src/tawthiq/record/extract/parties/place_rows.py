"""Place rows: names with a number in brackets each that tell where it was, not who did it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import NUMBER, WORD

_LEAD_TOKENS = 6
_SUPERLATIVE_TOKENS = 3
_TAIL_TOKENS = 4

Names = Sequence[tuple[int, int]]


def place_row(page: Page, first: int, last: int) -> Names:
    """ "Strongholds such as Kesh (45) and Amra (31)", "Kesh (45) and Amra (31) were the provinces": the names of the
    row; empty where it may be one of parties."""
    if page.hits_in(first, last, "by_party"):
        return ()
    brackets = [at for at in range(first + 1, last - 2) if page.form(at) == "(" and page.tokens[at + 1].sort == NUMBER]
    names = [name for at in brackets for name in _in_front(page, at, first)]
    if len(names) < 2 or any(_may_be_party(page, *name) for name in names):
        return ()
    known = {(item.first, item.last) for item in page.places.between(first, last)}
    told = _leads(page, names[0][0], first) or _most_of_places(page, first, last) or _are_places(page, brackets[-1])
    return names if told or any(name in known for name in names) else ()


def _in_front(page: Page, bracket: int, first: int) -> list[tuple[int, int]]:
    """The names in front of a bracket: one, or two that "and" joins, "Kesh and Amra (6 each)"."""
    start = bracket
    while start > first and (_is_named(page, start - 1) or page.is_one_of(start - 1, "name_links")):
        start -= 1
    parts: list[tuple[int, int]] = []
    for at in range(start, bracket):
        if not _is_named(page, at):
            continue
        if parts and not any(page.is_one_of(here, "list_joiners") for here in range(parts[-1][1], at)):
            parts[-1] = parts[-1][0], at + 1
        else:
            parts.append((at, at + 1))
    return parts


def _is_named(page: Page, at: int) -> bool:
    """A word with a capital, or the hyphen inside a name."""
    tied = page.form(at) == "-" and page.is_capital(at - 1) and page.is_capital(at + 1)
    return tied or (page.is_capital(at) and page.tokens[at].sort == WORD)


def _may_be_party(page: Page, start: int, end: int) -> bool:
    """A name led by an article, known as a party's, or with the word of a group in it."""
    by = page.is_one_of(start - 1, "by_words") and not page.is_one_of(start - 2, "followed_words")
    led = by or page.is_one_of(start - 1, "determiners")
    known = any(item.first < end and start < item.last for item in page.parties.between(start - 2, end))
    return led or known or bool(page.hits_in(start - 1, end, "groups", "group_heads"))


def _leads(page: Page, at: int, first: int) -> bool:
    """ "In strongholds of the rebels, such as": a noun of places, a comma, the word that opens examples."""
    if not page.is_one_of(at - 1, "example_words") or page.form(at - 2) != ",":
        return False
    near = range(max(first, at - 2 - _LEAD_TOKENS), at - 2)
    return any(page.is_one_of(here, "held_places") or page.hits_in(here, here + 1, "place_heads") for here in near)


def _most_of_places(page: Page, first: int, last: int) -> bool:
    """ "The province with most cases", "los municipios más afectados"."""
    heads = [hit for hit in page.hits_in(first, last, "place_heads") if not page.is_capital(hit.first)]
    behind = (at for hit in heads for at in range(hit.last, hit.last + _SUPERLATIVE_TOKENS))
    return any(page.is_one_of(at, "most_words") for at in behind)


def _are_places(page: Page, bracket: int) -> bool:
    """ "... (20) were the districts": what they are stands behind the row."""
    near = range(bracket + 2, bracket + 2 + _TAIL_TOKENS)
    said = any(page.is_one_of(at, "being_words") for at in near)
    return said and bool(page.hits_in(bracket + 3, bracket + 4 + _TAIL_TOKENS, "place_heads"))
