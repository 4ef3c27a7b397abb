"""Told before: which of the violations told before a clause without one of its own speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.bystanders import is_harmed
from tawthiq.record.extract.blame.going_on import block_of, is_done_to_children
from tawthiq.record.extract.claims.answers import (
    blames_somebody,
    denies_deed,
    denies_some,
    refers_to_deed,
    rejects_words,
)
from tawthiq.record.extract.claims.carried_harms import carried, is_bare_share, is_kin, lasts_only, of_attacks
from tawthiq.record.extract.claims.claims import call_at
from tawthiq.record.extract.claims.spoken_of import brings_in_others, names_new_ones, speak_of_it, tells_of_others
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.other_matters import tells_other_matter
from tawthiq.record.extract.harms.ransoms import tells_of_ransom
from tawthiq.record.extract.harms.victims import is_no_case
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.speakers.deed_claims import owns_deed
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.terms.quantity import QuantityKind

_AIMED_TOKENS = 4
_COUNTED_BACK = ("case", "child", "incident", "violation", "")
_PAID = ("abduction", "denial_access", "recruitment_use")


def told_before(page: Page, memory: Memory, clause: Clause, *, near: bool) -> tuple[ViolationRef, ...]:
    """The violations of before that the clause owns, denies, blames on somebody, counts or goes on about; `near`: some
    were told not far above. Of "the violations" of nowhere near the kind is not told."""
    if not near:
        return (ViolationRef("unspecified"),) if _tells_violations(page, clause) else ()
    if tells_of_ransom(page, clause):
        return ()
    told = memory.all_told(block_of(page, clause))
    if rejects_words(page, clause):
        return told if len(told) == 1 else (ViolationRef("unspecified"),)
    if not denies_some(page, clause) and tells_other_matter(page, clause):
        return ()
    if owns_deed(page, clause.first, clause.last):
        return told
    if denies_deed(page, clause) or (blames_somebody(page, clause) and refers_to_deed(page, clause)):
        return of_attacks(page, clause, told)
    if _counts_grown(page, clause) or tells_of_others(page, clause):
        return ()
    if _is_violent(page, clause) or (_goes_on(page, memory, clause) and not _only_publishes(page, clause)):
        return carried(page, clause, memory.violations)
    return _counted_on(page, memory, clause)


def _counts_grown(page: Page, clause: Clause) -> bool:
    """ "A bomb took the lives of 75 civilians": grown people are counted, no child is told of, nor any case."""
    units = page.hits_in(clause.first, clause.last, "units", "singles")
    counted = [item for item in page.quantities.between(clause.first, clause.last) if item.rule == "count"]
    grown = bool(counted) and all(item.quantity.unit == "person" for item in counted)
    return grown and bool(units) and all(unit.entry.more.get("victim") in ("adult", "thing") for unit in units)


def _counted_on(page: Page, memory: Memory, clause: Clause) -> tuple[ViolationRef, ...]:
    """Of those counted before; pay by the month is for those who were taken, held back or used."""
    counted = page.quantities.between(clause.first, clause.last)
    units = page.hits_in(clause.first, clause.last, "units")
    if not _counts_on(page, clause, units):
        paid = any(item.quantity.kind is QuantityKind.MONEY and item.quantity.per for item in counted)
        return tuple(ref for ref in memory.violations if paid and ref.code in _PAID)
    bare = all(item.quantity.unit == "" for item in counted) and _points_back(page, clause)
    deeds = bare or any(hit.code in ("case", "incident", "violation") for hit in units)
    told = carried(page, clause, memory.violations)
    return told if deeds else tuple(ref for ref in told if is_done_to_children(ref))


def _counts_on(page: Page, clause: Clause, units: Sequence[Hit]) -> bool:
    """Cases, victims, a share, an age, "the others": told of what was counted before."""
    counted = page.quantities.between(clause.first, clause.last)
    adults = any(hit.entry.more.get("victim") == "adult" for hit in units)
    cases = any(
        (hit.code == "case" and not is_no_case(page, hit))
        or ((hit.entry.more.get("victim"), hit.code) == ("any", "person") and not adults)
        for hit in units
        if hit.code == "case" or not _are_theirs(page, hit)
    )
    most = page.hits_in(clause.first, clause.last, "majorities")
    if cases or any(not _is_of_grown(page, hit) for hit in most):
        return True
    if counted and _points_back(page, clause):
        return True
    told = [item for item in counted if not (is_bare_share(page, clause, item) or brings_in_others(page, item))]
    return any(
        item.quantity.kind in (QuantityKind.PERCENT, QuantityKind.AGE) or item.quantity.unit in _COUNTED_BACK
        for item in told
    )


def _is_of_grown(page: Page, most: Hit) -> bool:
    """ "Most of the villagers": grown people right behind."""
    behind = page.hits_in(most.last, most.last + 2, "units")
    return any(unit.entry.more.get("victim") == "adult" for unit in behind)


def _are_theirs(page: Page, hit: Hit) -> bool:
    """ "Their parents gathered", "the names of the victims": others, words about them, of whom nothing more is told."""
    named = page.is_one_of(hit.first - 2, "of_words") and page.is_one_of(hit.first - 3, "name_nouns")
    return named or is_kin(hit)


def _tells_violations(page: Page, clause: Clause) -> bool:
    """ "The violations were attributed to", "45 % of the violations": of what kind stands nowhere near."""
    told = [hit for hit in page.hits_in(clause.first, clause.last, "units") if hit.code == "violation"]
    counted = page.quantities.between(clause.first, clause.last)
    return bool(told and counted) and (
        blames_somebody(page, clause) or any(item.quantity.unit in ("violation", "percent") for item in counted)
    )


def _points_back(page: Page, clause: Clause) -> bool:
    """ "The figure", "the others", "the oldest": what was told before is counted on."""
    return any(page.is_one_of(at, "figure_words") for at in range(clause.first, clause.last))


def _goes_on(page: Page, memory: Memory, clause: Clause) -> bool:
    """In the paragraph of a violation whoever is named, counted, quoted or denies goes on about it; in the next one
    who bears arms, where somebody says so."""
    if denies_some(page, clause):
        return block_of(page, clause) == memory.violations_block
    acts = page.hits_in(clause.first, clause.last, "violations")
    named = [one for one in mentions_of(page, clause.first, clause.last) if not is_harmed(page, one, acts)]
    units = [unit for unit in page.hits_in(clause.first, clause.last, "units") if not _is_excuse(page, unit)]
    if page.lexicon.language == "en":
        units = [unit for unit in units if not any(one.first <= unit.first < one.last for one in named)]
    victims = {unit.entry.more.get("victim") for unit in units}
    if victims & {"adult", "thing"} and not victims & {"child", "any"}:
        return False
    spoilt = ("never_words", "searching_words")
    if any(page.is_one_of(at, table) for at in range(clause.first, clause.last) for table in spoilt):
        return False
    if block_of(page, clause) != memory.violations_block:
        return False
    said = page.hits_in(clause.first, clause.last, "cues", "denials", "by_party")
    if named and said and speak_of_it(page, memory, clause, named):
        return True
    numbers = page.quantities.between(clause.first, clause.last)
    told = [item for item in numbers if not brings_in_others(page, item)]
    counted = any(not (is_bare_share(page, clause, item) or lasts_only(item)) for item in told)
    parts = page.hits_in(clause.first, clause.last, "shares", "fractions", "majorities", "vague")
    shared = "child" in victims and any(not names_new_ones(page, hit) for hit in parts)
    return bool(counted or shared)


def _is_excuse(page: Page, unit: Hit) -> bool:
    """ "Said they were adults", "said permits were missing": what the deed is excused with, no other matter."""
    adults = page.is_one_of(unit.first, "grown_words") and page.is_one_of(unit.first - 1, "being_words")
    return adults or page.is_one_of(unit.first, "excuse_words")


def _only_publishes(page: Page, clause: Clause) -> bool:
    """ "The Sentinels have put out a recording", "calls on the Council to act": nothing was done."""
    told = any(hit.code == "publish" for hit in page.hits_in(clause.first, clause.last, "cues"))
    calls = call_at(page, clause) is not None and not page.quantities.between(clause.first, clause.last)
    return calls or (told and bool(page.hits_in(clause.first, clause.last, "media")))


def _is_violent(page: Page, clause: Clause) -> bool:
    """ "The soldiers fired without asking": of the harm told before."""
    shots = any(
        page.is_one_of(at, "violent_words")
        and not any(page.is_one_of(near, "harmless_aims") for near in range(at + 1, at + _AIMED_TOKENS))
        for at in range(clause.first, clause.last)
    )
    acts = page.hits_in(clause.first, clause.last, "violations")
    armed = page.hits_in(clause.first, clause.last, "groups", "group_heads", "party_back")
    armed = [hit for hit in armed if not is_harmed(page, Mention(hit.first, hit.last, group=True), acts)]
    at_others = _is_at_others(page, clause)
    return shots and bool(armed) and not at_others and not page.quantities.between(clause.first, clause.last)


def _is_at_others(page: Page, clause: Clause) -> bool:
    """ "Fired at a civilian": at a grown person whom nobody told of before."""
    units = [unit for unit in page.hits_in(clause.first, clause.last, "units") if _is_aimed_at(page, unit)]
    return bool(units) and all(unit.entry.more.get("victim") == "adult" for unit in units)


def _is_aimed_at(page: Page, unit: Hit) -> bool:
    led = any(page.is_one_of(unit.first - 2, table) for table in ("aimed_words", "opposing_words", "to_whom"))
    return led and page.is_one_of(unit.first - 1, "indefinite")
