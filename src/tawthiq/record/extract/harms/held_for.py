"""Held for it: the arrest of who did it to children, which takes no child's liberty."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import NUMBER

_CHARGE_TOKENS = 6


def is_held_for_it(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "A commander was arrested for the abduction of nine girls", "detained a man suspected of raping a girl of 12":
    the children stand behind what he did; not "arrested nine girls suspected of spying", "arrested 14 people over
    the abduction, among them two boys"."""
    charge = _charge_behind(page, clause, hit)
    if charge is None:
        return False
    deeds = [deed for deed in page.hits_in(charge, clause.last, "violations") if deed.code != hit.code]
    young = _young_people(page, clause)
    if not (deeds and young) or young[0] <= charge or young[-1] < deeds[0].first:
        return False
    between = range(deeds[0].first, young[0])
    return not any(page.is_one_of(at, "among_them_words") for at in between)


def _charge_behind(page: Page, clause: Clause, hit: Hit) -> int | None:
    near = range(hit.first + 1, min(hit.last + _CHARGE_TOKENS, clause.last))
    charges = (at for at in near if page.is_one_of(at, "held_over_words"))
    return next((at for at in charges if page.tokens[min(at + 1, clause.last - 1)].sort != NUMBER), None)


def _young_people(page: Page, clause: Clause) -> list[int]:
    """Where children, or ages, are told in the clause."""
    units = page.hits_in(clause.first, clause.last, "units")
    children = [unit.first for unit in units if unit.entry.more.get("victim") == "child"]
    ages = [item.core for item in page.quantities.between(clause.first, clause.last) if item.rule == "age"]
    return sorted([*children, *ages])
