"""Assembly: one clause and everything bound to it, made into a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawthiq.record.extract.attribution import Attribution, attributions_of
from tawthiq.record.extract.chain import UNNAMED, Link, Mode, Role
from tawthiq.record.extract.chains import chain_of
from tawthiq.record.extract.clauses import Clause, clauses_of, has_verb
from tawthiq.record.extract.document import BlockKind
from tawthiq.record.extract.factuality import Factuality, weakest
from tawthiq.record.extract.harms import harms_of
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.parties import Mention, doers, mentions_of, named
from tawthiq.record.extract.places import mentions_taken, places_of
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
    StatedTime,
    Statement,
    StatementKind,
    ViolationRef,
)
from tawthiq.record.extract.times import Times, before_publication, times_of
from tawthiq.terms.party import Registry
from tawthiq.terms.quantity import Comparator, Quantity, QuantityKind
from tawthiq.terms.unknown import Unknown
from tawthiq.terms.violation import Unit, violation_type
from tawthiq.terms.where import Gazetteer

_LABEL_BLOCKS = (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.STANDFIRST)
_FEWEST_TOKENS = 3
_BESIDE_CHARS = 9
"""Room for " by the ", " par les ", not for a verb of its own."""
_STATE_KINDS = (
    "state_force",
    "state_security",
    "police",
    "intelligence",
    "international_force",
    "un_mission",
    "crossfire",
    "unidentified",
    "not_a_party",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules need beside the page. `extractor`: name@version written on every statement."""

    parties: Registry
    gazetteer: Gazetteer
    extractor: str

    def kind(self, code: str) -> str:
        """The kind of a party (vocabulary party_kind), empty for an unknown one."""
        return self.parties.parties[code].kind if code in self.parties.parties else ""


def statements_of(page: Page, setting: Setting) -> list[Statement]:
    """Every claim of the page in text order, not yet compared with one another."""
    memory = Memory()
    found: list[Statement] = []
    for number, sentence in enumerate(page.sentences):
        clauses = clauses_of(page, number, sentence)
        over = attributions_of(page, clauses)
        for own, clause in enumerate(clauses):
            if _is_claim(page, clause, over, own):
                found.append(_statement(page, setting, memory, clauses, own, over))
        _remember_quotation(page, memory, clauses, over, number)
    return found


def _is_claim(page: Page, clause: Clause, over: Sequence[Attribution], own: int) -> bool:
    """A finite verb, or a number with something counted; a bare "the report said" claims nothing."""
    if clause.last - clause.first < _FEWEST_TOKENS or _only_attributes(page, clause, over, own):
        return False
    counted = bool(page.quantities.between(clause.first, clause.last))
    kind = page.sentences[clause.sentence].kind
    if kind in _LABEL_BLOCKS and not has_verb(page, clause.first, clause.last):
        return False
    harmful = bool(page.hits_in(clause.first, clause.last, "violations"))
    verbal = has_verb(page, clause.first, clause.last)
    verbal = verbal or bool(page.hits_in(clause.first, clause.last, "cues", "limits"))
    return verbal or counted or (harmful and kind is not BlockKind.TABLE_CELL)


def _only_attributes(page: Page, clause: Clause, over: Sequence[Attribution], own: int) -> bool:
    """Nothing of the clause is left once source and cue are taken away."""
    for item in over:
        if item.source is None or not clause.first <= item.cue.first < clause.last or item.clauses == (own,):
            continue
        used = {*range(*item.source), *range(item.cue.first, item.cue.last)}
        left = [at for at in range(clause.first, clause.last) if at not in used and page.tokens[at].sort != "p"]
        weighty = [
            at for at in left if not page.is_one_of(at, "determiners") and not page.is_one_of(at, "source_leads")
        ]
        if own not in item.clauses and (len(weighty) <= 3 or not has_verb(page, left[0], left[-1] + 1)):
            return True
    return False


# ---- one statement -------------------------------------------------------------------------------------------------


def _statement(
    page: Page, setting: Setting, memory: Memory, clauses: Sequence[Clause], own: int, every: Sequence[Attribution]
) -> Statement:
    clause = clauses[own]
    over = [item for item in every if own in item.clauses]
    chain = chain_of(page, clause, over, memory)
    span = page.span(clause.first, clause.last)
    inner = [other for other in clauses if other.nested and other is not clause and _holds(clause, other)]
    harms = _harms(page, memory, clause)
    parties = _parties(page, memory, clause, over, harms)
    times = times_of(page, clauses, own, over)
    counted_out = [*inner, *(Clause(*item.source, clause.sentence) for item in over if item.source is not None)]
    quantities = _quantities(page, clause, counted_out, parties)
    places = _places(page, setting, memory, clause, [*over], inner)
    hedges = page.hits_in(clause.first, clause.last, "hedges")
    kind = _kind(page, clause, harms, parties, quantities)
    if _denied(over) and kind is StatementKind.VIOLATION_CLAIM:
        kind = StatementKind.CONTEXT_CLAIM
    statement = Statement(
        item_id=page.document.item_id,
        origin=Origin.TEXT,
        span=span,
        quote=span.of(page.text),
        kind=kind,
        language=page.document.language,
        chain=_with_unnamed(chain, clause, page, kind),
        factuality=Factuality.UNKNOWN,
        extractor=setting.extractor,
        direct_quotes=_direct_quotes(page, clause),
        violations=harms,
        parties=parties,
        places=places,
        quantities=quantities if kind is not StatementKind.LIMITATION else _limited(page, clause, quantities),
        hedges=tuple(page.span(hit.first, hit.last) for hit in hedges),
        depicted=any(link.mode is Mode.DEPICTS and link.conveys.value == "shows" for link in chain),
        warnings=(*times.doubts, *([Doubt("denial")] if _denied(over) else [])),
    )
    statement = _timed(page, memory, statement, times)
    _remember_parties(page, setting, memory, clause, parties, harms, kind)
    if any(harm.code != "unspecified" for harm in harms):
        memory.violations, memory.violations_block = harms, _block(page, clause)
    return replace(statement, factuality=_factuality(page, statement, [hit.code for hit in hedges], clause))


def _remember_parties(
    page: Page,
    setting: Setting,
    memory: Memory,
    clause: Clause,
    parties: Sequence[PartyRef],
    harms: Sequence[ViolationRef],
    kind: StatementKind,
) -> None:
    stated = tuple(party for party in parties if party.basis is Basis.STATED)
    if (harms or memory.party is None) and kind is not StatementKind.CONTEXT_CLAIM:
        memory.remember_party(stated, clause.sentence)
        memory.party_block = _block(page, clause) if stated else memory.party_block
    for mention in mentions_of(page, clause.first, clause.last):
        if not mention.group and not mention.back and setting.kind(mention.code) not in _STATE_KINDS:
            memory.group = named(page, mention)


def _denied(over: Sequence[Attribution]) -> bool:
    return any(item.cue.entry.more.get("denial") == "yes" for item in over)


def _holds(outer: Clause, inner: Clause) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _block(page: Page, clause: Clause) -> int:
    return page.sentences[clause.sentence].block


def _harms(page: Page, memory: Memory, clause: Clause) -> tuple[ViolationRef, ...]:
    near = abs(_block(page, clause) - memory.violations_block) <= 2 and bool(memory.violations)
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


# ---- parties -------------------------------------------------------------------------------------------------------


def _parties(
    page: Page, memory: Memory, clause: Clause, over: Sequence[Attribution], harms: Sequence[ViolationRef]
) -> tuple[PartyRef, ...]:
    sources = [item.source for item in over if item.source is not None]
    mentions = mentions_of(page, clause.first, clause.last)
    outside = [mention for mention in mentions if not _within_source(mention, sources)]
    acts = page.hits_in(clause.first, clause.last, "violations")
    chosen = [mention for mention in doers(page, clause, outside, acts) if not mention.back]
    refs = tuple(named(page, mention) for mention in chosen)
    if any(harms or not ref.group for ref in refs):
        return refs
    back = [mention for mention in outside if mention.back]
    if back and memory.group is not None:
        return (replace(memory.group, basis=Basis.STATED, mention=page.span(back[0].first, back[0].last)),)
    speaking = [mention for mention in mentions if mention not in outside and not mention.group and not mention.back]
    if speaking:
        return (named(page, speaking[0]),)
    if _denied(over) and memory.source is not None and memory.source.role is Role.PARTY:
        return (PartyRef(memory.source.actor, Basis.STATED, memory.source.code, memory.source.mention),)
    fresh = bool(acts) and any(item.rule == "count" for item in page.quantities.between(clause.first, clause.last))
    if fresh and _block(page, clause) != memory.party_block and memory.sentence_parties_in != clause.sentence:
        return ()
    return _implied(memory, clause, harms)


def _is_done_to_children(harm: ViolationRef) -> bool:
    """Counted in children, so that a claim may go on about those of the sentence before."""
    return harm.code != "unspecified" and violation_type(harm.code).unit is Unit.CHILD


def _within_source(mention: Mention, sources: Sequence[tuple[int, int]]) -> bool:
    return any(first <= mention.first and mention.last <= last for first, last in sources)


def _implied(memory: Memory, clause: Clause, harms: Sequence[ViolationRef]) -> tuple[PartyRef, ...]:
    """No party is named: that of the sentence's other clause, else the last one named, marked as implied."""
    if not any(_is_done_to_children(harm) for harm in harms):
        return ()
    if memory.sentence_parties_in == clause.sentence and len(memory.sentence_parties) == 1:
        return tuple(replace(party, basis=Basis.IMPLIED) for party in memory.sentence_parties)
    last = memory.party or memory.sort
    return (replace(last, basis=Basis.IMPLIED),) if last is not None else ()


# ---- numbers, places, times ----------------------------------------------------------------------------------------


def _quantities(
    page: Page, clause: Clause, inner: Sequence[Clause], parties: Sequence[PartyRef]
) -> tuple[StatedQuantity, ...]:
    own = [
        item
        for item in page.quantities.between(clause.first, clause.last)
        if not any(i.first <= item.core < i.last for i in inner)
    ]
    return tuple(_stated(page, item, parties) for item in own if _counts(page, clause, item))


def _counts(page: Page, clause: Clause, item: QuantityFound) -> bool:
    """ "A child" counts as one only where something is done by or to that child."""
    return item.rule != "single" or bool(page.hits_in(clause.first, clause.last, "violations"))


def _stated(page: Page, item: QuantityFound, parties: Sequence[PartyRef]) -> StatedQuantity:
    span = page.span(item.first, max(item.last, item.first + 1))
    return StatedQuantity(
        item.quantity,
        span,
        item.rule,
        item.denominator_stated,
        item.sex,
        _party_of(page, item, span, parties),
        item.conversion,
    )


def _party_of(page: Page, item: QuantityFound, span: Span, parties: Sequence[PartyRef]) -> int | None:
    """ "NAME (n)" and "n by NAME": the party that stands right beside the number."""
    if len(parties) < 2 or item.quantity.kind is not QuantityKind.COUNT:
        return None
    for index, party in enumerate(parties):
        if party.mention is None:
            continue
        if item.rule == "bracket" and 0 <= span.start - party.mention.end <= 2:
            return index
        if item.rule in ("share", "count", "participle") and 0 <= party.mention.start - span.end <= _BESIDE_CHARS:
            between = page.text[span.end : party.mention.start]
            if not any(stop in between for stop in ",;،؛)"):
                return index
    return None


def _limited(page: Page, clause: Clause, quantities: tuple[StatedQuantity, ...]) -> tuple[StatedQuantity, ...]:
    """ "The number of children is hard to estimate" is a count without a value."""
    if any(item.quantity.kind is QuantityKind.COUNT for item in quantities):
        return quantities
    if all(hit.code in ("unverifiable", "access") for hit in page.hits_in(clause.first, clause.last, "limits")):
        return quantities
    units = page.hits_in(clause.first, clause.last, "units") or page.hits_in(clause.first, clause.last, "limits")
    unit = units[0].code if units[0].entry.section == "units" else ""
    quantity = Quantity(QuantityKind.COUNT, Comparator.UNKNOWN, unit=unit)
    return (*quantities, StatedQuantity(quantity, page.span(units[0].first, units[0].last), "limitation"))


def _places(
    page: Page,
    setting: Setting,
    memory: Memory,
    clause: Clause,
    over: Sequence[Attribution],
    inner: Sequence[Clause],
) -> tuple[PlaceRef, ...]:
    taken = [item.source for item in over if item.source is not None]
    taken += [(other.first, other.last) for other in inner]
    taken += mentions_taken(mentions_of(page, clause.first, clause.last))
    taken += [(item.first, item.last) for item in page.parties.between(clause.first, clause.last)]
    places = places_of(page, clause, setting.gazetteer, taken, memory.countries)
    if (
        places
        and page.hits_in(clause.first, clause.last, "media")
        and page.hits_in(clause.first, clause.last, "provenance")
    ):
        memory.media_place, memory.media_sentence = places[0], clause.sentence
    if not places and memory.media_place is not None and memory.media_sentence == clause.sentence:
        return (replace(memory.media_place, basis=Basis.IMPLIED),)
    return places


def _timed(page: Page, memory: Memory, statement: Statement, times: Times) -> Statement:
    source = times.source
    if isinstance(source, StatedTime):
        memory.source_published_on = source
    from_report = any(link.role is Role.REPORT for link in statement.chain)
    if isinstance(source, Unknown) and from_report and memory.source_published_on is not None:
        source = replace(memory.source_published_on, basis=Basis.IMPLIED)
    act = times.act
    plain = not statement.depicted and not any(link.mode is Mode.DIRECT for link in statement.chain)
    if act == NOT_STATED and plain and isinstance(source, Unknown) and statement.kind is not StatementKind.CONTEXT:
        act = before_publication(page)
    return replace(statement, act_period=act, medium_released_on=times.medium, source_published_on=source)


# ---- kind, certainty -----------------------------------------------------------------------------------------------


def _kind(
    page: Page,
    clause: Clause,
    harms: Sequence[ViolationRef],
    parties: Sequence[PartyRef],
    quantities: Sequence[StatedQuantity],
) -> StatementKind:
    if page.hits_in(clause.first, clause.last, "limits"):
        return StatementKind.LIMITATION
    about_media = page.hits_in(clause.first, clause.last, "media")
    if about_media and page.hits_in(clause.first, clause.last, "provenance") and not harms:
        return StatementKind.MEDIA_PROVENANCE
    if harms:
        vague = all(harm.code == "unspecified" for harm in harms) and not parties
        return StatementKind.CONTEXT_CLAIM if vague else StatementKind.VIOLATION_CLAIM
    counted = any(item.quantity.unit in ("child", "case", "violation", "incident", "percent") for item in quantities)
    return StatementKind.FIGURE if counted else StatementKind.CONTEXT


def _with_unnamed(chain: tuple[Link, ...], clause: Clause, page: Page, kind: StatementKind) -> tuple[Link, ...]:
    """A hedge without a source ("may have") means that somebody unnamed is behind it."""
    hedged = [hit for hit in page.hits_in(clause.first, clause.last, "hedges") if hit.code in ("believed", "reported")]
    if len(chain) > 1 or not hedged or kind is StatementKind.LIMITATION:
        return chain
    level = Factuality(hedged[0].code)
    cue = page.span(hedged[0].first, hedged[0].last)
    return (*chain, Link(UNNAMED, Role.UNNAMED, cue=cue, factuality=level))


def _direct_quotes(page: Page, clause: Clause) -> tuple[Span, ...]:
    span = page.span(clause.first, clause.last)
    return tuple(item.outer for _, item in page.quotations_over(span))


def _factuality(page: Page, statement: Statement, hedges: Sequence[str], clause: Clause) -> Factuality:
    if statement.kind is StatementKind.LIMITATION:
        return Factuality.UNKNOWN
    levels = [link.factuality for link in statement.chain] + [Factuality(code) for code in hedges]
    lowest = weakest(levels)
    verified = page.hits_in(clause.first, clause.last, "verified")
    named = statement.chain[-1].role in (Role.ORGANISATION, Role.REPORT)
    if verified and named and lowest.rank <= Factuality.ATTRIBUTED.rank:
        return Factuality.VERIFIED_BY_SOURCE
    if any(level is Factuality.VERIFIED_BY_SOURCE for level in levels) and lowest.rank <= Factuality.ATTRIBUTED.rank:
        return Factuality.VERIFIED_BY_SOURCE
    return lowest


def _is_quoted(clauses: Sequence[Clause], item: Attribution) -> bool:
    """A cue inside a quotation belongs to what is quoted."""
    return any(c.quotation is not None and c.first <= item.cue.first < c.last for c in clauses)


def _remember_quotation(
    page: Page, memory: Memory, clauses: Sequence[Clause], over: Sequence[Attribution], number: int
) -> None:
    """Who spoke a quotation speaks on in the next sentences, as long as the paragraph's quotation runs on."""
    quoted = [at for at, clause in enumerate(clauses) if clause.quotation is not None]
    block = page.sentences[number].block
    if not quoted:
        if block != memory.quote_block:
            memory.quote_links = ()
        return
    own = [item for item in over if quoted[0] in item.clauses and not _is_quoted(clauses, item)]
    if own:
        memory.quote_links = tuple(link for link in chain_of(page, clauses[quoted[0]], own, memory)[1:])
    memory.quote_block = block
