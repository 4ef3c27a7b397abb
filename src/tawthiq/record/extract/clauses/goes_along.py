"""Goes along: pieces behind a joiner that belong to the claim in front of it, and those that English tells apart."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.phrases.cue_words import introduces
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb

_TOLD = ("violations", "cues", "limits", "denials", "relief", "media", "other_topics")
_WHEN_TOKENS = 7
_PLAIN_TOKENS = 2


def tells_of_others(page: Page, first: int, at: int, last: int) -> bool:
    """ "Most served in combat, while others were used as cooks": the rest of those just told, the same deed; not where
    a party of its own did it. In French and Spanish such words stand before a noun: "algunos niños"."""
    before = {hit.code for hit in page.hits_in(first, at, "violations")}
    behind = {hit.code for hit in page.hits_in(at, last, "violations")}
    others = page.lexicon.language == "en" and page.is_one_of(at + 1, "others_words")
    doers = page.parties.between(at, last) or page.hits_in(at, last, "groups", "group_heads")
    return others and bool(behind) and behind <= before and not doers


def leaves_some(page: Page, first: int, at: int, last: int) -> bool:
    """ "Nineteen were released, while 20 remained in custody": some got free, others did not."""
    freed = page.hits_in(first, at, "relief") and page.hits_in(at, last, "violations")
    return bool(freed) and is_verb(page, at + 2)


def denies_on(page: Page, first: int, at: int, last: int) -> bool:
    """ "The League denied recruiting anyone and called the reports baseless": English tells two denials."""
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(first, at, "cues"))
    called = is_verb(page, at + 1) or page.is_one_of(at + 1, "calling_words")
    told = called and page.hits_in(at + 2, last, "denials")
    return denied and bool(told) and page.lexicon.language == "en"


def tells_when(page: Page, at: int, last: int) -> bool:
    """ "Raped them while they were in captivity": a short clause of a pronoun tells when, nothing of its own."""
    subject = page.is_one_of(at, "subordinators") and page.is_one_of(at + 1, "pronouns")
    return subject and page.is_one_of(at + 2, "passive_words") and last - at <= _WHEN_TOKENS


def only_leads_to_saying(page: Page, first: int, at: int) -> bool:
    """ "A commander phoned the radio and boasted that": what is done in front tells nothing of its own."""
    said = page.hit_at(at + 1, "cues")
    if page.lexicon.language != "en" or said is None or said.code != "say" or not introduces(page, said):
        return False
    told = page.hits_in(first, at, *_TOLD)
    counted = [item for item in page.quantities.between(first, at) if item.rule != "age"]
    return not told and not counted and has_verb(page, first + 1, at)


def gives_figure(page: Page, at: int) -> bool:
    """ "..., while parents put the figure at 12": a verb of saying that a word list knows with what it gives."""
    cue = page.hit_at(at, "cues")
    return cue is not None and cue.code == "say" and cue.last - cue.first > _PLAIN_TOKENS
