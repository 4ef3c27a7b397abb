"""Violations of one claim: its own, or those of the claim before that it counts on."""

from __future__ import annotations

from tawthiq.record.extract.bindings import block_of, is_done_to_children
from tawthiq.record.extract.clauses import Clause, has_verb
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.harms import harms_of
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.sentences import Sentence
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.terms.quantity import QuantityKind

HEADINGS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.LIST_ITEM)


def remember_heading(page: Page, memory: Memory, sentence: Sentence) -> None:
    """ "Killing and maiming" over a section tells what its incidents are."""
    if has_verb(page, sentence.first, sentence.last) or page.quantities.between(sentence.first, sentence.last):
        return
    codes = [hit.code for hit in page.hits_in(sentence.first, sentence.last, "violations")]
    named = tuple(ViolationRef(code) for code in dict.fromkeys(codes) if code != "unspecified")
    if named:
        memory.violations, memory.violations_block = named, sentence.block


def harms_of_claim(page: Page, memory: Memory, clause: Clause, *, denied: bool = False) -> tuple[ViolationRef, ...]:
    """Violations against children the claim speaks of, in text order, each code once.

    `denied`: a party speaks of itself, so that what it says it does not do is named too.
    """
    near = abs(block_of(page, clause) - memory.violations_block) <= 2 and bool(memory.violations)
    own = harms_of(page, clause, children_before=near, keep_negated=denied)
    if own or clause.nested or page.hits_in(clause.first, clause.last, "relief", "limits", "other_topics"):
        return own
    if near and _blames(page, clause) and page.hits_in(clause.first, clause.last, "harm_back"):
        return memory.violations
    counted = page.quantities.between(clause.first, clause.last)
    units = page.hits_in(clause.first, clause.last, "units")
    cases = any(hit.code == "case" or (hit.entry.more.get("victim"), hit.code) == ("any", "person") for hit in units)
    refers = (
        cases
        or any(item.quantity.kind in (QuantityKind.PERCENT, QuantityKind.AGE) for item in counted)
        or any(item.quantity.unit in ("case", "child", "incident", "violation", "") for item in counted)
    )
    if not (refers and near):
        return ()
    deeds = any(hit.code in ("case", "incident", "violation") for hit in units)
    return memory.violations if deeds else tuple(ref for ref in memory.violations if is_done_to_children(ref))


def _blames(page: Page, clause: Clause) -> bool:
    """ "Blamed the army for the attack", "denied it": who did what was told before."""
    cues = page.hits_in(clause.first, clause.last, "cues")
    denied = any(cue.entry.more.get("denial") == "yes" for cue in cues)
    return denied or bool(page.hits_in(clause.first, clause.last, "by_party"))
