"""The gate: what a model proposes is let in only as far as the text and our own rules bear it out.

A quote must stand in the text letter for letter; every number is read again by our grammar; names that are not in the
text are marked as inferred or dropped; certainty is only ever lowered. What is turned away is counted with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tawthiq.record.extract.chain import DOCUMENT, UNNAMED, Link, Role
from tawthiq.record.extract.doubts.ceiling import Ceiling, ceiling_of
from tawthiq.record.extract.doubts.restated import numbers_in
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.page.page import Page
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
_LONGEST_NAME = 200
_OVERLAPS_IOU = 0.5
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?(?:/\d{1,6})?")
"""Numbers that a text can tell; a longer exponent than its own would keep this machine busy for days."""
_BEFORE_NAME = r"(?<!\w)(?:[\u0648\u0641\u0628\u0644\u0643])?"
"""Arabic writes "and", "with", "for" together with the name behind them."""
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
        elif isinstance(made.span, Span) and any(made.span.iou(other) >= _OVERLAPS_IOU for other in let_in):
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
    if _cuts_a_word(page, span):
        return "quote_cuts_a_word"
    return span if any(block.span.holds(span) for block in page.document.blocks) else "quote_crosses_blocks"


def _cuts_a_word(page: Page, span: Span) -> bool:
    first = bisect_left(page.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(page.tokens, span.end, key=lambda token: token.end)
    known = first < len(page.tokens) and last < len(page.tokens)
    return not known or page.tokens[first].start != span.start or page.tokens[last].end != span.end


def _numbers(page: Page, span: Span, told: Json) -> tuple[StatedQuantity, ...] | str:
    """Our own reading of the numbers in the quote; a proposal with any other number is turned away whole."""
    inside = numbers_in(page, span)
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
    return inside


def _fraction(value: Json) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)) > 40:
        return None
    try:
        return Fraction(str(value)) if _NUMBER.fullmatch(str(value)) else None
    except ZeroDivisionError:
        return None


def _made(
    page: Page,
    proposal: Mapping[str, Json],
    span: Span,
    quantities: tuple[StatedQuantity, ...],
    by_rules: Sequence[Statement],
    extractor: str,
) -> Statement:
    twin = _twin(span, by_rules)
    above = ceiling_of(page, span, twin.span if twin and isinstance(twin.span, Span) else None, by_rules)
    doubts = [Doubt("proposed_by_model"), *([] if twin else [Doubt("rules_read_no_claim_here")])]
    source, party, place = (_name(proposal.get(field)) for field in ("source", "party", "place"))
    chain = _chain(page, source, twin, above, doubts)
    violations = _violations(proposal.get("violations"), twin, doubts)
    n_ignored = len(set(proposal) - _KNOWN_FIELDS) + sum(
        bool(proposal.get(field)) and not name
        for field, name in (("source", source), ("party", party), ("place", place))
    )
    doubts += [Doubt("fields_ignored", str(n_ignored))] if n_ignored else []
    doubts += [Doubt("denial")] if above.denied else []
    return Statement(
        item_id=page.document.item_id,
        origin=Origin.TEXT,
        span=span,
        quote=span.of(page.text),
        kind=twin.kind if twin else StatementKind.VIOLATION_CLAIM if violations else StatementKind.CONTEXT,
        language=page.document.language,
        chain=chain,
        factuality=_certainty(proposal.get("certainty"), twin, chain, above),
        extractor=extractor,
        violations=violations,
        parties=_party(page, span, party, twin),
        places=_places(page, span, place, twin),
        act_period=twin.act_period if twin else NOT_STATED,
        quantities=quantities,
        hedges=twin.hedges if twin else (),
        depicted=bool(twin and twin.depicted),
        warnings=tuple(doubts),
    )


def _twin(span: Span, by_rules: Sequence[Statement]) -> Statement | None:
    """What the rules read on these words, or on the words these were cut out of."""
    near = [(span.iou(one.span), one.span.holds(span), one) for one in by_rules if isinstance(one.span, Span)]
    best = max(near, key=lambda found: found[:2], default=None)
    if best and best[0] >= _SAME_CLAIM_IOU:
        return best[2]
    return next((one for _, held, one in near if held), None)


def _name(told: Json) -> str:
    """A name as a model gives it; empty for one that no text would print."""
    if not isinstance(told, str) or not told.isprintable() or not any(char.isalpha() for char in told):
        return ""
    return told.strip() if len(told.strip()) <= _LONGEST_NAME else ""


def _find(text: str, words: str) -> int:
    """Where the words stand as words of their own; -1 where they do not."""
    match = re.search(rf"{_BEFORE_NAME}({re.escape(words)})(?!\w)", text)
    return match.start(1) if match else -1


def _chain(page: Page, source: str, twin: Statement | None, above: Ceiling, doubts: list[Doubt]) -> tuple[Link, ...]:
    """The rules' chain where they read one; a model may name a source only in words of the text."""
    if twin and len(twin.chain) > 1:
        return twin.chain
    first = Link(DOCUMENT, Role.PUBLISHER)
    if not source:
        nameless = (first, Link(UNNAMED, Role.UNNAMED, factuality=Factuality.ATTRIBUTED))
        return twin.chain if twin else nameless if above.voiced else (first,)
    at = _find(page.text, source)
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


def _party(page: Page, span: Span, told: str, twin: Statement | None) -> tuple[PartyRef, ...]:
    if twin and twin.parties:
        return twin.parties
    if not told:
        return ()
    found = _mention(page, span, told)
    return (PartyRef(told, found[1], mention=found[0]),)


def _places(page: Page, span: Span, told: str, twin: Statement | None) -> tuple[PlaceRef, ...]:
    if twin and twin.places:
        return twin.places
    if not told:
        return ()
    found = _mention(page, span, told)
    return (PlaceRef(told, found[1], mention=found[0]),)


def _mention(page: Page, span: Span, words: str) -> tuple[Span | None, Basis]:
    """Inside the quote it is stated, elsewhere in the text implied, nowhere inferred."""
    at = _find(span.of(page.text), words)
    if at >= 0:
        return Span(span.start + at, span.start + at + len(words)), Basis.STATED
    at = _find(page.text, words)
    return (Span(at, at + len(words)), Basis.IMPLIED) if at >= 0 else (None, Basis.INFERRED)


def _certainty(told: Json, twin: Statement | None, chain: Sequence[Link], above: Ceiling) -> Factuality:
    """The weakest of: what the rules read, what the sentences around the quote allow, what the model says."""
    levels = [*above.levels, *([twin.factuality] if twin else [])]
    levels += [] if twin and chain == twin.chain else [link.factuality for link in chain]
    if isinstance(told, str) and told in {level.value for level in Factuality}:
        levels.append(Factuality(told))
    return weakest(levels)
