"""Who could speak: whether words beside a cue can be somebody at all, as "paso" in "salió al paso" cannot."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.token import WORD

_PEOPLE = (
    "officials",
    "witnesses",
    "back_sources",
    "reports",
    "units",
    "groups",
    "group_heads",
    "party_back",
    "voices",
)
_PEOPLE_TABLES = (
    "bodies_words",
    "verifying_bodies",
    "missions",
    "teller_words",
    "world_words",
    "police_words",
    "could_speak",
)
_FEWEST_LETTERS = 5


def could_speak(page: Page, first: int, last: int) -> bool:
    """A name, a word for people, offices, bodies, reports, or one that ends as words for people do ("ferrymen").

    Arabic writes no capitals, so that any word there can be a name.
    """
    if page.lexicon.language == "ar" or page.hits_in(first, last, *_PEOPLE):
        return True
    return page.form(first - 1) == "@" or any(_is_somebody(page, at) for at in range(first, last))


def _is_somebody(page: Page, at: int) -> bool:
    if page.is_capital(at) or page.form(at) == "@" or page.is_number(at):
        return True
    ends = page.form(at).endswith(page.lexicon.endings("person_endings"))
    person = page.tokens[at].sort == WORD and ends and len(page.form(at)) >= _FEWEST_LETTERS
    return person or any(page.is_one_of(at, table) for table in _PEOPLE_TABLES)
