"""Those before: children whom only the sentence before names, meant by a pronoun or by a verb without a subject."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.words.lexicon import Hit

_OPENING_TOKENS = 4
_ONE_TOKENS = 2


def means_children_before(page: Page, clause: Clause) -> bool:
    """ "The group handed over nine children. They had been abducted in May", "Two of them were killed": the sentence
    before names children and nobody else whom a pronoun could mean, and the clause opens with one."""
    children = _children_before(page, clause)
    if not children:
        return False
    several = not any(_is_one(page, unit) for unit in children)
    return any(_means(page, clause, at, several=several) for at in range(clause.first, _opening(clause)))


def _opening(clause: Clause) -> int:
    return min(clause.first + _OPENING_TOKENS, clause.last)


def _children_before(page: Page, clause: Clause) -> list[Hit]:
    """The children of the sentence before, in the same paragraph; none where adults are named beside them."""
    number = clause.sentence
    if not number or page.sentences[number - 1].block != page.sentences[number].block:
        return []
    before = page.sentences[number - 1]
    units = page.hits_in(before.first, before.last, "units")
    adults = any(unit.entry.more.get("victim") == "adult" and not _is_police(page, unit) for unit in units)
    return [] if adults else [unit for unit in units if unit.entry.more.get("victim") == "child"]


def _is_police(page: Page, unit: Hit) -> bool:
    """ "La policía encontró a doce niños": one body, no plural of men."""
    several = page.form(unit.first).endswith(page.lexicon.endings("plural_endings") or ("\0",))
    return page.is_one_of(unit.first, "police_words") and not several


def _is_one(page: Page, unit: Hit) -> bool:
    return any(page.is_one_of(at, "one_articles") for at in range(unit.first - _ONE_TOKENS, unit.first))


def _means(page: Page, clause: Clause, at: int, *, several: bool) -> bool:
    """A pronoun for people in the right number; one that may be an article, with its verb behind; "Fueron", "Habían
    sido" where a language needs no pronoun."""
    table = "they_people" if several else "one_person"
    if page.is_one_of(at, table):
        return not page.is_one_of(at, "determiners") or is_verb(page, at + 1)
    bare = "they_verbs" if several else "one_verbs"
    return at == clause.first and page.is_one_of(at, bare)
