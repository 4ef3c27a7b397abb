"""Going on: whose deed a clause tells that names nobody: whoever did what was told just before, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.blame.at_once import told_at_once
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.those_before import means_children_before
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.statement import Basis, PartyRef, ViolationRef
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.violation import Unit, violation_type

_HURT = frozenset(("killing", "maiming"))
_ATTACKS = frozenset(("attack_school", "attack_hospital"))
"""Whoever attacked is whose attack killed and wounded."""
_LEAD_TOKENS = 6
_RAIDED = _ATTACKS | {"killing", "maiming", "abduction"}
_THERE_SENTENCES = 2
_TO_SITES = frozenset((*_ATTACKS, "military_use", "denial_access"))


def going_on(page: Page, memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> tuple[PartyRef, ...]:
    """Nobody is named: whoever did what was told just before, unless the clause counts anew, tells of mines or opens
    with how much there was of it, "continuaron los ataques a hospitales"; nobody
    where the sentence before names children and who did nothing to them, "police found 12 boys. They had been beaten".
    """
    counted = any(item.rule == "count" for item in page.quantities.between(clause.first, clause.last))
    goes_on = any(_is_another(page, at) for at in range(clause.first, clause.last))
    fresh = counted and not goes_on and bool(page.hits_in(clause.first, clause.last, "violations"))
    if fresh and block_of(page, clause) != memory.party_block and memory.sentence_parties_in != clause.sentence:
        return ()
    if any(page.is_one_of(at, "mine_words") for at in range(clause.first, clause.last)):
        return ()
    if page.is_one_of(clause.first, "summing_verbs"):
        return ()
    last = memory.sort or memory.party
    if last is not None and _goes_on_doing(page, memory, clause, harms):
        return (replace(last, basis=Basis.IMPLIED),)
    if not memory.party_harms and means_children_before(page, clause):
        return ()
    return _implied(memory, clause, harms)


def _is_another(page: Page, at: int) -> bool:
    """ "Another 12", "12 more"; not "more than 900"."""
    return page.is_one_of(at, "other_words") and not page.hits_in(at, at + 1, "comparators")


def _goes_on_doing(page: Page, memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> bool:
    """ "Ils sont repartis avec onze élèves", "the clinic was torched too": of whoever did what was told just before."""
    later = memory.sentence_parties_in < clause.sentence
    near = block_of(page, clause) - memory.party_block <= 1
    if not (harms and later and near):
        return False
    if page.lexicon.language == "ar":
        return _do_it_themselves(page, clause)
    if any(page.is_one_of(at, "also_words") for at in range(clause.first, clause.last)) or _in_same_event(page, clause):
        return block_of(page, clause) == memory.party_block
    if told_at_once(page, memory, clause, harms) or _is_site_there(page, memory, clause, harms):
        return True
    verb = next((at for at in range(clause.first, clause.last) if is_verb(page, at)), clause.last)
    children = [unit for unit in page.hits_in(verb, clause.last, "units") if unit.entry.more.get("victim") == "child"]
    passive = any(page.is_one_of(at, "passive_words") for at in range(clause.first, clause.last))
    sites = not passive and not any(is_done_to_children(harm) for harm in harms)
    subject = _subject_at(page, clause)
    if any(page.is_one_of(at, "relatives") for at in range(subject, _act_at(page, clause))):
        return False
    return page.is_one_of(subject, "subject_pronouns") and (bool(children) or sites)


def _act_at(page: Page, clause: Clause) -> int:
    """Where the first deed stands; "they helped girls who had been raped" tells what others did."""
    acts = page.hits_in(clause.first, clause.last, "violations")
    return acts[0].first if acts else clause.first


def _subject_at(page: Page, clause: Clause) -> int:
    """Where the subject may stand: first, or behind the comma of "A week later," "In December,"."""
    lead = range(clause.first, min(clause.first + _LEAD_TOKENS, clause.last))
    comma = next((at for at in lead if page.form(at) in COMMAS), None)
    return clause.first if comma is None or is_verb(page, clause.first) else comma + 1


def _is_site_there(page: Page, memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> bool:
    """ "The rebels attacked Lodo. The school was burned": the one of the place just told of, at the same time."""
    if not all(harm.code in _ATTACKS for harm in harms) or block_of(page, clause) != memory.party_block:
        return False
    if clause.sentence - memory.sentence_parties_in > _THERE_SENTENCES or not memory.party_harms & _RAIDED:
        return False
    elsewhere = page.dates.between(clause.first, clause.last) or page.places.between(clause.first, clause.last)
    named = any(page.is_capital(at) for at in range(clause.first + 1, clause.last))
    return page.is_one_of(clause.first, "definite") and not (elsewhere or named)


def _in_same_event(page: Page, clause: Clause) -> bool:
    """ "In the same raid a school was set on fire": whoever made the raid did that too."""
    told = page.hits_in(clause.first, clause.last, "harm_back")
    return any(page.is_one_of(at, "same_sorts") for hit in told for at in range(hit.first, hit.last))


def _do_it_themselves(page: Page, clause: Clause) -> bool:
    """ "دخلوا القرية وأحرقوا المدرسة": an Arabic verb in the plural, its subject left out, of what is done to a
    site."""
    acts = page.hits_in(clause.first, clause.last, "violations")
    opens = [at for at in range(clause.first, min(clause.first + 2, clause.last)) if page.form(at).endswith("وا")]
    sites = any(page.form(act.first).endswith("وا") and act.code in _TO_SITES for act in acts)
    return bool(opens) and sites and not page.hits_in(clause.first, opens[0], "units")


def _implied(memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> tuple[PartyRef, ...]:
    """No party is named: that of the sentence's other clause, else the last one named, marked as implied."""
    codes = {harm.code for harm in harms if harm.code != "unspecified"}
    if not any(is_done_to_children(harm) for harm in harms):
        return ()
    if memory.sentence_parties_in == clause.sentence and len(memory.sentence_parties) == 1:
        return tuple(replace(party, basis=Basis.IMPLIED) for party in memory.sentence_parties)
    last = memory.sort or memory.party
    if memory.left_open_in > memory.sentence_parties_in:
        return ()
    suits = bool(codes & memory.party_harms) or (codes <= _HURT and _attacked_just_now(memory, clause))
    suits = suits or (codes <= _HURT and bool(memory.party_harms & _HURT))
    if memory.party_harms and not suits:
        return ()
    return (replace(last, basis=Basis.IMPLIED),) if last is not None else ()


def _attacked_just_now(memory: Memory, clause: Clause) -> bool:
    """ "They torched two schools. Three boys died": the sentence before names whose attack it was."""
    before = memory.sentence_parties_in == clause.sentence - 1
    return before and memory.party_block >= 0 and bool(memory.party_harms & _ATTACKS)


def is_done_to_children(harm: ViolationRef) -> bool:
    """Counted in children, so that a claim may go on about those of the sentence before."""
    return harm.code != "unspecified" and violation_type(harm.code).unit is Unit.CHILD


def block_of(page: Page, clause: Clause) -> int:
    """Number of the text block the clause stands in."""
    return page.sentences[clause.sentence].block
