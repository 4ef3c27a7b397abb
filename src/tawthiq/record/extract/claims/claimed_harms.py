"""Violations of one claim: its own, or those of the claim before that it counts on."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.blame.bindings import denies_itself
from tawthiq.record.extract.blame.going_on import block_of
from tawthiq.record.extract.claims.carried_harms import charges_other
from tawthiq.record.extract.claims.told_before import told_before
from tawthiq.record.extract.claims.wished import is_only_wished
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.harms.as_told import as_told
from tawthiq.record.extract.harms.freed import ENDED_BY_RELEASE, is_of_freed, is_of_named, is_of_sought
from tawthiq.record.extract.harms.harms import harms_of
from tawthiq.record.extract.harms.ill_treated import without_blows
from tawthiq.record.extract.harms.implied_harms import implied_harms, struck_sites
from tawthiq.record.extract.harms.run_in_headings import heading_end
from tawthiq.record.extract.harms.sites_back import site_harms
from tawthiq.record.extract.harms.still_so import of_casualties, still_so
from tawthiq.record.extract.harms.told_of_them import is_promised
from tawthiq.record.extract.harms.unreal import is_only_unreal
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.verbs import has_verb
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import COMMAS

_ASIDE_TOKENS = 4
_HEADED = 2
_NEAR_BLOCKS = 2
_NEAR_SENTENCES = 4
HEADINGS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.LIST_ITEM)


def remember_heading(page: Page, memory: Memory, number: int) -> None:
    """ "Killing and maiming" over a section tells what its incidents are; "Abductions: ..." at the head of a paragraph
    turns to another matter than what was told before."""
    sentence = page.sentences[number]
    if heading_end(page, number) > sentence.first:
        memory.forget_violations()
    if (
        sentence.kind not in HEADINGS
        or has_verb(page, sentence.first, sentence.last)
        or page.quantities.between(sentence.first, sentence.last)
        or page.form(sentence.last - 1) == "?"
    ):
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
    own = _named(page, clause, memory.violations if near else (), near=near, undone=undone)
    if silences := page.hits_in(clause.first, clause.last, "silences"):
        own = _told_outside(page, clause, own, silences[0])
        if own or _aside_end(page, clause, silences[0]) >= clause.last - 1:
            return () if is_only_wished(page, clause, own) else own
    if near and not own and is_promised(page, clause):
        return tuple(ref for ref in memory.violations if ref.code == "recruitment_use")
    if _was_not_done(page, clause, own, undone=undone):
        return ()
    if tells_method(page, clause):
        return tuple(ref for ref in own if ref.code not in ENDED_BY_RELEASE)
    if undone:
        return own
    if near and own:
        own = (*own, *of_casualties(page, memory.all_told(block_of(page, clause)), clause, own))
    return _with_implied(page, clause, own) or _going_on(page, memory, clause, near=near)


def _named(
    page: Page, clause: Clause, before: Sequence[ViolationRef], *, near: bool, undone: bool
) -> tuple[ViolationRef, ...]:
    """What the clause names, in the sense that the violations told just before give it."""
    own = harms_of(page, clause, children_before=near, keep_negated=undone)
    return as_told(page, clause, without_blows(page, clause, own, before), before)


def _was_not_done(page: Page, clause: Clause, own: Sequence[ViolationRef], *, undone: bool) -> bool:
    """True where children are freed or sought, a deed is wished, feared, supposed or condemned, and none is told."""
    if own and any(only(page, clause, own) for only in (is_of_freed, is_of_sought, is_of_named)):
        return True
    if is_only_wished(page, clause, own) or (not undone and is_only_unreal(page, clause)):
        return True
    return _condemns(page, clause)


def _with_implied(page: Page, clause: Clause, own: tuple[ViolationRef, ...]) -> tuple[ViolationRef, ...]:
    """What is named, or else what the scene implies; with the sites that were struck beside it."""
    if not (own or clause.nested or denies_itself(page, clause, spoken=True)):
        own = implied_harms(page, clause)
    return _each_code_once([*site_harms(page, clause), *struck_sites(page, clause, own), *own])


def _going_on(page: Page, memory: Memory, clause: Clause, *, near: bool) -> tuple[ViolationRef, ...]:
    """What a clause that tells no violation itself says of those before it."""
    if near and _limits_rest(page, clause):
        return memory.violations
    if near and (told := still_so(page, memory, clause)):
        return told
    topics = ("relief", "limits", "other_topics", "natural_causes")
    if clause.nested or charges_other(page, clause) or page.hits_in(clause.first, clause.last, *topics):
        return ()
    return told_before(page, memory, clause, near=near)


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
    told = page.quantities.between(clause.first, clause.last) or page.hits_in(clause.first, clause.last, "by_party")
    return felt and not told


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
