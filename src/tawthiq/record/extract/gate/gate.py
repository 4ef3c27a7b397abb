"""The gate: what a model proposes is let in only as far as the text and our own rules bear it out.

A quote must stand in the text letter for letter; every number is read again by our grammar; names that are not in the
text are marked as inferred or dropped; certainty is only ever lowered. What is turned away is counted with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.gate.amounts import amounts_let_in
from tawthiq.record.extract.gate.made import made
from tawthiq.record.extract.gate.quote import place_of
from tawthiq.record.extract.gate.scope import ByRules, scope_of
from tawthiq.record.extract.gate.told import told
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import Statement
from tawthiq.terms.identity import Json

_OVERLAPS_IOU = 0.5


@dataclass(frozen=True, slots=True)
class Reject:
    """A proposal turned away. `code`: fixed word; `number`: its place in the answer, from 0."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Gated:
    """What came through, and what did not."""

    statements: tuple[Statement, ...]
    rejects: tuple[Reject, ...]


def gate(page: Page, proposals: Sequence[Json], by_rules: Sequence[Statement], extractor: str) -> Gated:
    """`by_rules`: what the rules read in the same document; it bounds certainty and names the chain."""
    read = ByRules(by_rules)
    let_in: list[Statement] = []
    rejects: list[Reject] = []
    for number, proposal in enumerate(proposals):
        judged = _judge(page, proposal, read, extractor)
        if isinstance(judged, str):
            rejects.append(Reject(judged, number))
        elif any(_says_the_same(judged, other) for other in let_in):
            rejects.append(Reject("repeated", number))
        else:
            let_in.append(judged)
    return Gated(tuple(sorted(let_in, key=_order)), tuple(rejects))


def _order(one: Statement) -> Span:
    return one.span if isinstance(one.span, Span) else Span(0, 0)


def _says_the_same(one: Statement, other: Statement) -> bool:
    """The same claim on much the same words."""
    return _order(one).iou(_order(other)) >= _OVERLAPS_IOU and _claim(one) == _claim(other)


def _claim(one: Statement) -> tuple[object, ...]:
    codes, names = {ref.code for ref in one.violations}, [party.name for party in one.parties]
    return codes, names, one.speaker, [item.quantity for item in one.quantities]


def _judge(page: Page, proposal: Json, by_rules: ByRules, extractor: str) -> Statement | str:
    said = told(proposal)
    if isinstance(said, str):
        return said
    span = place_of(page, said.quote)
    if isinstance(span, str):
        return span
    quantities = amounts_let_in(page, span, said.amounts)
    if isinstance(quantities, str):
        return quantities
    return made(scope_of(page, span, by_rules), said, quantities, extractor)
