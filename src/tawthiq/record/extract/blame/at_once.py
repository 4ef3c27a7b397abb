"""At once: the sentence right behind a deed that tells what else was done there, with no place or doer of its own."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef

_IN_RAIDS = frozenset(("killing", "maiming", "abduction", "attack_school", "attack_hospital"))
_OF_SITES = frozenset(("attack_school", "attack_hospital", "military_use", "denial_access"))
_OPENING_TOKENS = 6
_NEAR_SENTENCES = 3


def told_at_once(page: Page, memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> bool:
    """ "They took ten girls. A boy who ran was shot", "two classrooms were destroyed", "one of the girls was raped"."""
    behind = clause.sentence - memory.sentence_parties_in
    if not 0 < behind <= _NEAR_SENTENCES or _is_of_another_event(page, memory, clause):
        return False
    if memory.left_open_in > memory.sentence_parties_in:
        return False
    codes = {harm.code for harm in harms}
    if _is_of_those_told(page, clause):
        return True
    if behind > 1:
        return False
    before = memory.party_harms
    of_raid = codes <= _IN_RAIDS and bool(before) and before <= _IN_RAIDS
    return of_raid or (codes <= _OF_SITES and bool(codes & before))


def _is_of_another_event(page: Page, memory: Memory, clause: Clause) -> bool:
    """A place, a doer, a doubt of its own, a word of denial; a day, unless it is one more of the same."""
    words = range(clause.first, clause.last)
    if page.sentences[clause.sentence].block != memory.party_block or any(_is_placed(page, at) for at in words):
        return True
    if any(page.is_one_of(at, table) for at in words for table in ("by_words", "fighting_nouns")):
        return True
    cues = page.hits_in(clause.first, clause.last, "cues", "denials", "hedges")
    if any(hit.code in ("denial", "uncorroborated") or hit.entry.more.get("denial") == "yes" for hit in cues):
        return True
    dated = page.dates.between(clause.first, clause.last)
    return bool(dated) and not any(page.is_one_of(at, "one_more_words") for at in words)


def _is_placed(page: Page, at: int) -> bool:
    """A place that is known, or a name behind "in", "near"."""
    led = page.is_one_of(at - 1, "place_preps") and page.is_capital(at) and not page.dates.between(at, at + 1)
    return led or bool(page.places.between(at, at + 1))


def _is_of_those_told(page: Page, clause: Clause) -> bool:
    """ "One of the girls", "some of them" at the head: of the children of the sentence before."""
    if clause.first - page.sentences[clause.sentence].first > 1:
        return False
    if page.is_one_of(clause.first, "told_subjects") and not page.is_one_of(clause.first, "they_words"):
        return _stands_alone(page, clause)
    head = range(clause.first, min(clause.first + _OPENING_TOKENS, clause.last - 1))
    return any(
        page.is_one_of(at, "of_words")
        and (page.is_one_of(at + 1, "those_words") or (page.is_one_of(at + 1, "definite") and _is_child(page, at + 2)))
        for at in head
    )


def _stands_alone(page: Page, clause: Clause) -> bool:
    """ "Some were forced to marry": no noun behind; not "some schools were burned"."""
    return any(page.is_one_of(clause.first + 1, table) for table in ("passive_words", "have_words", "of_words"))


def _is_child(page: Page, at: int) -> bool:
    return any(unit.entry.more.get("victim") == "child" for unit in page.hits_in(at, at + 1, "units"))
