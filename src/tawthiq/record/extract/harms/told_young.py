"""Told young: people whom an age beside the clause, or in the next sentence, tells to be children."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.terms.quantity import Comparator

_ADULT_AT = 18
_BEING_TOKENS = 7


def are_told_young(page: Page, clause: Clause) -> bool:
    """ "They forced him to cook, said the boy, who is 14", "two brothers were taken. They are 12 and 14"."""
    spoken = any(page.is_one_of(at, "speaker_words") for at in range(clause.first, clause.last))
    return (spoken and _is_by_child(page, clause)) or (_names_kin(page, clause) and _goes_on_with_age(page, clause))


def _is_by_child(page: Page, clause: Clause) -> bool:
    """ "They forced him to cook, said the boy, who is 14": told of in the rest of the sentence, and nobody else."""
    here = page.sentences[clause.sentence]
    return any(_tells_age(page, first, last) for first, last in ((here.first, clause.first), (clause.last, here.last)))


def _tells_age(page: Page, first: int, last: int) -> bool:
    """Someone is said to be under eighteen, and nobody grown up is spoken of."""
    ages = [item.quantity for item in page.quantities.between(first, last) if item.rule == "age"]
    exact = [age for age in ages if age.comparator in (Comparator.EXACT, Comparator.LESS_THAN)]
    adults = any(unit.entry.more.get("victim") == "adult" for unit in page.hits_in(first, last, "units"))
    return bool(exact) and all(age.low is not None and age.low < _ADULT_AT for age in exact) and not adults


def _names_kin(page: Page, clause: Clause) -> bool:
    """Brothers, sisters, cousins: people of any age."""
    units = page.hits_in(clause.first, clause.last, "units")
    return any((unit.code, unit.entry.more.get("victim")) == ("person", "any") for unit in units)


def _goes_on_with_age(page: Page, clause: Clause) -> bool:
    """The next sentence of the paragraph says how old they are."""
    here, behind = page.sentences[clause.sentence], page.sentences[clause.sentence + 1 : clause.sentence + 2]
    if not behind or behind[0].block != here.block:
        return False
    first, last = behind[0].first, min(behind[0].first + _BEING_TOKENS, behind[0].last)
    opened = page.is_one_of(first, "pronouns") or page.is_one_of(first, "figure_words")
    return opened and page.is_one_of(first + 1, "age_copulas") and _tells_age(page, first, last)
