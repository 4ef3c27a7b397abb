"""Demonyms: a party told by the name of a people in front of its weapons."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page

_FEWEST_LETTERS = 4


def demonyms(page: Page, first: int, last: int) -> list[Mention]:
    """ "Israeli strikes", "Russian shelling": whose weapons they are, by the name of a people."""
    endings = tuple(page.lexicon.data.get("demonym_endings", ()))
    struck = (at for at in range(first, last - 1) if endings and page.is_one_of(at + 1, "strike_nouns"))
    return [Mention(at, at + 1) for at in struck if _is_demonym(page, at, endings)]


def _is_demonym(page: Page, at: int, endings: tuple[str, ...]) -> bool:
    """A single capitalised word with the ending of a people's name."""
    named = page.is_capital(at) and len(page.form(at)) > _FEWEST_LETTERS and page.form(at).endswith(endings)
    return named and page.form(at - 1) != "-" and not page.is_capital(at - 1)
