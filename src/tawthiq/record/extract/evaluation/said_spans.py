"""Spans of attributions in English text: cue, source, content, as the guidelines of PolNeAR draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawthiq.record.extract.cue_words import is_noun_use
from tawthiq.record.extract.evaluation import said_sources
from tawthiq.record.extract.evaluation.said_content import QUOTES, content_of, quotation_ending, trimmed
from tawthiq.record.extract.lexicon import Hit
from tawthiq.record.extract.page import Page
from tawthiq.record.extract.sentences import Sentence
from tawthiq.record.extract.span import Span
from tawthiq.record.extract.token import WORD

_FEWEST_CHARS = 8
_MEDIUM = frozenset(
    ("statement", "interview", "speech", "report", "tweet", "letter", "conference", "briefing", "email", "memo", "post")
)
_SURE = frozenset(("said", "says", "told", "wrote", "thinks", "believes", "knew", "thought", "found", "felt", "knows"))
_PARTICLES = frozenset(("for", "on", "against", "about", "of", "to", "out"))


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution; None where there is no source."""

    cue: Span
    source: Span | None
    content: Span | None
    wish: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The same in tokens. `wish`: what somebody wants or feels, not says."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: Span | None
    wish: bool = False


def triples_of(page: Page) -> list[Triple]:
    """Every attribution of a page outside of others' words, in order."""
    found: list[Found] = []
    for sentence in page.sentences:
        found += _of_sentence(page, sentence)
    made = [
        Triple(page.span(*one.cue), page.span(*one.source) if one.source else None, one.content, one.wish)
        for one in found
    ]
    return [one for one in made if not any(_covers(other, one) for other in made if other is not one)]


def _covers(other: Triple, one: Triple) -> bool:
    """True when one is told inside what the other tells; of two that hold each other the later speaks last."""
    if other.wish and not one.wish:
        return False
    if other.content is None or not other.content.holds(one.cue):
        return False
    mutual = one.content is not None and one.content.holds(other.cue)
    return not mutual or other.cue.start > one.cue.start


def _of_sentence(page: Page, sentence: Sentence) -> list[Found]:
    found: list[Found] = []
    until = sentence.first
    for hit in page.hits_in(sentence.first, sentence.last, "cues", "attitudes"):
        if hit.first < until or hit.code in ("publish", "colon", "show_of") or _in_quotation(page, hit.first):
            continue
        made = _prep(page, sentence, hit) if hit.code == "prep" else _verb(page, sentence, hit, found)
        if made is not None:
            found.append(made)
            until = hit.last
    return found + list(_signed(page, sentence))


def _in_quotation(page: Page, at: int) -> bool:
    span = page.span(at, at + 1)
    return any(item.inner.holds(span) and len(item.inner) > 10 for _, item in page.quotations_over(span))


def _prep(page: Page, sentence: Sentence, hit: Hit) -> Found | None:
    source = said_sources.behind(page, hit.last, sentence.last)
    if source is None:
        return None
    if hit.first <= sentence.first + 2:
        first = source[1] + int(page.form(source[1]) == ",")
        return Found((hit.first, hit.last), source, trimmed(page, first, sentence.last))
    return Found((hit.first, hit.last), source, trimmed(page, sentence.first, hit.first))


def _verb(page: Page, sentence: Sentence, hit: Hit, found: list[Found]) -> Found | None:
    if page.is_capital(hit.first) and hit.first > sentence.first:
        return None
    if page.form(hit.first - 1) in ("more", "most", "very", "so", "less", "as", "of", "s"):
        return None
    if is_noun_use(page, hit) and page.form(hit.first - 1) not in ("who", "which", "that"):
        return None
    start = said_sources.verb_group(page, hit.first, sentence.first)
    if page.form(start) == "to" or not _is_finite(page, hit, start):
        return None
    states = hit.entry.more.get("state") == "yes"
    passive = not states and any(page.is_one_of(at, "passive_words") for at in range(start, hit.first))
    if passive and not page.form(hit.first).endswith("ing"):
        return None
    source, inverted = _source(page, sentence, hit, start, found)
    if source is None:
        return None
    cue = (start, _cue_end(page, hit, sentence.last))
    content = content_of(page, sentence, hit, cue, source, inverted=inverted)
    is_wish = hit.entry.section == "attitudes"
    if content is None or (is_wish and (len(content) <= _FEWEST_CHARS or hit.first == sentence.first)):
        return None
    return Found(cue, source, content, is_wish)


def _is_finite(page: Page, hit: Hit, start: int) -> bool:
    """Words that are nouns as well ("report", "claims", "attack") are verbs before an object, behind an auxiliary."""
    form = page.form(hit.first)
    if start < hit.first or form.endswith(("ed", "ing")) or form in _SURE or hit.last > hit.first + 1:
        return True
    if page.form(hit.first - 1) in ("he", "she", "they", "it", "we", "i", "you", "who", "which"):
        return True
    at = hit.last
    clear = page.is_one_of(at, "determiners") or page.is_one_of(at, "pronouns") or page.is_one_of(at, "that_words")
    return clear or page.is_capital(at) or page.form(at) in QUOTES | {":", "to"}


def _source(
    page: Page, sentence: Sentence, hit: Hit, start: int, found: list[Found]
) -> tuple[tuple[int, int] | None, bool]:
    form = page.form(hit.first)
    left = page.form(start - 1)
    if start == hit.first and hit.code == "say" and _is_inverted(page, sentence, hit):
        return said_sources.behind(page, hit.last, sentence.last), True
    if form.endswith("ing") and start == hit.first:
        if found and found[-1].source:
            return found[-1].source, False
        return said_sources.subject(page, sentence.first, start), False
    if left in ("and", "but", "or") or (left == "," and page.form(start - 2) in ("and", "but")):
        if found and found[-1].source:
            return found[-1].source, False
        return said_sources.subject(page, sentence.first, start), False
    own = said_sources.before(page, start, sentence.first)
    return own, False


def _is_inverted(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Behind a closing mark or a comma with a verb before it: the speaker follows."""
    left, right = page.form(hit.first - 1), hit.last
    names = page.is_capital(right) or page.is_one_of(right, "determiners")
    if hit.first == sentence.first:
        return names
    if not names or left not in (",", "”", '"', "'", "?", "!", "-"):
        return False
    if page.form(right) in ("that", "this", "these", "those", "all", "some") or page.is_one_of(right, "that_words"):
        return False
    return left != "," or said_sources.subject(page, sentence.first, hit.first) is not None


def _cue_end(page: Page, hit: Hit, last: int) -> int:
    """ "Said in a statement", "called for": what belongs to the words of saying."""
    at = hit.last
    if page.form(at) in ("in", "at", "during"):
        for here in range(at + 1, min(at + 5, last)):
            if page.form(here) in _MEDIUM:
                return here + 1
    if hit.entry.section == "attitudes" and page.form(at) in _PARTICLES and page.form(at) != "to":
        return at + 1
    return at


def _signed(page: Page, sentence: Sentence) -> Iterator[Found]:
    """A name behind a dash after a quotation, or before a colon at a paragraph's head."""
    for at in range(sentence.first + 1, sentence.last - 1):
        if page.form(at) == "-" and page.form(at - 1) in QUOTES and page.is_capital(at + 1):
            quote = quotation_ending(page, at)
            if quote is not None:
                yield Found((at, at + 1), (at + 1, min(sentence.last, at + 5)), quote)
    head = sentence.first
    while (
        head < sentence.last and page.is_capital(head) and page.tokens[head].sort == WORD and head - sentence.first < 4
    ):
        head += 1
    if head > sentence.first and page.form(head) == ":" and head + 2 < sentence.last and _is_name(page, sentence.first):
        content = trimmed(page, head + 1, sentence.last)
        if content is not None:
            yield Found((head, head + 1), (sentence.first, head), content)


def _is_name(page: Page, at: int) -> bool:
    return page.words(at, at + 1).isupper() and len(page.form(at)) > 2
