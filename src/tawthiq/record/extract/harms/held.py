"""Held: grown men who are held for what they did to children: no child was held."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit


def are_held_for_it(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Two soldiers were arrested over the rape of two girls": the children stand behind the charge alone; not "the
    boys were arrested for spying"."""
    if hit.code != "deprivation_liberty":
        return False
    acts = page.hits_in(hit.first + 1, clause.last, "violations")
    charges = [act.first for act in acts if act.code != hit.code]
    charge = next((at for at in charges if _is_led(page, hit.first, at)), None)
    units = page.hits_in(clause.first, clause.last, "units")
    children = [unit.first for unit in units if unit.entry.more.get("victim") == "child"]
    return charge is not None and bool(children) and min(children) > charge


def _is_led(page: Page, first: int, charge: int) -> bool:
    return any(page.is_one_of(at, "charge_leads") for at in range(first + 1, charge))
