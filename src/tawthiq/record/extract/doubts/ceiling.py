"""Ceiling: how sure words may be that somebody cut out of their sentences: no surer than the sentences around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tawthiq.record.extract.clauses.clauses import clauses_of
from tawthiq.record.extract.factuality import Factuality
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.speakers.attributions import attributions_of
from tawthiq.record.extract.statement import Statement

_TAKEN_BACK = ("denials", "limits", "silences")


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`levels`: each a level that the words may not go above; `voiced`: somebody else than the document says them;

    `denied`: their sentence denies or takes back something.
    """

    levels: tuple[Factuality, ...]
    voiced: bool
    denied: bool


def ceiling_of(page: Page, span: Span, twin: Span | None, by_rules: Sequence[Statement]) -> Ceiling:
    """What the whole sentences say, hedges, speakers, denials, and what the rules read on the same words.

    `twin`: the words of what the rules read there, if anything.
    """
    numbers = _sentences(page, span)
    bounds = [(page.sentences[number].first, page.sentences[number].last) for number in numbers]
    hedges = [Factuality(hit.code) for first, last in bounds for hit in page.hits_in(first, last, "hedges")]
    voices = [
        voice.level
        for number in numbers
        for voice in attributions_of(page, clauses_of(page, number, page.sentences[number]))
    ]
    voices += [Factuality.ATTRIBUTED for _ in page.quotations_over(span)]
    denied = any(_takes_back(page, at, span, twin) for first, last in bounds for at in range(first, last))
    read = [one.factuality for one in by_rules if isinstance(one.span, Span) and one.span.overlap_chars(span)]
    levels = (*hedges, *voices, *read, *([Factuality.UNKNOWN] if denied else []))
    return Ceiling(levels, bool(voices), denied)


def _takes_back(page: Page, at: int, span: Span, twin: Span | None) -> bool:
    """A denial in the sentence; where the rules read something, one that they read and that was cut away."""
    word = page.span(at, at + 1)
    if twin is not None and (span.holds(word) or not twin.holds(word)):
        return False
    return bool(page.hits_in(at, at + 1, *_TAKEN_BACK)) or page.denies(at)


def _sentences(page: Page, span: Span) -> list[int]:
    """Numbers of the sentences that share a word with the span."""
    starts = [sentence.first for sentence in page.sentences]
    first = bisect_right(page.tokens, span.start, key=lambda token: token.end)
    last = bisect_left(page.tokens, span.end, key=lambda token: token.start)
    low = max(0, bisect_right(starts, first) - 1)
    return [at for at in range(low, bisect_left(starts, last)) if page.sentences[at].last > first]
