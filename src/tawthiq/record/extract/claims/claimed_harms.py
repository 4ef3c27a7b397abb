"""Violations of one claim: its own, or those of the claim before that it counts on."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.bindings import denies_itself
from tawthiq.record.extract.blame.bystanders import is_harmed
from tawthiq.record.extract.blame.going_on import block_of, is_done_to_children
from tawthiq.record.extract.claims.answers import (
    blames_somebody,
    denies_deed,
    denies_some,
    refers_to_deed,
    rejects_words,
)
from tawthiq.record.extract.claims.carried_harms import (
    carried,
    charges_other,
    is_bare_share,
    is_kin,
    lasts_only,
    of_attacks,
)
from tawthiq.record.extract.claims.claims import call_at
from tawthiq.record.extract.claims.wished import is_only_wished
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.harms.as_told import as_told
from tawthiq.record.extract.harms.freed import ENDED_BY_RELEASE, is_of_freed, is_of_named, is_of_sought
from tawthiq.record.extract.harms.harms import harms_of
from tawthiq.record.extract.harms.ill_treated import without_blows
from tawthiq.record.extract.harms.implied_harms import implied_harms, struck_sites
from tawthiq.record.extract.harms.other_matters import tells_other_matter
from tawthiq.record.extract.harms.sites_back import site_harms
from tawthiq.record.extract.harms.still_so import of_casualties, still_so
from tawthiq.record.extract.harms.told_of_them import is_promised
from tawthiq.record.extract.harms.unreal import is_only_unreal
from tawthiq.record.extract.harms.victims import is_no_case
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.speakers.deed_claims import owns_deed
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS
from tawthiq.terms.quantity import QuantityKind

_AIMED_TOKENS = 4
_ASIDE_TOKENS = 4
_HEADED = 2
_NEAR_BLOCKS = 2
_NEAR_SENTENCES = 4
_COUNTED_BACK = ("case", "child", "incident", "violation", "")
_PAID = ("abduction", "denial_access", "recruitment_use")
HEADINGS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.LIST_ITEM)


def remember_heading(page: Page, memory: Memory, number: int) -> None:
    """ "Killing and maiming" over a section tells what its incidents are."""
    sentence = page.sentences[number]
    if has_verb(page, sentence.first, sentence.last) or page.quantities.between(sentence.first, sentence.last):
        return
    codes = [hit.code for hit in page.hits_in(sentence.first, sentence.last, "violations")]
    named = tuple(ViolationRef(code) for code in dict.fromkeys(codes) if code != "unspecified")
    if 0 < len(named) <= _HEADED:
        memory.remember_violations(named, sentence.block, number)


def harms_of_claim(page: Page, memory: Memory, clause: Clause, *, undone: bool = False) -> tuple[ViolationRef, ...]:
    """Violations against children the claim speaks of, in text order, each code once; `undone`: the clause says of all
    it names that it was not done, so that it tells what was not done."""
    if not page.tells_of_conflict:
        return ()
    near = is_near(page, memory, clause)
    own = harms_of(page, clause, children_before=near, keep_negated=undone)
    own = without_blows(page, clause, own, memory.violations if near else ())
    own = as_told(page, clause, own, memory.violations if near else ())
    if silences := page.hits_in(clause.first, clause.last, "silences"):
        own = _told_outside(page, clause, own, silences[0])
        if own or _aside_end(page, clause, silences[0]) >= clause.last - 1:
            return () if is_only_wished(page, clause, own) else own
    if own and any(only(page, clause, own) for only in (is_of_freed, is_of_sought, is_of_named)):
        return ()
    if near and not own and is_promised(page, clause):
        return tuple(ref for ref in memory.violations if ref.code == "recruitment_use")
    if is_only_wished(page, clause, own) or (not undone and is_only_unreal(page, clause)):
        return ()
    if _condemns(page, clause):
        return ()
    if tells_method(page, clause):
        return tuple(ref for ref in own if ref.code not in ENDED_BY_RELEASE)
    if undone:
        return own
    if near and own:
        own = (*own, *of_casualties(page, memory.all_told(block_of(page, clause)), clause, own))
    own = own or (() if clause.nested or denies_itself(page, clause, spoken=True) else implied_harms(page, clause))
    own = _each_code_once([*site_harms(page, clause), *struck_sites(page, clause, own), *own])
    if not own and near and _limits_rest(page, clause):
        return memory.violations
    if not own and near and (told := still_so(page, memory, clause)):
        return told
    aside = charges_other(page, clause) or page.hits_in(
        clause.first, clause.last, "relief", "limits", "other_topics", "natural_causes"
    )
    if own or clause.nested or aside:
        return own
    if near and rejects_words(page, clause):
        told = memory.all_told(block_of(page, clause))
        return told if len(told) == 1 else (ViolationRef("unspecified"),)
    if near and not denies_some(page, clause) and tells_other_matter(page, clause):
        return ()
    if near and owns_deed(page, clause.first, clause.last):
        return memory.all_told(block_of(page, clause))
    if near and (denies_deed(page, clause) or (blames_somebody(page, clause) and refers_to_deed(page, clause))):
        return of_attacks(page, clause, memory.all_told(block_of(page, clause)))
    if near and (_is_violent(page, clause) or (_goes_on(page, memory, clause) and not _only_publishes(page, clause))):
        return carried(page, clause, memory.violations)
    counted = page.quantities.between(clause.first, clause.last)
    units = page.hits_in(clause.first, clause.last, "units")
    refers = _counts_on(page, clause, units)
    paid = any(item.quantity.kind is QuantityKind.MONEY and item.quantity.per for item in counted)
    if near and paid and not refers:
        return tuple(ref for ref in memory.violations if ref.code in _PAID)
    if not near and _tells_violations(page, clause):
        return (ViolationRef("unspecified"),)
    if not (refers and near):
        return ()
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
    told = [item for item in counted if not is_bare_share(page, clause, item)]
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


def _told_outside(page: Page, clause: Clause, own: Sequence[ViolationRef], silence: Hit) -> tuple[ViolationRef, ...]:
    """ "Killed three children and refused to comment", "the army, which has not commented, killed three"; of "declined
    to comment on the killing" nothing is told."""
    start, behind = page.tokens[silence.first].start, page.tokens[_aside_end(page, clause, silence)].start
    return tuple(ref for ref in own if ref.cue is not None and (ref.cue.end <= start or ref.cue.start >= behind))


def _aside_end(page: Page, clause: Clause, silence: Hit) -> int:
    """The comma behind ", which has not commented,", the "which" of "no group claimed the raid, which killed ten"; the
    last token of the clause where neither is."""
    near = range(max(clause.first, silence.first - _ASIDE_TOKENS), silence.first)
    opens = any(page.is_one_of(at, "loose_relatives") and page.form(at - 1) in COMMAS for at in near)
    after = range(silence.last, min(silence.last + _ASIDE_TOKENS, clause.last))
    told = next((at for at in after if page.is_one_of(at, "loose_relatives") and page.form(at - 1) in COMMAS), None)
    if told is not None and not opens:
        return told
    commas = (at for at in range(silence.last, clause.last) if page.form(at) in COMMAS)
    return next(commas, clause.last - 1) if opens else clause.last - 1


def _each_code_once(refs: Sequence[ViolationRef]) -> tuple[ViolationRef, ...]:
    return tuple({ref.code: ref for ref in reversed(refs)}.values())[::-1]


def is_near(page: Page, memory: Memory, clause: Clause) -> bool:
    """A violation was told not far above, in words of its own: what only goes on about it does not carry it on."""
    told = abs(block_of(page, clause) - memory.violations_block) <= _NEAR_BLOCKS and bool(memory.violations)
    return told and clause.sentence - memory.violations_sentence <= _NEAR_SENTENCES


def _limits_rest(page: Page, clause: Clause) -> bool:
    """ "In the other two cases it could not be established who did it": of the harm told before, with its count."""
    limits = page.hits_in(clause.first, clause.last, "limits")
    if not limits or not page.quantities.between(clause.first, clause.last):
        return False
    return any(page.is_one_of(at, "rest_words") for at in range(clause.first, clause.last))


def _condemns(page: Page, clause: Clause) -> bool:
    """ "ونددت الحكومة بـ«مجزرة»": what is felt of a deed told elsewhere, with no number, no party of its own."""
    opens = range(clause.first, min(clause.first + _ASIDE_TOKENS, clause.last))
    felt = any(page.is_one_of(at, "condemning_words") for at in opens)
    return felt and not page.quantities.between(clause.first, clause.last)


def tells_method(page: Page, clause: Clause) -> bool:
    """ "Researchers interviewed 64 former child soldiers": how it is known, not what was done; not "soldiers
    interviewed the villagers"."""
    words = [at for at in range(clause.first, clause.last) if page.is_one_of(at, "method_words")]
    words = [at for at in words if not page.is_one_of(at + 1, "passive_words") and not _only_describes(page, at)]
    if words and mentions_of(page, clause.first, words[0]):
        return False
    told = page.hits_in(clause.first, clause.last, "cues")
    behind = any(hit.first > words[0] and hit.code in ("say", "prep") for hit in told) if words else False
    return bool(words) and not behind


def _only_describes(page: Page, at: int) -> bool:
    """ "The youngest of the children interviewed": who they are; "fueron entrevistados" is how it is known."""
    participles = page.lexicon.endings("said_participles")
    described = bool(participles) and page.form(at).endswith(participles)
    return described and not any(page.is_one_of(here, "passive_words") for here in (at - 2, at - 1))


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
    said = page.hits_in(clause.first, clause.last, "cues", "denials", "by_party")
    if block_of(page, clause) != memory.violations_block:
        return bool(named) and bool(said)
    numbers = page.quantities.between(clause.first, clause.last)
    counted = any(not (is_bare_share(page, clause, item) or lasts_only(item)) for item in numbers)
    shared = "child" in victims and page.hits_in(
        clause.first, clause.last, "shares", "fractions", "majorities", "vague"
    )
    return bool(counted or (named and said) or shared)


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
    return shots and bool(armed) and not page.quantities.between(clause.first, clause.last)
