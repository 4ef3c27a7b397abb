"""Still so: sentences that go on about those just told: still missing, held for days, convoys refused, casualties."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.told_of_them import goes_on_with_them
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef

_HURT = frozenset(("killing", "maiming"))
_HELD = ("abduction", "deprivation_liberty", "recruitment_use")
_SUBJECT_TOKENS = 2
_KEPT_TOKENS = 5


def of_casualties(
    page: Page, told: Sequence[ViolationRef], clause: Clause, own: Sequence[ViolationRef]
) -> tuple[ViolationRef, ...]:
    """ "Half of the casualties", where killed and wounded were told: both of them."""
    counted = any(page.is_one_of(at, "casualty_words") for at in range(clause.first, clause.last))
    codes = {ref.code for ref in own}
    if not counted or len(codes) != 1 or not codes < _HURT or not {ref.code for ref in told} >= _HURT:
        return ()
    return tuple(ViolationRef(code, "", own[0].cue) for code in _HURT - codes)


def still_so(page: Page, memory: Memory, clause: Clause) -> tuple[ViolationRef, ...]:
    """What was told before and goes on in the clause; empty where the clause tells something else."""
    if _are_missing(page, clause):
        return _of(memory, "abduction")
    if codes := goes_on_with_them(page, clause, {ref.code for ref in memory.violations}):
        return _of(memory, *codes)
    if _are_kept(page, clause):
        return _of(memory, *_HELD)
    return _of(memory, "denial_access") if _are_let(page, clause) else ()


def _of(memory: Memory, *codes: str) -> tuple[ViolationRef, ...]:
    return tuple(ref for ref in memory.violations if ref.code in codes)


def _are_missing(page: Page, clause: Clause) -> bool:
    """ "The other 15 are still missing", "the rest are missing", "about one in ten still missing"; not under rubble."""
    words = [at for at in range(clause.first, clause.last) if page.is_one_of(at, "missing_words")]
    buried = any(page.is_one_of(at, "rubble_words") for at in range(clause.first, clause.last))
    before = range(clause.first, words[0]) if words else range(0)
    counted = bool(page.quantities.between(before.start, before.stop)) if words else False
    return (counted or any(page.is_one_of(at, "rest_words") for at in before)) and not buried


def _are_kept(page: Page, clause: Clause) -> bool:
    """ "They were held for six days": those just told of, by a pronoun, were kept, tied, guarded."""
    head = range(clause.first, min(clause.first + _SUBJECT_TOKENS, clause.last))
    meant = next((at for at in head if page.is_one_of(at, "pronouns")), None)
    if meant is None:
        return False
    behind = range(meant + 1, min(meant + _KEPT_TOKENS, clause.last))
    kept = next((at for at in behind if page.is_one_of(at, "kept_words")), None)
    return kept is not None and any(page.is_one_of(at, "passive_words") for at in range(meant + 1, kept))


def _are_let(page: Page, clause: Clause) -> bool:
    """ "Of 140 trucks only 12 were allowed through", "38 requests were refused": how many, and what became of them."""
    counted = page.quantities.between(clause.first, clause.last)
    behind = range(counted[0].first, clause.last) if counted else range(0)
    passive = any(page.is_one_of(at, "passive_words") for at in behind)
    return passive and any(page.is_one_of(at, "let_words") for at in behind)
