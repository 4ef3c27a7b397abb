"""Spoken of: whether a clause with no violation of its own speaks of the one told before, or of something else."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.numbers.scene import QuantityFound
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import tokens_of

_CUE_TOKENS = 7
_IT_TOKENS = 5
_NEAR_TOKENS = 5
_TO_PERSONS = ("killing", "maiming", "sexual_violence", "abduction", "deprivation_liberty")


def brings_in_others(page: Page, item: QuantityFound) -> bool:
    """ "Many children lacked papers": a vague number with its noun right behind counts nobody told of before; "many of
    them", "several were girls" do."""
    vague = page.hits_in(item.first, item.last, "vague") if item.quantity.low is None else []
    return any(names_new_ones(page, hit) for hit in vague)


def names_new_ones(page: Page, hit: Hit) -> bool:
    """ "Many children", "dozens of boys": the vague word with its noun right behind, which no article points to."""
    units = page.hits_in(hit.last, hit.last + 1, "units") if hit.code == "vague" else []
    return page.lexicon.heads_last and bool(units)


def tells_of_others(page: Page, clause: Clause) -> bool:
    """ "Some 160 boys were sheltered at a stadium", "attacks resulting in the death of civilians"."""
    safe = any(page.is_one_of(at, "sheltered_words") for at in range(clause.first, clause.last))
    return safe or _harms_grown_people(page, clause)


def _harms_grown_people(page: Page, clause: Clause) -> bool:
    """ "Attacks resulting in death or injury of civilians": a deed of its own, done to others than children."""
    acts = [hit for hit in page.hits_in(clause.first, clause.last, "violations") if hit.code in _TO_PERSONS]
    units = page.hits_in(clause.first, clause.last, "units")
    units = [unit for unit in units if not page.hits_in(unit.first, unit.last, "groups")]
    if any(unit.entry.more.get("victim") == "child" for unit in units):
        return False
    grown = [unit for unit in units if unit.entry.more.get("victim") == "adult"]
    return any(-_NEAR_TOKENS < unit.first - act.last < _NEAR_TOKENS for act in acts for unit in grown)


def speak_of_it(page: Page, memory: Memory, clause: Clause, named: Sequence[Mention]) -> bool:
    """ "The Front said it had been fired on", "pinned the attack on the Front", "thinks it is the Front": who is named
    speaks himself, or the deed is meant; not "armed groups announced a lockdown", "monitors say the Front has left"."""
    if not page.lexicon.heads_last:
        return _speaks_for_doer(page, memory, clause, named[0])
    if page.hits_in(clause.first, clause.last, "harm_back"):
        return True
    said = page.hits_in(clause.first, clause.last, "cues", "denials")
    said = [cue for cue in said if not page.is_one_of(cue.first, "announcing_words")]
    blamed = any(
        page.is_one_of(at, "site_pronouns") for one in named for at in range(one.first - _IT_TOKENS, one.first)
    )
    return blamed or any(one.last <= cue.first <= one.last + _CUE_TOKENS for one in named for cue in said)


def _speaks_for_doer(page: Page, memory: Memory, clause: Clause, who: Mention) -> bool:
    """Who did it, right behind what he did, says something: of that deed."""
    said = [hit for hit in page.hits_in(clause.first, clause.last, "cues") if hit.first >= who.last]
    doer = memory.party or memory.sort
    if not said or doer is None or clause.sentence - memory.violations_sentence > 1:
        return False
    own = {token.form for token in tokens_of(doer.name)}
    return who.back or {page.form(at) for at in range(who.first, who.last)} <= own
