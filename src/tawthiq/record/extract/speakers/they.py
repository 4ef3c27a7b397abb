"""They: whom a pronoun of several that speaks means, where others spoke before: the people the text just told of."""

from __future__ import annotations

from bisect import bisect_right

from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence

_BACK_SENTENCES = 2
_HEAD_TOKENS = 3


def those_just_told_of(page: Page, first: int, last: int, source: Link | None) -> Link | None:
    """ "Quatre élèves ont pu s'enfuir. Ils racontent": those with whom the sentence before opens; None where somebody
    spoke since, or the pronoun opens with nobody in front of it."""
    if not all(page.is_one_of(at, "several_pronouns") for at in range(first, last)):
        return None
    number = bisect_right(page.sentences, first, key=lambda one: one.first) - 1
    spoken = source.mention.start if source is not None and source.mention is not None else -1
    for back in range(1, min(_BACK_SENTENCES, number) + 1):
        before = page.sentences[number - back]
        if before.block != page.sentences[number].block or spoken >= page.tokens[before.first].start:
            return None
        if (people := _people_at_head(page, before)) is not None:
            return Link(page.words(*people), Role.WITNESS, mention=page.span(first, last))
        if not page.is_one_of(before.first, "pronouns"):
            return None
    return None


def _people_at_head(page: Page, sentence: Sentence) -> tuple[int, int] | None:
    """ "Trois filles", "deux garçons de 14 ans": several people, none of whom bears arms."""
    start = sentence.first
    while page.is_one_of(start, "definite") or page.is_one_of(start, "plural_articles"):
        start += 1
    hits = page.hits_in(start, min(start + _HEAD_TOKENS, sentence.last), "units", "witnesses")
    people = [hit for hit in hits if hit.entry.more.get("victim") in ("child", "any", None)]
    armed = page.hits_in(start, start + _HEAD_TOKENS, "groups", "group_heads")
    several = people and page.form(people[0].last - 1).endswith(page.lexicon.endings("plural_endings"))
    return (start, people[0].last) if several and not armed else None
