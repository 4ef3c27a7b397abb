"""What is read of one clause: who says it, what was done, by whom, when, before it is made a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.blame.bindings import (
    denies_itself,
    has_denial,
    is_denied,
    parties_of_claim,
)
from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.claims.circumstances import dated_by_list
from tawthiq.record.extract.claims.claimed_harms import harms_of_claim, tells_method
from tawthiq.record.extract.claims.claimed_numbers import quantities_of_claim
from tawthiq.record.extract.claims.claims import frees_some, of_speaker, urges
from tawthiq.record.extract.claims.lasting import lasting_until_told
from tawthiq.record.extract.claims.standing import kind_of
from tawthiq.record.extract.claims.times import Times, times_of
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.speakers.chains import chain_of, is_state
from tawthiq.record.extract.speakers.deed_claims import owns_deed
from tawthiq.record.extract.statement import (
    Basis,
    PartyRef,
    StatedQuantity,
    StatementKind,
    ViolationRef,
)

_OWN_TOKENS = 5


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """What was read of one clause before it is made a statement."""

    over: Sequence[Attribution]
    inner: Sequence[Clause]
    chain: tuple[Link, ...]
    itself: bool
    harms: tuple[ViolationRef, ...]
    parties: tuple[PartyRef, ...]
    denied: bool
    times: Times


def read_clause(
    page: Page, memory: Memory, clauses: Sequence[Clause], own: int, every: Sequence[Attribution]
) -> ClauseRead:
    """Who says the clause, what it tells was done, by whom and when, as far as that stands without its numbers."""
    clause = clauses[own]
    over = [item for item in every if own in item.clauses]
    chain = chain_of(page, clause, over, memory)
    inner = [other for other in clauses if other.nested and other is not clause and _holds(clause, other)]
    itself = chain[-1].role is Role.PARTY or _of_its_own(page, clause, over)
    spoken = bool(over) or itself
    undone = denies_itself(page, clause, spoken=spoken)
    harms = harms_of_claim(page, memory, clause, undone=undone)
    harms = () if undone and not itself and _is_of_nobody(page, clause) else harms
    undone = undone and (spoken or bool(harms))
    denied = is_denied(page, over) or undone or (spoken and has_denial(page, clause))
    parties = parties_of_claim(page, memory, clause, over, harms)
    times = dated_by_list(page, memory, clause, times_of(page, clauses, own, over))
    times = lasting_until_told(page, clause, over, times) if harms else times
    return ClauseRead(over, inner, chain, itself, harms, parties, denied, times)


def _is_of_nobody(page: Page, clause: Clause) -> bool:
    """ "Nobody was hurt", told by whoever is no party, of no child: nothing was done, and nobody says that it was."""
    units = page.hits_in(clause.first, clause.last, "units")
    nobody = page.is_one_of(clause.first, "none_words")
    return nobody and all(unit.entry.more.get("victim") != "child" for unit in units)


def _of_its_own(page: Page, clause: Clause, over: Sequence[Attribution]) -> bool:
    """ "The general staff insists that its gunners hit no civilians": a state at war speaks of its own men."""
    sources = [item.source for item in over if item.source is not None and is_state(page, *item.source)]
    behind = range(sources[0][1], min(sources[0][1] + _OWN_TOKENS, clause.last)) if sources else range(0)
    return any(page.is_one_of(at, "possessives") for at in behind)


def quantities_read(page: Page, clause: Clause, was: ClauseRead) -> tuple[StatedQuantity, ...]:
    """Numbers of the clause, without those of clauses inside it, of those who tell it, in a name ("Brigade 14")."""
    sources = [item.source for item in was.over if item.source is not None]
    left_out = [source for source in sources if not _are_victims(page, source)]
    apposed = [of_speaker(page, clause, item) for item in was.over]
    left_out += [(behind.start, behind.stop) for behind in apposed if behind]
    left_out += [(mention.first, mention.last) for mention in mentions_of(page, clause.first, clause.last)]
    counted_out = [*was.inner, *(Clause(*part, clause.sentence) for part in left_out)]
    limited = bool(page.hits_in(clause.first, clause.last, "limits"))
    return quantities_of_claim(page, clause, counted_out, was.parties, harmful=bool(was.harms) or limited)


def kind_read(page: Page, clause: Clause, was: ClauseRead, quantities: Sequence[StatedQuantity]) -> StatementKind:
    """The kind of statement; what a party denies or excuses of itself is no claim of a violation."""
    kind = kind_of(page, clause, was.harms, was.parties, quantities)
    if kind in (StatementKind.FIGURE, StatementKind.MEDIA_PROVENANCE) and tells_method(page, clause):
        return StatementKind.CONTEXT
    excused = was.itself and not page.hits_in(clause.first, clause.last, "violations") and not blames(page, was)
    excused = excused and not owns_deed(page, clause.first, clause.last)
    if (was.denied or excused) and kind is StatementKind.VIOLATION_CLAIM:
        return StatementKind.CONTEXT_CLAIM
    return kind


def kept_read(
    page: Page, clause: Clause, was: ClauseRead, kind: StatementKind
) -> tuple[tuple[ViolationRef, ...], tuple[PartyRef, ...]]:
    """Violations and parties that a statement of that kind may carry."""
    if kind is StatementKind.MEDIA_PROVENANCE or (kind is StatementKind.LIMITATION and _is_of_knowing(page, clause)):
        return (), ()
    silences = page.hits_in(clause.first, clause.last, "silences")
    if not was.harms and any(hit.entry.more.get("party") == "no" for hit in silences):
        return (), ()
    called = urges(page, clause) and not frees_some(page, clause)
    if kind is StatementKind.CONTEXT and (tells_method(page, clause) or called):
        return was.harms, ()
    if kind is StatementKind.CONTEXT_CLAIM:
        kept = (
            was.parties
            if _speaks_for_them(page, clause, was)
            else [p for p in was.parties if p.basis is Basis.STATED or p.name == was.chain[-1].actor]
        )
        return was.harms, tuple(kept)
    if kind is not StatementKind.LIMITATION:
        return was.harms, was.parties
    counted = page.quantities.between(clause.first, clause.last)
    harms = was.harms if any(item.quantity.low is not None for item in counted) else ()
    span = page.span(clause.first, clause.last)
    named = (p for p in was.parties if p.basis is Basis.STATED or (p.mention and span.holds(p.mention)))
    return harms, tuple(named)


def _speaks_for_them(page: Page, clause: Clause, was: ClauseRead) -> bool:
    """ "Its commander denies that boys serve": who speaks commands those who did it, and names the deed."""
    here = page.span(clause.first, clause.last)
    named = any(harm.cue is not None and here.holds(harm.cue) for harm in was.harms)
    sources = [item.source for item in was.over if item.source is not None]
    voices = [voice for first, last in sources for voice in page.hits_in(max(0, first - 3), last + 3, "voices")]
    theirs = was.denied and any(page.is_one_of(voice.first - 1, "possessives") for voice in voices)
    answers = named or theirs or bool(page.hits_in(clause.first, clause.last, "denials"))
    return answers and bool(voices)


def disowns(page: Page, clause: Clause, was: ClauseRead) -> bool:
    """A denial by whoever may have done it; not what a witness or the text itself says was not done."""
    if not (was.over or was.itself):
        return False
    sources = [item.source for item in was.over if item.source is not None]
    places = [(clause.first, clause.last), *sources]
    if was.itself or was.chain[-1].role is Role.UNNAMED or any(page.hits_in(*place, "voices") for place in places):
        return True
    denied = is_denied(page, was.over) or has_denial(page, clause)
    state = any(is_state(page, *source) for source in sources)
    return state or (denied and was.chain[-1].role is not Role.WITNESS)


def blames(page: Page, was: ClauseRead) -> bool:
    """ "The Front accused the army of a strike": a party speaks, and blames another one, named in the clause."""
    sources = [item.source for item in was.over if item.source is not None]
    told = [ref for ref in was.parties if ref.basis is Basis.STATED and ref.name not in was.chain[-1].actor]
    return was.itself and any(not _is_within(page, ref, sources) for ref in told)


def _is_within(page: Page, ref: PartyRef, sources: Sequence[tuple[int, int]]) -> bool:
    """ "Front spokesman Omar Sabo": whom he speaks for stands in the words that name him."""
    mention = ref.mention if page.lexicon.heads_last else None
    return mention is not None and any(page.span(*source).holds(mention) for source in sources)


def _are_victims(page: Page, source: tuple[int, int]) -> bool:
    """ "Three boys, aged 15 to 17, described", "45 % of them told us": who speaks is who is counted."""
    units = [hit for hit in page.hits_in(*source, "units") if not page.is_one_of(hit.first - 1, "rights_words")]
    if page.is_one_of(source[1] - 1, "partitive_pronouns"):
        return True
    shared = any(
        item.rule in ("percent", "share", "fraction", "ratio", "age") for item in page.quantities.between(*source)
    )
    return shared or any(hit.entry.more.get("victim") == "child" for hit in units)


def _is_of_knowing(page: Page, clause: Clause) -> bool:
    """ "The Panel could not visit the school": of what can be known, not of how many were harmed."""
    limits = page.hits_in(clause.first, clause.last, "limits")
    counted = page.quantities.between(clause.first, clause.last)
    return not counted and all(hit.code in ("unverifiable", "access") for hit in limits)


def _holds(outer: Clause, inner: Clause) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
