"""Demonyms: a party told by the name of a people in front of its weapons."""

from __future__ import annotations

from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page

_FEWEST_LETTERS = 4
_ARTICLE_LETTERS = 3
_MOST_NATIONS = 2


def demonyms(page: Page, first: int, last: int) -> list[Mention]:
    """ "Israeli strikes", "Russian shelling": whose weapons they are, by the name of a people."""
    if page.lexicon.language == "ar":
        return _forces_of_nations(page, first, last)
    endings = tuple(page.lexicon.data.get("demonym_endings", ()))
    struck = (at for at in range(first, last - 1) if endings and page.is_one_of(at + 1, "strike_nouns"))
    return [Mention(at, at + 1) for at in struck if _is_demonym(page, at, endings)]


def _forces_of_nations(page: Page, first: int, last: int) -> list[Mention]:
    """ "القوات الكولية", "القوات الكولية والمارية": the forces of one land or two, by the adjectives behind them; of
    "القوات الحكومية", "القوات البرية" the word list knows the sort."""
    found = []
    for at in range(first, last - 1):
        if not page.is_one_of(at, "nation_forces") or "ال" not in page.form(at)[:_ARTICLE_LETTERS]:
            continue
        known = any(hit.last > at + 1 for hit in page.hits_in(at, at + 1, "groups"))
        end = at + 1
        while not known and end < min(last, at + _MOST_NATIONS + 1) and _is_of_nation(page, end):
            end += 1
        if end > at + 1:
            found.append(Mention(at, end))
    return found


def _is_of_nation(page: Page, at: int) -> bool:
    form = page.form(at).removeprefix("و")
    plain = any(page.is_one_of(at, table) for table in ("place_adjectives", "not_name_qualities", "group_adjectives"))
    return form.startswith("ال") and form.endswith("يه") and len(form) > _FEWEST_LETTERS + 1 and not plain


def _is_demonym(page: Page, at: int, endings: tuple[str, ...]) -> bool:
    """A single capitalised word with the ending of a people's name."""
    named = page.is_capital(at) and len(page.form(at)) > _FEWEST_LETTERS and page.form(at).endswith(endings)
    return named and page.form(at - 1) != "-" and not page.is_capital(at - 1)
