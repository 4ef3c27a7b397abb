"""Made: the statement that a proposal becomes, each field as far as the text and the rules bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawthiq.record.extract.chain import Link
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.gate.against_rules import doubts_about
from tawthiq.record.extract.gate.ceiling import Ceiling, ceiling_of
from tawthiq.record.extract.gate.names_let_in import parties_let_in, places_let_in
from tawthiq.record.extract.gate.scope import Scope
from tawthiq.record.extract.gate.told import Told
from tawthiq.record.extract.gate.voices import chain_let_in
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import (
    NOT_STATED,
    Basis,
    Doubt,
    Origin,
    PartyRef,
    StatedQuantity,
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.terms.unknown import Unknown

_CLAIMS = (StatementKind.VIOLATION_CLAIM, StatementKind.FIGURE)
"""Kinds that tell of something done: a denial among their words was not understood."""

_DENIAL = Doubt("denial")


def made(scope: Scope, said: Told, quantities: tuple[StatedQuantity, ...], extractor: str) -> Statement:
    """`quantities`: the numbers of its quote that were let in; `extractor`: who proposed it, with its version."""
    twin, page = scope.twin, scope.page
    above = ceiling_of(page, scope.quote, twin, scope.by_rules.statements)
    chain, doubts = chain_let_in(scope, said.sources, voiced=above.voiced)
    violations = _violations(said, twin, scope.quote)
    parties = parties_let_in(scope, said.parties)
    kind = _kind(said, twin, violations)
    told_as_claim = kind in _CLAIMS and bool(violations)
    denied = not _is_weak(said) and (above.cut_away or (above.negated and told_as_claim))
    bare = Statement(
        item_id=page.document.item_id,
        origin=Origin.TEXT,
        span=scope.quote,
        quote=scope.quote.of(page.text),
        kind=kind,
        language=page.document.language,
        chain=chain,
        factuality=Factuality.UNKNOWN if denied else _certainty(said, twin, chain, above),
        extractor=extractor,
        violations=violations,
        parties=parties,
        places=places_let_in(scope, said.places),
        act_period=_time(scope, said.time),
        quantities=tuple(_bound(item, twin, parties) for item in quantities),
        hedges=twin.hedges if twin else (),
        depicted=bool(twin and twin.depicted),
    )
    doubts += [_DENIAL] if denied or (twin is not None and _DENIAL in twin.warnings) else []
    return replace(bare, warnings=(*doubts_about(bare, twin, said), *doubts))


def _bound(item: StatedQuantity, twin: Statement | None, parties: Sequence[PartyRef]) -> StatedQuantity:
    """The number with its party, as the rules bound them, where the statement has the parties that they read."""
    if twin is None or [party.name for party in twin.parties] != [party.name for party in parties]:
        return item
    return next((own for own in twin.quantities if (own.span, own.quantity) == (item.span, item.quantity)), item)


def _is_weak(said: Told) -> bool:
    """The model itself holds it for no more than a party's word."""
    return said.certainty is not None and said.certainty.rank >= Factuality.CLAIMED_BY_PARTY.rank


def _kind(said: Told, twin: Statement | None, violations: Sequence[ViolationRef]) -> StatementKind:
    if said.kind is not None:
        return said.kind
    return twin.kind if twin else StatementKind.VIOLATION_CLAIM if violations else StatementKind.CONTEXT


def _violations(said: Told, twin: Statement | None, quote: Span) -> tuple[ViolationRef, ...]:
    """Those the model names, with the words that the rules found for them, or the whole quote; the rules' own where it
    leaves them out."""
    own = {ref.code: ref for ref in twin.violations} if twin else {}
    if said.violations is None:
        return tuple(own.values())
    return tuple(own.get(code, ViolationRef(code, cue=quote)) for code in said.violations)


def _time(scope: Scope, words: str | None) -> StatedTime | Unknown:
    """Our own reading of the words that the model points at; what the rules read where it leaves them out, or where
    its words are no time to us."""
    own = scope.twin.act_period if scope.twin else NOT_STATED
    at = scope.in_sentence(words or "")
    from_words = isinstance(own, StatedTime) and own.span is not None
    if at is None:
        return NOT_STATED if words == "" and from_words else own
    if isinstance(own, StatedTime) and _shared(own, at):
        return own
    dates = [(scope.page.span(item.first, item.last), item) for item in scope.page.dates.between(*scope.sentences)]
    read = [StatedTime(item.when, Basis.STATED, item.rule, span) for span, item in dates if item.when is not None]
    return max(read, key=lambda one: _shared(one, at), default=own) if any(_shared(one, at) for one in read) else own


def _shared(time: StatedTime, at: Span) -> int:
    return time.span.overlap_chars(at) if time.span is not None else 0


def _certainty(said: Told, twin: Statement | None, chain: Sequence[Link], above: Ceiling) -> Factuality:
    """The weakest of: what the rules read, what the sentences around the quote allow, what the model says."""
    levels = [*above.levels]
    levels += [] if twin and chain == twin.chain else [link.factuality for link in chain]
    levels += [said.certainty] if said.certainty else []
    return weakest(levels)
