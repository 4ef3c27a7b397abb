"""The gate: what a model proposes is let in only as far as the text and our own rules bear it out.

A quote must stand in the text letter for letter; every number is read again by our grammar; names that are not in the
text are marked as inferred or dropped; certainty is only ever lowered. What is turned away is counted with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Role
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.scene import QuantityFound
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Basis,
    Doubt,
    Origin,
    PartyRef,
    PlaceRef,
    StatedQuantity,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.terms import vocabulary
from tawthiq.terms.identity import Json

_SAME_CLAIM_IOU = 0.3
_FEWEST_CHARS = 8
_MOST_CHARS = 2000
_KNOWN_FIELDS = frozenset(("quote", "source", "party", "place", "violations", "quantities", "certainty", "kind"))


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
    let_in: dict[Span, Statement] = {}
    rejects: list[Reject] = []
    for number, proposal in enumerate(proposals):
        made = _judge(page, proposal, by_rules, extractor)
        if isinstance(made, str):
            rejects.append(Reject(made, number))
        elif isinstance(made.span, Span) and made.span in let_in:
            rejects.append(Reject("repeated", number))
        elif isinstance(made.span, Span):
            let_in[made.span] = made
    return Gated(tuple(let_in[span] for span in sorted(let_in)), tuple(rejects))


def _judge(page: Page, proposal: Json, by_rules: Sequence[Statement], extractor: str) -> Statement | str:
    if not isinstance(proposal, Mapping):
        return "not_an_object"
    span = _place(page, proposal.get("quote"))
    if isinstance(span, str):
        return span
    quantities = _numbers(page, span, proposal.get("quantities"))
    if isinstance(quantities, str):
        return quantities
    return _made(page, proposal, span, quantities, by_rules, extractor)


def _place(page: Page, quote: Json) -> Span | str:
    """The one place where the quote stands, whole words only; or why it is turned away."""
    if not isinstance(quote, str) or not _FEWEST_CHARS <= len(quote) <= _MOST_CHARS or quote != quote.strip():
        return "quote_unusable"
    at = page.text.find(quote)
    if at < 0:
        return "quote_not_in_text"
    if page.text.find(quote, at + 1) >= 0:
        return "quote_ambiguous"
    span = Span(at, at + len(quote))
    starts = {token.start for token in page.tokens}
    ends = {token.end for token in page.tokens}
    if span.start not in starts or span.end not in ends:
        return "quote_cuts_a_word"
    return span if any(block.span.holds(span) for block in page.document.blocks) else "quote_crosses_blocks"


def _numbers(page: Page, span: Span, told: Json) -> tuple[StatedQuantity, ...] | str:
    """Our own reading of the numbers in the quote; a proposal with any other number is turned away whole."""
    inside = [item for item in page.quantities if span.holds(page.span(item.first, item.last))]
    if told is None:
        told = []
    if not isinstance(told, list | tuple):
        return "quantities_unusable"
    values = {value for item in inside for value in (item.quantity.low, item.quantity.high) if value is not None}
    for quantity in told:
        for field in ("value", "high"):
            value = _fraction(quantity.get(field)) if isinstance(quantity, Mapping) else None
            given = isinstance(quantity, Mapping) and quantity.get(field) is not None
            if not isinstance(quantity, Mapping) or (given and (value is None or value not in values)):
                return "number_not_in_quote"
    return tuple(_stated(page, item) for item in inside)


def _fraction(value: Json) -> Fraction | None:
    try:
        return Fraction(str(value)) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    except (ValueError, ZeroDivisionError):
        return None


def _stated(page: Page, item: QuantityFound) -> StatedQuantity:
    span = page.span(item.first, item.last)
    return StatedQuantity(item.quantity, span, item.rule, item.denominator_stated, item.sex, None, item.conversion)


def _made(
    page: Page,
    proposal: Mapping[str, Json],
    span: Span,
    quantities: tuple[StatedQuantity, ...],
    by_rules: Sequence[Statement],
    extractor: str,
) -> Statement:
    twin = _twin(span, by_rules)
    doubts = [Doubt("proposed_by_model"), *([] if twin else [Doubt("rules_read_no_claim_here")])]
    chain = _chain(page, proposal.get("source"), twin, doubts)
    violations = _violations(proposal.get("violations"), twin, doubts)
    surplus = sorted(set(proposal) - _KNOWN_FIELDS)
    doubts += [Doubt("fields_ignored", str(len(surplus)))] if surplus else []
    return Statement(
        item_id=page.document.item_id,
        origin=Origin.TEXT,
        span=span,
        quote=span.of(page.text),
        kind=twin.kind if twin else StatementKind.VIOLATION_CLAIM if violations else StatementKind.CONTEXT,
        language=page.document.language,
        chain=chain,
        factuality=_certainty(page, span, proposal.get("certainty"), twin, chain),
        extractor=extractor,
        violations=violations,
        parties=_party(page, span, proposal.get("party"), twin),
        places=_places(page, span, proposal.get("place"), twin),
        act_period=twin.act_period if twin else NOT_STATED,
        quantities=quantities,
        hedges=twin.hedges if twin else (),
        depicted=bool(twin and twin.depicted),
        warnings=tuple(doubts),
    )


def _twin(span: Span, by_rules: Sequence[Statement]) -> Statement | None:
    near = [(span.iou(one.span), one) for one in by_rules if isinstance(one.span, Span)]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _SAME_CLAIM_IOU else None


def _chain(page: Page, source: Json, twin: Statement | None, doubts: list[Doubt]) -> tuple[Link, ...]:
    """The rules' chain where they read one; a model may name a source only in words of the text."""
    if twin and len(twin.chain) > 1:
        return twin.chain
    if not isinstance(source, str) or not source.strip():
        return twin.chain if twin else (Link(DOCUMENT, Role.PUBLISHER),)
    at = page.text.find(source)
    first = Link(DOCUMENT, Role.PUBLISHER)
    if at < 0:
        doubts.append(Doubt("source_not_in_text"))
        return (first, Link(UNNAMED, Role.UNNAMED, factuality=Factuality.REPORTED))
    mention = Span(at, at + len(source))
    return (first, Link(source, Role.ORGANISATION, mention=mention, factuality=Factuality.ATTRIBUTED))


def _violations(told: Json, twin: Statement | None, doubts: list[Doubt]) -> tuple[ViolationRef, ...]:
    known = vocabulary.load("violation").terms
    named = [code for code in told if isinstance(code, str)] if isinstance(told, list | tuple) else []
    own = twin.violations if twin else ()
    extra = [code for code in dict.fromkeys(named) if code in known and all(ref.code != code for ref in own)]
    if extra:
        doubts.append(Doubt("violation_from_model", ",".join(extra)))
    if any(code not in known for code in named):
        doubts.append(Doubt("unknown_violation_dropped"))
    return (*own, *(ViolationRef(code) for code in extra))


def _party(page: Page, span: Span, told: Json, twin: Statement | None) -> tuple[PartyRef, ...]:
    if twin and twin.parties:
        return twin.parties
    if not isinstance(told, str) or not told.strip():
        return ()
    found = _mention(page, span, told)
    return (PartyRef(told, found[1], mention=found[0]),)


def _places(page: Page, span: Span, told: Json, twin: Statement | None) -> tuple[PlaceRef, ...]:
    if twin and twin.places:
        return twin.places
    if not isinstance(told, str) or not told.strip():
        return ()
    found = _mention(page, span, told)
    return (PlaceRef(told, found[1], mention=found[0]),)


def _mention(page: Page, span: Span, words: str) -> tuple[Span | None, Basis]:
    """Inside the quote it is stated, elsewhere in the text implied, nowhere inferred."""
    at = span.of(page.text).find(words)
    if at >= 0:
        return Span(span.start + at, span.start + at + len(words)), Basis.STATED
    at = page.text.find(words)
    return (Span(at, at + len(words)), Basis.IMPLIED) if at >= 0 else (None, Basis.INFERRED)


def _certainty(page: Page, span: Span, told: Json, twin: Statement | None, chain: Sequence[Link]) -> Factuality:
    """The weakest of: what the rules read, what the hedges in the quote allow, what the model says."""
    levels = [twin.factuality] if twin else [link.factuality for link in chain]
    first = next((at for at, token in enumerate(page.tokens) if token.start >= span.start), 0)
    last = next((at for at, token in enumerate(page.tokens) if token.start >= span.end), len(page.tokens))
    levels += [Factuality(hit.code) for hit in page.hits_in(first, last, "hedges")]
    if isinstance(told, str) and told in {level.value for level in Factuality}:
        levels.append(Factuality(told))
    return weakest(levels)
