"""Spoken parties: which party a source phrase speaks for, if any."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.names.mention import Mention
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.parties.men import is_officer
from tawthiq.record.extract.parties.parties import mentions_of
from tawthiq.record.extract.phrases.cue_words import documents
from tawthiq.record.extract.phrases.verbs import is_verb
from tawthiq.record.extract.statement import PartyRef

_OFFICE_TOKENS = 16
_SENTENCE_STOPS = frozenset(".;:!?")


def denies(item: Attribution) -> bool:
    """True when the cue denies."""
    return item.cue.entry.more.get("denial") == "yes"


def party_spoken_for(page: Page, item: Attribution, first: int, last: int) -> Mention | None:
    """The party that speaks: named last in the phrase, or through whoever speaks or commands for it."""
    whole = range(_bearer(page, item.source[0]), item.source[1]) if item.source else range(first, last)
    if _is_teller(page, first, last) or any(page.is_one_of(at, "former_words") for at in whole):
        return None
    if item.code == "say" and documents(page, item.cue):
        return None
    if page.hits_in(first, last, "reports") and not page.hits_in(first, last, "voices"):
        return None
    mentions = [
        mention
        for mention in mentions_of(page, whole.start, whole.stop)
        if (denies(item) or not _is_civil(page, mention)) and not is_officer(page, mention)
    ]
    if page.hits_in(whole.start, whole.stop, "voices") and mentions and not _is_police(page, mentions[0]):
        return mentions[0]
    end = max(last, min(whole.stop, first - 1))
    if _is_in_their_hands(page, whole.start, mentions):
        return None
    for mention in mentions:
        ends = mention.last >= end - 1 or mention.last >= first - 1 > mention.first
        owner = page.form(mention.last) == "'" and not mention.group
        if (ends or owner) and (denies(item) or not _is_police(page, mention)):
            return mention
    return None


def _is_in_their_hands(page: Page, first: int, mentions: Sequence[Mention]) -> bool:
    """ "Families displaced by the Front", "girls who fled the Front": those who tell of a party, not for it."""
    if not mentions or mentions[0].group:
        return False
    people = page.hits_in(first, mentions[0].first, "witnesses")
    led = page.is_one_of(mentions[0].first - 1, "determiners")
    at = mentions[0].first - 1 - int(led)
    tied = any(page.is_one_of(at, table) for table in ("by_words", "from_words")) or is_verb(page, at)
    return tied and any(not page.is_one_of(hit.last - 1, "men_words") for hit in people)


def party_of_own_voice(page: Page, item: Attribution, memory: Memory) -> PartyRef | None:
    """ "The group had no part in it, its spokesman said": who speaks for the party told of in his sentence."""
    if item.source is None or item.code != "say":
        return None
    first, last = item.source
    led = page.is_one_of(first, "possessives") or page.is_one_of(first - 1, "possessives")
    if not led or not page.hits_in(first, last, "voices"):
        return None
    number = bisect_right(page.sentences, first, key=lambda one: one.first) - 1
    told = mentions_of(page, page.sentences[number].first, first)
    bodies = any(page.is_one_of(at, "bodies_words") for at in range(told[-1].last, first)) if told else True
    return None if bodies else memory.group or memory.party


def _bearer(page: Page, first: int) -> int:
    """ "A Front commander, who gave his name as Bartek": where the office begins whose bearer goes by that name."""
    if not page.is_one_of(first - 1, "alias_words"):
        return first
    start = first - 1
    while start > 0 and first - start < _OFFICE_TOKENS and page.form(start - 1) not in _SENTENCE_STOPS:
        start -= 1
    return start


def _is_teller(page: Page, first: int, last: int) -> bool:
    """ "Military sources", "the Centre for Children's Rights": they tell of others, whatever else their name holds."""
    return any(page.is_one_of(at, "teller_words") for at in range(first, last))


def _is_police(page: Page, head: Mention) -> bool:
    """Police or "security sources" that tell of others' deeds are no party to them."""
    named = page.lexicon.language == "ar" and page.is_one_of(head.first, "police_words")
    return named or (head.group and any(page.is_one_of(at, "police_words") for at in range(head.first, head.last)))


def _is_civil(page: Page, mention: Mention) -> bool:
    """A mission of the United Nations, the Red Cross: known bodies, whose word on others' deeds is no party's claim."""
    return any(page.is_one_of(at, "civil_words") for at in range(mention.first, mention.last))
