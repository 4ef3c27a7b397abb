"""Carried voices: who goes on speaking where a clause names nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawthiq.record.extract.attribution import Attribution
from tawthiq.record.extract.chain import Link, Role
from tawthiq.record.extract.clauses.clauses import Clause
from tawthiq.record.extract.document import LISTED, BlockKind
from tawthiq.record.extract.memory import Memory
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import sentence_span
from tawthiq.record.extract.phrases.verbs import has_verb

_HEADINGS = (BlockKind.HEADLINE, BlockKind.CAPTION)
_SECTION_SENTENCES = 8
_ENDS = (".", "!", "?", "؟", ":", "…")

Told = tuple[Sequence[Clause], Sequence[Attribution]]
"""Clauses and attributions of one sentence."""


def speakers_of(page: Page, told: Sequence[Told]) -> Mapping[int, Attribution]:
    """By number of quotation that runs over sentences: the attribution that leads it in, or follows where it ends."""
    speakers: dict[int, Attribution] = {}
    for number, (_, over) in enumerate(told):
        own = sentence_span(page.tokens, page.sentences[number])
        for item in over:
            cue = page.span(item.cue.first, item.cue.last)
            if item.code != "say" or any(quote.outer.holds(cue) for _, quote in page.quotations_over(cue)):
                continue
            for place, quote in page.quotations_over(own):
                ends_here = quote.outer.start < own.start and quote.outer.end <= cue.start + 1
                if ends_here or (quote.outer.start >= cue.end and quote.outer.end > own.end):
                    speakers.setdefault(place, item)
    return speakers


def quotation_of(page: Page, clause: Clause) -> int | None:
    """The number of the quotation that holds the whole clause, also one without a verb that the word lists know."""
    if clause.quotation is not None:
        return clause.quotation
    span = page.span(clause.first, clause.last)
    return next((number for number, quote in page.quotations_over(span) if quote.inner.holds(span)), None)


def is_own_voice(page: Page, clause: Clause, item: Attribution) -> bool:
    """ "We found", told inside a quotation: whoever is quoted speaks of himself."""
    if clause.quotation is None or item.source is None or not clause.first <= item.cue.first < clause.last:
        return False
    return all(page.is_one_of(at, "first_person") for at in range(*item.source))


def carried_links(page: Page, clause: Clause, memory: Memory) -> tuple[Link, ...]:
    """The voice of a quotation that runs on, of a list's lead; empty where nobody goes on."""
    sentence = page.sentences[clause.sentence]
    links: tuple[Link, ...] = ()
    if clause.quotation is not None:
        links = memory.quote_links
    elif sentence.kind in LISTED:
        links = memory.list_links
    return tuple(replace(link, carried=True) for link in links)


def section_block(page: Page, number: int) -> int:
    """The block of the heading nearest above a sentence, "South Kori" on a line of its own: who spoke above it speaks
    in another section. -1 where none is near; "What do your figures say?" asks the same one on."""
    near = range(number - 1, max(-1, number - 1 - _SECTION_SENTENCES), -1)
    return next((page.sentences[at].block for at in near if _heads_section(page, at)), -1)


def _heads_section(page: Page, number: int) -> bool:
    sentence = page.sentences[number]
    if sentence.kind not in _HEADINGS or page.form(sentence.last - 1) in _ENDS:
        return False
    return not has_verb(page, sentence.first, sentence.last)


def remember_voice(page: Page, memory: Memory, number: int, links: Sequence[Link]) -> None:
    """Keeps the last link of a sentence for the list it leads in."""
    sentence = page.sentences[number]
    named = tuple(link for link in links[-1:] if link.role not in (Role.UNNAMED, Role.REPORT))
    if sentence.kind not in LISTED:
        memory.list_links = named if page.form(sentence.last - 1) == ":" else ()
