"""Scope: what of a text a proposal may draw on: its quote, the sentences around it, what our rules read there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tawthiq.record.extract.chain import Link
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.statement import PartyRef, PlaceRef, Statement
from tawthiq.terms.folding import fold_name

_SAME_CLAIM_IOU = 0.3
_BEFORE_NAME = r"(?<!\w)(?:[\u0648\u0641\u0628\u0644\u0643])?(?:\u0627\u0644|\u0644)?"
"""Arabic writes "and", "with", "for", "the" together with the name behind them."""


@dataclass(frozen=True)
class ByRules:
    """What the rules read in the whole text, and whom they name in it, each under its folded name; made once a text."""

    statements: Sequence[Statement]

    @cached_property
    def parties(self) -> Mapping[str, PartyRef]:
        """Every party."""
        return {fold_name(ref.name): ref for one in self.statements for ref in one.parties}

    @cached_property
    def places(self) -> Mapping[str, PlaceRef]:
        """Every place."""
        return {fold_name(ref.name): ref for one in self.statements for ref in one.places}

    @cached_property
    def speakers(self) -> Mapping[str, Link]:
        """Everybody who spoke."""
        return {fold_name(link.actor): link for one in self.statements for link in one.chain[1:]}


@dataclass(frozen=True, slots=True)
class Scope:
    """`quote`: the words proposed; `sentences`: from the first to the last sentence that they touch, as tokens; `twin`:
    what the rules read on these words, or on the words these were cut out of; `by_rules`: all they read in the text."""

    page: Page
    quote: Span
    sentences: tuple[int, int]
    twin: Statement | None
    by_rules: ByRules

    @property
    def around(self) -> Span:
        """The sentences that the quote touches; the quote where it touches none."""
        first, last = self.sentences
        return self.page.span(first, last) if first < last else self.quote

    def in_sentence(self, words: str) -> Span | None:
        """Where the words stand in the sentences of the quote, in the quote itself first; None where they do not."""
        return _find(self.page.text, words, self.quote) or _find(self.page.text, words, self.around)

    def is_pronoun(self, words: Span) -> bool:
        """True for a word such as "they", which stands for somebody and names nobody."""
        at = bisect_left(self.page.tokens, words.start, key=lambda token: token.start)
        return self.page.span(at, at + 1) == words and self.page.is_one_of(at, "pronouns")

    def in_text(self, words: str) -> Span | None:
        """Where the words stand last before the quote's end, or else first behind it; None where they do not."""
        spans = list(_each(self.page.text, words, Span(0, len(self.page.text))))
        before = [span for span in spans if span.start < self.quote.end]
        return before[-1] if before else next(iter(spans), None)


def is_one_name(one: str, other: str) -> bool:
    """The same, or one with words more at either end: "Ana Ruz", "Ana Ruz, head of the mission"."""
    words, others = f" {fold_name(one)} ", f" {fold_name(other)} "
    return words in others or others in words


def scope_of(page: Page, quote: Span, by_rules: ByRules) -> Scope:
    """The scope of one quote."""
    numbers = sentences_at(page, quote)
    rows = [page.sentences[number] for number in numbers]
    bounds = (min(row.first for row in rows), max(row.last for row in rows)) if rows else (0, 0)
    return Scope(page, quote, bounds, _twin(quote, by_rules.statements), by_rules)


def sentences_at(page: Page, span: Span) -> list[int]:
    """Numbers of the sentences that share a word with the span."""
    starts = [sentence.first for sentence in page.sentences]
    first = bisect_right(page.tokens, span.start, key=lambda token: token.end)
    last = bisect_left(page.tokens, span.end, key=lambda token: token.start)
    low = max(0, bisect_right(starts, first) - 1)
    return [at for at in range(low, bisect_left(starts, last)) if page.sentences[at].last > first]


def _twin(span: Span, by_rules: Sequence[Statement]) -> Statement | None:
    near = [(span.iou(one.span), one.span.holds(span), one) for one in by_rules if isinstance(one.span, Span)]
    best = max(near, key=lambda found: found[:2], default=None)
    if best and best[0] >= _SAME_CLAIM_IOU:
        return best[2]
    return next((one for _, held, one in near if held), None)


def _find(text: str, words: str, within: Span) -> Span | None:
    """Where the words stand as words of their own."""
    return next(_each(text, words, within), None)


def _each(text: str, words: str, within: Span) -> Iterator[Span]:
    if not words:
        return
    for match in re.finditer(rf"{_BEFORE_NAME}({re.escape(words)})(?!\w)", text[within.start : within.end]):
        yield Span(within.start + match.start(1), within.start + match.end(1))
