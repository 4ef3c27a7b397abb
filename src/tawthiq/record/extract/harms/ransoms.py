"""Ransoms: kidnapping for ransom as a trade, and ransom paid or refused, where no child is told to have been taken."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import QuantityKind


def tells_of_ransom(page: Page, clause: Clause) -> bool:
    """Of the trade or of the money, and so of no deed told before."""
    return any(is_ransom_alone(page, clause, hit) for hit in page.hits_in(clause.first, clause.last, "violations"))


def is_ransom_alone(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Kidnappings for ransom rose", "denied paying a ransom"; not "ransom kidnappings of pupils", "the boys were
    taken for ransom", "a ransom was asked"."""
    ransom = next((at for at in range(hit.first, hit.last + 2) if page.is_one_of(at, "ransom_words")), None)
    if hit.code != "abduction" or ransom is None or ransom >= clause.last:
        return False
    if ransom > hit.first and not page.is_one_of(hit.first, "taking_nouns"):
        return False
    start = hit.first
    if ransom == hit.first and page.is_one_of(ransom - 2, "taking_nouns"):
        start = ransom - 2
    if page.is_one_of(ransom + 1, "demand_nouns") or page.hits_in(ransom + 1, ransom + 2, "violations"):
        return False
    asked = start == ransom and any(page.is_one_of(at, "demand_verbs") for at in range(clause.first, clause.last))
    return not (asked or _names_child(page, clause, start, ransom) or _names_sum(page, clause))


def _names_child(page: Page, clause: Clause, start: int, ransom: int) -> bool:
    """In front of a kidnapping; anywhere beside a ransom, for which nothing else in the clause may be told."""
    units = page.hits_in(clause.first, clause.last if ransom == start else start, "units")
    return any(unit.entry.more.get("victim") == "child" for unit in units)


def _names_sum(page: Page, clause: Clause) -> bool:
    counted = page.quantities.between(clause.first, clause.last)
    return any(item.quantity.kind is QuantityKind.MONEY for item in counted)
