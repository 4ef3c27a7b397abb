"""Relative clauses of who speaks: "a priest who sheltered families" is who he is, "a teacher who asked" a teacher."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.noun_phrases import HARD_STOPS
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.token import NUMBER, WORD

_CLAUSE_TOKENS = 10
_FEWEST_WORDS = 2
_NAMELESS = ("unnamed_words", "asking_words")


def tells_who(page: Page, first: int, at: int, end: int) -> bool:
    """True where nothing but the relative clause at the token tells which people are meant: no age, no name, nothing on
    why there is no name, nothing on the writer; and more than that they fled, but of "two people who fled"."""
    if not page.is_one_of(at, "telling_relatives") or not 1 < end - at <= _CLAUSE_TOKENS or at <= first:
        return False
    described = any(page.tokens[here].sort == NUMBER or page.is_capital(here) for here in range(first + 1, at))
    inside = range(at + 1, end)
    nameless = any(page.is_one_of(here, table) for here in inside for table in _NAMELESS)
    endings = page.lexicon.endings("told_endings")
    told = page.form(at + 1).endswith(endings) or any(is_verb(page, here) for here in inside)
    told = told or page.is_one_of(at + 1, "have_words") or leads_verb(page, at)
    words = [here for here in inside if not page.is_one_of(here, "have_words")]
    enough = len(words) >= _FEWEST_WORDS or page.is_one_of(at - 1, "mere_people")
    return told and enough and not described and not nameless


def clause_end(page: Page, at: int, last: int) -> int:
    """Where the relative clause that begins at the token ends, behind who speaks: at the next stop."""
    return next((here for here in range(at, last) if page.form(here) in HARD_STOPS), last)


def names_himself(page: Page, at: int) -> bool:
    """The "as" of "a man describing himself as a commander"."""
    return page.is_one_of(at, "role_words") and page.is_one_of(at - 1, "self_words")


def claims_to_be(page: Page, first: int, at: int) -> bool:
    """ "A man claiming to speak for the Guard", "a man identifying himself as its spokesman": who he says he is, from
    behind the word for it on."""
    return any(page.is_one_of(here, "self_claims") for here in range(first + 1, at))


def leads_verb(page: Page, at: int) -> bool:
    """ "A guard who let them pass": behind "who" stands a verb, also one that no list knows, unless somebody else is
    named there: "boys who the army said"."""
    others = ("determiners", "pronouns", "possessives", "indefinite", "adverbs")
    other = page.is_capital(at + 1) or any(page.is_one_of(at + 1, table) for table in others)
    return page.is_one_of(at, "who_words") and page.tokens[at + 1].sort == WORD and not other
