"""Wished: what a clause calls for, promises or forbids: it tells what ought to be, nothing that was done."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.record.extract.claims.claims import call_at
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.not_done import forbids
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.terms.quantity import QuantityKind

_OUGHT_TOKENS = 14


def is_only_wished(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """`own`: the violations that the words of the clause tell."""
    return _ought(page, clause, own) or _calls(page, clause) or _promises(page, clause, own)


def _ought(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "The authorities should free the boys", "a code forbids it": what ought to be, nothing counted or dated."""
    numbers = page.quantities.between(clause.first, clause.last)
    counted = any(item.quantity.kind is not QuantityKind.DURATION for item in numbers)
    if counted or page.dates.between(clause.first, clause.last):
        return False
    for at in range(clause.first, min(clause.first + _OUGHT_TOKENS, clause.last)):
        if page.is_one_of(at, "ought_words"):
            return not _must_themselves(page, clause, at)
        if forbids(page, at):
            return not any(ref.code == "denial_access" for ref in own)
    return False


def _must_themselves(page: Page, clause: Clause, at: int) -> bool:
    """ "The children must fight": what they are made to do is done to them; not "must not", "must be freed". Arabic
    says "must upon the children"."""
    last = at + 1 + 2 * page.is_one_of(at + 1, "told_preps")
    children = any(unit.entry.more.get("victim") == "child" for unit in page.hits_in(clause.first, last, "units"))
    behind = range(at + 1, at + 4)
    kept = any(page.is_one_of(here, table) for here in behind for table in ("never_words", "passive_words", "not_yet"))
    return children and not kept and not page.is_one_of(at - 1, "never_words") and not page.is_one_of(at - 1, "not_yet")


def _calls(page: Page, clause: Clause) -> bool:
    """ "Calls on all parties to end the recruitment of children": what ought to be, with no count, no armed subject."""
    at = call_at(page, clause)
    if (
        at is None
        or page.quantities.between(clause.first, clause.last)
        or page.dates.between(clause.first, clause.last)
    ):
        return False
    armed = page.hits_in(clause.first, at + 2, "groups", "group_heads", "violations")
    return not armed and not page.parties.between(clause.first, at)


def _promises(page: Page, clause: Clause, own: Sequence[ViolationRef]) -> bool:
    """ "Committed to a plan to end the recruitment of children": what is to stop, with no count of what was done."""
    told = [at for at in range(clause.first, clause.last) if page.is_one_of(at, "promise_words")]
    starts = [ref.cue.start for ref in own if ref.cue is not None]
    if not told or not starts or page.quantities.between(told[0], clause.last):
        return False
    ends = [at for at in range(told[0], clause.last) if page.is_one_of(at, "ending_words")]
    return bool(ends) and page.tokens[ends[0]].start < min(starts)
