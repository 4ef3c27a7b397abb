"""Clauses: the pieces of a sentence that each make one claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tawthiq.record.extract.clauses.cuts import cuts_of
from tawthiq.record.extract.clauses.openings import past_opening
from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.quotations import Quotation
from tawthiq.record.extract.page.sentences import Sentence, sentence_span
from tawthiq.record.extract.phrases.verbs import has_verb, is_verb
from tawthiq.record.extract.words.token import COMMAS, WORD

_LONG_QUOTE_TOKENS = 6
_WHOLE_QUOTE_TOKENS = 4
_WOVEN_TOKENS = 14
_MARKS = frozenset("\"“”«»‘’'.,;:!?،؛؟…()[]-")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (exclusive). `quotation`: the long one it lies in; `nested`: inside another clause."""

    first: int
    last: int
    sentence: int
    quotation: int | None = None
    nested: bool = False


def clauses_of(page: Page, number: int, sentence: Sentence) -> list[Clause]:
    """The clauses of one sentence in text order; marks at either end are left out."""
    found: list[Clause] = []
    for first, last, quotation in _segments(page, sentence):
        for piece in cuts_of(page, first, last):
            start, end = _trimmed(page, *piece)
            if start < end:
                found.append(Clause(start, end, number, quotation))
                found += _relatives(page, start, end, number, quotation)
    return found


def _segments(page: Page, sentence: Sentence) -> list[tuple[int, int, int | None]]:
    """Long quotations stand apart from the words around them."""
    segments: list[tuple[int, int, int | None]] = []
    at = past_opening(page, sentence)
    for number, quotation in page.quotations_over(sentence_span(page.tokens, sentence)):
        first, last = _inside(page, sentence, quotation)
        whole = _is_whole(page, sentence, first, last) or _runs_on(page, sentence, quotation, first, last)
        if first < at or not (whole or _is_long(page, first, last)):
            continue
        if _is_woven_in(page, at, first, last):
            continue
        segments += [(at, first, None)] if first > at else []
        segments.append((first, last, number))
        at = last
    return [*segments, (at, sentence.last, None)] if at < sentence.last else segments


def _is_long(page: Page, first: int, last: int) -> bool:
    return last - first >= _LONG_QUOTE_TOKENS and has_verb(page, first, last)


def _is_whole(page: Page, sentence: Sentence, first: int, last: int) -> bool:
    """ "These figures are a minimum", warned the author: few words between marks, told whole in front of a comma or
    behind a colon."""
    opens = past_opening(page, sentence) == first - 1 and page.form(last + 1) in COMMAS
    led = page.form(first - 2) == ":" and last + 2 >= sentence.last
    return last - first >= _WHOLE_QUOTE_TOKENS and (opens or led)


def _runs_on(page: Page, sentence: Sentence, quotation: Quotation, first: int, last: int) -> bool:
    """ "They gave me a gun. I was thirteen", said Ali: the last words of a quotation that began before."""
    before = quotation.outer.start < page.tokens[sentence.first].start
    return before and last - first >= _WHOLE_QUOTE_TOKENS and page.form(last + 1) in COMMAS


def _is_woven_in(page: Page, start: int, first: int, last: int) -> bool:
    """ "Says it “does not fire on the sick”": short words between marks that go on with the sentence they stand in."""
    before = first - 2
    if page.lexicon.language != "en" or last - first > _WOVEN_TOKENS or before <= start:
        return False
    led = any(hit.last == before + 1 for hit in page.hits_in(before - 2, before + 1, "cues"))
    return page.tokens[before].sort == WORD and not led


def _inside(page: Page, sentence: Sentence, quotation: Quotation) -> tuple[int, int]:
    low, high = sentence.first, sentence.last
    first = bisect_left(page.tokens, quotation.inner.start, low, high, key=lambda token: token.start)
    last = bisect_right(page.tokens, quotation.inner.end, low, high, key=lambda token: token.end)
    return (first, last) if first < last else (0, 0)


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    while first < last and (page.form(first) in _MARKS or page.is_one_of(first, "leading_words")):
        first += 1
    while last > first and page.form(last - 1) in _MARKS - {")", "]"}:
        last -= 1
    if last > first and page.form(last - 1) == ")" and not any(page.form(at) == "(" for at in range(first, last)):
        last -= 1
    return first, last


def _tells_itself(page: Page, first: int, last: int) -> bool:
    """ "Who led the research" says who somebody is, "which killed ten" goes on with its sentence; a place, a denial, a
    limit is told for its own sake."""
    denied = any(hit.entry.more.get("denial") == "yes" for hit in page.hits_in(first, last, "cues"))
    said = any(hit.code == "say" for hit in page.hits_in(first, last, "cues"))
    own = ("violations", "limits") if said or page.lexicon.data.get("verb_first") else ("limits",)
    return denied or bool(page.hits_in(first, last, *own)) or bool(page.places.between(first, last))


def _relatives(page: Page, first: int, last: int, number: int, quotation: int | None) -> list[Clause]:
    """ ", which is prevalent in two countries," is a claim of its own inside another."""
    found: list[Clause] = []
    for at in range(first + 1, last - 3):
        if page.form(at - 1) in COMMAS and page.is_one_of(at, "loose_relatives") and is_verb(page, at + 1):
            end = next((here for here in range(at + 1, last) if page.form(here) in COMMAS), last)
            if end - at >= 4 and _tells_itself(page, at, end):
                found.append(Clause(at, end, number, quotation, nested=True))
    return found
