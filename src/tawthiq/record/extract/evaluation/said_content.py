"""Contents of English attributions: the words said, over clause and quotation."""

from __future__ import annotations

from tawthiq.record.extract.page.page import Page
from tawthiq.record.extract.page.sentences import Sentence
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.words.lexicon import Hit
from tawthiq.record.extract.words.token import SIGN

QUOTES = frozenset('"“”')
_MARKS = frozenset(",.;:-")
_ADDRESSED = frozenset(
    ("told", "tell", "tells", "telling", "asked", "urged", "reminded", "assured", "warned", "informed")
)
_OBJECT_ENDS = frozenset(("that", "to", "about", "how", "why", "what", "whether", "if", "he", "she", "they", "it", ","))


def content_of(
    page: Page, sentence: Sentence, hit: Hit, cue: tuple[int, int], source: tuple[int, int], *, inverted: bool
) -> Span | None:
    if (told := _next_paragraph(page, sentence, cue)) is not None:
        return told
    low = min(cue[0], source[0]) if source[0] >= sentence.first else cue[0]
    high = max(cue[1], source[1])
    left_quote = quotation_ending(page, low)
    if left_quote is not None and _asks(page, sentence, left_quote, high):
        return left_quote
    if left_quote is not None and _is_spoken_before(page, sentence, left_quote, low):
        start = min(left_quote.start, _start_of(page, sentence, left_quote))
        return Span(start, _continued(page, sentence, high, left_quote.end))
    parenthetical = page.form(low - 1) == "," and page.form(high) == "," and low > sentence.first + 2
    if parenthetical and page.form(high + 1) not in QUOTES and not page.form(hit.first).endswith("ing"):
        return trimmed(page, sentence.first, sentence.last)
    closes = all(page.tokens[at].sort == SIGN or _is_time(page, at) for at in range(high, sentence.last))
    if (inverted or closes) and low > sentence.first + 1:
        return trimmed(page, sentence.first, low)
    return content_behind(page, sentence, hit, high)


def _next_paragraph(page: Page, sentence: Sentence, cue: tuple[int, int]) -> Span | None:
    """A cue whose colon ends the paragraph leads in the next one; there a quotation is the content, else all of it."""
    if page.form(cue[1]) != ":" or cue[1] + 1 < sentence.last:
        return None
    later = [other for other in page.sentences[page.sentences.index(sentence) + 1 :] if other.block != sentence.block]
    if not later:
        return None
    told = [other for other in later if other.block == later[0].block]
    whole = page.span(told[0].first, told[-1].last)
    opened = [item.outer for _, item in page.quotations_over(whole) if item.outer.start <= whole.start + 1]
    return opened[0] if opened else whole


def _asks(page: Page, sentence: Sentence, quote: Span, high: int) -> bool:
    """A quotation that ends with its own stop, in a sentence before: "Who did this?" he asked."""
    if quote.end > page.tokens[sentence.first].start:
        return False
    return page.form(high) in (".", ",", "me", "her", "him", "them", "us", "reporters") or high >= sentence.last


def _is_spoken_before(page: Page, sentence: Sentence, quote: Span, low: int) -> bool:
    """What stands in marks before "he said" is what he said, unless a cue leads it in: said "enough" as he left."""
    if quote.end <= page.tokens[sentence.first].start:
        return False
    before = next((at for at in range(low - 1, sentence.first - 1, -1) if page.tokens[at].end <= quote.start), None)
    if before is None:
        return True
    led = page.hits_in(before - 1, before + 1, "cues", "attitudes")
    stopped = page.text[quote.start : quote.end].rstrip("\"”'")[-1:] in ",?!-—…" or page.form(low - 1) in (",", "-")
    return stopped or not led


def _is_time(page: Page, at: int) -> bool:
    return bool(page.dates.between(at - 3, at + 1)) or page.form(at) in ("on", "in", "at", "this", "last", "week")


def _start_of(page: Page, sentence: Sentence, quote: Span) -> int:
    """A fragment in marks is part of the sentence around it."""
    first = page.tokens[sentence.first].start
    whole = quote.start <= first or quote.end - quote.start > 90
    led = page.form(sentence.first) in ("but", "and", "still", "meanwhile", "in", "on", "at")
    return quote.start if whole or led else first


def quotation_ending(page: Page, at: int) -> Span | None:
    """The quotation that ends right before the token, a comma between allowed."""
    if at < 1:
        return None
    span = page.span(max(0, at - 2), at)
    for _, item in page.quotations_over(span):
        if 0 <= page.tokens[at].start - item.outer.end <= 3:
            return item.outer
    return None


def _continued(page: Page, sentence: Sentence, at: int, end: int) -> int:
    """Later quotations of the same paragraph go on with the same voice, until somebody else speaks."""
    number = page.sentences.index(sentence)
    for other in page.sentences[number : number + 6]:
        if other.block != sentence.block:
            break
        first = max(at, other.first)
        opening = (
            [q for q in page.quotations_over(page.span(first, other.last)) if q[1].outer.start >= end]
            if first < other.last
            else []
        )
        starts = opening and opening[0][1].outer.start - page.tokens[first].start <= 3
        if other is not sentence and not starts:
            break
        if starts:
            end = max(end, opening[0][1].outer.end)
    return end


def content_behind(page: Page, sentence: Sentence, hit: Hit, high: int) -> Span | None:
    """What follows the cue: all that "adding" can mean, whose speaker said something else before."""
    at = high
    if page.form(hit.first) in _ADDRESSED:
        at = _past_object(page, at, sentence.last)
    while at < sentence.last and (page.form(at) in (",", ":", "-") or page.dates.between(at, at + 1)):
        at += 1
    turns = _leaves if hit.entry.section == "attitudes" else _turns
    last = next((here for here in range(at + 2, sentence.last - 1) if turns(page, here)), sentence.last)
    content = trimmed(page, at, last)
    if content is None:
        return None
    opened = [item for _, item in page.quotations_over(content) if item.outer.start <= content.start + 1]
    if opened and opened[0].outer.end > content.end:
        return Span(min(content.start, opened[0].outer.start), opened[0].outer.end)
    if opened and len(opened[0].outer) > 60:
        return Span(min(content.start, opened[0].outer.start), opened[0].outer.end)
    return content


def _past_object(page: Page, at: int, last: int) -> int:
    for here in range(at, min(at + 9, last)):
        if page.form(here) in _OBJECT_ENDS or page.form(here) in QUOTES:
            return here
        if page.dates.between(here, here + 1):
            return here
    return at + 1


def _turns(page: Page, at: int) -> bool:
    """ ", saying", ", but", ", according to": the next voice, or the writer's own."""
    if page.form(at) != ",":
        return False
    cue = page.hits_in(at + 1, at + 2, "cues")
    if cue and (page.form(at + 1).endswith("ing") or cue[0].code == "prep"):
        return True
    return page.form(at + 1) == "but"


def _leaves(page: Page, at: int) -> bool:
    """Where a wish or a judgement is over and its circumstances begin."""
    if page.form(at) in ("when", "after", "during", "because", "while", "before", "since"):
        return True
    if page.form(at) != ",":
        return False
    return page.form(at + 1) not in ("or",) and not (page.is_capital(at + 1) and page.is_capital(at - 1))


def trimmed(page: Page, first: int, last: int) -> Span | None:
    while first < last and (page.form(first) in _MARKS or page.form(first) in ("but", "and", "still", "however")):
        first += 1
    while last > first and page.form(last - 1) in _MARKS:
        last -= 1
    return page.span(first, last) if last > first else None
