"""Told places: names that an Arabic text brings in behind a noun for a place, known wherever they stand again."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.bare_names import joined_names
from tawthiq.record.extract.phrases.name_words import is_unlisted
from tawthiq.record.extract.places.place_names import name_behind
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import WORD

_DATELINE_TOKENS = 4


Told = frozenset[tuple[str, ...]]
"""Names by the forms of their words."""


def told_places(page: Page) -> Told:
    """The names behind "town", "district", those of datelines; none that a word list knows as a plain word."""
    if page.lexicon.language != "ar":
        return frozenset()
    spans = [*_behind_heads(page), *_datelines(page)]
    return frozenset(tuple(page.form(at) for at in range(*span)) for span in spans)


def _behind_heads(page: Page) -> Iterator[tuple[int, int]]:
    for hit in page.hits_in(0, len(page.tokens), "place_heads"):
        name = None if describes_group(page, hit) else name_behind(page, hit.last, len(page.tokens))
        if name and all(is_unlisted(page, at) for at in range(*name)):
            yield name
            yield from listed_names(page, hit.first, name[1])


def describes_group(page: Page, head: Hit) -> bool:
    """ "ميليشيات محلية", "قناة محلية", "مصادر محلية": local, no locality."""
    if page.is_one_of(head.first, "local_words") and _is_local(page, head.first - 1):
        return True
    return any(sort.first < head.first < sort.last for sort in page.hits_in(head.first - 2, head.first, "groups"))


def _is_local(page: Page, at: int) -> bool:
    """A noun without an article that can be called local: bands, channels, who tells and writes."""
    form = page.form(at)
    told = page.is_one_of(at, "local_things") or bool(page.hits_in(at, at + 1, "officials"))
    return told or (form.endswith(("ه", "ات")) and not form.startswith("ال"))


def listed_names(page: Page, head: int, at: int) -> Iterator[tuple[int, int]]:
    """ "محليتي الريانة وأم الجدي": behind a noun for two or more places the other names."""
    if page.is_one_of(head, "many_places"):
        yield from joined_names(page, at, len(page.tokens), loose=True)


def _datelines(page: Page) -> Iterator[tuple[int, int]]:
    """ "مسلان (زرقان) 6 تشرين الثاني": one word or two in front of the first date of a text, and those in brackets."""
    for sentence in page.sentences[:3]:
        dated = page.dates.between(sentence.first + 1, sentence.first + _DATELINE_TOKENS + 1)
        if not dated:
            continue
        words = [at for at in range(sentence.first, dated[0].first) if page.tokens[at].sort == WORD]
        if 0 < len(words) <= 2 and all(is_unlisted(page, at) for at in words):
            yield from ((at, at + 1) for at in words)


def told_at(page: Page, told: Told, at: int, last: int) -> tuple[tuple[int, int], bool] | None:
    """The tokens of a told name that begins at the token, the longest; whether a particle is joined to it: "ببرقان",
    not "برقان"."""
    for end in (min(at + 2, last), at + 1):
        row = tuple(page.form(here) for here in range(at, end))
        if row and row in told:
            return (at, end), False
        if row and row[0][:1] in "وبلف" and (row[0][1:], *row[1:]) in told:
            return (at, end), True
    return None
