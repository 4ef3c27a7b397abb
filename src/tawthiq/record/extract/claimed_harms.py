"""Violations of one claim: its own, or those of the claim before that it counts on."""

from __future__ import annotations

from tawthiq.record.extract.bindings import block_of
from tawthiq.record.extract.clauses import Clause
from tawthiq.record.extract.harms import harms_of
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.statement import ViolationRef
from tawthiq.terms.quantity import QuantityKind


def harms_of_claim(page: Page, memory: Memory, clause: Clause) -> tuple[ViolationRef, ...]:
    """Violations against children the claim speaks of, in text order, each code once."""
    near = abs(block_of(page, clause) - memory.violations_block) <= 2 and bool(memory.violations)
    own = harms_of(page, clause, children_before=near)
    if own or clause.nested or page.hits_in(clause.first, clause.last, "relief", "limits"):
        return own
    counted = page.quantities.between(clause.first, clause.last)
    cases = any(hit.code == "case" for hit in page.hits_in(clause.first, clause.last, "units"))
    refers = (
        cases
        or any(item.quantity.kind in (QuantityKind.PERCENT, QuantityKind.AGE) for item in counted)
        or any(item.quantity.unit in ("case", "child") for item in counted)
    )
    return memory.violations if refers and near else ()
