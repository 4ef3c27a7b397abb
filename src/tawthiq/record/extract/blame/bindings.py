"""Parties bound to one claim: named in it, referred back to, or implied by what came before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.blame.bystanders import is_only_belonged_to, is_only_placed, is_owner
from tawthiq.record.extract.blame.doers import doers_of
from tawthiq.record.extract.blame.going_on import going_on
from tawthiq.record.extract.blame.ground import holds_ground
from tawthiq.record.extract.blame.own_men import own_men
from tawthiq.record.extract.blame.raiders import raiders
from tawthiq.record.extract.blame.short_names import (
    by_its_last_word,
    just_told,
    of_that_head,
    same_as_before,
)
from tawthiq.record.extract.blame.state_denials import answers_charge, denying_state
from tawthiq.record.extract.blame.whole_names import whole_name
from tawthiq.record.extract.chain import Role
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.harms.not_done import is_taken_back, is_undone, negated
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.men import is_officer
from tawthiq.record.extract.parties.parties import mentions_of, named
from tawthiq.record.extract.phrases.cores import core_of
from tawthiq.record.extract.phrases.cue_words import documents
from tawthiq.record.extract.speakers.deed_claims import owns_deed
from tawthiq.record.extract.speakers.named_sources import admits, as_spoken
from tawthiq.record.extract.speakers.spoken_parties import denies
from tawthiq.record.extract.statement import Basis, PartyRef, ViolationRef
from tawthiq.record.extract.words.token import COMMAS, fold_word

_APPOSED_TOKENS = 3


def parties_of_claim(
    page: Page, memory: Memory, clause: Clause, over: Sequence[Attribution], harms: Sequence[ViolationRef]
) -> tuple[PartyRef, ...]:
    """Who did it, each under its whole name; empty where the text leaves it open."""
    found = _parties_of_claim(page, memory, clause, over, harms)
    return tuple(whole_name(page, memory, clause, ref) if ref.basis is Basis.STATED else ref for ref in found)


def _parties_of_claim(
    page: Page, memory: Memory, clause: Clause, over: Sequence[Attribution], harms: Sequence[ViolationRef]
) -> tuple[PartyRef, ...]:
    """Those named, else those referred back to, those who speak, those who go on."""
    if owners := _owners_of_deed(page, clause, over):
        return owners
    sources = [item.source for item in over if item.source is not None and not admits(page, item)]
    mentions = [mention for mention in mentions_of(page, clause.first, clause.last) if not holds_ground(page, mention)]
    outside = [mention for mention in mentions if _is_outside(page, mention, sources)]
    named_here = _named_doers(page, memory, clause, outside, harms)
    speaks_of_its_men = bool(named_here) and is_denied(page, over) and all(_are_men(page, ref) for ref in named_here)
    if any(harms or not ref.group for ref in named_here) and not (
        speaks_of_its_men and _denying_body(page, mentions, sources)
    ):
        return named_here
    if not harms and (came := raiders(page, clause, named_here)):
        return came
    back = [mention for mention in outside if mention.back and not is_only_belonged_to(page, clause, mention)]
    back = [mention for mention in back if harms or not page.is_one_of(mention.first, "of_words")]
    if back and harms and (last := same_as_before(page, memory, back[0])) is not None:
        return (last,)
    if back and memory.group is not None:
        return (_meant(page, back[0], of_that_head(page, back[0], memory) or memory.group),)
    alone = bool(back) and not page.is_capital(back[0].last) and not is_only_placed(page, clause, back[0])
    if alone and memory.party is None and (harms or raiders(page, clause, [named(page, back[0])])):
        return (named(page, back[0]),)
    within = [mention for mention in mentions if mention not in outside]
    speaking = _speaking(page, memory, clause, within, over, harms)
    if speaking is not None:
        return speaking
    own = own_men(page, memory, clause) if harms else ()
    return own or going_on(page, memory, clause, harms) or (denying_state(page, over) if harms else ())


def _are_men(page: Page, ref: PartyRef) -> bool:
    """Soldiers, troops: men of whichever body is spoken of."""
    return ref.group and ref.mention is not None and fold_word(ref.name) in page.lexicon.data["men_words"]


def _denying_body(page: Page, mentions: Sequence[Mention], sources: Sequence[tuple[int, int]]) -> bool:
    """ "The army rejected a claim that soldiers had slept in schools": the army denies it of its own."""
    return any(
        _within_source(mention, sources) and mention.group and page.is_one_of(mention.first, "bodies_with_men")
        for mention in mentions
    )


def _owners_of_deed(page: Page, clause: Clause, over: Sequence[Attribution]) -> tuple[PartyRef, ...]:
    """ "The attack was claimed by the Province of Light": whoever claims a deed did it, known or not."""
    claiming = [item.source for item in over if item.source is not None and admits(page, item)]
    if not claiming or not owns_deed(page, clause.first, clause.last):
        return ()
    first, last = core_of(page, *claiming[-1])
    mentions = [mention for mention in mentions_of(page, first, last) if not mention.back]
    if page.lexicon.heads_last and not mentions:
        mentions = [mention for mention in mentions_of(page, claiming[-1][0], first) if not mention.back]
    if mentions:
        return (named(page, mentions[0]),)
    if page.lexicon.heads_last and page.hits_in(claiming[-1][0], first, "voices"):
        return ()
    named_so = any(page.is_capital(at) for at in range(first, last))
    return (named(page, Mention(first, last)),) if named_so else ()


def _is_outside(page: Page, mention: Mention, sources: Sequence[tuple[int, int]]) -> bool:
    """No part of who speaks, and no "neither party"."""
    nobody = mention.group and page.is_one_of(mention.first - 1, "never_words")
    return not _within_source(mention, sources) and not nobody


def _named_doers(
    page: Page, memory: Memory, clause: Clause, outside: Sequence[Mention], harms: Sequence[ViolationRef]
) -> tuple[PartyRef, ...]:
    """Those whom the clause names as doing it."""
    acts = page.hits_in(clause.first, clause.last, "violations")
    chosen = [mention for mention in doers_of(page, clause, outside, acts) if not mention.back]
    chosen = [mention for mention in chosen if not _is_named_behind(page, mention, chosen)]
    chosen = [mention for mention in chosen if harms or not _is_mission(page, mention)]
    if harms and (meant := just_told(page, memory, clause, chosen)) is not None:
        return (meant,)
    return _each_once(named(page, mention) for mention in chosen)


def _speaking(
    page: Page,
    memory: Memory,
    clause: Clause,
    within: Sequence[Mention],
    over: Sequence[Attribution],
    harms: Sequence[ViolationRef],
) -> tuple[PartyRef, ...] | None:
    """A party that speaks for itself: denies, admits, answers. `within`: those named in who speaks; None without."""
    denied = is_denied(page, over) or (bool(harms) and denies_itself(page, clause, spoken=True))
    voices = [mention for mention in within if not mention.back and not is_owner(page, mention)]
    voices = [] if _only_counts(page, over) else voices
    denied = denied or (bool(harms) and _tells_whom_it_meant(page, clause))
    voices = [mention for mention in voices if not mention.group or (denied and not is_officer(page, mention))]
    if voices:
        together = [one for one in voices if denied and (not one.group or _is_joined(page, one))]
        return _each_once(named(page, mention) for mention in together or voices[:1])
    denying = [mention for mention in within if mention.back]
    if denying and (denied or answers_charge(page, clause, harms)):
        if memory.group is not None and page.lexicon.data.get("low_names"):
            return (_meant(page, denying[0], memory.group),)
        return (replace(named(page, denying[0]), code=memory.group.code if memory.group is not None else ""),)
    if denied and (own := by_its_last_word(page, memory, over)) is not None:
        return (own,)
    if is_denied(page, over) and memory.source is not None and memory.source.role is Role.PARTY:
        return (as_spoken(page, memory.source),)
    if harms and _is_own_voice(page, over) and (own := memory.party or memory.group) is not None:
        return (replace(own, basis=Basis.IMPLIED),)
    return None


def _tells_whom_it_meant(page: Page, clause: Clause) -> bool:
    """ "The army said it had targeted fighters": whoever says so struck, and excuses it."""
    aimed = (at for at in range(clause.first, clause.last) if page.is_one_of(at, "targeting_words"))
    return any(page.is_one_of(at - 1, "have_words") or page.is_one_of(at - 1, "passive_words") for at in aimed)


def _only_counts(page: Page, over: Sequence[Attribution]) -> bool:
    """ "Le Groupe des droits humains a recensé 214 cas": who documents what others did, whatever it is called."""
    said = [item.cue for item in over if item.code == "say" and item.source is not None and not denies(item)]
    return bool(said) and all(documents(page, cue) for cue in said)


def _is_own_voice(page: Page, over: Sequence[Attribution]) -> bool:
    """ "Its commander assured", "Captain Tan, their chief in the area, denies": who speaks for the party just named."""
    sources = [item.source for item in over if item.code == "say" and item.source is not None]
    return any(
        page.is_one_of(voice.first - 1, "possessives") and not _names_owner(page, first, voice.last + 2)
        for first, last in sources
        for voice in page.hits_in(max(0, first - _APPOSED_TOKENS), last + _APPOSED_TOKENS, "voices")
    )


def _names_owner(page: Page, first: int, last: int) -> bool:
    """A party, but for the commander himself who speaks."""
    told = mentions_of(page, first, last)
    return any(not (one.group and page.is_one_of(one.last - 1, "leader_words")) for one in told)


def _is_mission(page: Page, mention: Mention) -> bool:
    """ "The mission handed the children over": peacekeepers are a party where they did harm, else they fight nobody."""
    return any(page.is_one_of(at, "missions") for at in range(mention.first, mention.last))


def _is_named_behind(page: Page, mention: Mention, others: Sequence[Mention]) -> bool:
    """ "A rival militia, the Sons of the Road": the sort stands in front, its name behind the comma."""
    if not mention.group or page.form(mention.last) not in COMMAS:
        return False
    at = mention.last + 1
    opens = at + 1 if page.is_one_of(at, "determiners") else at
    one = page.is_one_of(mention.first - 1, "indefinite")
    return one and any(other.first in (at, opens) and not other.group for other in others)


def _is_joined(page: Page, mention: Mention) -> bool:
    """ "The army and the Kesh Front", "الجيش والجبهة": another of its kind follows."""
    glued = page.lexicon.language == "ar" and page.form(mention.last).startswith("و")
    return page.is_one_of(mention.last, "list_joiners") or glued


def _each_once(refs: Iterable[PartyRef]) -> tuple[PartyRef, ...]:
    """ "The SDF and other SDF-linked components": one party, where it is first named; numbers are told by its place."""
    once: dict[tuple[str, str], PartyRef] = {}
    for ref in refs:
        once.setdefault((ref.name, ref.code), ref)
    return tuple(once.values())


def _meant(page: Page, back: Mention, group: PartyRef) -> PartyRef:
    """The group named last, whom the mention means; Arabic says "the movement" for short, and names by a plural."""
    span = page.span(back.first, back.last)
    if page.lexicon.language != "ar":
        if page.is_one_of(back.last - 1, "own_sorts"):
            return replace(named(page, back), code=group.code)
        pointed = page.is_one_of(back.first, "this_words") or page.is_one_of(back.first - 1, "this_words")
        return replace(group, basis=Basis.IMPLIED if pointed else Basis.STATED, mention=span)
    if page.is_one_of(back.first, "plural_heads"):
        return replace(named(page, back), code=group.code)
    if page.is_one_of(back.first, "short_heads") and not page.hits_in(back.first, back.first + 1, "party_back"):
        return replace(named(page, back), code=group.code)
    return replace(group, basis=Basis.IMPLIED, mention=span)


def _within_source(mention: Mention, sources: Sequence[tuple[int, int]]) -> bool:
    """Whoever speaks, also where his name goes on past what was taken for the source."""
    return any(first <= mention.first < last for first, last in sources)


def is_denied(page: Page, over: Sequence[Attribution]) -> bool:
    """True when a cue over the clause denies it; "does not deny it" denies nothing."""
    return any(denies(item) and not is_taken_back(page, item.cue) for item in over)


def denies_itself(page: Page, clause: Clause, *, spoken: bool) -> bool:
    """True when every violation of the clause stands under a "not"; where nobody speaks, under one of its own."""
    hits = page.hits_in(clause.first, clause.last, "violations")
    denied = negated if spoken else is_undone
    return bool(hits) and all(denied(page, hit) for hit in hits)


def has_denial(page: Page, clause: Clause) -> bool:
    """ "Had nothing to do with it", "called it a lie"."""
    return any(not is_taken_back(page, hit) for hit in page.hits_in(clause.first, clause.last, "denials"))
