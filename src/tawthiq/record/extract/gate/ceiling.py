"""Ceiling: how sure words may be that somebody cut out of their sentences: no surer than the sentences around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.clauses.clauses import clauses_of
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.gate.scope import sentences_at
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.speakers.attributions import attributions_of
from tawthiq.record.extract.statement import Doubt, Statement

_NEAR_CHARS = 30
_STOP = re.compile(r"[,;:.()،؛]")
_TAKEN_BACK = ("denials", "limits", "silences")


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`levels`: each a level that the words may not go above; `voiced`: somebody else than the document says them;

    `cut_away`: a denial of them stands beside them in their sentence; `negated`: they hold one, and no rule read them.
    """

    levels: tuple[Factuality, ...]
    voiced: bool
    cut_away: bool
    negated: bool


def ceiling_of(page: Page, span: Span, twin: Statement | None, by_rules: Sequence[Statement]) -> Ceiling:
    """What the rules read on the same words; where they read nothing, every hedge and speaker of the whole sentences.

    `twin`: what the rules read there, or on the words these were cut out of, if anything.
    """
    numbers = sentences_at(page, span)
    bounds = [(page.sentences[number].first, page.sentences[number].last) for number in numbers]
    voices = [*_voices(page, numbers), *(Factuality.ATTRIBUTED for _ in page.quotations_over(span))]
    read = [one.factuality for one in by_rules if isinstance(one.span, Span) and one.span.overlap_chars(span)]
    around = [] if twin else [*_hedges(page, bounds), *voices]
    denials = [page.span(at, at + 1) for first, last in bounds for at in range(first, last) if _denies(page, at)]
    inside = [word for word in denials if span.holds(word)]
    return Ceiling(
        (*around, *read, *([twin.factuality] if twin else [])),
        bool(voices),
        any(_takes_back(page, word, span, twin) for word in denials if word not in inside),
        bool(inside) and twin is None,
    )


def _hedges(page: Page, bounds: Sequence[tuple[int, int]]) -> list[Factuality]:
    return [Factuality(hit.code) for first, last in bounds for hit in page.hits_in(first, last, "hedges")]


def _voices(page: Page, numbers: Sequence[int]) -> list[Factuality]:
    return [
        voice.level
        for number in numbers
        for voice in attributions_of(page, clauses_of(page, number, page.sentences[number]))
    ]


def _denies(page: Page, at: int) -> bool:
    return bool(page.hits_in(at, at + 1, *_TAKEN_BACK)) or page.denies(at)


def _takes_back(page: Page, word: Span, span: Span, twin: Statement | None) -> bool:
    """A denial that was cut away: any where no rule read the words, one that the rules read as a denial, or a "not"
    right in front of them."""
    if twin is None:
        return True
    told = Doubt("denial") in twin.warnings and isinstance(twin.span, Span) and twin.span.holds(word)
    between = page.text[word.end : span.start]
    return told or (word.end <= span.start and len(between) <= _NEAR_CHARS and not _STOP.search(between))
