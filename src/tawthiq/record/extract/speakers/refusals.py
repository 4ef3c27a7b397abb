"""Refusals: a permit or a convoy that is refused, where the same verb elsewhere denies what is said."""

from __future__ import annotations

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.told_behind import is_accusation
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.words.lexicon import Hit


def refuses_aid(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "رفضت السلطات منح تصاريح لتسع قوافل": a permit or a convoy is refused; nothing is denied, no accusation."""
    if _bars_way(page, clause, hit):
        return True
    if not page.is_one_of(hit.first, "refusing_words"):
        return False
    aid = [one.first for one in page.hits_in(hit.last, clause.last, "targets") if one.code == "aid"]
    accused = aid and any(_is_charge(page, at) for at in range(hit.last, aid[0]))
    return bool(aid) and not accused


def _bars_way(page: Page, clause: Clause, hit: Hit) -> bool:
    """ "Denied access to three convoys", "denied aid workers access": what is denied is the way, no charge; not "denied
    blocking access", "denied access had been blocked"."""
    aid = page.hits_in(hit.last, clause.last, "targets")
    at = hit.last
    while page.is_one_of(at, "determiners") or any(one.first <= at < one.last for one in aid):
        at += 1
    barred = any(page.is_one_of(here, "refused_words") for here in range(hit.last, at + 1))
    return barred and not has_verb(page, at + 1, clause.last)


def _is_charge(page: Page, at: int) -> bool:
    """ "اتهامه باستهداف قافلة", "تقارير عن قصف قافلة": what is refused is an account of a deed."""
    told = any(hit.code == "report" for hit in page.hits_in(at, at + 1, "units"))
    return told or is_accusation(page, at) or page.is_one_of(at, "charge_words")
